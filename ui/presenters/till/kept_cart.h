// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/sale_draft.h"

#include <QMap>

namespace crema {

/// The open carts of a till by the id of their cashier, empty for nobody: each cashier has one.
using KeptCarts = QMap<QString, QList<sync::SaleLineDraft>>;

/// The carts as the store keeps them: variants, quantities and prices given by hand; names, other prices and tax come
/// from the catalog when a sale goes on. Empty without any line.
[[nodiscard]] QString keptCartsText(const KeptCarts &carts);

/// Reads them back. What cannot be read is left out: a damaged note must not stop the till.
[[nodiscard]] KeptCarts keptCarts(const QString &text);

} // namespace crema
