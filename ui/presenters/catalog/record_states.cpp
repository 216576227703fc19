// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/catalog/record_states.h"

#include <QCoreApplication>

namespace crema {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("RecordStates", text);
}

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

CellBadge recordBadge(RecordState state)
{
    switch (state) {
    case RecordState::SavedHere: return {QStringLiteral("clock"), tr("Saved here"), Tone::Neutral};
    case RecordState::Sending: return {QStringLiteral("sync"), tr("Sending"), Tone::Neutral};
    case RecordState::NeedsAttention: return {QStringLiteral("alert"), tr("Needs attention"), Tone::Error};
    case RecordState::Synced: break;
    }
    return {QStringLiteral("okcircle"), tr("Synced"), Tone::Ok};
}

} // namespace crema
