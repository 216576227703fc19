// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/id.h"
#include "models/base/utc_time.h"

#include <QDate>
#include <QStringList>

#include <optional>

namespace crema {

/// Where, when and for whom something is priced. Rules that name a day or an hour mean those of the place.
struct PricingOccasion {
    LocationId location;
    QDate day;                                           ///< by the wall clock of the place
    int minute = 0;                                      ///< of that day, 0 to 1,439
    QString customerGroup;                               ///< empty: in none
    std::optional<PriceListId> priceList = std::nullopt; ///< the customer's own
    QStringList coupons = {};                            ///< as couponCode() writes them

    friend bool operator==(const PricingOccasion &, const PricingOccasion &) = default;
};

/// The codes of one cart.
inline constexpr qsizetype maxShownCoupons = 10;

/// Sets day and minute from a moment; `timeZone` is an IANA name, and UTC is taken for one that nobody knows.
[[nodiscard]] PricingOccasion at(PricingOccasion occasion, UtcTime moment, const QByteArray &timeZone);

/// A coupon's code as it is compared and kept: upper case, without blanks; empty for what is no code (something other
/// than 3 to 40 letters, digits and dashes).
[[nodiscard]] QString couponCode(QStringView typed);

/// Whether two names of a group of customers mean the same: case and blanks around it do not count.
[[nodiscard]] bool isSameGroup(const QString &a, const QString &b);

} // namespace crema
