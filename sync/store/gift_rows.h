// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/giftcards/gift_ledger.h"
#include "sync/store/database.h"

namespace crema::sync {

/// The rows of gift cards and store credit, and of what sales moved on them as far as this store knows. Failures are
/// thrown as StorageFailure.
class GiftRows
{
public:
    explicit GiftRows(Database &database) : m_database(database) {}

    void save(const GiftCard &card, const QByteArray &document);
    void remove(GiftCardId id);
    [[nodiscard]] std::optional<GiftCard> card(GiftCardId id);
    /// `hash` as giftCodeHash() makes it.
    [[nodiscard]] std::optional<GiftCard> cardWithHash(const QString &hash);
    /// The newest first.
    [[nodiscard]] QList<GiftCard> cards(int limit);

    /// A document is never changed, so what it moved is the same whoever tells of it.
    void keepEntriesOf(const Sale &sale);
    /// The newest first.
    [[nodiscard]] QList<GiftEntry> entries(GiftCardId id, int limit);
    /// What a register took of it from `since` on, the newest first.
    [[nodiscard]] QList<GiftEntry> redeemedHere(GiftCardId id, RegisterId reg, UtcTime since);

private:
    Database &m_database;
};

} // namespace crema::sync
