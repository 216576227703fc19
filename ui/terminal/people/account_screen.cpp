// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/people/account_screen.h"

#include "ui/terminal/people/authenticator_screen.h"
#include "ui/terminal/people/password_screen.h"
#include "ui/terminal/widgets/text_block.h"

namespace crema::terminal {

AccountScreen::AccountScreen(Navigator &navigator, Clock &clock, MenuEnter enter, ShopPresenters &shop,
                             AccountPresenter &account)
    : ListScreen(navigator, clock, enter), m_shop(shop), m_account(account)
{
    connect(&m_account, &AccountPresenter::changed, this, &AccountScreen::refresh);
    connect(&m_account, &AccountPresenter::personChanged, this, &AccountScreen::restart);
    connect(&m_account.signIn(), &SignInPresenter::changed, this, &AccountScreen::refresh);
    m_account.arrive();
    restart();
}

AccountScreen::~AccountScreen()
{
    disconnect(&m_account, nullptr, this, nullptr);
    disconnect(&m_account.signIn(), nullptr, this, nullptr);
    m_account.leave();
}

// Nothing that was typed stays; the address of whoever works here is offered.
void AccountScreen::restart()
{
    stopWaiting();
    m_step = Step::Email;
    m_email.clear();
    m_field.clear();
    refresh();
}

void AccountScreen::refresh()
{
    QList<ListItem> items;
    if (m_account.phase() == AccountPhase::Sessions) {
        for (const SessionRow &row : m_account.rows())
            items.append({row.deviceText, row.isThis ? tr("here", "the device at hand") : row.usedText});
        if (!m_account.isOfOther()) {
            items.append({tr("Another password")});
            items.append({tr("Authenticator")});
        }
        if (hasSeveralOthers())
            items.append({tr("Sign out elsewhere")});
    }
    m_list.setItems(std::move(items));
    if (isSigningIn() && m_step == Step::Email && m_field.isEmpty() && m_email.isEmpty())
        m_field.setText(m_account.signIn().email());
    if (!isSigningIn()) {
        m_step = Step::Email;
        m_email.clear();
    }
    tellProblem();
    navigator().redraw();
}

bool AccountScreen::hasSeveralOthers() const
{
    return std::ranges::count(m_account.rows(), false, &SessionRow::isThis) > 1;
}

void AccountScreen::tellProblem()
{
    const std::optional<Problem> &problem = isSigningIn() ? m_account.signIn().problem() : m_account.problem();
    const QString told =
        problem ? tr("%1 %2", "what happened, and what to do about it").arg(problem->message, problem->hint)
                : QString();
    if (std::exchange(m_said, told) == told || told.isEmpty())
        return;
    navigator().say(MessageKind::Error, told);
}

QString AccountScreen::sentence() const
{
    switch (m_account.phase()) {
    case AccountPhase::Blank: return {};
    case AccountPhase::Loading: return tr("Asking the platform");
    case AccountPhase::Failed:
        return m_account.isOfOther() ? tr("What the platform knows of this account could not be read.")
                                     : tr("What the platform knows of your account could not be read.");
    case AccountPhase::SignIn: break;
    case AccountPhase::SetUp: return tr("The shop asks you for an authenticator. Press Enter to set it up.");
    case AccountPhase::Sessions: return m_account.isOfOther() ? tr("Signed in nowhere with the password.") : QString();
    }
    return m_account.signIn().isCodeNeeded()
               ? tr("Type the six digits that the authenticator shows now, or a recovery code.")
           : m_account.isOfOther()
               ? tr("Sign in at the platform yourself, which shows this only to somebody with a password.")
               : tr("Sign in at the platform, which shows your account only with the password.");
}

QString AccountScreen::promptText() const
{
    if (m_account.phase() == AccountPhase::Sessions)
        return m_list.items().isEmpty() ? QString() : tr("Choose 1-9");
    if (m_account.phase() == AccountPhase::SetUp)
        return tr("Enter to begin");
    if (!isSigningIn())
        return {};
    if (m_account.signIn().isCodeNeeded())
        return tr("One-time code");
    return m_step == Step::Email ? tr("E-mail address") : tr("Password");
}

Page AccountScreen::page() const
{
    Page page{.title = m_account.isOfOther() ? tr("SIGNED IN") : tr("YOUR ACCOUNT"), .progress = m_list.progress()};
    page.body = [this](const Layout &layout) {
        if (!m_list.items().isEmpty())
            return m_list.layout(layout);
        QList<TextLine> lines{{.left = m_account.personName(), .style = Style::strong()},
                              {.left = sentence(), .maximumRows = 5}};
        if (m_step == Step::Password)
            lines.append({.left = m_email, .maximumRows = 2});
        return textBlock(lines, layout);
    };
    const bool isSecret = isSigningIn() && (m_step == Step::Password || m_account.signIn().isCodeNeeded());
    page.prompt = Prompt{promptText(), m_field, isSecret ? Echo::Hidden : Echo::Shown};
    return page;
}

QList<TerminalAction> AccountScreen::actions()
{
    QList<TerminalAction> actions;
    const Action *refresh = m_account.actions().find(u"account.refresh");
    if (!isSigningIn())
        actions.append({Verb::Done, tr("ask", "again"), refresh->text(), [this] { m_account.refresh(); },
                        refresh->disabledReason()});
    if (m_list.hasPages()) {
        actions.append({Verb::NextPage, tr("+"), tr("Next page"), [this] {
                            m_list.nextPage();
                            navigator().redraw();
                        }});
    }
    return actions;
}

QString AccountScreen::helpText() const
{
    if (isSigningIn())
        return tr(
            "Who switches by PIN is known to this device only. Sign in with e-mail and password to see and change "
            "your account.");
    if (m_account.isOfOther())
        return tr("Here is where this person is signed in. Press the number of a device to sign them out there.");
    return tr("Here is where you are signed in. Press the number of another device to sign out there.");
}

bool AccountScreen::isWorking() const
{
    return m_account.isBusy() || m_account.signIn().isBusy();
}

bool AccountScreen::key(const KeyEvent &event)
{
    return !isSigningIn() && ListScreen::key(event);
}

void AccountScreen::submit(const QString &text)
{
    if (isSigningIn())
        takeSignIn(text);
    else if (m_account.phase() == AccountPhase::SetUp)
        openAuthenticator();
    else if (!m_list.items().isEmpty())
        ListScreen::submit(text);
}

void AccountScreen::takeSignIn(const QString &text)
{
    SignInPresenter &signIn = m_account.signIn();
    if (signIn.isCodeNeeded()) {
        signIn.submitCode(text);
    } else if (m_step == Step::Email) {
        m_email = text.trimmed();
        m_step = m_email.isEmpty() ? Step::Email : Step::Password;
        refresh();
    } else {
        // Told again, though it may be the same.
        m_said.clear();
        signIn.submit(m_email, text);
    }
}

void AccountScreen::scan(const QString &code)
{
    Q_UNUSED(code)
    stopWaiting();
    m_field.clear();
    navigator().say(MessageKind::Warning, tr("Type it here; a scan is not taken."));
}

bool AccountScreen::back()
{
    if (!isSigningIn() || (m_step == Step::Email && !m_account.signIn().isCodeNeeded()))
        return false;
    m_account.signIn().restart();
    restart();
    return true;
}

void AccountScreen::openRow(qsizetype row)
{
    m_field.clear();
    const qsizetype sessions = m_account.rows().size();
    if (row < sessions) {
        openSession(row);
    } else if (m_account.isOfOther()) {
        m_account.askToEndOthers();
        ask({});
    } else if (row == sessions) {
        navigator().open(std::make_unique<PasswordScreen>(navigator(), m_shop.password));
    } else if (row == sessions + 1) {
        openAuthenticator();
    } else {
        m_account.askToEndOthers();
        ask({});
    }
}

void AccountScreen::openAuthenticator()
{
    navigator().open(std::make_unique<AuthenticatorScreen>(navigator(), clock(), enter(), m_shop.authenticator));
}

void AccountScreen::openSession(qsizetype row)
{
    const SessionRow session = m_account.rows().at(row);
    if (session.isThis) {
        navigator().say(MessageKind::Warning, tr("This is here. Sign out from the main menu."));
        return;
    }
    m_account.askToEnd(session.id);
    ask({{.left = session.registerText},
         {.left = tr("Signed in %1", "since when").arg(session.begunText)},
         {.left = tr("Last used %1", "when").arg(session.usedText)}});
}

void AccountScreen::ask(const QList<TextLine> &facts)
{
    const std::optional<EndQuestion> &question = m_account.question();
    if (!question)
        return;
    const auto answer = [this](bool end) {
        navigator().closeTop();
        m_account.answer(end);
    };
    auto menu =
        std::make_unique<MenuScreen>(navigator(), clock(), enter(), tr("SIGN OUT"),
                                     QList<MenuChoice>{{{u'1', tr("Sign out")}, [answer] { answer(true); }},
                                                       {{u'2', tr("Stay signed in")}, [answer] { answer(false); }}});
    menu->setText(QList<TextLine>{{.left = question->text, .style = Style::strong()},
                                  {.left = question->hint, .maximumRows = 4}} +
                  facts);
    menu->setHelpText(question->hint);
    menu->setBackAction([this] {
        m_account.answer(false);
        return false;
    });
    navigator().open(std::move(menu));
}

} // namespace crema::terminal
