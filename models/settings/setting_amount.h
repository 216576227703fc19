// SPDX-License-Identifier: GPL-3.0-or-later
// Settings that are amounts, as people of a place write and type them.
#pragma once

#include "models/money/currency.h"
#include "models/settings/setting.h"

#include <QLocale>

namespace crema {

/// The currency of the place, and how its amounts are written.
struct SettingMoney {
    Currency currency;
    QLocale locale;
};

/// Whether its value is an amount: in minor units, or in whole units of the currency.
[[nodiscard]] bool isAmount(const Setting &setting);

/// readSetting(), where an amount is typed as one: "12.50" in the currency of the place. An amount that is kept in
/// whole units has no part of one. Errors: `setting.value` with the bounds.
[[nodiscard]] Result<QJsonValue> readSettingAt(const Setting &setting, const QString &typed, const SettingMoney &money);
/// typedSetting(), with an amount as it is typed: "12.50"; in the locale C without grouping, for scripts.
[[nodiscard]] QString typedSettingAt(const Setting &setting, const QJsonValue &value, const SettingMoney &money);
/// settingValueText(), with an amount as people read it: "€12.50".
[[nodiscard]] QString settingValueTextAt(const Setting &setting, const QJsonValue &value, const SettingMoney &money);
/// settingRangeText(): "€0.00 to €1,000.00".
[[nodiscard]] QString settingRangeTextAt(const Setting &setting, const SettingMoney &money);

} // namespace crema
