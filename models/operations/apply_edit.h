// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/aggregates.h"
#include "models/operations/apply.h"
#include "models/operations/bodies.h"
#include "models/operations/refusals.h"

namespace crema {

/// An edit, laid over the present entity and read back: the same steps for every kind of entity.
template<class Entity, class Reader, class Checker>
[[nodiscard]] Effect applyEdit(const Operation &operation, Aggregates &aggregates, MergeMode mode,
                               const std::optional<Entity> &current, const EditableFields &allowed, Reader read,
                               Checker check)
{
    const Result<Edit> edit = readEdit(operation.body, allowed);
    if (!edit)
        return unreadableFor(edit.error());
    if (!current)
        return subjectIsGone();
    const MergeResult merge = mergeEdit(codec::toJson(*current), *edit, allowed, mode);
    const Result<Entity> entity = read(merge.entity).and_then(check);
    if (!entity)
        return refusedFor(entity.error());
    if (!(*entity == *current))
        aggregates.save(*entity);
    return {merge.conflicts.isEmpty() ? Outcome::Applied : Outcome::Conflict, std::nullopt, merge.conflicts, {}};
}

} // namespace crema
