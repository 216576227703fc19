// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace crema::sync {

/// What stays of a till's note of its open carts once a sale is paid: the carts go, sales that were parked stay. Empty
/// for a note without any, and for one that cannot be read.
[[nodiscard]] QString noteAfterSale(const QString &note);

} // namespace crema::sync
