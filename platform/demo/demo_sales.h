// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/product.h"
#include "models/catalog/tax_class.h"
#include "models/catalog/variant.h"
#include "platform/demo/demo_device.h"

namespace crema::platform {

/// A variant as a till offers it, and how often people ask for it.
struct DemoOffer {
    Product product;
    Variant variant;
    TaxClass taxClass;
    int popularity = 1;
};

/// What makes a day at a till.
struct DemoDay {
    UtcTime opensAt;
    int sales = 0;
    PersonId cashier;
    QList<CustomerId> customers;
    QString giftCode = {}; ///< of a gift card that is sold on it and pays something; empty for most
};

/// What the customers of the demo company earn (setting `loyalty.earn`).
inline constexpr int demoPointsPerUnit = 1;

/// Of the gift card of the demo company: 50.00, less a coffee.
[[nodiscard]] QString demoGiftCode();

/// Plays one day at a register: opens a shift, rings up sales with the rules of every till, counts and closes.
/// `running` is the number of the last receipt and goes on.
void playDay(DemoDevice &device, const DemoDay &day, const QList<DemoOffer> &offers, std::int64_t &running,
             Randomness &randomness);

} // namespace crema::platform
