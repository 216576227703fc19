// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QLineEdit;
class QStackedWidget;

namespace crema {
class LockPresenter;
}

namespace crema::desktop {

class AuthenticatorCard;
class PasswordCodeForm;
class PeopleList;
class Theme;
class TouchButton;

/// What the lock shows: the people of the shop, beside them the PIN pad or the form for mail address and password.
class LockCard final : public QWidget
{
    Q_OBJECT

public:
    LockCard(const Theme &theme, LockPresenter &presenter, QWidget *parent = nullptr);

    /// As the lock comes up: nothing typed, the PIN asked for.
    void begin();
    void askPassword(bool asked);
    /// Also while a password is set by a code that was mailed.
    [[nodiscard]] bool isAskingPassword() const;
    /// Leads from the PIN to mail address and password, and back.
    [[nodiscard]] const QWidget *passwordButton() const;
    /// "Who takes over?", or that the till is locked.
    [[nodiscard]] static QString titleOf(const LockPresenter &presenter);

Q_SIGNALS:
    /// The digits go to the lock itself again, which should have the focus.
    void pinWanted();

private:
    QWidget *makePad();
    QWidget *makePasswordForm();
    void showState();
    void showCodeStep();
    void showSetUp();
    void signIn();
    void askPasswordCode();

    const Theme &m_theme;
    LockPresenter &m_presenter;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_dots;
    QLabel *m_message;
    QLabel *m_hint;
    PeopleList *m_people;
    QHBoxLayout *m_middle;
    AuthenticatorCard *m_authenticator = nullptr; ///< made when the shop asks somebody for one
    QStackedWidget *m_side;
    TouchButton *m_unlock;
    TouchButton *m_cancel;
    TouchButton *m_toPassword;
    QLineEdit *m_mail;
    QLineEdit *m_password;
    QWidget *m_codeStep;
    QLineEdit *m_code;
    TouchButton *m_signIn;
    TouchButton *m_toCode;
    PasswordCodeForm *m_codeForm;
};

} // namespace crema::desktop
