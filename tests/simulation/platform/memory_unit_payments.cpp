// SPDX-License-Identifier: GPL-3.0-or-later
// Payment intents, as the platform keeps them.
#include "tests/simulation/platform/memory_unit_storage.h"
#include "tests/simulation/platform/memory_writes.h"

namespace crema::simulation {

using platform::Stored;

std::optional<Stored<PaymentIntent>> MemoryUnitStorage::paymentIntent(PaymentIntentId id)
{
    letOthersIn();
    const auto intent = m_database.state.paymentIntents.constFind(id);
    return intent == m_database.state.paymentIntents.constEnd() ? std::nullopt : std::optional(*intent);
}

QList<PaymentIntentId> MemoryUnitStorage::paymentIntentsOf(ShiftId shift)
{
    letOthersIn();
    QList<PaymentIntentId> ids;
    for (const Stored<PaymentIntent> &intent : std::as_const(m_database.state.paymentIntents)) {
        if (intent.value.shift == shift)
            ids.append(intent.value.id);
    }
    return ids;
}

void MemoryUnitStorage::write(const QList<Stored<PaymentIntent>> &intents)
{
    m_writes.append([intents](MemoryState &state) {
        for (const Stored<PaymentIntent> &intent : intents) {
            putRevised(state.paymentIntents, intent.value.id, intent);
            const bool isDue = intent.value.isForProvider();
            state.paymentTurns[intent.value.id].dueAt = isDue ? std::optional(UtcTime(0)) : std::nullopt;
        }
    });
}

} // namespace crema::simulation
