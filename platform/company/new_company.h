// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/randomness.h"
#include "models/base/result.h"
#include "models/catalog/tax_class.h"
#include "models/people/person.h"
#include "models/selling/location.h"
#include "platform/database/connection.h"

namespace crema::platform {

/// A company that begins: one shop, its tax classes and the person who owns it.
struct NewCompany {
    QString name;
    Location shop; ///< id and code are made here
    TaxRate standard;
    TaxRate reduced; ///< a second class, unless it is the same rate
    QString ownerName;
    QString ownerEmail;
    QString password;
    QString pin; ///< empty: none yet
};

/// Writes the company into a database without one, in one transaction, and gives its owner, an administrator. The
/// shop gets the code MAIN. Errors: `company.exists`.
[[nodiscard]] Result<Person> createCompany(Connection &connection, const NewCompany &company, UtcTime now,
                                           Randomness &randomness, const QString &systemUser = {});

} // namespace crema::platform
