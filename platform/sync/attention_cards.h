// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/apply.h"
#include "models/operations/resolution.h"
#include "platform/sync/unit_of_work.h"

namespace crema::platform {

/// What the judge writes down for people: who changed which field last, a card for what has to be decided, and what a
/// resolution settles (sync.md rule 18).
class AttentionCards
{
public:
    explicit AttentionCards(UnitOfWork &unit) : m_unit(unit) {}

    /// The card that a resolution names. One of before there were cards is made now. Nothing for other operations, and
    /// while what it names was not judged yet.
    [[nodiscard]] std::optional<AttentionCard> named(const Operation &operation);

    /// Says of each conflict who made the other value.
    void nameOrigins(Effect &effect, const Operation &operation, const AttentionCard *named);
    /// Remembers who gave which fields their values.
    void noteChanges(const StoredOperation &stored, const Operation &operation, std::optional<PersonId> actor,
                     const AttentionCard *named);
    /// Makes the card of an operation that needs one. A refused resolution needs none: the card that it names is still
    /// open and stands for it.
    void addCard(const StoredOperation &stored, const Operation &operation, const AttentionCard *named);
    void addUnreadable(const StreamPlace &place, const Acknowledgement &acknowledgement,
                       std::optional<LocationId> location, UtcTime now);
    /// After a resolution took effect: the refused operation that it settled, whose dependants may go on. Nothing when
    /// there is none.
    [[nodiscard]] std::optional<OperationId> settleNamed(const Operation &operation);

private:
    /// The name of whoever was erased is gone. Who is not is written as they are: whoever erases them meanwhile has to
    /// see this unit, or it them (ADR 044).
    void holdName(ChangeOrigin &origin);

    UnitOfWork &m_unit;
};

} // namespace crema::platform
