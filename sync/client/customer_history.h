// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/customers/customer.h"
#include "models/customers/purchases.h"
#include "models/customers/statement.h"
#include "sync/client/sale_view.h"

#include <QStringList>

namespace crema::sync {

/// Which documents this device has: those of its location, from some day on.
struct KnownSales {
    QStringList locations;        ///< by name; this device's first
    std::optional<UtcTime> since; ///< when the oldest of them was made; nothing: there is none

    friend bool operator==(const KnownSales &, const KnownSales &) = default;
};

/// One of a customer's sales, with where it was.
struct CustomerSaleView {
    SaleView sale;
    QString locationName; ///< empty where the place is not known any more
    QString registerName;

    friend bool operator==(const CustomerSaleView &, const CustomerSaleView &) = default;
};

/// What a customer bought, a page of it and all together.
struct CustomerHistory {
    QList<CustomerSaleView> sales; ///< of the page, the newest first
    std::int64_t count = 0;        ///< of all pages
    Purchases purchases;           ///< what all pages come to
    KnownSales known;

    friend bool operator==(const CustomerHistory &, const CustomerHistory &) = default;
};

/// Which part of a history is read.
struct HistoryPage {
    int limit = 25; ///< 1 to 1,000
    int offset = 0;
};

/// A customer's statement as this device can give it.
struct CustomerStatement {
    Customer customer;
    StatementPeriod period;
    QList<Statement> accounts; ///< one for each currency; none: nothing happened and nothing stands open
    KnownSales known;
    UtcTime at; ///< when it was made

    friend bool operator==(const CustomerStatement &, const CustomerStatement &) = default;
};

} // namespace crema::sync
