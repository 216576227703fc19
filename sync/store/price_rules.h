// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/pricing/article_set.h"
#include "models/pricing/price_list.h"
#include "models/pricing/promotion.h"
#include "sync/store/entity_rows.h"

namespace crema::sync {

/// What decides about prices besides the catalog, as this device knows it.
struct PriceRules {
    QList<Promotion> promotions;
    QList<PriceList> lists;
    QHash<CategoryId, CategoryId> parents; ///< the category above each that has one

    /// These categories and all above them.
    [[nodiscard]] QList<CategoryId> withParents(const QList<CategoryId> &categories) const;
};

/// Reads them; what does not read is left out. Throws StorageFailure.
[[nodiscard]] PriceRules readPriceRules(EntityRows &rows);

} // namespace crema::sync
