// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QGridLayout;
class QLabel;
class QLineEdit;

namespace crema {
class AuthenticatorPresenter;
}

namespace crema::desktop {

class FormField;
class MessageStrip;
class QrCodeView;
class Theme;
class TouchButton;

/// Sets an authenticator up, step by step in the same place: password, QR code with the first code, recovery codes.
/// What is typed is gone once it is sent or not seen any more.
class AuthenticatorCard final : public QWidget
{
    Q_OBJECT

public:
    AuthenticatorCard(const Theme &theme, AuthenticatorPresenter &presenter, QWidget *parent = nullptr);

    void clear();
    /// Begins, or goes on where it was left.
    void begin();

protected:
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    [[nodiscard]] QWidget *makeStart();
    [[nodiscard]] QWidget *makePassword();
    [[nodiscard]] QWidget *makeCode();
    [[nodiscard]] QWidget *makeCodes();
    [[nodiscard]] TouchButton *makeCancel(const char *objectName);
    void showState();
    void showStep();
    void showCodes();
    void showMessage();
    void showQuestion();
    void focusStep();
    void submitPassword();
    void submitCode();
    void copyCodes();
    void chooseFile();

    const Theme &m_theme;
    AuthenticatorPresenter &m_presenter;
    QLineEdit *m_password;
    QLineEdit *m_code;
    QrCodeView *m_qr;
    QLabel *m_secret;
    QGridLayout *m_codes;
    MessageStrip *m_question;
    MessageStrip *m_message;
    QList<TouchButton *> m_submits; ///< those that ask the platform
    QList<QWidget *> m_steps;       ///< in the order of AuthenticatorStep
    bool m_isCopied = false;
};

} // namespace crema::desktop
