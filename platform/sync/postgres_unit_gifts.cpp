// SPDX-License-Identifier: GPL-3.0-or-later
// Gift cards and what was adjusted on them in PostgreSQL.
#include "models/feed/gift_card_codec.h"
#include "models/operations/erased_operation.h"
#include "platform/sync/effect_rows.h"
#include "platform/sync/load_stored.h"
#include "platform/sync/postgres_unit_storage.h"

namespace crema::platform {

std::optional<Stored<GiftCard>> PostgresUnitStorage::giftCard(GiftCardId id)
{
    return load(m_transaction, "sales/load_gift_card", id, &codec::readGiftCard);
}

void PostgresUnitStorage::write(const QList<Stored<GiftCard>> &cards)
{
    writeGiftCards(m_transaction, cards);
}

void PostgresUnitStorage::write(const QList<GiftEntry> &entries)
{
    writeGiftEntries(m_transaction, entries);
}

void PostgresUnitStorage::eraseReasonsOf(CustomerId customer)
{
    m_transaction.run("sales/erase_gift_reasons", {customer, erasedReason});
    m_transaction.run("sales/erase_points_reasons", {customer, erasedReason});
}

} // namespace crema::platform
