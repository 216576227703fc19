// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "ui/presenters/catalog/catalog_row.h"

#include <QLocale>

namespace crema {

/// What people type into the cells of the catalog. The problems are those of the models, whose sentences stand below
/// the cell.

/// A name without blanks at its ends. Errors: `product.rules`.
[[nodiscard]] Result<QString> readNameCell(const QString &text);

/// "12,5", "12.5", "3*12", grouped as the locale does it; nothing for an empty text. The amount counts per the row's
/// base quantity (a new price of what is weighed: per kilogram). Errors: those of MoneyInput, `price.negative`,
/// `price.too_large`.
[[nodiscard]] Result<std::optional<Price>> readPriceCell(const QString &text, const CatalogRow &row, Currency currency,
                                                         const QLocale &locale);

/// Codes with blanks or commas between them, normalised. Errors: those of Barcode::parse.
[[nodiscard]] Result<QStringList> readBarcodesCell(const QString &text);

} // namespace crema
