// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/problem.h"
#include "models/pricing/bundle_lines.h"
#include "ui/presenters/till/till_sale.h"
#include "ui/presenters/till/till_texts.h"

#include <QStringList>

namespace crema {

/// Why a bundle cannot be sold as it is: a part of it is not known here, archived, or has no price. Nothing for one
/// that can, and for what is no bundle. Codes as in sync/store/bundle_parts.h.
[[nodiscard]] std::optional<Problem> whyNoBundle(const TillItem &item);

/// "2 × House blend 250 g": what lies in so many bundles, a text for each part.
[[nodiscard]] QStringList partTexts(const QList<sync::BundlePartView> &parts, Quantity bundles, const TillTexts &texts);

/// Whether this row of what the rules made is of this variant.
[[nodiscard]] bool isRowOf(const Sale &quoted, const SaleLineRow &row, VariantId variant);

/// What one of the row costs before anything is taken off for it: for bundles as a price for all of them where it is
/// none for one in whole minor units.
[[nodiscard]] Price priceOfRow(const Sale &quoted, const SaleLineRow &row);
/// Whether the bundle is sold for what its parts cost, because they cost no more by now.
[[nodiscard]] bool isSoldAsParts(const Sale &quoted, const SaleLineRow &row);
/// What is paid of it: with the tax in it, or without, as the prices are.
[[nodiscard]] Money paidOfRow(const Sale &quoted, const SaleLineRow &row);

/// Why a row of a sale costs what it costs: of a bundle what its parts cost, what it costs, and the steps of each part;
/// else those of its line (ui/presenters/till/price_steps.h).
[[nodiscard]] QStringList priceStepsOfRow(const Sale &sale, qsizetype row, const QLocale &locale);

} // namespace crema
