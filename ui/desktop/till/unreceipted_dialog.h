// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QCheckBox;
class QLabel;
class QLineEdit;

namespace crema {
class UnreceiptedPresenter;
}

namespace crema::desktop {

class ChoiceBox;
class FormField;
class Theme;
class TouchButton;

/// The selected line comes back without a receipt: what is credited for it, why, and whether it goes back into stock.
/// Open it with open(); the presenter outlives it.
class UnreceiptedDialog final : public QDialog
{
    Q_OBJECT

public:
    UnreceiptedDialog(const Theme &theme, UnreceiptedPresenter &presenter, QWidget *window);

private:
    [[nodiscard]] TouchButton *makeButton(const char *name, const QString &text);
    void makeReason();
    void showState();

    const Theme &m_theme;
    UnreceiptedPresenter &m_presenter;
    QLabel *m_item;
    QLineEdit *m_price;
    FormField *m_priceField;
    ChoiceBox *m_reason;
    QCheckBox *m_restock;
    QLabel *m_approval;
    TouchButton *m_take;
};

} // namespace crema::desktop
