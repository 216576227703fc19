// SPDX-License-Identifier: GPL-3.0-or-later
// What a screen of customers draws: finished, translated texts and the few values that decide how they look.
#pragma once

#include "ui/presenters/customers/erase_question.h"
#include "ui/presenters/selling/sale_list_view.h"
#include "ui/presenters/table/data_column.h"

#include <QString>

namespace crema {

/// One customer in a list.
struct CustomerRow {
    QString id; ///< what a row is known by
    QString name;
    QString emailText; ///< empty without an address
    QString phoneText; ///< as people write it; empty without a number
    QString taxIdText; ///< empty for a private person
    CellBadge state;   ///< no text for a customer who is in use

    bool operator==(const CustomerRow &) const = default;
};

/// What a person types about a customer.
struct CustomerDraft {
    QString name;
    QString email;
    QString phone;
    QString taxId;
    QString notes;
    std::optional<ConsentState> consent = std::nullopt;    ///< to offers by e-mail; nothing: they did not say
    ConsentSource consentSource = ConsentSource::InPerson; ///< of `consent`
    QString card = {};                                     ///< the number of their card, as a scanner reads it
    QString group = {};                                    ///< whose promotions and prices are theirs
    QString priceList = {};                                ///< the id of their own; empty: none

    bool operator==(const CustomerDraft &) const = default;
};

/// Somebody who was merged into the customer who is open.
struct MergedCustomer {
    QString id;
    QString name;
    QString aboutText; ///< how to reach them, as it was known; may be empty
    QString leftText;  ///< "20 points, €5.00": what another till gave them since; empty: nothing

    bool operator==(const MergedCustomer &) const = default;
};

/// A price list to choose.
struct PriceListChoice {
    QString id;
    QString name;

    bool operator==(const PriceListChoice &) const = default;
};

/// The customer who is open, or the new one.
struct CustomerDetail {
    CustomerRow row; ///< empty for a new one
    bool isNew = false;
    bool isArchived = false;
    bool isErased = false;
    QString consentText; ///< since when they want offers by e-mail or not, and how they said so; empty: they did not
    QString lockedText;  ///< why nothing of it can be changed; empty where it can
    QString pointsText = {}; ///< "250 points, worth €12.50"; empty: not known, or this shop has none
    QList<MergedCustomer> merged = {};
    QList<PriceListChoice> priceLists = {};
    QStringList groups = {};       ///< that are in use
    QString pricesLockedText = {}; ///< why group and price list cannot be changed; empty where they can

    bool operator==(const CustomerDetail &) const = default;
};

} // namespace crema
