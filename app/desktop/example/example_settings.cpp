// SPDX-License-Identifier: GPL-3.0-or-later
// What the example shop has set, by the rules that hold.
#include "app/desktop/example/example_desk.h"
#include "app/desktop/example/still_clock.h"
#include "models/operations/apply_settings.h"

#include <algorithm>

namespace crema::desktop {

ShopSettings ExampleDesk::settingsOf(PlaceId place) const
{
    const auto found = std::ranges::find(m_settings, place, &ShopSettings::id);
    if (found != m_settings.end())
        return *found;
    ShopSettings none;
    none.id = place;
    if (place.value() != m_state.company.id)
        none.location = LocationId(place.value());
    return none;
}

void ExampleDesk::keepSettings(const ShopSettings &settings)
{
    m_settings.removeIf([&](const ShopSettings &other) { return other.id == settings.id; });
    m_settings.append(settings);
    const ShopSettings company = settingsOf(PlaceId(m_state.company.id));
    m_state.settings = SettingValues(
        company, m_state.location ? std::optional(settingsOf(PlaceId(m_state.location->id.value()))) : std::nullopt);
}

void ExampleDesk::addSetting(PlaceId place, const SettingChange &change)
{
    ShopSettings settings = settingsOf(place);
    settings.change(change);
    keepSettings(settings);
}

QCoro::Task<Result<QList<ShopSettings>>> ExampleDesk::shopSettings()
{
    co_await turn();
    QList<ShopSettings> all{settingsOf(PlaceId(m_state.company.id))};
    if (m_state.location)
        all.append(settingsOf(PlaceId(m_state.location->id.value())));
    for (const Location &location : std::as_const(m_locations))
        all.append(settingsOf(PlaceId(location.id.value())));
    co_return all;
}

QCoro::Task<Result<void>> ExampleDesk::setShopSetting(PlaceId place, QString key, QJsonValue, QJsonValue value)
{
    co_await turn();
    const ShopSettings settings = settingsOf(place);
    if (const Result<void> fits = checkSettingOf(settings, *findSetting(key), value); !fits)
        co_return fits;
    if (const Result<void> may = checkSettingPlace(*m_state.person, settings); !may)
        co_return may;
    const QJsonValue before = settings.values.value(key);
    addSetting(place,
               {key, before.isUndefined() ? QJsonValue() : before, value, m_state.person->id, StillClock().now(), {}});
    Q_EMIT changed();
    Q_EMIT dataChanged();
    co_return Result<void>();
}

} // namespace crema::desktop
