// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/money/price.h"

#include <QList>
#include <QString>

#include <optional>

namespace crema::testing {

/// One line of an order as the wholesaler wrote it down.
struct RealLine {
    QString sku;
    QString description;
    std::int64_t quantity = 0; ///< below zero: it comes back, or is written off
    Price price;               ///< of one; prices of a tenth of a cent are told for ten
};

/// One order or credit of the real data (orders.csv beside the project, SOURCES.md).
struct RealOrder {
    QString invoice;
    bool isCredit = false;
    QString customer; ///< "0": nobody knows
    QString country;
    QList<RealLine> lines;
};

/// In the order in which they came; nothing where the data is not there. Prices in this currency.
[[nodiscard]] std::optional<QList<RealOrder>> realOrders(Currency currency);

} // namespace crema::testing
