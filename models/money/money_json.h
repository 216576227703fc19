// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/json_fields.h"
#include "models/money/price.h"

namespace crema {

/// `{"currency":"EUR","minor":1240}`
[[nodiscard]] QJsonObject moneyToJson(const Money &money);
[[nodiscard]] Money readMoney(JsonFields &fields, const QString &name);
[[nodiscard]] std::optional<Money> readOptionalMoney(JsonFields &fields, const QString &name);

/// `{"currency":"EUR","minor":2490,"per":1000}`
[[nodiscard]] QJsonObject priceToJson(const Price &price);
[[nodiscard]] Price readPrice(JsonFields &fields, const QString &name);
[[nodiscard]] std::optional<Price> readOptionalPrice(JsonFields &fields, const QString &name);

} // namespace crema
