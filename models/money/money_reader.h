// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/json_reader.h"
#include "models/money/price.h"

#include <optional>

namespace crema {

/// What models/money/money_json.h reads, from canonical bytes.
[[nodiscard]] Money readMoney(json::CanonicalReader &in, QLatin1StringView name);
[[nodiscard]] std::optional<Money> readOptionalMoney(json::CanonicalReader &in, QLatin1StringView name);
[[nodiscard]] Price readPrice(json::CanonicalReader &in, QLatin1StringView name);
[[nodiscard]] std::optional<Price> readOptionalPrice(json::CanonicalReader &in, QLatin1StringView name);

} // namespace crema
