// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/later_outcomes.h"

#include "models/feed/entity_types.h"

namespace crema::sync {

QList<std::int64_t> keepLaterOutcomes(const QList<FeedRow> &rows, OperationQueue &queue)
{
    QList<std::int64_t> numbers;
    for (const FeedRow &row : rows) {
        if (row.entityType != entity::acknowledgement || row.deleted)
            continue;
        const Result<Acknowledgement> outcome = acknowledgementFromJson(row.entity.json());
        if (outcome)
            queue.noteErasedNames(*outcome);
        const auto number = outcome ? queue.openNumberOf(outcome->operation) : std::nullopt;
        if (!number)
            continue;
        queue.acknowledge(*number, *outcome);
        numbers.append(*number);
    }
    return numbers;
}

} // namespace crema::sync
