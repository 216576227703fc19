// SPDX-License-Identifier: GPL-3.0-or-later
// The step in which somebody types the code of a coupon, or scans it.
#include "models/pricing/pricing_occasion.h"
#include "ui/presenters/till/cart_step_presenter.h"
#include "ui/presenters/till/coupon_words.h"

namespace crema {

void CartStepPresenter::enterCoupon(const QString &typed)
{
    m_couponProblem.clear();
    if (typed.trimmed().isEmpty()) {
        m_couponProblem = tr("Type the code that stands on the coupon, or scan it.");
        Q_EMIT changed();
        return;
    }
    if (couponCode(typed).isEmpty()) {
        m_couponProblem = tr("“%1” is no code of a coupon: it has 3 to 40 letters, digits and dashes.").arg(typed);
        Q_EMIT changed();
        return;
    }
    readCoupon(this, typed, m_visit, false);
}

QCoro::Task<> CartStepPresenter::readCoupon(QPointer<CartStepPresenter> self, QString typed, int visit, bool isScanned)
{
    const Result<Promotion> promotion = co_await self->m_desk.promotionOfCoupon(typed);
    if (self && self->m_step == CartStep::Coupon && self->m_visit == visit)
        self->couponAnswered(typed, promotion, isScanned);
}

void CartStepPresenter::couponAnswered(const QString &typed, const Result<Promotion> &promotion, bool isScanned)
{
    if (promotion && m_till.takeCoupon(typed, *promotion)) {
        Q_EMIT couponTaken();
        close();
        return;
    }
    if (!promotion)
        m_couponProblem = promotion.error().message + QLatin1Char(' ') + promotion.error().hint;
    else if (m_till.message())
        m_couponProblem = m_till.message()->text + QLatin1Char(' ') + m_till.message()->hint;
    if (isScanned)
        m_till.refuseCode(typed, promotion ? m_couponProblem : promotion.error().message,
                          promotion ? QString() : promotion.error().hint);
    Q_EMIT changed();
}

} // namespace crema
