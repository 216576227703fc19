// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/catalog/record_states.h"

#include <algorithm>

namespace crema {

namespace {

RecordState stateOf(const sync::QueueEntry &entry)
{
    if (entry.needsAttention)
        return RecordState::NeedsAttention;
    if (entry.state == sync::OperationState::Queued)
        return RecordState::SavedHere;
    return entry.state == sync::OperationState::Sent ? RecordState::Sending : RecordState::Synced;
}

} // namespace

RecordStates recordStates(const QList<sync::QueueEntry> &queue)
{
    RecordStates states;
    for (const sync::QueueEntry &entry : queue) {
        const RecordState state = stateOf(entry);
        RecordState &worst = states[entry.operation.subject.id];
        worst = std::max(worst, state);
    }
    return states;
}

} // namespace crema
