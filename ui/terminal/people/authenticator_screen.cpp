// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/people/authenticator_screen.h"

#include "ui/terminal/application/typed_path.h"
#include "ui/terminal/widgets/qr_block.h"
#include "ui/terminal/widgets/text_block.h"

namespace crema::terminal {
namespace {

/// A code in rows of whole groups: "K7QP-3M2X-K7QP-" and "3M2X".
QStringList rowsOfCode(const QString &code, int width)
{
    QStringList rows{QString()};
    const QStringList groups = code.split(u'-');
    for (qsizetype i = 0; i < groups.size(); ++i) {
        const QString group = i + 1 < groups.size() ? groups.at(i) + u'-' : groups.at(i);
        if (!rows.last().isEmpty() && rows.last().size() + group.size() > width)
            rows.append(QString());
        rows.last() += group;
    }
    return rows;
}

Canvas secretBlock(const AuthenticatorPresenter &authenticator, const Layout &layout)
{
    const QrMatrix code = QrMatrix::of(authenticator.uri());
    const std::optional<Size> room = qrBlockSize(code, layout.charset);
    const QList<TextLine> secret{{.left = authenticator.secretText(), .style = Style::strong(), .maximumRows = 4}};
    constexpr int textRows = 2;
    if (room && room->width <= layout.size.width && room->height + textRows <= layout.size.height) {
        Canvas canvas(layout.size);
        canvas.paste({0, 0}, qrBlock(code));
        canvas.paste({room->height, 0}, textBlock(secret, layout.within({layout.size.width, textRows})));
        return canvas;
    }
    return textBlock(
        QList<TextLine>{{.left = AuthenticatorScreen::tr("Type this in the authenticator app:"), .maximumRows = 2}} +
            secret,
        layout);
}

} // namespace

AuthenticatorScreen::AuthenticatorScreen(Navigator &navigator, Clock &clock, MenuEnter enter,
                                         AuthenticatorPresenter &authenticator)
    : TerminalScreen(navigator), m_clock(clock), m_enter(enter), m_authenticator(authenticator)
{
    m_authenticator.begin();
    m_step = m_authenticator.step();
    connect(&m_authenticator, &AuthenticatorPresenter::changed, this, &AuthenticatorScreen::follow);
    connect(&m_authenticator, &AuthenticatorPresenter::sessionEnded, this,
            [this] { this->navigator().say(MessageKind::Error, tr("Sign in at the platform first")); });
}

AuthenticatorScreen::~AuthenticatorScreen()
{
    disconnect(&m_authenticator, nullptr, this, nullptr);
    m_authenticator.leave();
}

void AuthenticatorScreen::follow()
{
    // What was typed for one step is not shown with another: a password would stand there in clear.
    if (std::exchange(m_step, m_authenticator.step()) != m_authenticator.step()) {
        m_field.clear();
        m_isNamingFile = false;
        m_firstCode = 0;
    }
    const std::optional<Problem> &problem = m_authenticator.problem();
    if (problem && problem != m_said)
        navigator().say(MessageKind::Error,
                        tr("%1 %2", "what happened, and what to do about it").arg(problem->message, problem->hint));
    m_said = problem;
    const QString &file = m_authenticator.savedFile();
    if (std::exchange(m_saidFile, file) != file && !file.isEmpty())
        navigator().say(MessageKind::Ok, tr("The codes are in %1", "a file").arg(file));
    navigator().redraw();
}

QString AuthenticatorScreen::promptText() const
{
    if (m_isNamingFile)
        return tr("File");
    switch (m_authenticator.step()) {
    case AuthenticatorStep::Start: return tr("Enter to begin");
    case AuthenticatorStep::Password: return tr("Present password");
    case AuthenticatorStep::Code: return tr("Code of the app");
    case AuthenticatorStep::Codes: break;
    }
    return navigator().keys().inWords(tr("F4 once kept"));
}

Canvas AuthenticatorScreen::codesBlock(const Layout &layout) const
{
    Canvas canvas(layout.size);
    const QStringList &codes = m_authenticator.recoveryCodes();
    qsizetype needed = 0;
    for (qsizetype each = m_firstCode; each < codes.size(); ++each)
        needed += rowsOfCode(codes.at(each), layout.size.width).size();
    // Where not all of them have room, the last row says so: none may be overlooked.
    const int room = needed > layout.size.height ? layout.size.height - 1 : layout.size.height;
    int row = 0;
    qsizetype at = m_firstCode;
    for (; at < codes.size(); ++at) {
        const QStringList rows = rowsOfCode(codes.at(at), layout.size.width);
        if (row + rows.size() > room && at > m_firstCode)
            break;
        // Every other one is bold, so that one is told from the next.
        for (const QString &text : rows)
            canvas.put({row++, 0}, text, at % 2 == 0 ? Style::strong() : Style());
    }
    if (at < codes.size())
        canvas.put({layout.size.height - 1, 0}, navigator().keys().inWords(tr("F8: %n more", "recovery codes",
                                                                              static_cast<int>(codes.size() - at))));
    m_shownCodes = at - m_firstCode;
    return canvas;
}

Page AuthenticatorScreen::page() const
{
    Page page{.title = hasCodes() ? tr("RECOVERY CODES") : tr("AUTHENTICATOR")};
    page.body = [this](const Layout &layout) {
        if (m_isNamingFile)
            return textBlock({{.left = tr("Enter = %1").arg(m_authenticator.proposedName()), .maximumRows = 4}},
                             layout);
        switch (m_authenticator.step()) {
        case AuthenticatorStep::Start:
        case AuthenticatorStep::Password: break;
        case AuthenticatorStep::Code: return secretBlock(m_authenticator, layout);
        case AuthenticatorStep::Codes: return codesBlock(layout);
        }
        return textBlock(
            {{.left = tr("With an authenticator app, signing in by password asks for a code too."), .maximumRows = 6}},
            layout);
    };
    const bool isSecret = m_authenticator.step() == AuthenticatorStep::Password;
    page.prompt = Prompt{promptText(), m_field, isSecret ? Echo::Hidden : Echo::Shown};
    return page;
}

QList<TerminalAction> AuthenticatorScreen::actions()
{
    QList<TerminalAction> actions;
    if (!hasCodes() || m_isNamingFile)
        return actions;
    actions.append({Verb::Done, tr("ok"), tr("Kept"), [this] {
                        m_authenticator.confirmKept();
                        navigator().say(MessageKind::Ok, tr("The authenticator is set up"));
                        navigator().closeTop();
                    }});
    actions.append({Verb::Find, tr("sav", "to a file"), tr("Save to a file"), [this] {
                        m_isNamingFile = true;
                        m_field.clear();
                        navigator().redraw();
                    }});
    if (hasMoreCodes()) {
        actions.append({Verb::NextPage, tr("+"), tr("Next page"), [this] {
                            const qsizetype next = m_firstCode + m_shownCodes;
                            m_firstCode = next < m_authenticator.recoveryCodes().size() ? next : 0;
                            navigator().redraw();
                        }});
    }
    return actions;
}

QString AuthenticatorScreen::helpText() const
{
    if (hasCodes())
        return tr(
            "Each code lets you in once when the authenticator is lost. They are shown this once. Keep them, then "
            "press F4.");
    return tr("The app takes the secret in and shows a new code every half minute. Type the first one here.");
}

void AuthenticatorScreen::submit(const QString &text)
{
    if (m_isNamingFile) {
        save(text.trimmed());
        return;
    }
    // The same may be wrong again.
    m_said.reset();
    switch (m_authenticator.step()) {
    case AuthenticatorStep::Start: m_authenticator.begin(); break;
    case AuthenticatorStep::Password: m_authenticator.submitPassword(text); break;
    case AuthenticatorStep::Code: m_authenticator.submitCode(text); break;
    case AuthenticatorStep::Codes: break;
    }
}

void AuthenticatorScreen::save(const QString &typed)
{
    m_isNamingFile = false;
    m_saidFile.clear();
    m_authenticator.saveTo(typedPath(typed.isEmpty() ? m_authenticator.proposedName() : typed));
}

void AuthenticatorScreen::scan(const QString &code)
{
    Q_UNUSED(code)
    m_field.clear();
    navigator().say(MessageKind::Warning, tr("Type it here; a scan is not taken."));
}

bool AuthenticatorScreen::back()
{
    m_field.clear();
    if (std::exchange(m_isNamingFile, false)) {
        navigator().redraw();
        return true;
    }
    if (m_authenticator.mayLeave([this] { navigator().closeTop(); }))
        return false;
    askToLeave();
    return true;
}

void AuthenticatorScreen::askToLeave()
{
    const auto answer = [this](bool leave) {
        navigator().closeTop();
        m_authenticator.answerLeaving(leave);
    };
    auto question =
        std::make_unique<MenuScreen>(navigator(), m_clock, m_enter, tr("LEAVE"),
                                     QList<MenuChoice>{{{u'1', tr("Leave without them")}, [answer] { answer(true); }},
                                                       {{u'2', tr("Back to the codes")}, [answer] { answer(false); }}});
    question->setText({{.left = tr("Leave without the recovery codes? They are not shown again."), .maximumRows = 5}});
    question->setBackAction([this] {
        m_authenticator.answerLeaving(false);
        return false;
    });
    navigator().open(std::move(question));
}

} // namespace crema::terminal
