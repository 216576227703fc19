// SPDX-License-Identifier: GPL-3.0-or-later
// The presenter's ways to pay back: as it was paid, in cash, as store credit, to a gift card that is scanned.
#include "ui/presenters/selling/return_presenter.h"

namespace crema {

QList<RefundTo> ReturnPresenter::ways() const
{
    QList<RefundTo> ways{RefundTo::Original};
    if (hasOtherMethods())
        ways.append(RefundTo::Cash);
    if (m_sale && m_sale->sale.sale.customer)
        ways.append(RefundTo::StoreCredit);
    if (m_giftCard)
        ways.append(RefundTo::GiftCard);
    return ways;
}

QString ReturnPresenter::wayName(RefundTo way)
{
    switch (way) {
    case RefundTo::Original: return tr("As it was paid");
    case RefundTo::Cash: return tr("In cash");
    case RefundTo::GiftCard: return tr("To the gift card");
    case RefundTo::StoreCredit: return tr("As store credit");
    }
    return {};
}

QCoro::Task<> ReturnPresenter::findCard(Self self, std::stop_token stop, QString code)
{
    const Result<sync::GiftCardView> found = co_await self->m_desk.giftCard(code);
    if (stop.stop_requested() || !self || self->m_step != ReturnStep::Choosing || self->m_isRecording)
        co_return;
    if (!found) {
        self->fail(found.error());
        co_return;
    }
    self->m_giftCard = found->card.id;
    self->m_to = RefundTo::GiftCard;
    self->compute();
}

} // namespace crema
