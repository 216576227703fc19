// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/syncing/sync_words.h"

#include "models/base/enum_names.h"

#include <QCoreApplication>

#include <array>

namespace crema {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(SyncWords)
};

constexpr std::array stateWords{
    EnumName<RecordState>{RecordState::SavedHere, u"queued"},
    EnumName<RecordState>{RecordState::Sending, u"sending"},
    EnumName<RecordState>{RecordState::Synced, u"synced"},
    EnumName<RecordState>{RecordState::NeedsAttention, u"attention"},
};

QString sendingText(const sync::QueueCounts &queue)
{
    const int unsent = static_cast<int>(queue.unsent());
    if (queue.sent == 0 || queue.sent == queue.unsent())
        return Texts::tr("Sending %n", nullptr, unsent);
    return Texts::tr("Sending %1 of %n", nullptr, unsent).arg(queue.sent);
}

} // namespace

RecordState recordStateOf(sync::SyncState state)
{
    switch (state) {
    case sync::SyncState::Queued: return RecordState::SavedHere;
    case sync::SyncState::Sent: return RecordState::Sending;
    case sync::SyncState::Synced: return RecordState::Synced;
    case sync::SyncState::NeedsAttention: return RecordState::NeedsAttention;
    }
    Q_UNREACHABLE();
}

RecordState shownState(RecordState state, sync::Link link)
{
    return state == RecordState::Sending && link != sync::Link::Online ? RecordState::SavedHere : state;
}

QString recordStateText(RecordState state)
{
    switch (state) {
    case RecordState::SavedHere: return Texts::tr("Saved here");
    case RecordState::Sending: return Texts::tr("Sending");
    case RecordState::Synced: return Texts::tr("Synced");
    case RecordState::NeedsAttention: return Texts::tr("Needs attention");
    }
    Q_UNREACHABLE();
}

QString recordStateIcon(RecordState state)
{
    switch (state) {
    case RecordState::SavedHere: return QStringLiteral("clock");
    case RecordState::Sending: return QStringLiteral("sync");
    case RecordState::Synced: return QStringLiteral("check");
    case RecordState::NeedsAttention: return QStringLiteral("warn");
    }
    Q_UNREACHABLE();
}

CellBadge recordBadge(RecordState state)
{
    Tone tone = Tone::Neutral;
    if (state == RecordState::Synced)
        tone = Tone::Ok;
    else if (state == RecordState::NeedsAttention)
        tone = Tone::Error;
    return {recordStateIcon(state), recordStateText(state), tone};
}

QString recordStateWord(RecordState state)
{
    return enumText(stateWords, state);
}

std::optional<RecordState> recordStateFromWord(QStringView word)
{
    return enumFromText<RecordState>(stateWords, word);
}

bool isShutOut(const sync::ClientState &state)
{
    return state.enrolled && state.link == sync::Link::NeedsSignIn && state.linkProblem &&
           state.linkProblem->code == QLatin1String("device.revoked");
}

SyncPill syncPillOf(const sync::ClientState &state)
{
    const std::int64_t waiting = state.queue.unsent();
    const std::int64_t attention = state.queue.needsAttention + (state.deletion ? 1 : 0);
    const int count = static_cast<int>(waiting);
    if (attention > 0)
        return {Tone::Error, Texts::tr("%n need attention", nullptr, static_cast<int>(attention)), waiting, attention};
    switch (state.link) {
    case sync::Link::NeedsSignIn:
        return {Tone::Warning, isShutOut(state) ? Texts::tr("Shut out") : Texts::tr("Not accepted"), waiting, 0};
    case sync::Link::Stopped: return {Tone::Error, Texts::tr("Sync stopped"), waiting, 0};
    case sync::Link::Online:
        if (waiting > 0)
            return {Tone::Neutral, sendingText(state.queue), waiting, 0};
        return {Tone::Ok, Texts::tr("Online"), 0, 0};
    case sync::Link::Offline:
    case sync::Link::NeverTried: break;
    }
    if (waiting > 0)
        return {Tone::Warning, Texts::tr("Offline · %n waiting", nullptr, count), waiting, 0};
    return {Tone::Neutral, Texts::tr("Offline"), 0, 0};
}

} // namespace crema
