// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/people/password_presenter.h"
#include "ui/terminal/application/terminal_screen.h"

namespace crema::terminal {

/// Another password of one's own: the present one, the new one, the new one again. What is typed is gone once it is
/// sent or the screen is left.
class PasswordScreen final : public TerminalScreen
{
    Q_OBJECT

public:
    PasswordScreen(Navigator &navigator, PasswordPresenter &password);
    ~PasswordScreen() override;

    [[nodiscard]] Page page() const override;
    [[nodiscard]] QString helpText() const override;
    [[nodiscard]] LineEdit *field() override { return &m_field; }
    void submit(const QString &text) override;
    void scan(const QString &code) override;
    bool back() override;
    [[nodiscard]] bool isWorking() const override { return m_password.isBusy(); }

private:
    enum class Step { Present, New, Again };

    void goTo(Step step);
    void follow();
    [[nodiscard]] QString promptText() const;

    PasswordPresenter &m_password;
    Step m_step = Step::Present;
    LineEdit m_field;
    QString m_present;
    QString m_new;
};

} // namespace crema::terminal
