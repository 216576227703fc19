// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/till/cart_step_face.h"

#include "ui/presenters/till/cart_step_presenter.h"

namespace crema::desktop {

CartStepFace::CartStepFace(const Theme &theme, CartStepPresenter &steps, OpenCartPresenter &openCart)
    : m_steps(steps), m_discount(*this, [&theme, &steps] { return new DiscountPanel(theme, steps); }),
      m_note(*this, [&theme, &steps] { return new NotePanel(theme, steps); }),
      m_customerNote(*this, [&theme, &steps] { return new CustomerNotePanel(theme, steps); }),
      m_customer(*this, [&theme, &steps] { return new CartCustomerPanel(theme, steps); }),
      m_points(*this, [&theme, &steps] { return new PointsPanel(theme, steps); }),
      m_hold(*this, [&theme, &steps] { return new HoldPanel(theme, steps); }),
      m_parked(*this, [&theme, &steps, &openCart] { return new ParkedPanel(theme, steps, openCart); }),
      m_priceCheck(*this, [&theme, &steps] { return new PriceCheckPanel(theme, steps); }),
      m_why(*this, [&theme, &steps] { return new WhyPanel(theme, steps); }),
      m_coupon(*this, [&theme, &steps] { return new CouponPanel(theme, steps); })
{
    setObjectName(QStringLiteral("cartStepFace"));
}

void CartStepFace::comeBack()
{
    if (m_shown != m_steps.step() || currentWidget() == nullptr)
        showStep();
    else if (QWidget *last = currentWidget()->focusWidget(); last != nullptr)
        last->setFocus();
}

void CartStepFace::showStep()
{
    m_shown = m_steps.step();
    switch (m_steps.step()) {
    case CartStep::None: break;
    case CartStep::Discount: m_discount.show()->arrive(); break;
    case CartStep::Note: m_note.show()->arrive(); break;
    case CartStep::CustomerNote: m_customerNote.show()->arrive(); break;
    case CartStep::Customer: m_customer.show()->arrive(); break;
    case CartStep::Points: m_points.show()->arrive(); break;
    case CartStep::Hold: m_hold.show()->arrive(); break;
    case CartStep::Parked: m_parked.show()->arrive(); break;
    case CartStep::PriceCheck: m_priceCheck.show()->arrive(); break;
    case CartStep::Why: m_why.show()->arrive(); break;
    case CartStep::Coupon: m_coupon.show()->arrive(); break;
    }
}

} // namespace crema::desktop
