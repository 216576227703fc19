// SPDX-License-Identifier: GPL-3.0-or-later
// Gift cards and what was adjusted on them, as the platform keeps them.
#include "tests/simulation/platform/memory_unit_storage.h"
#include "tests/simulation/platform/memory_writes.h"

namespace crema::simulation {

using platform::Stored;

std::optional<Stored<GiftCard>> MemoryUnitStorage::giftCard(GiftCardId id)
{
    letOthersIn();
    const auto card = m_database.state.giftCards.constFind(id);
    return card == m_database.state.giftCards.constEnd() ? std::nullopt : std::optional(*card);
}

void MemoryUnitStorage::write(const QList<Stored<GiftCard>> &cards)
{
    m_writes.append([cards](MemoryState &state) {
        for (const Stored<GiftCard> &card : cards)
            putRevised(state.giftCards, card.value.id, card);
    });
}

void MemoryUnitStorage::write(const QList<GiftEntry> &entries)
{
    m_writes.append([entries](MemoryState &state) {
        for (const GiftEntry &entry : entries) {
            if (state.giftAdjustments.contains(entry.document))
                failWith("23505");
            state.giftAdjustments.insert(entry.document, entry);
        }
    });
}

} // namespace crema::simulation
