// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/id.h"
#include "models/feed/cursor.h"
#include "platform/database/transaction.h"

#include <QJsonObject>
#include <QStringList>

namespace crema::platform {

/// The present state of one entity for one audience, on its way into the feed.
struct FeedEntry {
    QString entityType;
    QUuid entityId;
    QString audience;
    bool deleted = false;
    QJsonObject entity;
};

[[nodiscard]] QString companyAudience();
[[nodiscard]] QString audienceOf(LocationId location);
[[nodiscard]] QString audienceOf(DeviceId device);

/// Puts the entries into the feed and returns the place of the last one that `audiences` can see; the beginning of
/// the epoch when there is none. One transaction writes at most 2,000 (sync.md rule 11): the caller sees to that.
Cursor writeFeed(Transaction &transaction, std::int64_t epoch, const QList<FeedEntry> &entries,
                 const QStringList &audiences);

} // namespace crema::platform
