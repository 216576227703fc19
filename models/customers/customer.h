// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/id.h"
#include "models/base/result.h"
#include "models/customers/consent.h"

#include <QString>

#include <optional>

namespace crema {

/// Somebody who buys. Everything but the name may be empty; of who was erased everything is.
struct Customer {
    CustomerId id;
    QString name; ///< 1 to 200 characters
    QString email;
    QString phone; ///< as people write it; look-up compares digits
    QString taxId;
    QString notes;
    bool archived = false;
    std::optional<Consent> consent = std::nullopt;       ///< to offers by e-mail; nothing: they did not say
    std::optional<UtcTime> erasedAt = std::nullopt;      ///< nothing is known of them since then (ADR 041)
    QString group = {};                                  ///< whose promotions and prices are theirs; may be empty
    std::optional<PriceListId> priceList = std::nullopt; ///< their own
    QString card = {};                                   ///< the number of their card, as a scanner reads it
    /// Who they turned out to be (ADR 067); what is theirs counts for that one.
    std::optional<CustomerId> mergedInto = std::nullopt;
    QList<CustomerId> mergedFrom = {}; ///< who turned out to be them

    [[nodiscard]] bool isErased() const { return erasedAt.has_value(); }

    friend bool operator==(const Customer &, const Customer &) = default;
};

/// By what cards are compared: a number of the length of a GTIN with 14 digits, since scanners read the same card as a
/// UPC-A or an EAN-13 (as Barcode does), anything else in capitals.
[[nodiscard]] QString cardKey(QStringView card);

/// Errors: `customer.rules` naming the fields that are too long, empty where they may not be, or cannot be printed.
[[nodiscard]] Result<Customer> checkedCustomer(const Customer &customer);

} // namespace crema
