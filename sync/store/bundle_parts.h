// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/bundle_rules.h"
#include "models/pricing/pricing_occasion.h"
#include "models/selling/sale.h"
#include "sync/client/product_view.h"
#include "sync/client/sale_draft.h"
#include "sync/store/local_store.h"

namespace crema {
struct CartLine;
}

namespace crema::sync {

/// The components of a variant with what the catalog here says of them; none of what is no bundle.
[[nodiscard]] QList<KnownComponent> knownComponents(LocalStore &store, const Variant &variant);

/// The same for people to read.
[[nodiscard]] QList<BundlePartView> partsOf(LocalStore &store, const Variant &variant);

/// What is there of a variant; of a bundle as many as the scarcest of its parts is enough for. Below zero where more
/// was sold than there was.
[[nodiscard]] Quantity onHandAt(LocalStore &store, const Variant &variant, LocationId location);

/// What a bundle is rung up for.
struct BundlePricing {
    std::optional<Price> listed; ///< by hand, or of a price list; nothing: the catalog's
    Currency currency;
    PricingOccasion occasion;
    std::int32_t place = 0; ///< among the bundles of the cart
};

/// The lines that a bundle puts into the cart (models/pricing/bundle_lines.h), with prices, taxes and names of its
/// parts as they are now. Errors: `bundle.unknown_component`, `bundle.archived_component`, `bundle.nested`,
/// `bundle.unpriced_component`, `sale.unpriced`, `sale.tax_missing`, and those of bundleLines().
[[nodiscard]] Result<QList<CartLine>> bundleCartLines(LocalStore &store, const SaleLineDraft &draft,
                                                      const Variant &bundle, const BundlePricing &pricing);

} // namespace crema::sync
