// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/id.h"
#include "models/base/utc_time.h"
#include "models/money/quantity.h"

#include <QString>

#include <optional>

namespace crema {

enum class MovementReason { Sale, Return, Adjustment, Damage, Loss, Found, Receipt, Transfer, Count };

[[nodiscard]] QString movementReasonText(MovementReason reason);
[[nodiscard]] std::optional<MovementReason> movementReasonFromText(QStringView text);

/// One signed change of stock of a variant at a location. Stock is never set, only moved or counted.
struct Movement {
    MovementId id;
    VariantId variant;
    LocationId location;
    Quantity delta; ///< not zero
    MovementReason reason = MovementReason::Adjustment;
    OperationId source; ///< the operation that caused it
    UtcTime at;
    QString note;

    friend bool operator==(const Movement &, const Movement &) = default;
};

/// How much of a variant a location holds: the sum of the movements, kept as a cache that can be rebuilt.
/// Below zero is allowed and shown (sync.md rule 19).
struct StockLevel {
    VariantId variant;
    LocationId location;
    Quantity onHand;

    friend bool operator==(const StockLevel &, const StockLevel &) = default;
};

} // namespace crema
