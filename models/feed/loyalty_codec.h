// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/loyalty/points_ledger.h"

#include <QJsonObject>

namespace crema::codec {

[[nodiscard]] QJsonObject toJson(const LoyaltyAccount &account);
/// Errors: `entity.malformed`.
[[nodiscard]] Result<LoyaltyAccount> readLoyaltyAccount(const QJsonObject &json);

} // namespace crema::codec
