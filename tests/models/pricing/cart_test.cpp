// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pricing/cart.h"
#include "tests/models/generators.h"

#include <gtest/gtest.h>

namespace crema {
namespace {

using testing::article;
using testing::euro;

Cart emptyCart()
{
    Cart cart;
    cart.currency = testing::currency(u"EUR");
    return cart;
}

QString codeOf(const Result<Cart> &result)
{
    return result ? QString() : result.error().code;
}

TEST(Cart, JoinsMoreOfTheSameArticle)
{
    const Cart cart = *addLine(*addLine(emptyCart(), article(1, 250, 1900, 2)), article(1, 250, 1900, 3));
    ASSERT_EQ(cart.lines.size(), 1);
    EXPECT_EQ(cart.lines[0].quantity, Quantity(5));
}

TEST(Cart, KeepsApartWhatDiffers)
{
    Cart cart = *addLine(emptyCart(), article(1, 250));
    cart = *addLine(cart, article(2, 250));
    cart = *addLine(cart, article(1, 240));
    EXPECT_EQ(cart.lines.size(), 3);
    cart = *setLineNote(cart, 0, QStringLiteral(" oat milk "));
    EXPECT_EQ(cart.lines[0].note, QStringLiteral("oat milk"));
    cart = *addLine(cart, article(1, 250));
    EXPECT_EQ(cart.lines.size(), 4);
    cart = *addLineDiscount(cart, 1, {QStringLiteral("old"), 5000, std::nullopt});
    EXPECT_EQ(addLine(cart, article(2, 250))->lines.size(), 5);
}

TEST(Cart, AnEditLeavesTheCartBeforeItAlone)
{
    const Cart before = *addLine(emptyCart(), article(1, 250));
    const Cart after = *setQuantity(before, 0, Quantity(7));
    EXPECT_EQ(before.lines[0].quantity, Quantity(1));
    EXPECT_EQ(after.lines[0].quantity, Quantity(7));
    EXPECT_TRUE(removeLine(after, 0)->lines.isEmpty());
}

TEST(Cart, RefusesAQuantityOutOfRange)
{
    const Cart cart = *addLine(emptyCart(), article(1, 250));
    for (const std::int64_t units : {std::int64_t(0), std::int64_t(-1), Quantity::maxLine + 1})
        EXPECT_EQ(codeOf(setQuantity(cart, 0, Quantity(units))), QStringLiteral("quantity.range"));
    EXPECT_TRUE(setQuantity(cart, 0, Quantity(Quantity::maxLine)));
    EXPECT_EQ(codeOf(addLine(cart, article(1, 250, 1900, Quantity::maxLine))), QStringLiteral("quantity.range"));
    EXPECT_EQ(codeOf(addLine(cart, article(2, 250, 1900, 0))), QStringLiteral("quantity.range"));
}

TEST(Cart, RefusesLinesThatAreNotThere)
{
    const Cart cart = *addLine(emptyCart(), article(1, 250));
    for (const qsizetype line : {-1, 1}) {
        EXPECT_EQ(codeOf(setQuantity(cart, line, Quantity(1))), QStringLiteral("cart.no_line"));
        EXPECT_EQ(codeOf(removeLine(cart, line)), QStringLiteral("cart.no_line"));
        EXPECT_EQ(codeOf(setLineNote(cart, line, {})), QStringLiteral("cart.no_line"));
        EXPECT_EQ(codeOf(addLineDiscount(cart, line, {})), QStringLiteral("cart.no_line"));
    }
    EXPECT_EQ(codeOf(removeLineDiscount(cart, 0, 0)), QStringLiteral("cart.no_line"));
    EXPECT_EQ(codeOf(removeCartDiscount(cart, 0)), QStringLiteral("cart.no_line"));
}

TEST(Cart, RefusesDiscountsThatMeanNothing)
{
    const Cart cart = *addLine(emptyCart(), article(1, 250));
    const Money dollar(100, testing::currency(u"USD"));
    const QList<Discount> wrong{{{}, {}, {}},       {{}, 0, {}},       {{}, 10'001, {}},   {{}, -5, {}},
                                {{}, 100, euro(5)}, {{}, {}, euro(0)}, {{}, {}, euro(-1)}, {{}, {}, dollar}};
    for (const Discount &discount : wrong) {
        EXPECT_EQ(codeOf(addCartDiscount(cart, discount)), QStringLiteral("discount.range"));
        EXPECT_EQ(codeOf(addLineDiscount(cart, 0, discount)), QStringLiteral("discount.range"));
    }
    const Cart reduced = *addCartDiscount(cart, {{}, 10'000, {}});
    EXPECT_TRUE(removeCartDiscount(reduced, 0)->discounts.isEmpty());
}

TEST(Cart, RefusesPricesItCannotAdd)
{
    CartLine dollars = article(1, 250);
    dollars.price.amount = Money(250, testing::currency(u"USD"));
    EXPECT_EQ(codeOf(addLine(emptyCart(), dollars)), QStringLiteral("cart.currency"));
    EXPECT_EQ(codeOf(addLine(emptyCart(), article(1, -1))), QStringLiteral("cart.price"));
    EXPECT_EQ(codeOf(addLine(emptyCart(), article(1, 1, 10'001))), QStringLiteral("cart.tax_rate"));
    CartLine noBase = article(1, 250);
    noBase.price.per = 0;
    EXPECT_EQ(codeOf(addLine(emptyCart(), noBase)), QStringLiteral("cart.price"));
}

TEST(Cart, IsFullAtItsLimit)
{
    Cart cart = emptyCart();
    for (std::uint32_t i = 0; i < Cart::maxLines; ++i)
        cart.lines.append(article(i, 1));
    EXPECT_EQ(codeOf(addLine(cart, article(9'999, 1))), QStringLiteral("cart.full"));
    EXPECT_TRUE(addLine(cart, article(3, 1)));
    EXPECT_TRUE(checkedCart(cart));
    cart.lines.append(article(9'999, 1));
    EXPECT_EQ(codeOf(checkedCart(cart)), QStringLiteral("cart.full"));
}

} // namespace
} // namespace crema
