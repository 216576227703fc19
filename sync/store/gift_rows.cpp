// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/gift_rows.h"

#include "models/feed/gift_card_codec.h"
#include "sync/store/documents.h"

namespace crema::sync {
namespace {

QList<GiftEntry> entriesOf(GiftCardId card, Rows rows)
{
    QList<GiftEntry> result;
    while (rows.next()) {
        const auto kind = giftEntryKindFromText(rows.text(2));
        const auto currency = Currency::fromCode(rows.text(4));
        if (!kind || !currency)
            continue;
        result.append({card,
                       rows.uuid(0),
                       static_cast<std::int32_t>(rows.integer(1)),
                       *kind,
                       Money(rows.integer(3), *currency),
                       {},
                       UtcTime(rows.integer(5))});
    }
    return result;
}

} // namespace

void GiftRows::save(const GiftCard &card, const QByteArray &document)
{
    // An empty text, and never NULL.
    const QString hash = card.codeHash.isNull() ? QStringLiteral("") : card.codeHash;
    m_database.run("save_gift_card", {card.id, hash, card.customer, document});
}

void GiftRows::remove(GiftCardId id)
{
    m_database.run("delete_gift_card", {id});
}

std::optional<GiftCard> GiftRows::card(GiftCardId id)
{
    Rows rows = m_database.query("read_gift_card", {id});
    return rows.next() ? std::optional(entityOf(rows.bytes(0), &codec::readGiftCard)) : std::nullopt;
}

std::optional<GiftCard> GiftRows::cardWithHash(const QString &hash)
{
    Rows rows = m_database.query("find_gift_card", {hash});
    return rows.next() ? std::optional(entityOf(rows.bytes(0), &codec::readGiftCard)) : std::nullopt;
}

QList<GiftCard> GiftRows::cards(int limit)
{
    QList<GiftCard> result;
    Rows rows = m_database.query("list_gift_cards", {limit});
    while (rows.next())
        result.append(entityOf(rows.bytes(0), &codec::readGiftCard));
    return result;
}

void GiftRows::keepEntriesOf(const Sale &sale)
{
    const QList<GiftEntry> entries = giftEntriesOf(sale);
    for (const GiftEntry &entry : entries) {
        m_database.run("save_gift_entry", {entry.card, entry.document, static_cast<std::int64_t>(entry.place),
                                           giftEntryKindText(entry.kind), entry.amount.minor(),
                                           entry.amount.currency().code(), entry.at.msSinceEpoch()});
    }
}

QList<GiftEntry> GiftRows::entries(GiftCardId id, int limit)
{
    return entriesOf(id, m_database.query("list_gift_entries", {id, limit}));
}

QList<GiftEntry> GiftRows::redeemedHere(GiftCardId id, RegisterId reg, UtcTime since)
{
    return entriesOf(id, m_database.query("list_redeemed_here", {id, reg, since.msSinceEpoch()}));
}

} // namespace crema::sync
