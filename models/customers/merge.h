// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/customers/customer.h"

#include <QList>

#include <functional>

/// Customers who turned out to be one (ADR 067). Merging moves nothing: who was merged keeps what is known of them and
/// what they bought, and points at who stays; whatever is asked about that one is asked about all of them.
namespace crema {

using CustomerLookup = std::function<std::optional<Customer>(CustomerId)>;

/// Who stays in the lists for `customer`: themselves, unless they were merged into somebody of whom something is still
/// known.
[[nodiscard]] Customer rootOf(Customer customer, const CustomerLookup &known);
/// All who were merged into this one, near and far, without those who were erased.
[[nodiscard]] QList<Customer> mergedInto(const Customer &root, const CustomerLookup &known);
/// The ids of this one and of all who were merged into them, erased or not: whose documents are theirs.
[[nodiscard]] QList<CustomerId> idsOf(const Customer &root, const CustomerLookup &known);

/// `into` with what is known of `from` and not of them. What decides prices stays as it is, and who said no to offers
/// by e-mail is asked for none.
[[nodiscard]] Customer filledFrom(Customer into, const Customer &from);

/// Why two customers may be one.
enum class Likeness { Card, TaxId, Email, Phone, Name };

/// "The same phone number", translated.
[[nodiscard]] QString likenessText(Likeness likeness);
/// "card", "tax_id", "email", "phone", "name"; stable, for programs.
[[nodiscard]] QString likenessName(Likeness likeness);

struct LikelyDuplicate {
    Customer first; ///< of the two the one who was there before
    Customer second;
    Likeness likeness = Likeness::Name; ///< the strongest that they share

    friend bool operator==(const LikelyDuplicate &, const LikelyDuplicate &) = default;
};

/// Pairs of customers in use who share a card, a tax number, an e-mail address, a phone number of six digits or more
/// or, folded, a name of two words or more; the strongest likeness first, then by name; at most `limit`. Each customer
/// is paired with the first of those who are like them.
[[nodiscard]] QList<LikelyDuplicate> likelyDuplicates(const QList<Customer> &customers, int limit);

} // namespace crema
