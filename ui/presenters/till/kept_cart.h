// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/sale_draft.h"

namespace crema {

/// The lines of an open cart as the store keeps them: variants and quantities; names, prices and tax come from the
/// catalog when the sale goes on. Empty for a cart without lines.
[[nodiscard]] QString keptCartText(const sync::SaleDraft &cart);

/// Reads it back. What cannot be read is left out: a damaged note must not stop the till.
[[nodiscard]] QList<sync::SaleLineDraft> keptCartLines(const QString &text);

} // namespace crema
