// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sync/attention_cards.h"

#include "models/operations/erased_operation.h"
#include "models/operations/operation_codec.h"
#include "models/operations/operation_types.h"

namespace crema::platform {
namespace {

bool isResolution(const Operation &operation)
{
    return operation.type == operation::attentionResolve;
}

StreamPlace placeOf(const StoredOperation &stored)
{
    return {stored.device, stored.epoch, stored.sequence};
}

/// What the fields of an operation belong to: those of a resolution to the subject of its card.
QUuid subjectOf(const Operation &operation, const AttentionCard *named)
{
    return named ? named->subject.id : operation.subject.id;
}

} // namespace

std::optional<AttentionCard> AttentionCards::named(const Operation &operation)
{
    if (!isResolution(operation))
        return std::nullopt;
    const CardId id(operation.subject.id);
    if (const auto card = m_unit.card(id))
        return card;
    const auto stored = m_unit.operation(OperationId(id.value()));
    if (!stored || !needsCard(stored->acknowledgement.outcome))
        return std::nullopt;
    if (const Result<Operation> original = readOperation(stored->payload))
        addCard(*stored, *original, nullptr);
    return m_unit.card(id);
}

void AttentionCards::nameOrigins(Effect &effect, const Operation &operation, const AttentionCard *named)
{
    for (FieldConflict &conflict : effect.conflicts) {
        if (const auto change = m_unit.fieldChange(subjectOf(operation, named), conflict.field)) {
            conflict.theirs = change->origin;
            holdName(*conflict.theirs);
        }
    }
}

void AttentionCards::holdName(ChangeOrigin &origin)
{
    const auto person = origin.person ? m_unit.person(*origin.person) : std::nullopt;
    if (!person)
        return;
    if (person->isErased())
        eraseName(origin, person->id);
    else
        m_unit.save(*person);
}

void AttentionCards::noteChanges(const StoredOperation &stored, const Operation &operation,
                                 std::optional<PersonId> actor, const AttentionCard *named)
{
    const QStringList fields = fieldsSetBy(operation, named);
    if (fields.isEmpty())
        return;
    const auto person = actor ? m_unit.person(*actor) : std::nullopt;
    // Who left may be erased meanwhile.
    if (person && !person->active && !person->isErased())
        m_unit.save(*person);
    const ChangeOrigin origin{
        stored.id, actor, person ? person->name : QString(), stored.device, operation.location, operation.occurredAt};
    const QList<FieldConflict> &conflicts = stored.acknowledgement.conflicts;
    for (const QString &field : fields) {
        const bool lost = std::any_of(conflicts.begin(), conflicts.end(),
                                      [&](const FieldConflict &conflict) { return conflict.field == field; });
        if (!lost)
            m_unit.append(FieldChange{subjectOf(operation, named), field, origin});
    }
}

void AttentionCards::addCard(const StoredOperation &stored, const Operation &operation, const AttentionCard *named)
{
    const Acknowledgement &acknowledgement = stored.acknowledgement;
    if (!needsCard(acknowledgement.outcome))
        return;
    if (acknowledgement.outcome == Outcome::Refused && named && named->isOpen())
        return;
    m_unit.save(makeCard(placeOf(stored), operation, acknowledgement, named));
}

void AttentionCards::addUnreadable(const StreamPlace &place, const Acknowledgement &acknowledgement,
                                   std::optional<LocationId> location, UtcTime now)
{
    m_unit.save(makeUnreadableCard(place, acknowledgement, location, now));
}

std::optional<OperationId> AttentionCards::settleNamed(const Operation &operation)
{
    if (!isResolution(operation))
        return std::nullopt;
    const auto card = m_unit.card(CardId(operation.subject.id));
    if (!card || card->isOpen())
        return std::nullopt;
    auto settled = m_unit.operation(OperationId(card->id.value()));
    if (!settled || settled->settled)
        return std::nullopt;
    const Outcome outcome = settled->acknowledgement.outcome;
    if (outcome != Outcome::Refused && outcome != Outcome::DeadLetter)
        return std::nullopt;
    settled->settled = true;
    m_unit.save(*settled);
    return settled->id;
}

} // namespace crema::platform
