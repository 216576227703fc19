// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/catalog/variant.h"

namespace crema {

/// So many different articles are in one bundle, and so much of each, in its smallest unit.
inline constexpr qsizetype maxBundleComponents = 20;
inline constexpr std::int64_t maxBundleQuantity = 100'000;

/// A component as the catalog knows it: nothing where it does not.
struct KnownComponent {
    BundleComponent component;
    std::optional<Variant> variant;
};

/// What is wrong with the components as they stand there, by themselves (ADR 064): too many of them, one twice or the
/// bundle itself, a quantity out of range, or a bundle that is weighed.
[[nodiscard]] QList<FieldProblem> componentProblems(const Variant &bundle);

/// Held against the catalog. Errors, with the field `components`: `bundle.unknown_component` and `bundle.nested` (a
/// component that is a bundle itself).
[[nodiscard]] Result<void> checkComponents(const QList<KnownComponent> &components);

/// What so many bundles cost when their parts are bought one by one, rounded for each part as a line of its own.
/// Errors: `bundle.unknown_component`, `bundle.unpriced_component`, `bundle.currency` (not all in one), and
/// `money.overflow`.
[[nodiscard]] Result<Money> worthOf(const QList<KnownComponent> &components, Quantity bundles = Quantity(1));

/// Whether the price of a bundle is at most what its parts cost: what it takes off is a discount, and no discount adds.
/// What cannot be compared yet, because a price is missing, passes: the till says so. Error: `bundle.dearer`, with the
/// field `price`; and `bundle.currency`.
[[nodiscard]] Result<void> checkBundlePrice(const Variant &bundle, const QList<KnownComponent> &components);

} // namespace crema
