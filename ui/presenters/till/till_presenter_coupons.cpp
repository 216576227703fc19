// SPDX-License-Identifier: GPL-3.0-or-later
// The presenter's coupons: a code that was typed or scanned lets a promotion hold, and the cart says what it gives.
#include "models/pricing/pricing_occasion.h"
#include "ui/presenters/till/till_presenter.h"

namespace crema {

bool TillPresenter::takeCoupon(const QString &typed, const Promotion &promotion)
{
    const QString code = couponCode(typed);
    if (!prepareSale()) // says why
        return false;
    if (m_sale.cart().coupons.contains(code)) {
        say(Tone::Warning, tr("The coupon %1 is taken already.").arg(code), tr("It counts once in a sale."));
        return false;
    }
    if (!m_sale.addCoupon(code)) {
        say(Tone::Warning, tr("A sale takes %n coupons, so this one was not taken.", nullptr, int(maxShownCoupons)),
            tr("Leave one of the others out first."));
        return false;
    }
    say(Tone::Ok, tr("The coupon %1 is taken: %2.", "code, promotion").arg(code, promotion.name));
    cartChangedByHand();
    return true;
}

void TillPresenter::removeCoupon(const QString &code)
{
    const QString its = code; // it may stand in the list that is made anew
    if (changeCart([&its](TillSale &sale) { return sale.removeCoupon(its); }))
        say(Tone::Neutral, tr("The coupon %1 is left out.").arg(its), tr("Undo brings it back."));
}

void TillPresenter::couponScanned(const QString &code, const Result<Promotion> &promotion)
{
    if (promotion && takeCoupon(code, *promotion)) {
        Q_EMIT codeFound(code);
        return;
    }
    m_payWhenReady = false;
    if (!promotion)
        say(promotion.error());
    Q_EMIT codeRefused(code);
}

void TillPresenter::askCoupons()
{
    if (m_sale.cart().coupons.isEmpty())
        m_coupons.clear();
    else
        readCoupons(this, m_stop.get_token(), m_cartRevision);
}

QCoro::Task<> TillPresenter::readCoupons(Self self, std::stop_token stop, std::uint64_t revision)
{
    const sync::SaleDraft draft = self->m_sale.draft();
    const Result<QList<CouponStanding>> standings = co_await self->m_desk.couponsOf(draft);
    if (stop.stop_requested() || !self || revision != self->m_cartRevision || !standings)
        co_return;
    if (self->m_mode == TillMode::ChangeDue)
        co_return; // what was paid stands there now
    self->m_coupons = *standings;
    self->refreshTotals();
}

} // namespace crema
