// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sync/feed_page.h"

#include "models/base/planted.h"

#include "platform/sync/feed_problems.h"
#include "platform/sync/feed_text.h"

namespace crema::platform {
namespace {

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
        m_next = cursorOf(row, m_epoch);
        appendRow(m_rows, row, m_next);
    }

    [[nodiscard]] QByteArray bytes(bool more, std::optional<std::uint64_t> horizon) const
    {
        const QByteArray cursor = horizon ? '"' + Cursor{m_epoch, *horizon, 0}.toString().toLatin1() + '"' : "null";
        return "{\"after\":\"" + m_after + "\",\"horizon\":" + cursor + ",\"more\":" + (more ? "true" : "false") +
               ",\"next\":\"" + m_next + "\",\"rows\":[" + m_rows + "]}";
    }

private:
    std::int64_t m_epoch;
    QByteArray m_after;
    QByteArray m_next;
    QByteArray m_rows;
};

/// How many of the rows to hand out so that the last transaction is whole; 0 when the first one does not end here.
std::size_t wholeTransactions(const std::vector<FeedText> &rows, std::size_t limit)
{
    if (CREMA_PLANTED(PartOfATransaction))
        return std::min(rows.size(), limit);
    std::size_t end = 0;
    qsizetype bytes = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (i > 0 && rows[i].xid != rows[i - 1].xid)
            end = i;
        bytes += rows[i].entity.size();
        if (i >= limit || (end > 0 && bytes > feedAnswerBytes))
            return end;
    }
    return rows.size();
}

} // namespace

Result<QByteArray> readFeedPageBytes(SyncStorage &storage, const Cursor &after, const QStringList &audiences, int limit)
{
    FeedRows read = storage.feed(after, audiences, limit + 1);
    if (after.epoch != read.epoch)
        return failure(otherEpoch(read.epoch));
    if (after.xid >= read.nextXid)
        return failure(aheadOfFeed());
    if (read.isPruned && !isBeginning(after))
        return failure(cursorTooOld());
    std::size_t end = wholeTransactions(read.rows, static_cast<std::size_t>(limit));
    const bool more = end < read.rows.size();
    if (end == 0 && more) {
        read = storage.feedOfTransaction(after, audiences);
        if (read.isPruned && !isBeginning(after))
            return failure(cursorTooOld());
        end = read.rows.size();
    }
    PageBytes page(after);
    for (std::size_t row = 0; row < end; ++row)
        page.add(read.rows[row]);
    return page.bytes(more, more ? std::nullopt : read.horizon);
}

} // namespace crema::platform
