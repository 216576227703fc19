// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/shop_presenters.h"
#include "ui/terminal/application/list_screen.h"

namespace crema::terminal {

/// One's own account: where one is signed in, and the ways to another password and to an authenticator; of somebody
/// else, where they are. Whoever the platform does not know yet signs in first.
class AccountScreen final : public ListScreen
{
    Q_OBJECT

public:
    /// `account` is the one of the shop, or its sessions of a person.
    AccountScreen(Navigator &navigator, Clock &clock, MenuEnter enter, ShopPresenters &shop, AccountPresenter &account);
    ~AccountScreen() override;

    [[nodiscard]] Page page() const override;
    [[nodiscard]] QList<TerminalAction> actions() override;
    [[nodiscard]] QString helpText() const override;
    bool key(const KeyEvent &event) override;
    void submit(const QString &text) override;
    void scan(const QString &code) override;
    bool back() override;
    [[nodiscard]] bool isWorking() const override;

private:
    enum class Step { Email, Password };

    void refresh();
    void restart();
    void tellProblem();
    void takeSignIn(const QString &text);
    void openRow(qsizetype row) override;
    void openAuthenticator();
    void openSession(qsizetype row);
    void ask(const QList<TextLine> &facts);
    [[nodiscard]] bool isSigningIn() const { return m_account.phase() == AccountPhase::SignIn; }
    [[nodiscard]] bool hasSeveralOthers() const;
    [[nodiscard]] QString promptText() const;
    [[nodiscard]] QString sentence() const;

    ShopPresenters &m_shop;
    AccountPresenter &m_account;
    Step m_step = Step::Email;
    QString m_email;
    QString m_said; ///< the problem that was told
};

} // namespace crema::terminal
