// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace crema {
class PasswordCodePresenter;
}

namespace crema::desktop {

class Theme;
class TouchButton;

/// Mail address, the code that was mailed, and the new password; a button asks for the code. The presenter outlives it.
class PasswordCodeForm final : public QWidget
{
    Q_OBJECT

public:
    PasswordCodeForm(const Theme &theme, PasswordCodePresenter &presenter, QWidget *parent = nullptr);

    /// As it comes up: nothing typed but the address, if that was typed before.
    void begin(const QString &mail);
    void forget();

protected:
    void hideEvent(QHideEvent *event) override;

private:
    void addField(QLineEdit &field, const char *name, const QString &label);
    void submit();
    void showState();

    const Theme &m_theme;
    PasswordCodePresenter &m_presenter;
    QVBoxLayout *m_column;
    QLineEdit *m_mail;
    QLineEdit *m_code;
    QLineEdit *m_password;
    TouchButton *m_ask;
    TouchButton *m_set;
    QLabel *m_message;
    QLabel *m_hint;
};

} // namespace crema::desktop
