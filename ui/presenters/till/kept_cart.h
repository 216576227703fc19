// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/sale_draft.h"

#include <QMap>

namespace crema {

/// The open carts of a till by the id of their cashier, empty for nobody: each cashier has one.
using KeptCarts = QMap<QString, QList<sync::SaleLineDraft>>;

/// Sales that were left for later, the oldest first.
using ParkedSales = QList<QList<sync::SaleLineDraft>>;

/// The carts as the store keeps them: variants, quantities and prices given by hand; names, other prices and tax come
/// from the catalog when a sale goes on. Empty without any line.
[[nodiscard]] QString keptCartsText(const KeptCarts &carts, const ParkedSales &parked = {});

/// Reads them back. What cannot be read is left out: a damaged note must not stop the till.
[[nodiscard]] KeptCarts keptCarts(const QString &text);
[[nodiscard]] ParkedSales parkedSales(const QString &text);

} // namespace crema
