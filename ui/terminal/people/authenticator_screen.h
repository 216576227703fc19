// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/people/authenticator_presenter.h"
#include "ui/terminal/application/menu_screen.h"

namespace crema::terminal {

/// Sets an authenticator up: password, secret and first code, recovery codes. The QR code is drawn where it has the
/// room, else the secret is there to type. It is not left with codes that nobody has kept, unless somebody insists.
class AuthenticatorScreen final : public TerminalScreen
{
    Q_OBJECT

public:
    AuthenticatorScreen(Navigator &navigator, Clock &clock, MenuEnter enter, AuthenticatorPresenter &authenticator);
    ~AuthenticatorScreen() override;

    [[nodiscard]] Page page() const override;
    [[nodiscard]] QList<TerminalAction> actions() override;
    [[nodiscard]] QString helpText() const override;
    [[nodiscard]] LineEdit *field() override { return &m_field; }
    void submit(const QString &text) override;
    void scan(const QString &code) override;
    bool back() override;
    [[nodiscard]] bool isWorking() const override { return m_authenticator.isBusy(); }
    [[nodiscard]] bool mustBeAnswered() const override { return m_isAtLock || hasCodes(); }
    /// Nobody is let in yet: nothing else is opened from here.
    void setAtLock() { m_isAtLock = true; }

private:
    void follow();
    void askToLeave();
    void save(const QString &typed);
    [[nodiscard]] bool hasCodes() const { return m_authenticator.step() == AuthenticatorStep::Codes; }
    [[nodiscard]] bool hasMoreCodes() const { return m_shownCodes < m_authenticator.recoveryCodes().size(); }
    [[nodiscard]] QString promptText() const;
    [[nodiscard]] Canvas codesBlock(const Layout &layout) const;

    Clock &m_clock;
    MenuEnter m_enter;
    AuthenticatorPresenter &m_authenticator;
    LineEdit m_field;
    bool m_isAtLock = false;
    bool m_isNamingFile = false;
    AuthenticatorStep m_step = AuthenticatorStep::Start; ///< that what was typed is for
    qsizetype m_firstCode = 0;
    mutable qsizetype m_shownCodes = 0; ///< as last drawn: the room decides
    std::optional<Problem> m_said;
    QString m_saidFile;
};

} // namespace crema::terminal
