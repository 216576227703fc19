// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/selling/sale.h"

#include <QByteArrayView>

namespace crema::codec {

/// The sale whose canonical bytes these are, as far as a shift adds it up (models/selling/shift_totals.h): number,
/// total, rounding, payments, taxes, and what lines and returns took off or loaded onto gift cards. Everything else
/// stays neutral and is not looked at, which makes it several times as fast as readCanonicalSale(). Nothing where one
/// of them cannot be read: readSale() says what is wrong.
[[nodiscard]] std::optional<Sale> readSaleSums(QByteArrayView canonical);

} // namespace crema::codec
