// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/attention_card.h"
#include "sync/store/database.h"

namespace crema::sync {

/// An open card, and the number of its operation in the queue of this device, if it was made here.
struct OpenCard {
    AttentionCard card;
    std::optional<std::int64_t> number;
};

/// The rows of what a person has to decide about. Failures are thrown as StorageFailure.
class AttentionRows
{
public:
    explicit AttentionRows(Database &database) : m_database(database) {}

    void save(const AttentionCard &card, const QByteArray &document);
    void remove(CardId id);
    [[nodiscard]] std::optional<AttentionCard> card(CardId id);
    /// Oldest first. `limit` 1 to 1000.
    [[nodiscard]] QList<OpenCard> open(int limit, int offset);
    [[nodiscard]] std::int64_t openCount();

private:
    Database &m_database;
};

} // namespace crema::sync
