// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/id.h"
#include "models/feed/cursor.h"

#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace crema::platform {

/// The present state of one entity for one audience, on its way into the feed.
struct FeedEntry {
    QString entityType;
    QUuid entityId;
    QString audience;
    bool deleted = false;
    QJsonObject entity;
};

/// One transaction writes at most so many (sync.md rule 11): bulk work commits in parts.
inline constexpr qsizetype maxFeedRowsOfTransaction = 2'000;

[[nodiscard]] QString companyAudience();
[[nodiscard]] QString audienceOf(LocationId location);
[[nodiscard]] QString audienceOf(DeviceId device);
/// The location whose audience is among these.
[[nodiscard]] std::optional<LocationId> locationAmong(const QStringList &audiences);

} // namespace crema::platform
