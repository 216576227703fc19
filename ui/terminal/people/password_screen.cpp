// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/people/password_screen.h"

#include "models/security/password_rule.h"
#include "ui/terminal/widgets/text_block.h"

namespace crema::terminal {

PasswordScreen::PasswordScreen(Navigator &navigator, PasswordPresenter &password)
    : TerminalScreen(navigator), m_password(password)
{
    connect(&m_password, &PasswordPresenter::changed, this, &PasswordScreen::follow);
    connect(&m_password, &PasswordPresenter::kept, this,
            [this] { this->navigator().say(MessageKind::Ok, tr("The new password counts")); });
    connect(&m_password, &PasswordPresenter::sessionEnded, this,
            [this] { this->navigator().say(MessageKind::Error, tr("Sign in at the platform first")); });
}

PasswordScreen::~PasswordScreen()
{
    disconnect(&m_password, nullptr, this, nullptr);
    m_password.forget();
}

void PasswordScreen::goTo(Step step)
{
    m_step = step;
    m_field.clear();
    if (step == Step::Present)
        m_present.clear();
    if (step != Step::Again)
        m_new.clear();
    navigator().redraw();
}

void PasswordScreen::follow()
{
    if (m_password.isBusy())
        return;
    const QString present = m_password.fieldProblem(QStringLiteral("present"));
    const QString next = m_password.fieldProblem(QStringLiteral("new"));
    const QString again = m_password.fieldProblem(QStringLiteral("again"));
    const QString told = !present.isEmpty() ? present : !next.isEmpty() ? next : again;
    // Only what was wrong is typed again; somebody else begins anew.
    goTo(present.isEmpty() && !told.isEmpty() ? Step::New : Step::Present);
    if (!told.isEmpty())
        navigator().say(MessageKind::Error, told);
    else if (m_password.problem())
        navigator().say(MessageKind::Error, m_password.problem()->message);
}

QString PasswordScreen::promptText() const
{
    switch (m_step) {
    case Step::Present: return tr("Present password");
    case Step::New: return tr("New password");
    case Step::Again: return tr("The same again");
    }
    Q_UNREACHABLE();
}

Page PasswordScreen::page() const
{
    Page page{.title = tr("PASSWORD")};
    page.body = [](const Layout &layout) {
        return textBlock({{.left = tr("At least %1 characters. Everywhere else you are signed out when it changes.")
                                       .arg(shortestPassword),
                           .maximumRows = 6}},
                         layout);
    };
    page.prompt = Prompt{promptText(), m_field, Echo::Hidden};
    return page;
}

QString PasswordScreen::helpText() const
{
    return tr("Type the password that you have now, then the new one twice. Nothing of it is shown.");
}

void PasswordScreen::submit(const QString &text)
{
    switch (m_step) {
    case Step::Present:
        if (text.isEmpty())
            break;
        goTo(Step::New);
        m_present = text;
        break;
    case Step::New:
        if (text.isEmpty())
            break;
        m_new = text;
        goTo(Step::Again);
        break;
    case Step::Again: m_password.change(m_present, std::exchange(m_new, {}), text); break;
    }
}

void PasswordScreen::scan(const QString &code)
{
    Q_UNUSED(code)
    m_field.clear();
    navigator().say(MessageKind::Warning, tr("Type it here; a scan is not taken."));
}

bool PasswordScreen::back()
{
    if (m_step == Step::Present)
        return false;
    goTo(m_step == Step::New ? Step::Present : Step::New);
    return true;
}

} // namespace crema::terminal
