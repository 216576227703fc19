// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sync/feed_entry.h"

#include "models/base/json.h"

namespace crema::platform {

EntityText::EntityText(const QJsonObject &entity) : m_bytes(json::writeCanonical(entity)) {}

QString companyAudience()
{
    return QStringLiteral("company");
}

QString audienceOf(LocationId location)
{
    return QStringLiteral("location:") + location.toString();
}

QString audienceOf(DeviceId device)
{
    return QStringLiteral("device:") + device.toString();
}

QStringList audiencesOf(const Person &person)
{
    if (person.locations.isEmpty())
        return {companyAudience()};
    QStringList audiences;
    for (const LocationId &location : person.locations)
        audiences.append(audienceOf(location));
    return audiences;
}

std::optional<LocationId> locationAmong(const QStringList &audiences)
{
    const QLatin1String prefix("location:");
    for (const QString &audience : audiences) {
        if (audience.startsWith(prefix))
            return LocationId::fromString(QStringView(audience).sliced(prefix.size()));
    }
    return std::nullopt;
}

} // namespace crema::platform
