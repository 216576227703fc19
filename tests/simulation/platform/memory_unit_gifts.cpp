// SPDX-License-Identifier: GPL-3.0-or-later
// Gift cards and what was adjusted on them, as the platform keeps them.
#include "models/operations/erased_operation.h"
#include "models/operations/operation_codec.h"
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

QList<Stored<platform::StoredOperation>> MemoryUnitStorage::adjustmentsFor(CustomerId customer)
{
    letOthersIn();
    QMap<OperationId, Stored<platform::StoredOperation>> adjustments;
    for (const Stored<platform::StoredOperation> &stored : std::as_const(m_database.state.operations)) {
        if (!isAdjustment(stored.value.type))
            continue;
        const Result<Operation> operation = readOperation(stored.value.payload);
        const auto card = m_database.state.giftCards.constFind(GiftCardId(stored.value.subject.id));
        const bool isOfCard = card != m_database.state.giftCards.constEnd() && card->value.customer == customer;
        if (isOfCard || (operation && creditedBy(*operation) == customer))
            adjustments.insert(stored.value.id, stored);
    }
    return adjustments.values();
}

void MemoryUnitStorage::eraseReasonsOf(CustomerId customer)
{
    m_writes.append([customer](MemoryState &state) {
        for (GiftEntry &entry : state.giftAdjustments) {
            const auto card = state.giftCards.constFind(entry.card);
            if (card != state.giftCards.constEnd() && card->value.customer == customer)
                entry.reason = erasedReason;
        }
        for (PointsEntry &entry : state.pointsAdjustments) {
            if (entry.customer == customer)
                entry.reason = erasedReason;
        }
    });
}

} // namespace crema::simulation
