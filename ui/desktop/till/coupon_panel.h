// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desktop/till/cart_step_panel.h"

class QLineEdit;

namespace crema::desktop {

class FormField;

/// Asks for the code of a coupon, which may be typed or scanned, and shows those that the sale has.
class CouponPanel final : public CartStepPanel
{
    Q_OBJECT

public:
    CouponPanel(const Theme &theme, CartStepPresenter &steps);

    void arrive() override;

private:
    void showState();

    QLineEdit *m_code;
    FormField *m_field;
};

} // namespace crema::desktop
