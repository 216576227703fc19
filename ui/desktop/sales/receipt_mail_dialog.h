// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLineEdit;

namespace crema {
class ReceiptMailPresenter;
}

namespace crema::desktop {

class FormField;
class Theme;
class TouchButton;

/// The address that a receipt is mailed to. It closes when the receipt is on its way. Not modal to the program's
/// events: open it with open(). The presenter outlives it.
class ReceiptMailDialog final : public QDialog
{
    Q_OBJECT

public:
    ReceiptMailDialog(const Theme &theme, ReceiptMailPresenter &presenter, QWidget *window);

private:
    void makeFeet();
    void showState();
    void send();

    const Theme &m_theme;
    ReceiptMailPresenter &m_presenter;
    QLineEdit *m_address;
    FormField *m_field;
    TouchButton *m_send;
};

} // namespace crema::desktop
