// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desktop/till/cart_customer_panel.h"
#include "ui/desktop/till/coupon_panel.h"
#include "ui/desktop/till/discount_panel.h"
#include "ui/desktop/till/note_panel.h"
#include "ui/desktop/till/parked_panel.h"
#include "ui/desktop/till/points_panel.h"
#include "ui/desktop/till/price_check_panel.h"
#include "ui/desktop/widgets/late_panel.h"
#include "ui/presenters/till/cart_step_presenter.h"

namespace crema::desktop {

/// The steps of a sale besides ringing up, one in front; each is made when it is first needed.
class CartStepFace final : public QStackedWidget
{
    Q_OBJECT

public:
    CartStepFace(const Theme &theme, CartStepPresenter &steps, OpenCartPresenter &openCart);

    /// Brings the step to the front that is open.
    void showStep();
    /// The same where the page comes back into view: what was typed stays.
    void comeBack();

private:
    CartStepPresenter &m_steps;
    CartStep m_shown = CartStep::None;
    LatePanel<DiscountPanel> m_discount;
    LatePanel<NotePanel> m_note;
    LatePanel<CustomerNotePanel> m_customerNote;
    LatePanel<CartCustomerPanel> m_customer;
    LatePanel<PointsPanel> m_points;
    LatePanel<HoldPanel> m_hold;
    LatePanel<ParkedPanel> m_parked;
    LatePanel<PriceCheckPanel> m_priceCheck;
    LatePanel<WhyPanel> m_why;
    LatePanel<CouponPanel> m_coupon;
};

} // namespace crema::desktop
