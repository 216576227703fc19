// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/apply_gift_cards.h"

#include "models/base/planted.h"
#include "models/feed/gift_card_codec.h"
#include "models/giftcards/gift_ledger.h"
#include "models/operations/gift_card_bodies.h"
#include "models/operations/refusals.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTimeZone>

namespace crema {
namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::Operation)
};

Problem otherCurrency()
{
    return {ProblemKind::Invalid,
            QStringLiteral("gift_card.currency"),
            Texts::tr("The card is in another currency."),
            Texts::tr("Adjust it in its own currency."),
            {}};
}

/// One of which documents told before it was made: it keeps what they moved.
bool isOnlyHeardOf(const GiftCard &card)
{
    return !card.isStoreCredit() && card.codeHash.isEmpty();
}

/// What an entry is booked on; one that nobody knows is made of what the document says, so that nothing is lost.
GiftCard accountFor(const GiftEntry &entry, const Sale &sale, Aggregates &aggregates, QStringList &reviews)
{
    if (const std::optional<GiftCard> known = aggregates.giftCard(entry.card))
        return *known;
    const Currency currency = entry.amount.currency();
    if (sale.customer && storeCreditId(*sale.customer, currency) == entry.card)
        return emptyStoreCredit(*sale.customer, currency);
    reviews.append(QStringLiteral("gift_card.unknown"));
    GiftCard card;
    card.id = entry.card;
    card.balance = Money(0, currency);
    return card;
}

/// A place may be a day behind UTC: no card ends there before its day has.
QDate earliestDayOf(UtcTime at)
{
    return QDateTime::fromMSecsSinceEpoch(at.msSinceEpoch(), QTimeZone::utc()).date().addDays(-1);
}

void reviewEntry(const GiftCard &after, const GiftEntry &entry, QStringList &reviews)
{
    const bool isBlocked = after.state == GiftCardState::Blocked;
    if (isBlocked && entry.kind != GiftEntryKind::PaidBack)
        reviews.append(QStringLiteral("gift_card.blocked"));
    if (entry.kind != GiftEntryKind::Redeemed)
        return;
    if (after.isExpiredOn(earliestDayOf(entry.at)))
        reviews.append(QStringLiteral("gift_card.expired"));
    if (after.balance.isNegative())
        reviews.append(QStringLiteral("gift_card.overdrawn"));
}

} // namespace

Effect applyGiftCardCreate(const Operation &operation, Aggregates &aggregates, MergeMode)
{
    const Result<GiftCard> body = body::readGiftCardCreate(operation);
    if (!body)
        return unreadableFor(body.error());
    const Result<GiftCard> checked = checkedGiftCard(*body);
    if (!checked)
        return refusedFor(checked.error());
    GiftCard card = *checked;
    if (const std::optional<GiftCard> known = aggregates.giftCard(card.id)) {
        if (!isOnlyHeardOf(*known))
            return subjectIsThere();
        card.balance = known->balance;
        card.state = known->state; // somebody may have blocked it meanwhile
        if (known->expires)
            card.expires = known->expires; // or said when it ends: no document does
    }
    aggregates.save(card);
    return {};
}

Effect applyGiftCardEdit(const Operation &operation, Aggregates &aggregates, MergeMode mode)
{
    const EditableFields &allowed = body::giftCardFields();
    const Result<Edit> edit = readEdit(operation.body, allowed);
    if (!edit)
        return unreadableFor(edit.error());
    const std::optional<GiftCard> current = aggregates.giftCard(GiftCardId(operation.subject.id));
    if (!current)
        return subjectIsGone();
    const MergeResult merge = mergeEdit(codec::toJson(*current), *edit, allowed, mode);
    const Result<GiftCard> card = codec::readGiftCard(merge.entity).and_then(&checkedGiftCard);
    if (!card)
        return refusedFor(card.error());
    if (!(*card == *current))
        aggregates.save(*card);
    return {merge.conflicts.isEmpty() ? Outcome::Applied : Outcome::Conflict, std::nullopt, merge.conflicts, {}};
}

Effect applyGiftCardAdjust(const Operation &operation, Aggregates &aggregates, MergeMode)
{
    const Result<body::GiftCardAdjust> body = body::readGiftCardAdjust(operation);
    if (!body)
        return unreadableFor(body.error());
    const GiftCardId id(operation.subject.id);
    std::optional<GiftCard> card = aggregates.giftCard(id);
    const Currency currency = body->amount.currency();
    if (!card && body->customer && storeCreditId(*body->customer, currency) == id)
        card = emptyStoreCredit(*body->customer, currency);
    if (!card)
        return subjectIsGone();
    if (card->balance.currency() != currency)
        return refusedFor(otherCurrency());
    const GiftEntry entry{id,           operation.id.value(), 0, GiftEntryKind::Adjusted, body->amount,
                          body->reason, operation.occurredAt};
    aggregates.save(withEntry(*card, entry));
    aggregates.add(entry);
    return {};
}

void bookGiftCards(const Operation &, const Sale &sale, Aggregates &aggregates, QStringList &reviews)
{
    for (const Payment &payment : sale.payments) {
        if (lacksItsCard(payment, sale.customer))
            reviews.append(QStringLiteral("gift_card.unknown"));
    }
    const QList<GiftEntry> entries = giftEntriesOf(sale);
    for (const GiftEntry &entry : entries) {
        if (CREMA_PLANTED(RedeemsUnbooked) && entry.kind == GiftEntryKind::Redeemed)
            continue;
        const GiftCard before = accountFor(entry, sale, aggregates, reviews);
        if (before.balance.currency() != entry.amount.currency()) {
            reviews.append(QStringLiteral("gift_card.other_currency"));
            continue;
        }
        const GiftCard after = withEntry(before, entry);
        reviewEntry(after, entry, reviews);
        aggregates.save(after);
    }
}

} // namespace crema
