// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/pricing/coupon_standing.h"
#include "ui/presenters/till/till_view.h"

#include <QLocale>

namespace crema {

/// What a coupon gives, or in a few words why it gives nothing yet: "−€2.00", "needs 2 more".
[[nodiscard]] QString couponEffect(const CouponStanding &standing, const QLocale &locale);

/// The codes that were shown, with what is known of each.
[[nodiscard]] QList<CouponChip> couponChips(const QStringList &codes, const QList<CouponStanding> &standings,
                                            const QLocale &locale);

/// "ADVENT: needs 2 more", for where there is one line for it; the code alone until the rules were asked.
[[nodiscard]] QString couponLine(const CouponChip &chip);

} // namespace crema
