// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sync/feed_page.h"

#include <QCoreApplication>

namespace crema::platform {
namespace {

/// A page ends with the transaction that brings it here; what a device reads in one go stays small (sync.md rule 11).
constexpr qsizetype pageBytes = 4 * 1024 * 1024;

class PageBytes
{
public:
    explicit PageBytes(const Cursor &after)
        : m_epoch(after.epoch), m_after(after.toString().toLatin1()), m_next(m_after)
    {}

    void add(const FeedText &row)
    {
        if (!m_rows.isEmpty())
            m_rows += ',';
        m_next = QByteArray::number(qint64(m_epoch));
        append(m_next, {".", row.xid, ".", row.position});
        append(m_rows, {"{\"audience\":\"", row.audience, "\",\"cursor\":\"", m_next, "\",\"deleted\":",
                        row.deleted ? "true" : "false", ",\"entity\":", row.deleted ? "null" : row.entity, ",\"id\":\"",
                        row.entityId, "\",\"type\":\"", row.entityType, "\"}"});
    }

    [[nodiscard]] QByteArray bytes(bool more, std::optional<std::uint64_t> horizon) const
    {
        const QByteArray cursor = horizon ? '"' + Cursor{m_epoch, *horizon, 0}.toString().toLatin1() + '"' : "null";
        return "{\"after\":\"" + m_after + "\",\"horizon\":" + cursor + ",\"more\":" + (more ? "true" : "false") +
               ",\"next\":\"" + m_next + "\",\"rows\":[" + m_rows + "]}";
    }

private:
    static void append(QByteArray &text, std::initializer_list<QByteArrayView> parts)
    {
        for (const QByteArrayView part : parts)
            text.append(part);
    }

    std::int64_t m_epoch;
    QByteArray m_after;
    QByteArray m_next;
    QByteArray m_rows;
};

/// How many of the rows to hand out so that the last transaction is whole; 0 when the first one does not end here.
std::size_t wholeTransactions(const std::vector<FeedText> &rows, std::size_t limit)
{
    std::size_t end = 0;
    qsizetype bytes = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (i > 0 && rows[i].xid != rows[i - 1].xid)
            end = i;
        bytes += rows[i].entity.size();
        if (i >= limit || (end > 0 && bytes > pageBytes))
            return end;
    }
    return rows.size();
}

Problem otherEpoch(std::int64_t epoch)
{
    return {ProblemKind::Conflict,
            QStringLiteral("sync.cursor_epoch"),
            QCoreApplication::translate("crema::platform::Sync", "The change feed began anew and is at epoch %1.")
                .arg(epoch),
            QCoreApplication::translate("crema::platform::Sync",
                                        "Start from the beginning of that epoch; the queue stays."),
            {{QStringLiteral("epoch"), QString::number(epoch)}}};
}

Problem aheadOfFeed()
{
    return {ProblemKind::Conflict,
            QStringLiteral("sync.cursor_ahead"),
            QCoreApplication::translate("crema::platform::Sync",
                                        "This device has seen changes that the platform does not have."),
            QCoreApplication::translate("crema::platform::Sync",
                                        "The platform's database was put back to an older state: run crema-platform "
                                        "feed renew there, then sync again. Nothing is lost on this device."),
            {}};
}

} // namespace

Result<QByteArray> readFeedPageBytes(SyncStorage &storage, const Cursor &after, const QStringList &audiences, int limit)
{
    FeedRows read = storage.feed(after, audiences, limit + 1);
    if (after.epoch != read.epoch)
        return failure(otherEpoch(read.epoch));
    if (after.xid >= read.nextXid)
        return failure(aheadOfFeed());
    std::size_t end = wholeTransactions(read.rows, static_cast<std::size_t>(limit));
    const bool more = end < read.rows.size();
    if (end == 0 && more) {
        read = storage.feedOfTransaction(after, audiences);
        end = read.rows.size();
    }
    PageBytes page(after);
    for (std::size_t row = 0; row < end; ++row)
        page.add(read.rows[row]);
    return page.bytes(more, more ? std::nullopt : read.horizon);
}

} // namespace crema::platform
