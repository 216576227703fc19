// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/people/lock_screen.h"

#include "ui/terminal/application/told_message.h"
#include "ui/terminal/people/authenticator_screen.h"
#include "ui/terminal/till/typed_amount.h"
#include "ui/terminal/widgets/text_block.h"

namespace crema::terminal {

LockScreen::LockScreen(Navigator &navigator, Clock &clock, MenuEnter enter, LockPresenter &lock)
    : TerminalScreen(navigator), m_clock(clock), m_enter(enter), m_lock(lock)
{
    connect(&m_lock, &LockPresenter::changed, this, &LockScreen::refresh);
    connect(&m_lock.passwordCode(), &PasswordCodePresenter::changed, this, &LockScreen::showPasswordCode);
    connect(&m_lock.passwordCode(), &PasswordCodePresenter::codeRefused, this, [this] { m_step = Step::MailedCode; });
    connect(&m_lock.passwordCode(), &PasswordCodePresenter::done, this, [this] {
        m_mailedCode.clear();
        m_step = Step::Password;
    });
    connect(&m_lock.authenticator(), &AuthenticatorPresenter::sessionEnded, this,
            [this] { this->navigator().closeTop(); });
    connect(&m_lock, &LockPresenter::refused, this, [this] { this->navigator().bell(); });
    refresh();
}

void LockScreen::refresh()
{
    QList<ListItem> items;
    for (const LockPerson &person : m_lock.people())
        items.append({person.name, person.hasPin ? QString() : tr("no PIN")});
    m_list.setItems(std::move(items));
    followSetUp();
    followCode();
    showMessage();
    navigator().redraw();
}

void LockScreen::followSetUp()
{
    if (std::exchange(m_isSettingUp, m_lock.isSettingUp()) || !m_isSettingUp)
        return;
    m_field.clear();
    auto screen = std::make_unique<AuthenticatorScreen>(navigator(), m_clock, m_enter, m_lock.authenticator());
    screen->setAtLock();
    navigator().open(std::move(screen));
    navigator().say(MessageKind::Warning, tr("The shop asks you for an authenticator"));
}

void LockScreen::followCode()
{
    if (m_step == Step::Password && m_lock.isCodeNeeded())
        m_step = Step::Code;
    else if (m_step == Step::Code && !m_lock.isCodeNeeded())
        m_step = Step::Password;
}

void LockScreen::showMessage()
{
    const std::optional<TillMessage> &message = m_lock.message();
    if (!message || message->number == m_messageNumber)
        return;
    m_messageNumber = message->number;
    sayMessage(navigator(), *message);
}

void LockScreen::showPasswordCode()
{
    const std::optional<TillMessage> &message = m_lock.passwordCode().message();
    if (!message || message->number == m_codeMessageNumber)
        return;
    m_codeMessageNumber = message->number;
    sayMessage(navigator(), *message);
    navigator().redraw();
}

Page LockScreen::page() const
{
    Page page{.title = m_lock.mode() == LockMode::Locked ? tr("SIGNED OUT") : tr("SIGN IN"),
              .progress = m_step == Step::Person ? m_list.progress() : QString()};
    page.body = [this](const Layout &layout) {
        if (m_step == Step::Person)
            return m_list.layout(layout);
        return textBlock({{.left = chosenName(), .style = Style::strong()}}, layout);
    };
    const bool secret =
        m_step == Step::Pin || m_step == Step::Password || m_step == Step::Code || m_step == Step::NewPassword;
    page.prompt = Prompt{promptLabel(), m_field, secret ? Echo::Hidden : Echo::Shown};
    return page;
}

QString LockScreen::promptLabel() const
{
    switch (m_step) {
    case Step::Person: return tr("Who works here?");
    case Step::Pin: return tr("PIN");
    case Step::Mail: return tr("E-mail address");
    case Step::Password: return tr("Password");
    case Step::Code: return tr("One-time code");
    case Step::MailedCode: return tr("Code of the mail");
    case Step::NewPassword: return tr("New password");
    }
    Q_UNREACHABLE();
}

QString LockScreen::chosenName() const
{
    const int row = m_lock.selected();
    return row >= 0 && row < m_lock.people().size() ? m_lock.people().at(row).name : QString();
}

QList<TerminalAction> LockScreen::actions()
{
    QList<TerminalAction> actions;
    if (m_step == Step::Person && m_list.hasPages()) {
        actions.append({Verb::NextPage, tr("+"), tr("Next page"), [this] {
                            m_list.nextPage();
                            navigator().redraw();
                        }});
    }
    if (m_step == Step::Pin) {
        actions.append({Verb::Find, tr("pwd"), tr("Sign in with a password"), [this] {
                            m_step = Step::Mail;
                            m_field.clear();
                            navigator().redraw();
                        }});
    }
    if (m_step == Step::Password) {
        actions.append({Verb::Find, tr("code"), tr("Set a password with a code that was mailed"), [this] {
                            m_step = Step::MailedCode;
                            m_field.clear();
                            navigator().redraw();
                        }});
    }
    if (m_step == Step::MailedCode) {
        actions.append({Verb::Find, tr("mail"), tr("Mail me a code"), [this] { m_lock.passwordCode().ask(m_mail); }});
    }
    if (m_step == Step::Person && m_lock.mode() == LockMode::Switching) {
        actions.append({Verb::Done, tr("out"), tr("Sign out and lock"), [this] { m_lock.lock(); }});
    }
    return actions;
}

QString LockScreen::helpText() const
{
    if (m_step == Step::MailedCode)
        return tr("Type the code that was mailed to you, or ask for one. It is good for an hour.");
    if (m_step == Step::NewPassword)
        return tr("Take words that have nothing to do with each other, 12 characters at least. It is not shown.");
    if (m_step == Step::Code)
        return tr("Type the six digits that the authenticator shows now, or a recovery code.");
    if (m_step == Step::Person && m_lock.anyBadge())
        return tr("Press your number, or scan your badge.");
    return m_step == Step::Person ? tr("Press your number.") : tr("Type your PIN and press Enter. It is not shown.");
}

bool LockScreen::key(const KeyEvent &event)
{
    if (m_step != Step::Person)
        return false;
    if (m_list.key(event))
        return true;
    if (event.key == Key::Enter || !m_field.key(event))
        return false;
    m_pause.reset();
    if (m_enter == MenuEnter::AfterPause)
        m_pause = m_clock.after(MenuScreen::pauseMs, [this] { settle(); });
    return true;
}

void LockScreen::settle()
{
    if (const std::optional<qsizetype> row = m_list.itemOfDigit(m_field.text()))
        choose(*row);
}

void LockScreen::choose(qsizetype row)
{
    m_field.clear();
    m_lock.select(static_cast<int>(row));
    m_step = m_lock.people().at(row).hasPin ? Step::Pin : Step::Mail;
    navigator().redraw();
}

void LockScreen::submit(const QString &text)
{
    m_pause.reset();
    switch (m_step) {
    case Step::Person:
        if (const std::optional<qsizetype> row = m_list.itemOfDigit(text))
            choose(*row);
        else if (text.isEmpty() && !m_list.items().isEmpty())
            choose(m_list.current());
        break;
    case Step::Pin: tryPin(text); break;
    case Step::Mail:
        m_mail = text.trimmed();
        m_step = m_mail.isEmpty() ? Step::Person : Step::Password;
        break;
    case Step::Password: m_lock.signIn(m_mail, text); break;
    case Step::Code: m_lock.submitCode(text); break;
    case Step::MailedCode:
        m_mailedCode = text.trimmed();
        m_step = m_mailedCode.isEmpty() ? Step::Password : Step::NewPassword;
        break;
    case Step::NewPassword: m_lock.passwordCode().set(m_mail, m_mailedCode, text); break;
    }
    navigator().redraw();
}

void LockScreen::tryPin(const QString &digits)
{
    if (!isNumber(digits)) {
        navigator().say(MessageKind::Warning, tr("A PIN has digits only"));
        return;
    }
    m_lock.clearDigits();
    for (const QChar digit : digits)
        m_lock.typeDigit(digit.digitValue());
    m_lock.submit();
}

void LockScreen::scan(const QString &code)
{
    m_pause.reset();
    m_field.clear();
    if (!m_lock.takeBadge(code))
        m_lock.refuseScan();
}

// Back to the choice of the person; from there only who is still signed in gets away.
bool LockScreen::back()
{
    m_field.clear();
    if (m_step != Step::Person) {
        m_step = Step::Person;
        m_mailedCode.clear();
        m_lock.cancelCode();
        m_lock.passwordCode().clear();
    } else if (m_lock.mode() == LockMode::Switching)
        m_lock.cancel();
    else
        navigator().say(MessageKind::Warning, tr("Nobody is signed in. Press your number."));
    return true;
}

} // namespace crema::terminal
