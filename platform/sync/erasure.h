// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/sync/unit_of_work.h"

namespace crema::platform {

/// What else than their row is known of a customer or person who was erased (ADR 041, 044): operations, cards, dead
/// letters.
class Erasure
{
public:
    explicit Erasure(UnitOfWork &unit) : m_unit(unit) {}

    /// The customer or person whom the operation is about, also as a decision about one of their cards.
    [[nodiscard]] std::optional<SubjectRef> somebodyOf(const Operation &operation);
    [[nodiscard]] bool isErased(const SubjectRef &somebody);
    /// Writes them as they are: whoever erases them meanwhile has to see this unit, or it them.
    void hold(const SubjectRef &somebody);
    /// Whether it comes after an erasure of whom it is about: it is taken as a mark and changes nothing.
    [[nodiscard]] bool isLate(const Operation &operation);

    /// An adjustment of the store credit or the points of somebody who was erased, without its reason; nothing for any
    /// other operation. Whose they are is held, as by hold().
    [[nodiscard]] std::optional<Operation> withoutLateReason(const Operation &operation);

    /// Puts marks in place of all that was said about them. `before` is what was known until now, as JSON. Gives the
    /// operations that have another outcome now.
    [[nodiscard]] QList<OperationId> run(const SubjectRef &somebody, const QJsonObject &before,
                                         const CardSettlement &settled);

private:
    /// What they had follows from its adjustments, which stay and say no more why.
    void eraseReasons(CustomerId customer);
    /// Who lost a field to them keeps what was lost, and to whom of the ids.
    void eraseNameIn(const QList<StoredOperation> &conflicts, PersonId person);

    UnitOfWork &m_unit;
};

} // namespace crema::platform
