// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sync/feed_reader.h"

namespace crema::platform {
namespace {

/// Builds a page from rows that are JSON already; the form is that of writeFeedPage, member by member.
class PageBytes
{
public:
    explicit PageBytes(const Cursor &after) : m_epoch(after.epoch), m_next(after.toString().toLatin1()) {}

    void add(const Rows &rows, int row)
    {
        if (!m_rows.isEmpty())
            m_rows += ',';
        m_next = QByteArray::number(qint64(m_epoch)) + '.' + rows.utf8(row, 0) + '.' + rows.utf8(row, 1);
        const bool deleted = rows.boolean(row, 5);
        m_rows += "{\"audience\":\"" + rows.utf8(row, 4) + "\",\"cursor\":\"" + m_next +
                  "\",\"deleted\":" + (deleted ? "true" : "false") +
                  ",\"entity\":" + (deleted ? QByteArray("null") : rows.utf8(row, 6)) + ",\"id\":\"" +
                  rows.utf8(row, 3) + "\",\"type\":\"" + rows.utf8(row, 2) + "\"}";
    }

    [[nodiscard]] QByteArray bytes(bool more) const
    {
        return QByteArray("{\"more\":") + (more ? "true" : "false") + ",\"next\":\"" + m_next + "\",\"rows\":[" +
               m_rows + "]}";
    }

private:
    std::int64_t m_epoch;
    QByteArray m_next;
    QByteArray m_rows;
};

/// How many of the rows to hand out so that the last transaction is whole; 0 when the first one fills them all.
int wholeTransactions(const Rows &rows, int limit)
{
    if (rows.count() <= limit)
        return rows.count();
    int end = limit;
    while (end > 0 && rows.view(end - 1, 0) == rows.view(limit, 0))
        --end;
    return end;
}

} // namespace

std::int64_t loadFeedEpoch(Connection &connection)
{
    return connection.run("sync/load_epoch").number(0, 0);
}

QByteArray readFeedPageBytes(Connection &connection, const Cursor &after, const QStringList &audiences, int limit)
{
    const Params from{QString::number(after.xid), after.position, audiences};
    Params params = from;
    params.push_back(limit + 1);
    Rows rows = connection.run("sync/read_feed", params);
    int end = wholeTransactions(rows, limit);
    bool more = rows.count() > limit;
    if (end == 0 && more) {
        rows = connection.run("sync/read_feed_transaction", from);
        end = rows.count();
    }
    PageBytes page(after);
    for (int row = 0; row < end; ++row)
        page.add(rows, row);
    return page.bytes(more);
}

} // namespace crema::platform
