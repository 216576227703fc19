// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;

namespace crema {
class SignInPresenter;
}

namespace crema::desktop {

class FormField;
class MessageStrip;
class Theme;
class TouchButton;

/// Mail address and password for the platform, then a code where there is an authenticator. What is typed is gone once
/// it is sent or not seen any more.
class SignInCard final : public QWidget
{
    Q_OBJECT

public:
    SignInCard(const Theme &theme, SignInPresenter &presenter, QWidget *parent = nullptr);

    /// Empty fields, with the address of whoever works here.
    void clear();
    /// To the first field that is empty.
    void focusFields();

protected:
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    void showState();
    void submit();

    const Theme &m_theme;
    SignInPresenter &m_presenter;
    QLineEdit *m_email;
    QLineEdit *m_password;
    QLineEdit *m_code;
    FormField *m_emailField;
    FormField *m_passwordField;
    FormField *m_codeField;
    TouchButton *m_submit;
    TouchButton *m_back;
    MessageStrip *m_message;
};

} // namespace crema::desktop
