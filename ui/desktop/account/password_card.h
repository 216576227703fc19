// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;

namespace crema {
class PasswordPresenter;
}

namespace crema::desktop {

class FormField;
class MessageStrip;
class Theme;
class TouchButton;

/// Another password of one's own. What is typed is gone once it counts or is not seen any more.
class PasswordCard final : public QWidget
{
    Q_OBJECT

public:
    PasswordCard(const Theme &theme, PasswordPresenter &presenter, QWidget *parent = nullptr);

    void clear();
    void focusFields();

protected:
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    void showState();
    void submit();

    const Theme &m_theme;
    PasswordPresenter &m_presenter;
    QLineEdit *m_present;
    QLineEdit *m_new;
    QLineEdit *m_again;
    FormField *m_presentField;
    FormField *m_newField;
    FormField *m_againField;
    TouchButton *m_submit;
    MessageStrip *m_message;
};

} // namespace crema::desktop
