// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/feed/cursor.h"
#include "models/feed/feed_entity.h"

#include <QList>
#include <QUuid>

namespace crema {

/// One changed entity as the platform tells it: its whole present state, or that it is gone.
struct FeedRow {
    Cursor cursor;
    QString entityType; ///< see models/feed/entity_types.h; a type this version does not know is skipped
    QUuid entityId;
    QString audience; ///< "company", "location:<id>" or "device:<id>"
    bool deleted = false;
    FeedEntity entity; ///< empty when deleted

    friend bool operator==(const FeedRow &, const FeedRow &) = default;
};

/// The answer to a pull: rows in feed order. `next` is the cursor after the last row, or the one asked with
/// when there are no rows; `more` says that another page is ready.
struct FeedPage {
    QList<FeedRow> rows;
    Cursor next;
    bool more = false;
    /// The cursor that was asked with: a page that answers another question is not stored (sync.md rule 11).
    Cursor after = {};
    /// Every change whose xid lies below this one's stands in the rows up to `next`, also where a later change moved
    /// its row. Nothing while the platform cannot say so: another page is ready, or a transaction that runs holds rows
    /// back. Its position is 0.
    std::optional<Cursor> horizon = {};

    friend bool operator==(const FeedPage &, const FeedPage &) = default;
};

[[nodiscard]] QJsonObject feedRowToJson(const FeedRow &row);
[[nodiscard]] QByteArray writeFeedPage(const FeedPage &page);

/// Errors: `json.malformed`, `feed.malformed`. A page with one unreadable row is refused whole, so that no
/// cursor ever stands past a row that was not stored.
[[nodiscard]] Result<FeedPage> readFeedPage(QByteArrayView bytes);

} // namespace crema
