// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/id.h"
#include "models/base/result.h"
#include "models/base/utc_time.h"
#include "models/customers/customer.h"
#include "models/people/person.h"
#include "models/pricing/cart.h"
#include "models/selling/location.h"
#include "models/selling/off_catalog.h"
#include "models/selling/register.h"

namespace crema {

using ParkedCartId = Id<struct ParkedCartTag>;

/// What is known of a line that cannot be read from the catalog again.
struct ParkedLine {
    VariantId variant;
    Quantity quantity{1};                      ///< 1 to Quantity::maxLine
    std::optional<Price> price = std::nullopt; ///< given by hand; nothing: the catalog's
    QList<Discount> discounts = {};
    QString note = {};
    QList<ModifierId> modifiers = {};                    ///< chosen for it
    std::optional<OffCatalog> offCatalog = std::nullopt; ///< in place of an article; its price is given by hand

    friend bool operator==(const ParkedLine &, const ParkedLine &) = default;
};

enum class CartState {
    Parked,    ///< it waits for somebody to go on with it
    Taken,     ///< somebody went on with it
    Discarded, ///< nobody wants it any more
};

/// "parked", "taken", "discarded"; stable, as stored and sent.
[[nodiscard]] QString cartStateText(CartState state);
[[nodiscard]] std::optional<CartState> cartStateFromText(QStringView text);

/// Who ended it first, where and when.
struct CartEnd {
    RegisterId registerId;
    std::optional<PersonId> by;
    UtcTime at;

    friend bool operator==(const CartEnd &, const CartEnd &) = default;
};

/// A sale that was left for later, which any till of its location may go on with (ADR 058). It is no fact of money:
/// what is sold of it is told by sales.
struct ParkedCart {
    static constexpr qsizetype longestName = 60; ///< in UTF-16 units
    static constexpr qsizetype mostLines = Cart::maxLines;

    ParkedCartId id;
    LocationId location;
    RegisterId registerId; ///< where it was parked
    std::optional<PersonId> by;
    UtcTime at;
    QString name; ///< "Table 4"; may be empty
    QList<ParkedLine> lines;
    QList<Discount> discounts; ///< of the whole sale
    std::optional<CustomerId> customer;
    QString note;               ///< for staff
    QString customerNote;       ///< for the customer, on the receipt
    QStringList coupons;        ///< codes that were shown, at most maxShownCoupons
    std::int64_t points = 0;    ///< of the customer that are to be taken
    std::optional<Money> total; ///< what it came to when it was parked
    CartState state = CartState::Parked;
    std::optional<CartEnd> end; ///< nothing while it waits

    friend bool operator==(const ParkedCart &, const ParkedCart &) = default;
};

/// What stays of a cart that ended: who ended it. What was in it, for whom and under which name is told nobody any
/// more.
[[nodiscard]] ParkedCart endedCart(const ParkedCart &cart, CartState state, const CartEnd &end);

/// The cart as it is kept: name and notes without blanks around them. Errors, with the fields: `cart.empty`,
/// `cart.full`, `cart.text` for a name or note that is too long or has what no line of text has.
[[nodiscard]] Result<ParkedCart> checkedCart(const ParkedCart &cart);

} // namespace crema
