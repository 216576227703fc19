// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/id.h"
#include "models/catalog/tax_class.h"
#include "models/money/currency.h"

#include <QByteArray>
#include <QString>

namespace crema {

enum class LocationKind { Shop, Warehouse };

/// A shop or a warehouse: a place that holds stock.
struct Location {
    LocationId id;
    QString code; ///< "MAIN": upper case in documents, compared without case; 1 to 12 letters and digits
    QString name;
    LocationKind kind = LocationKind::Shop;
    Currency currency;
    QString country;     ///< ISO 3166-1 alpha-2
    QByteArray timeZone; ///< IANA name, "Europe/Berlin"
    PricesInclude pricesInclude = PricesInclude::Tax;
    int dayCutOffMinutes = 0; ///< a business day ends this many minutes after midnight, 0 to 720
    QString receiptHeader;    ///< lines printed above a receipt: address, tax id

    friend bool operator==(const Location &, const Location &) = default;
};

} // namespace crema
