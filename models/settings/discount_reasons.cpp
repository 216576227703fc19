// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/settings/discount_reasons.h"

namespace crema {

QStringList offeredDiscountReasons(const SettingValues &settings)
{
    QStringList reasons;
    const QStringList lines = settings.text(shop_setting::discountReasons).split(QLatin1Char('\n'));
    for (const QString &line : lines) {
        const QString reason = line.simplified().left(longestDiscountReason);
        if (!reason.isEmpty() && !reasons.contains(reason) && reasons.size() < mostDiscountReasons)
            reasons.append(reason);
    }
    return reasons;
}

} // namespace crema
