// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pricing/cart.h"

#include "models/catalog/product_rules.h"

#include <QCoreApplication>

namespace crema {

namespace {

using Refusal = std::optional<Problem>;

Problem noSuchLine()
{
    return {ProblemKind::NotFound,
            QStringLiteral("cart.no_line"),
            QCoreApplication::translate("Cart", "This line is no longer in the cart."),
            QCoreApplication::translate("Cart", "Choose a line that is shown."),
            {}};
}

Refusal refuseQuantity(Quantity quantity)
{
    if (quantity.units() >= 1 && quantity.units() <= Quantity::maxLine)
        return std::nullopt;
    const QString message =
        QCoreApplication::translate("Cart", "The quantity of a line lies between 1 and %1.").arg(Quantity::maxLine);
    return Problem{ProblemKind::Invalid,
                   QStringLiteral("quantity.range"),
                   message,
                   QCoreApplication::translate("Cart", "Type the quantity again, or remove the line."),
                   {{QStringLiteral("quantity"), message}}};
}

Refusal refuseDiscount(const Discount &discount, Currency currency)
{
    const bool isPercentage = discount.tenThousandths.has_value();
    const bool isAmount = discount.amount.has_value();
    const bool percentageFits = isPercentage && *discount.tenThousandths >= 1 && *discount.tenThousandths <= 10'000;
    const bool amountFits = isAmount && discount.amount->currency() == currency && discount.amount->minor() >= 1 &&
                            discount.amount->minor() <= maxPriceMinor;
    if (isPercentage != isAmount && (percentageFits || amountFits))
        return std::nullopt;
    const QString message = QCoreApplication::translate(
        "Cart", "A discount is a percentage above 0 up to 100, or an amount above zero in the currency of the cart.");
    return Problem{ProblemKind::Invalid,
                   QStringLiteral("discount.range"),
                   message,
                   QCoreApplication::translate("Cart", "Type the discount again."),
                   {{QStringLiteral("discount"), message}}};
}

Refusal refuseDiscounts(const QList<Discount> &discounts, Currency currency)
{
    if (discounts.size() > Cart::maxDiscounts) {
        return Problem{
            ProblemKind::Invalid,
            QStringLiteral("discount.range"),
            QCoreApplication::translate("Cart", "There are at most %1 discounts at one place.").arg(Cart::maxDiscounts),
            QCoreApplication::translate("Cart", "Remove a discount first."),
            {}};
    }
    for (const Discount &discount : discounts) {
        if (const Refusal refusal = refuseDiscount(discount, currency))
            return refusal;
    }
    return std::nullopt;
}

Refusal refusePrice(const Price &price, Currency currency)
{
    if (price.amount.currency() != currency) {
        return Problem{ProblemKind::Invalid,
                       QStringLiteral("cart.currency"),
                       QCoreApplication::translate("Cart", "The price is in %1, but the cart is in %2.")
                           .arg(price.amount.currency().code(), currency.code()),
                       QCoreApplication::translate("Cart", "Give the article a price in the currency of the shop."),
                       {}};
    }
    if (price.amount.isNegative() || price.amount.minor() > maxPriceMinor || price.per < 1) {
        return Problem{ProblemKind::Invalid,
                       QStringLiteral("cart.price"),
                       QCoreApplication::translate("Cart", "The price of the article is out of range."),
                       QCoreApplication::translate("Cart", "Correct the price of the article in the catalog."),
                       {}};
    }
    return std::nullopt;
}

Refusal refuseTaxRate(TaxRate rate)
{
    if (rate.tenThousandths() >= 0 && rate.tenThousandths() <= TaxRate::maximum)
        return std::nullopt;
    return Problem{ProblemKind::Invalid,
                   QStringLiteral("cart.tax_rate"),
                   QCoreApplication::translate("Cart", "The tax rate of the article is out of range."),
                   QCoreApplication::translate("Cart", "Correct the tax class of the article."),
                   {}};
}

/// A bundle takes off its lines at most what they cost.
Refusal refuseBundle(const CartLine &line)
{
    if (!line.bundle)
        return std::nullopt;
    const SaleBundle &bundle = *line.bundle;
    const bool isOne = bundle.off.currency() == line.price.amount.currency() && !bundle.off.isNegative();
    const Result<Money> extended = line.price.extended(line.quantity);
    if (isOne && extended && bundle.off <= *extended && bundle.place >= 0 && bundle.quantity.units() >= 1)
        return std::nullopt;
    return Problem{ProblemKind::Invalid,
                   QStringLiteral("bundle.off"),
                   QCoreApplication::translate("Cart", "A bundle takes more off a part than it costs."),
                   QCoreApplication::translate("Cart", "Ring the bundle up again."),
                   {}};
}

Refusal refuseLine(const CartLine &line, Currency currency)
{
    if (const Refusal refusal = refuseQuantity(line.quantity))
        return refusal;
    if (const Refusal refusal = refusePrice(line.price, currency))
        return refusal;
    if (const Refusal refusal = refuseTaxRate(line.taxRate))
        return refusal;
    if (const Refusal refusal = refuseBundle(line))
        return refusal;
    return refuseDiscounts(line.discounts, currency);
}

Problem cartIsFull()
{
    return {ProblemKind::Invalid,
            QStringLiteral("cart.full"),
            QCoreApplication::translate("Cart", "A cart holds at most %1 lines.").arg(Cart::maxLines),
            QCoreApplication::translate("Cart", "Pay for this cart and begin another one."),
            {}};
}

bool joins(const CartLine &there, const CartLine &added)
{
    CartLine same = added;
    same.quantity = there.quantity;
    return there.discounts.isEmpty() && there.note.isEmpty() && !there.bundle && there == same;
}

bool has(const Cart &cart, qsizetype line)
{
    return line >= 0 && line < cart.lines.size();
}

} // namespace

Result<Cart> addLine(Cart cart, const CartLine &line)
{
    if (const Refusal refusal = refuseLine(line, cart.currency))
        return failure(*refusal);
    for (CartLine &there : cart.lines) {
        if (!joins(there, line))
            continue;
        // Both are at most maxLine, so the sum fits.
        const Quantity sum = there.quantity + line.quantity;
        if (const Refusal refusal = refuseQuantity(sum))
            return failure(*refusal);
        there.quantity = sum;
        return cart;
    }
    if (cart.lines.size() >= Cart::maxLines)
        return failure(cartIsFull());
    cart.lines.append(line);
    return cart;
}

Result<Cart> setQuantity(Cart cart, qsizetype line, Quantity quantity)
{
    if (!has(cart, line))
        return failure(noSuchLine());
    if (const Refusal refusal = refuseQuantity(quantity))
        return failure(*refusal);
    cart.lines[line].quantity = quantity;
    return cart;
}

Result<Cart> removeLine(Cart cart, qsizetype line)
{
    if (!has(cart, line))
        return failure(noSuchLine());
    cart.lines.removeAt(line);
    return cart;
}

Result<Cart> setLineNote(Cart cart, qsizetype line, const QString &note)
{
    if (!has(cart, line))
        return failure(noSuchLine());
    cart.lines[line].note = note.trimmed();
    return cart;
}

Result<Cart> addLineDiscount(Cart cart, qsizetype line, const Discount &discount)
{
    if (!has(cart, line))
        return failure(noSuchLine());
    QList<Discount> &discounts = cart.lines[line].discounts;
    discounts.append(discount);
    if (const Refusal refusal = refuseDiscounts(discounts, cart.currency))
        return failure(*refusal);
    return cart;
}

Result<Cart> removeLineDiscount(Cart cart, qsizetype line, qsizetype discount)
{
    if (!has(cart, line) || discount < 0 || discount >= cart.lines[line].discounts.size())
        return failure(noSuchLine());
    cart.lines[line].discounts.removeAt(discount);
    return cart;
}

Result<Cart> addCartDiscount(Cart cart, const Discount &discount)
{
    cart.discounts.append(discount);
    if (const Refusal refusal = refuseDiscounts(cart.discounts, cart.currency))
        return failure(*refusal);
    return cart;
}

Result<Cart> removeCartDiscount(Cart cart, qsizetype discount)
{
    if (discount < 0 || discount >= cart.discounts.size())
        return failure(noSuchLine());
    cart.discounts.removeAt(discount);
    return cart;
}

Cart setCustomer(Cart cart, const std::optional<CustomerId> &customer)
{
    cart.customer = customer;
    return cart;
}

Cart setNote(Cart cart, const QString &note)
{
    cart.note = note.trimmed();
    return cart;
}

Result<Cart> checkedCart(const Cart &cart)
{
    if (cart.lines.size() > Cart::maxLines)
        return failure(cartIsFull());
    for (const CartLine &line : cart.lines) {
        if (const Refusal refusal = refuseLine(line, cart.currency))
            return failure(*refusal);
    }
    if (const Refusal refusal = refuseDiscounts(cart.discounts, cart.currency))
        return failure(*refusal);
    return cart;
}

} // namespace crema
