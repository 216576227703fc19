// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/catalog/tax_class.h"
#include "models/catalog/variant.h"
#include "models/selling/sale.h"

namespace crema {

/// A reduction as it is asked for: a percentage or an amount, never both.
struct Discount {
    QString label;                              ///< the reason, as the receipt says it
    std::optional<std::int32_t> tenThousandths; ///< 1 to 10,000 (100 %)
    std::optional<Money> amount;                ///< greater than zero; more than there is takes all there is
    std::int64_t points = 0;                    ///< of the customer that it takes; 0 for most

    friend bool operator==(const Discount &, const Discount &) = default;
};

/// What is put into a cart, with name, price and tax as they were at that moment.
struct CartLine {
    VariantId variant;
    ProductId product;
    QString sku;
    QString name;
    QString options;
    Unit unit = Unit::Piece;
    Price price;
    std::optional<TaxClassId> taxClass;
    TaxRate taxRate;
    Quantity quantity;         ///< 1 to Quantity::maxLine
    QList<Discount> discounts; ///< each works on what the ones before it left
    QString note;
    QList<SaleModifier> modifiers; ///< chosen for it; the price contains them
    /// That it is a part of, as models/pricing/bundle_lines.h makes it; nothing for most. What the bundle takes off
    /// comes before its discounts.
    std::optional<SaleBundle> bundle = std::nullopt;

    friend bool operator==(const CartLine &, const CartLine &) = default;
};

/// What a customer is about to buy. A plain value: every edit below takes one and returns the next, so that undo is
/// to keep the one before.
struct Cart {
    static constexpr qsizetype maxLines = 500;
    static constexpr qsizetype maxDiscounts = 20; ///< of one line, and of the cart

    Currency currency;
    QList<CartLine> lines;
    QList<Discount> discounts; ///< of the whole cart, each works on what the ones before it left
    std::optional<CustomerId> customer;
    QString note;         ///< for staff
    QString customerNote; ///< for the customer, on the receipt

    friend bool operator==(const Cart &, const Cart &) = default;
};

/// Adds a line; more of the same variant at the same price without discount or note of its own joins the line that
/// is there. A part of a bundle joins nothing. Errors: `quantity.range`, `cart.currency`, `cart.full`,
/// `discount.range`.
[[nodiscard]] Result<Cart> addLine(Cart cart, const CartLine &line);

/// Errors: `cart.no_line`, `quantity.range` (also for zero: a line is removed, not emptied).
[[nodiscard]] Result<Cart> setQuantity(Cart cart, qsizetype line, Quantity quantity);
[[nodiscard]] Result<Cart> removeLine(Cart cart, qsizetype line);
[[nodiscard]] Result<Cart> setLineNote(Cart cart, qsizetype line, const QString &note);

/// Errors: `cart.no_line`, `discount.range`.
[[nodiscard]] Result<Cart> addLineDiscount(Cart cart, qsizetype line, const Discount &discount);
[[nodiscard]] Result<Cart> removeLineDiscount(Cart cart, qsizetype line, qsizetype discount);
[[nodiscard]] Result<Cart> addCartDiscount(Cart cart, const Discount &discount);
[[nodiscard]] Result<Cart> removeCartDiscount(Cart cart, qsizetype discount);

[[nodiscard]] Cart setCustomer(Cart cart, const std::optional<CustomerId> &customer);
[[nodiscard]] Cart setNote(Cart cart, const QString &note);

/// The cart when every edit above could have made it: for carts that come from elsewhere (parked, sent).
[[nodiscard]] Result<Cart> checkedCart(const Cart &cart);

} // namespace crema
