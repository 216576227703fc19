// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sync/snapshot.h"

#include "platform/sync/feed_problems.h"
#include "platform/sync/feed_text.h"

namespace crema::platform {
namespace {

QStringList orderedTypes(const QStringList &wanted)
{
    QStringList types;
    for (const QStringView type : snapshotOrder) {
        if (wanted.isEmpty() || wanted.contains(type))
            types.append(type.toString());
    }
    return types;
}

/// The position of a type in the order; nothing comes before the empty one.
qsizetype rankOf(QStringView type)
{
    return type.isEmpty() ? -1 : std::find(snapshotOrder.begin(), snapshotOrder.end(), type) - snapshotOrder.begin();
}

/// One chunk under way.
class Chunk
{
public:
    Chunk(SyncStorage &storage, const SnapshotRequest &request, const QStringList &audiences)
        : m_storage(storage), m_request(request), m_audiences(audiences), m_types(orderedTypes(request.types)),
          m_cut(request.cut), m_next(request.after)
    {}

    Result<QByteArray> read()
    {
        if (isBeginning(m_cut)) {
            const SnapshotCut begun = m_storage.beginSnapshot(m_audiences, m_types);
            if (begun.place.epoch != m_cut.epoch)
                return failure(otherEpoch(begun.place.epoch));
            m_cut = begun.place;
            m_total = begun.rows;
        }
        for (const QString &type : std::as_const(m_types)) {
            if (rankOf(type) < rankOf(m_request.after.type))
                continue;
            const QUuid after = type == m_request.after.type ? m_request.after.id : QUuid();
            const Result<bool> isWhole = addType(type, after);
            if (!isWhole)
                return failure(isWhole.error());
            const bool isLast = type == m_types.last();
            if (!*isWhole)
                return bytes(true);
            // What comes next is begun with a chunk of its own, so that whoever loads may sell before.
            if (type == lastTypeForSelling && !isLast) {
                m_next = {m_types[m_types.indexOf(type) + 1], QUuid()};
                return bytes(true);
            }
        }
        return bytes(false);
    }

private:
    /// Answers whether the type fitted in whole.
    Result<bool> addType(const QString &type, const QUuid &after)
    {
        const int room = m_request.limit - m_count;
        if (room <= 0)
            return false;
        const FeedRows rows = m_storage.snapshot({type, after, m_cut, m_audiences, room});
        if (rows.epoch != m_cut.epoch)
            return failure(otherEpoch(rows.epoch));
        if (m_cut.xid >= rows.nextXid)
            return failure(aheadOfFeed());
        if (rows.isPruned)
            return failure(cursorTooOld());
        int added = 0;
        for (const FeedText &row : rows.rows) {
            if (!m_rows.isEmpty())
                m_rows += ',';
            appendRow(m_rows, row, cursorOf(row, m_cut.epoch));
            m_next = {type, QUuid::fromString(row.entityId)};
            ++added;
            if (m_rows.size() > feedAnswerBytes)
                break;
        }
        m_count += added;
        return added == static_cast<int>(rows.rows.size()) && added < room;
    }

    [[nodiscard]] QByteArray bytes(bool more) const
    {
        const bool maySell = !more || rankOf(m_next.type) > rankOf(lastTypeForSelling);
        const QByteArray total = m_total ? QByteArray::number(qint64(*m_total)) : "null";
        return "{\"after\":\"" + m_request.after.toString().toLatin1() + "\",\"cut\":\"" + m_cut.toString().toLatin1() +
               "\",\"may_sell\":" + (maySell ? "true" : "false") + ",\"more\":" + (more ? "true" : "false") +
               ",\"next\":\"" + m_next.toString().toLatin1() + "\",\"rows\":[" + m_rows + "],\"total\":" + total + '}';
    }

    SyncStorage &m_storage;
    const SnapshotRequest &m_request;
    const QStringList &m_audiences;
    QStringList m_types;
    Cursor m_cut;
    SnapshotPlace m_next;
    QByteArray m_rows;
    int m_count = 0;
    std::optional<std::int64_t> m_total;
};

} // namespace

Result<QByteArray> readSnapshotChunkBytes(SyncStorage &storage, const SnapshotRequest &request,
                                          const QStringList &audiences)
{
    return Chunk(storage, request, audiences).read();
}

} // namespace crema::platform
