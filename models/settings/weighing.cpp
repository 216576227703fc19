// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/settings/weighing.h"

namespace crema {

WeightUnit weightUnitOf(const SettingValues &settings)
{
    return settings.text(shop_setting::weightUnit) == shop_setting::kilograms ? WeightUnit::Kilogram : WeightUnit::Gram;
}

std::int64_t tareOf(const SettingValues &settings)
{
    return settings.number(shop_setting::tare);
}

} // namespace crema
