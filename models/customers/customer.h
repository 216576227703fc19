// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/id.h"
#include "models/base/result.h"

#include <QString>

namespace crema {

/// Somebody who buys. Everything but the name may be empty.
struct Customer {
    CustomerId id;
    QString name; ///< 1 to 200 characters
    QString email;
    QString phone; ///< as people write it; look-up compares digits
    QString taxId;
    QString notes;
    bool archived = false;

    friend bool operator==(const Customer &, const Customer &) = default;
};

/// Errors: `customer.rules` naming the fields that are too long, or empty where they may not be.
[[nodiscard]] Result<Customer> checkedCustomer(const Customer &customer);

} // namespace crema
