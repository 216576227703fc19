// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/pricing/coupon_standing.h"
#include "sync/client/sale_draft.h"
#include "sync/store/local_store.h"

namespace crema::sync {

/// The promotion that this code lets hold, if the cart and all else is as it asks; `typed` as a person or a scanner
/// wrote it. Of several with the code the first that may still hold. Errors: `coupon.unknown`, `coupon.not_yet`,
/// `coupon.expired`, `coupon.used_up` where the sales that this device knows reach its limit. Failures of the storage
/// are thrown.
[[nodiscard]] Result<Promotion> findCoupon(LocalStore &store, const QString &typed);

/// What each coupon of the draft does for it, in their order; a code that no promotion here asks for is left out.
/// Errors: those of quoteOf().
[[nodiscard]] Result<QList<CouponStanding>> couponsOf(LocalStore &store, const SaleDraft &draft);

} // namespace crema::sync
