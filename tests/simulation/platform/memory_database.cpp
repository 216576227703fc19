// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/platform/memory_database.h"

#include "models/feed/entity_codec.h"
#include "models/feed/entity_types.h"
#include "tests/simulation/platform/memory_unit_storage.h"

#include <QJsonDocument>

#include <algorithm>
#include <deque>
#include <limits>

namespace crema::simulation {

using platform::FeedRows;
using platform::FeedText;

namespace {

/// Keeps the texts of one answer.
struct Texts {
    std::deque<QByteArray> all;

    QByteArrayView keep(const QByteArray &text)
    {
        all.push_back(text);
        return all.back();
    }
};

FeedText textOf(Texts &texts, const MemoryState::FeedPlace &place, const MemoryState::FeedKey &key,
                const MemoryState::FeedRow &row)
{
    return {texts.keep(QByteArray::number(place.xid)),
            texts.keep(QByteArray::number(qint64(place.position))),
            texts.keep(key.entityType.toUtf8()),
            texts.keep(key.entityId.toByteArray(QUuid::WithoutBraces)),
            texts.keep(key.audience.toUtf8()),
            row.deleted,
            row.deleted ? QByteArrayView() : texts.keep(row.entity)};
}

} // namespace

std::optional<platform::DeviceRecord> MemoryDatabase::device(DeviceId id)
{
    const auto it = devices.constFind(id);
    if (it == devices.constEnd())
        return std::nullopt;
    platform::DeviceRecord record = *it;
    if (const auto moved = state.places.constFind(id); moved != state.places.constEnd()) {
        record.epoch = moved->epoch;
        record.location = moved->location;
        record.registerId = moved->registerId;
    }
    if (const auto move = state.moves.constFind(id); move != state.moves.constEnd())
        record.move = *move;
    return record;
}

std::optional<platform::StorePlace> MemoryDatabase::place(DeviceId device, std::int64_t epoch)
{
    const std::int64_t highest = state.streams.value({device, epoch}).expected - 1;
    const auto enrolled = devices.constFind(device);
    if (enrolled != devices.constEnd() && enrolled->epoch == epoch)
        return platform::StorePlace{enrolled->registerId, highest, enrolled->location};
    const auto given = state.epochs.constFind({device, epoch});
    if (given == state.epochs.constEnd())
        return std::nullopt;
    return platform::StorePlace{given->registerEntry.id, highest, given->registerEntry.location};
}

Location MemoryDatabase::location(LocationId id)
{
    const auto row = state.feedRows.constFind({entity::location.toString(), id.value(), platform::companyAudience()});
    const auto read = codec::readLocation(QJsonDocument::fromJson(row->second.entity).object());
    Q_ASSERT(read);
    return *read;
}

void MemoryDatabase::endMove(DeviceId device, const QUuid &claim)
{
    if (state.moves.value(device).claim == claim)
        state.moves.remove(device);
}

QList<RegisterId> MemoryDatabase::registersOf(DeviceId device) const
{
    QList<RegisterId> registers{devices.value(device).registerId};
    for (const platform::DeviceEpoch &epoch : state.epochs) {
        if (epoch.device == device)
            registers.append(epoch.registerEntry.id);
    }
    return registers;
}

QList<DeviceId> MemoryDatabase::shutOutDevices()
{
    QList<DeviceId> shutOut;
    for (auto it = devices.cbegin(); it != devices.cend(); ++it) {
        if (it->isRevoked)
            shutOut.append(it.key());
    }
    return shutOut;
}

std::unique_ptr<platform::UnitStorage> MemoryDatabase::begin()
{
    return std::make_unique<MemoryUnitStorage>(*this);
}

std::uint64_t MemoryDatabase::takeXid()
{
    const std::uint64_t xid = m_nextXid++;
    m_running.insert(xid, true);
    return xid;
}

std::uint64_t MemoryDatabase::xmin() const
{
    return m_running.isEmpty() ? m_nextXid : m_running.firstKey();
}

std::uint64_t MemoryDatabase::holdXid()
{
    return takeXid();
}

void MemoryDatabase::releaseXid(std::uint64_t xid)
{
    m_running.remove(xid);
}

void MemoryDatabase::putInFeed(std::uint64_t xid, const MemoryState::FeedKey &key, const MemoryState::FeedRow &row,
                               std::int64_t position)
{
    ++m_feedVersion;
    MemoryState::FeedPlace place{xid, position};
    if (const auto old = state.feedRows.constFind(key); old != state.feedRows.constEnd()) {
        place.xid = std::max(place.xid, old->first.xid);
        state.feed.remove(old->first);
    }
    state.feed.insert(place, key);
    state.feedRows.insert(key, {place, row});
}

std::optional<std::uint64_t> MemoryDatabase::feedVersion() const
{
    return m_running.isEmpty() ? std::optional(m_feedVersion) : std::nullopt;
}

void MemoryDatabase::publish(const QList<platform::FeedEntry> &entries)
{
    MemoryUnitStorage unit(*this);
    (void)unit.write(entries, QStringList());
    unit.commit();
}

FeedRows MemoryDatabase::feed(const Cursor &after, const QStringList &audiences, int limit)
{
    FeedRows answer;
    const auto texts = std::make_shared<Texts>();
    answer.texts = texts;
    answer.epoch = state.feedEpoch;
    answer.nextXid = m_nextXid;
    const std::uint64_t bound = handsOutEarly ? m_nextXid : xmin();
    bool isHeldBack = false;
    for (auto it = state.feed.upperBound({after.xid, after.position}); it != state.feed.constEnd(); ++it) {
        const MemoryState::FeedKey &key = it.value();
        if (!audiences.contains(key.audience))
            continue;
        if (it.key().xid >= bound) {
            isHeldBack = true;
            break;
        }
        if (static_cast<int>(answer.rows.size()) == limit)
            break;
        const MemoryState::FeedRow &row = state.feedRows.constFind(key)->second;
        answer.rows.push_back(textOf(*texts, it.key(), key, row));
    }
    if (!isHeldBack)
        answer.horizon = bound;
    answer.isPruned = isPruned({after.xid, after.position}, audiences);
    return answer;
}

FeedRows MemoryDatabase::feedOfTransaction(const Cursor &after, const QStringList &audiences)
{
    FeedRows answer = feed(after, audiences, std::numeric_limits<int>::max());
    const auto other = std::find_if(answer.rows.begin(), answer.rows.end(),
                                    [&answer](const FeedText &row) { return row.xid != answer.rows.front().xid; });
    answer.rows.erase(other, answer.rows.end());
    answer.horizon.reset();
    return answer;
}

bool MemoryDatabase::isPruned(const MemoryState::FeedPlace &after, const QStringList &audiences) const
{
    return std::any_of(audiences.begin(), audiences.end(), [&](const QString &audience) {
        const auto last = state.pruned.constFind(audience);
        return last != state.pruned.constEnd() && *last > after;
    });
}

platform::SnapshotCut MemoryDatabase::beginSnapshot(const QStringList &audiences, const QStringList &types)
{
    platform::SnapshotCut cut{platform::cutBelow(state.feedEpoch, cutsLate ? m_nextXid : xmin()), 0};
    for (auto it = state.feedRows.constBegin(); it != state.feedRows.constEnd(); ++it) {
        const auto &[place, row] = it.value();
        const bool isIn = place.xid <= cut.place.xid && !row.deleted && audiences.contains(it.key().audience) &&
                          types.contains(it.key().entityType);
        cut.rows += isIn ? 1 : 0;
    }
    return cut;
}

FeedRows MemoryDatabase::snapshot(const platform::SnapshotQuestion &question)
{
    FeedRows answer;
    const auto texts = std::make_shared<Texts>();
    answer.texts = texts;
    answer.epoch = state.feedEpoch;
    answer.nextXid = m_nextXid;
    answer.isPruned = isPruned({question.cut.xid, question.cut.position}, question.audiences);
    QUuid last = question.after;
    for (auto it = state.feedRows.lowerBound({question.type, question.after, QString()});
         it != state.feedRows.constEnd() && it.key().entityType == question.type; ++it) {
        const auto &[place, row] = it.value();
        if (it.key().entityId == last || place.xid > question.cut.xid || row.deleted ||
            !question.audiences.contains(it.key().audience))
            continue;
        if (static_cast<int>(answer.rows.size()) == question.limit)
            break;
        last = it.key().entityId;
        answer.rows.push_back(textOf(*texts, place, it.key(), row));
    }
    return answer;
}

platform::FeedDigests MemoryDatabase::digests(const Cursor &after, const QStringList &audiences)
{
    platform::FeedDigests digests;
    digests.epoch = state.feedEpoch;
    digests.nextXid = m_nextXid;
    digests.hasMore = keepsDigests || isPruned({after.xid, after.position}, audiences);
    for (auto it = state.feed.upperBound({after.xid, after.position}); it != state.feed.constEnd(); ++it)
        digests.hasMore = digests.hasMore || audiences.contains(it->audience);
    if (digests.hasMore)
        return digests;
    for (auto it = state.feedRows.constBegin(); it != state.feedRows.constEnd(); ++it) {
        if (!it->second.deleted && audiences.contains(it.key().audience))
            digests.types[it.key().entityType].add(it.key().entityId, it->second.entity);
    }
    return digests;
}

void MemoryDatabase::markFeed(UtcTime now, UtcTime oldest)
{
    constexpr std::int64_t dayMs = 24LL * 3'600'000;
    const std::int64_t nowMs = now.msSinceEpoch();
    const auto next = state.marks.upperBound(nowMs - dayMs);
    if (next == state.marks.end() || next.key() > nowMs)
        state.marks.insert(nowMs, xmin());
    while (state.marks.size() > 1 && std::next(state.marks.begin()).key() <= oldest.msSinceEpoch())
        state.marks.erase(state.marks.begin());
}

int MemoryDatabase::prune(UtcTime oldest, int limit)
{
    const auto after = std::as_const(state.marks).upperBound(oldest.msSinceEpoch());
    if (after == state.marks.cbegin())
        return 0;
    const std::uint64_t bound = *std::prev(after);
    int dropped = 0;
    for (auto it = state.feed.begin(); it != state.feed.end() && it.key().xid < bound && dropped < limit;) {
        if (!state.feedRows.value(it.value()).second.deleted) {
            ++it;
            continue;
        }
        if (!prunesUntold)
            state.pruned.insert(it->audience, std::max(state.pruned.value(it->audience), it.key()));
        state.feedRows.remove(it.value());
        it = state.feed.erase(it);
        ++dropped;
    }
    return dropped;
}

QByteArray MemoryDatabase::journalSeed(const QByteArray &fresh)
{
    if (state.journalSeed.isEmpty())
        state.journalSeed = fresh;
    return state.journalSeed;
}

platform::FeedStall MemoryDatabase::stall()
{
    platform::FeedStall stall;
    if (!m_running.isEmpty())
        stall.who = QStringLiteral("transaction %1").arg(m_running.firstKey());
    stall.heldRows = std::distance(std::as_const(state.feed).lowerBound({xmin(), 0}), state.feed.cend());
    return stall;
}

QList<platform::StoredOperation> MemoryDatabase::operationsAmong(const QList<OperationId> &ids)
{
    QList<platform::StoredOperation> known;
    for (const OperationId &id : ids) {
        const auto it = state.operations.constFind(id);
        if (it != state.operations.constEnd())
            known.append(it->value);
        else if (const auto lost = lostOperations.constFind(id); lost != lostOperations.constEnd())
            known.append(lost->value);
    }
    return known;
}

bool MemoryDatabase::revoke(DeviceId device)
{
    for (auto it = m_streamLocks.constBegin(); it != m_streamLocks.constEnd(); ++it) {
        if (it.key().first == device)
            return false;
    }
    devices[device].isRevoked = true;
    return true;
}

void MemoryDatabase::restore(const MemoryState &backup, std::int64_t nowMs)
{
    const std::int64_t epoch = std::max(state.feedEpoch, backup.feedEpoch) + 1;
    state = backup;
    ++m_feedVersion;
    state.pruned.clear();
    state.marks.clear();
    state.feedEpoch = std::max(epoch, nowMs);
}

void MemoryDatabase::saveHealth(DeviceId device, const DeviceHealth &health, UtcTime heardAt)
{
    const auto before = state.health.constFind(device);
    const bool isOlder = before != state.health.constEnd() && before->second.boot == health.boot &&
                         before->second.monotonicMs >= health.monotonicMs;
    if (!isOlder)
        state.health.insert(device, {heardAt, health});
}

QList<DeviceStanding> MemoryDatabase::standings(const QList<LocationId> &locations, int limit)
{
    QList<DeviceStanding> standings;
    for (auto it = devices.constBegin(); it != devices.constEnd(); ++it) {
        if (!locations.isEmpty() && !locations.contains(it->location))
            continue;
        DeviceStanding standing;
        standing.device = it.key();
        standing.location = it->location;
        if (const auto told = state.health.constFind(it.key()); told != state.health.constEnd()) {
            standing.heardAt = told->first;
            standing.health = told->second;
        }
        if (it->isRevoked)
            standing.shutOut = ShutOut();
        standings.append(standing);
    }
    std::ranges::stable_sort(standings, {}, [](const DeviceStanding &each) { return each.shutOut.has_value(); });
    return standings.first(std::min<qsizetype>(standings.size(), limit));
}

} // namespace crema::simulation
