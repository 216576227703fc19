// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/giftcards/gift_ledger.h"

#include "models/base/enum_names.h"
#include "models/base/planted.h"
#include "models/money/checked.h"

namespace crema {
namespace {

constexpr std::array kindNames{
    EnumName<GiftEntryKind>{GiftEntryKind::Loaded, u"loaded"},
    EnumName<GiftEntryKind>{GiftEntryKind::Redeemed, u"redeemed"},
    EnumName<GiftEntryKind>{GiftEntryKind::PaidBack, u"paid_back"},
    EnumName<GiftEntryKind>{GiftEntryKind::Adjusted, u"adjusted"},
};

/// A tip is not in the amount of a payment, but whoever pays with a card gives it from there as well.
Money takenBy(const Payment &payment)
{
    const bool hasTip = payment.tip.currency() == payment.amount.currency();
    return hasTip ? checkedAdd(payment.amount, payment.tip).value_or(payment.amount) : payment.amount;
}

} // namespace

QString giftEntryKindText(GiftEntryKind kind)
{
    return enumText(kindNames, kind);
}

std::optional<GiftEntryKind> giftEntryKindFromText(QStringView text)
{
    return enumFromText<GiftEntryKind>(kindNames, text);
}

std::optional<GiftCardId> cardOf(const Payment &payment, const std::optional<CustomerId> &customer)
{
    if (payment.method == PaymentMethod::GiftCard)
        return payment.giftCard;
    if (payment.method == PaymentMethod::StoreCredit && customer)
        return storeCreditId(*customer, payment.amount.currency());
    return std::nullopt;
}

bool lacksItsCard(const Payment &payment, const std::optional<CustomerId> &customer)
{
    const bool isOfLedger = payment.method == PaymentMethod::GiftCard || payment.method == PaymentMethod::StoreCredit;
    return isOfLedger && !cardOf(payment, customer);
}

QList<GiftEntry> giftEntriesOf(const Sale &sale)
{
    QList<GiftEntry> entries;
    const auto append = [&](GiftCardId card, GiftEntryKind kind, const Money &amount) {
        const auto place = static_cast<std::int32_t>(entries.size());
        entries.append({card, sale.id.value(), place, kind, amount, {}, sale.completedAt});
    };
    for (const SaleLine &line : sale.lines) {
        if (line.giftCard)
            append(*line.giftCard, GiftEntryKind::Loaded, line.gross);
    }
    for (const Payment &payment : sale.payments) {
        const auto card = cardOf(payment, sale.customer);
        if (!card)
            continue;
        const Money taken = takenBy(payment);
        append(*card, taken.isNegative() ? GiftEntryKind::PaidBack : GiftEntryKind::Redeemed, -taken);
        if (CREMA_PLANTED(PaysBackTwice) && taken.isNegative())
            append(*card, GiftEntryKind::PaidBack, -taken);
    }
    return entries;
}

Money loadedBy(const Sale &sale)
{
    Money sum(0, sale.total.currency());
    for (const SaleLine &line : sale.lines) {
        if (line.giftCard)
            sum = checkedAdd(sum, line.gross).value_or(sum);
    }
    return sum;
}

GiftCard withEntry(GiftCard card, const GiftEntry &entry)
{
    card.balance = checkedAdd(card.balance, entry.amount).value_or(card.balance);
    return card;
}

} // namespace crema
