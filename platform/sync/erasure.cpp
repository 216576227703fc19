// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sync/erasure.h"

#include "models/feed/entity_codec.h"
#include "models/feed/entity_types.h"
#include "models/operations/erased_operation.h"
#include "models/operations/operation_codec.h"
#include "models/operations/operation_types.h"

namespace crema::platform {

std::optional<CustomerId> Erasure::customerOf(const Operation &operation)
{
    // A decision about the card of a decision about a card: people stop at two or three.
    constexpr int mostDecisions = 50;
    SubjectRef subject = operation.subject;
    for (int i = 0; i < mostDecisions && subject.type == entity::attention; ++i) {
        const auto decided = m_unit.operation(OperationId(subject.id));
        if (!decided)
            return std::nullopt;
        subject = decided->subject;
    }
    return subject.type == entity::customer ? std::optional(CustomerId(subject.id)) : std::nullopt;
}

bool Erasure::isLate(const Operation &operation)
{
    if (operation.type == operation::customerErase)
        return false;
    const auto id = customerOf(operation);
    const auto customer = id ? m_unit.customer(*id) : std::nullopt;
    return customer && customer->isErased();
}

QList<OperationId> Erasure::run(CustomerId id, const std::optional<Customer> &before, const CardSettlement &settled)
{
    QList<OperationId> changed;
    QList<QByteArray> words{id.toString().toUtf8()};
    if (before)
        words += namesIn(codec::toJson(*before));
    const QList<StoredOperation> about = m_unit.operationsAbout(id.value());
    for (StoredOperation stored : about) {
        if (const auto card = m_unit.card(CardId(stored.id.value())))
            m_unit.save(erasedMark(*card, settled));
        const Result<Operation> operation = readOperation(stored.payload);
        const bool isErasure = stored.type == operation::customerErase || stored.id == settled.operation;
        if (isErasure || (operation && isErasedMark(*operation)))
            continue;
        words += operation ? namesIn(operation->body) : QList<QByteArray>();
        Operation mark = operation.value_or(Operation());
        mark.id = stored.id;
        mark.type = stored.type;
        mark.subject = stored.subject;
        stored.payload = canonicalBytes(erasedMark(mark));
        const bool isAnotherOutcome = stored.acknowledgement.outcome != Outcome::Applied;
        stored.acknowledgement = erasedMark(stored.acknowledgement);
        m_unit.save(stored);
        if (isAnotherOutcome) {
            m_unit.announce(stored);
            changed.append(stored.id);
        }
    }
    m_unit.eraseDeadLetters(words);
    return changed;
}

} // namespace crema::platform
