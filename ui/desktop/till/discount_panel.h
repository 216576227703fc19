// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desktop/till/cart_step_panel.h"

class QLineEdit;

namespace crema::desktop {

class FormField;
class TouchButton;
class WrapLayout;

/// Takes something off a line or off the sale: how much, in percent or as an amount, and why.
class DiscountPanel final : public CartStepPanel
{
    Q_OBJECT

public:
    DiscountPanel(const Theme &theme, CartStepPresenter &steps);

    void arrive() override;

private:
    void makeValue();
    void makeReason();
    void makeButtons();
    void showReasons();
    void showState();
    void setKind(const QString &kind);
    [[nodiscard]] QString valueText() const;
    void noteTyped();
    void give();

    ChoiceRow *m_kind;
    QLineEdit *m_value;
    QLineEdit *m_reason;
    FormField *m_valueField = nullptr;
    FormField *m_reasonField = nullptr;
    QWidget *m_rates;
    WrapLayout *m_usual;
    QStringList m_reasons; ///< those of the buttons
    QLabel *m_now;
    TouchButton *m_takeAway;
};

} // namespace crema::desktop
