// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/people/person.h"

#include <array>

namespace crema {

/// What people look at on a device. Each asks for a permission of the table that what they do asks too
/// (models/people/permission.h).
enum class Reading {
    Catalog,    ///< the list of products, and one of them with all that is known of it
    Products,   ///< finding a product by words, code or category, for whatever is done with it then
    Stock,      ///< how much is on hand, and what moved it
    Sales,      ///< all that this device knows of, and their receipts
    ShiftSales, ///< those of the open shift of this register
    Journal,    ///< the auditor's journal, which holds every sale
    Shifts,     ///< what was in the drawer, and what it took
    Customers,
    Costs,  ///< what products cost the shop; it comes with a product to whoever may see it
    People, ///< who works here, and the roles that they have
};

inline constexpr std::array allReadings{
    Reading::Catalog, Reading::Products, Reading::Stock,     Reading::Sales, Reading::ShiftSales,
    Reading::Journal, Reading::Shifts,   Reading::Customers, Reading::Costs, Reading::People,
};

/// Any one of them is enough.
[[nodiscard]] QList<Permission> permissionsFor(Reading reading);

/// Errors: `auth.not_allowed`.
[[nodiscard]] Result<void> mayRead(const Person &person, Reading reading);

} // namespace crema
