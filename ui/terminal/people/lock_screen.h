// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "ui/presenters/people/lock_presenter.h"
#include "ui/terminal/application/menu_screen.h"
#include "ui/terminal/widgets/list.h"

namespace crema::terminal {

/// Who works at this device: choose the person by number, then type the PIN. Stands in front of everything until
/// somebody is signed in; the application opens and closes it with the presenter's mode.
class LockScreen final : public TerminalScreen
{
    Q_OBJECT

public:
    LockScreen(Navigator &navigator, Clock &clock, MenuEnter enter, LockPresenter &lock);

    [[nodiscard]] Page page() const override;
    [[nodiscard]] QList<TerminalAction> actions() override;
    [[nodiscard]] QString helpText() const override;
    [[nodiscard]] LineEdit *field() override { return &m_field; }
    [[nodiscard]] bool mustBeAnswered() const override { return true; }
    bool key(const KeyEvent &event) override;
    void submit(const QString &text) override;
    void scan(const QString &code) override;
    bool back() override;
    [[nodiscard]] bool isWorking() const override { return m_lock.isBusy() || m_lock.passwordCode().isBusy(); }

private:
    enum class Step { Person, Pin, Mail, Password, Code, MailedCode, NewPassword };

    void refresh();
    void showMessage();
    void showPasswordCode();
    /// Opens what sets an authenticator up, where the shop asks for one.
    void followSetUp();
    /// The platform asks for a code, or does no more.
    void followCode();
    void settle();
    void choose(qsizetype row);
    void tryPin(const QString &digits);
    [[nodiscard]] QString promptLabel() const;
    [[nodiscard]] QString chosenName() const;

    Clock &m_clock;
    MenuEnter m_enter;
    LockPresenter &m_lock;
    Step m_step = Step::Person;
    bool m_isSettingUp = false;
    List m_list;
    LineEdit m_field;
    QString m_mail;
    QString m_mailedCode;
    std::int64_t m_messageNumber = 0;
    std::int64_t m_codeMessageNumber = 0;
    std::unique_ptr<Timer> m_pause;
};

} // namespace crema::terminal
