// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/id.h"
#include "models/feed/cursor.h"
#include "models/people/person.h"

#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace crema::platform {

/// The JSON of an entity, once it is written: what the feed keeps and hands out.
class EntityText
{
public:
    EntityText() = default;
    EntityText(const QJsonObject &entity);
    explicit EntityText(const QByteArray &canonical) : m_bytes(canonical) {}

    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

/// The present state of one entity for one audience, on its way into the feed.
struct FeedEntry {
    QString entityType;
    QUuid entityId;
    QString audience;
    bool deleted = false;
    EntityText entity; ///< empty when deleted
};

/// One transaction writes at most so many (sync.md rule 11): bulk work commits in parts.
inline constexpr qsizetype maxFeedRowsOfTransaction = 2'000;

[[nodiscard]] QString companyAudience();
[[nodiscard]] QString audienceOf(LocationId location);
[[nodiscard]] QString audienceOf(DeviceId device);
/// Those of the places where the person works; of one who works everywhere, the company.
[[nodiscard]] QStringList audiencesOf(const Person &person);
/// The location whose audience is among these.
[[nodiscard]] std::optional<LocationId> locationAmong(const QStringList &audiences);

} // namespace crema::platform
