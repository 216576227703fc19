// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/id.h"
#include "models/base/utc_time.h"
#include "models/settings/setting.h"

#include <QJsonObject>
#include <QList>

namespace crema {

/// Names the place that settings are of: a location by its id, or the company by its own.
using PlaceId = Id<struct PlaceTag>;

/// One change of one setting.
struct SettingChange {
    QString key;
    QJsonValue from; ///< null: it was not set
    QJsonValue to;   ///< null: it is not set any more
    std::optional<PersonId> by;
    UtcTime at;
    OperationId operation;

    friend bool operator==(const SettingChange &, const SettingChange &) = default;
};

/// What one place has set, with what became of it. An entity like others; every device of the company has all of them.
struct ShopSettings {
    /// So many changes of one key are kept here; the platform's history and its audit trail have all.
    static constexpr qsizetype mostChangesOfKey = 10;

    PlaceId id;
    std::optional<LocationId> location; ///< nothing: those of the company
    /// By key, those that were ever set: null where the value was taken away. Keys that this version does not know
    /// stay. They stand in the document beside its other members, none of which has a dot in its name.
    QJsonObject values;
    QList<SettingChange> changes; ///< oldest first

    /// Sets a value, or takes it away (null), and notes it. Does nothing where it stands already.
    void change(const SettingChange &change);
    /// The last one of this key; nothing where it was never set.
    [[nodiscard]] const SettingChange *lastChange(QStringView key) const;

    friend bool operator==(const ShopSettings &, const ShopSettings &) = default;
};

/// Where a value comes from.
enum class SettingOrigin { Usual, Company, Location };

/// "default", "company", "location"; stable, for scripts.
[[nodiscard]] QString settingOriginText(SettingOrigin origin);

/// What is in force at one place: the location's own value, else the company's, else the usual one. A value that this
/// version cannot take (a newer one has another range) counts as not set; tookNone() names it, for the log.
class SettingValues
{
public:
    /// All as usual.
    SettingValues() = default;
    SettingValues(const std::optional<ShopSettings> &company, const std::optional<ShopSettings> &location);

    /// Of a setting of that kind; its usual value for a key that is not in the table.
    [[nodiscard]] std::int64_t number(QStringView key) const;
    [[nodiscard]] bool isOn(QStringView key) const;
    [[nodiscard]] QString text(QStringView key) const;
    [[nodiscard]] QJsonValue value(QStringView key) const;
    [[nodiscard]] SettingOrigin origin(QStringView key) const;
    /// Keys whose stored value does not fit this version's table.
    [[nodiscard]] QStringList tookNone() const { return m_tookNone; }

    friend bool operator==(const SettingValues &, const SettingValues &) = default;

private:
    void take(const ShopSettings &settings, SettingOrigin origin);

    QJsonObject m_values;
    QHash<QString, SettingOrigin> m_origins;
    QStringList m_tookNone;
};

namespace codec {

[[nodiscard]] QJsonObject toJson(const ShopSettings &settings);
/// Errors: `entity.malformed`.
[[nodiscard]] Result<ShopSettings> readShopSettings(const QJsonObject &json);

} // namespace codec
} // namespace crema
