// SPDX-License-Identifier: GPL-3.0-or-later
// What is on gift cards is the sum of the documents, at every moment: no value is lost, and none is there twice. Added
// up by itself, without a line of the product.
#include "tests/simulation/world/platform_watch.h"

namespace crema::simulation {

void PlatformWatch::notePayments(const Sale &sale)
{
    for (const SaleLine &line : sale.lines) {
        if (line.giftCard)
            m_gifts[*line.giftCard] += line.gross.minor();
    }
    for (const Payment &payment : sale.payments) {
        if (payment.method == PaymentMethod::Cash)
            m_taken[sale.shift] += payment.tendered.minor() - payment.change.minor();
        if (payment.giftCard)
            m_gifts[*payment.giftCard] -= payment.amount.minor() + payment.tip.minor();
        else if (payment.method == PaymentMethod::StoreCredit && sale.customer)
            m_gifts[storeCreditId(*sale.customer, payment.amount.currency())] -= payment.amount.minor();
    }
}

void PlatformWatch::lookAtGiftCards()
{
    const MemoryState &now = m_database.state;
    QHash<GiftCardId, std::int64_t> adjusted;
    for (const GiftEntry &entry : now.giftAdjustments)
        adjusted[entry.card] += entry.amount.minor();
    for (const auto &card : now.giftCards) {
        const std::int64_t sum = m_gifts.value(card.value.id) + adjusted.value(card.value.id);
        if (card.value.balance.minor() != sum) {
            object(
                QStringLiteral("%1 are on a gift card, its documents say %2").arg(card.value.balance.minor()).arg(sum));
        }
    }
    for (auto moved = m_gifts.constBegin(); moved != m_gifts.constEnd(); ++moved) {
        if (!now.giftCards.contains(moved.key()))
            object(QStringLiteral("what was moved on a gift card is on none"));
    }
}

} // namespace crema::simulation
