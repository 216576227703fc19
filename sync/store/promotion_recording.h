// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/store/local_store.h"

namespace crema::sync {

/// Record changes of promotions and price lists; each is called inside LocalStore::write(). The id is made when it is
/// null. Errors: `device.not_enrolled`, and those of
/// models/pricing/promotion.h and price_list.h.
[[nodiscard]] Result<PromotionId> recordNewPromotion(LocalStore &store, Promotion promotion);
[[nodiscard]] Result<void> recordPromotionEdit(LocalStore &store, const Promotion &before, const Promotion &after);
[[nodiscard]] Result<PriceListId> recordNewPriceList(LocalStore &store, PriceList list);
[[nodiscard]] Result<void> recordPriceListEdit(LocalStore &store, const PriceList &before, const PriceList &after);

} // namespace crema::sync
