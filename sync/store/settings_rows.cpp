// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/settings_rows.h"

#include "models/feed/entity_codec.h"
#include "models/feed/entity_types.h"
#include "sync/store/documents.h"

#include <algorithm>

namespace crema::sync {
namespace {

std::optional<Company> companyOf(EntityRows &rows)
{
    const QList<QByteArray> companies = rows.references(entity::company);
    return companies.isEmpty() ? std::nullopt : std::optional(entityOf(companies.first(), &codec::readCompany));
}

QList<Location> locationsOf(EntityRows &rows)
{
    QList<Location> locations;
    const QList<QByteArray> documents = rows.references(entity::location);
    for (const QByteArray &document : documents) {
        if (const Result<Location> location = codec::readLocation(objectOf(document)))
            locations.append(*location);
    }
    std::ranges::sort(locations, [](const Location &a, const Location &b) {
        const int order = QString::localeAwareCompare(a.name, b.name);
        return order != 0 ? order < 0 : a.id < b.id;
    });
    return locations;
}

} // namespace

std::optional<ShopSettings> settingsOf(EntityRows &rows, PlaceId id)
{
    if (const auto document = rows.document({entity::settings.toString(), id.value()}))
        return entityOf(*document, &codec::readShopSettings);
    ShopSettings none;
    none.id = id;
    if (rows.document({entity::location.toString(), id.value()}))
        none.location = LocationId(id.value());
    else if (!rows.document({entity::company.toString(), id.value()}))
        return std::nullopt;
    return none;
}

QList<ShopSettings> allSettingsOf(EntityRows &rows)
{
    QList<ShopSettings> all;
    const auto add = [&](const QUuid &id) {
        if (const auto settings = settingsOf(rows, PlaceId(id)))
            all.append(*settings);
    };
    if (const auto company = companyOf(rows))
        add(company->id);
    const QList<Location> locations = locationsOf(rows);
    for (const Location &location : locations)
        add(location.id.value());
    return all;
}

SettingValues settingsAt(EntityRows &rows, const std::optional<LocationId> &location)
{
    const auto company = companyOf(rows);
    return {company ? settingsOf(rows, PlaceId(company->id)) : std::nullopt,
            location ? settingsOf(rows, PlaceId(location->value())) : std::nullopt};
}

} // namespace crema::sync
