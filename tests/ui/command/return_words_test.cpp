// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/selling/return_words.h"

#include <gtest/gtest.h>

namespace crema::presenters {
namespace {

using namespace Qt::StringLiterals;

Money eur(std::int64_t minor)
{
    return {minor, *Currency::fromCode(u"EUR")};
}

/// Three pieces at 10.00 and one at 5.00, paid by card.
Sale sold()
{
    Cart cart;
    cart.currency = eur(0).currency();
    for (const auto &[minor, quantity] : {std::pair(1000, 3), std::pair(500, 1)}) {
        CartLine line;
        line.variant = VariantId(QUuid::createUuid());
        line.product = ProductId(QUuid::createUuid());
        line.price = Price{eur(minor)};
        line.quantity = Quantity(quantity);
        line.taxRate = TaxRate(1900);
        cart.lines.append(line);
    }
    SaleHeader header;
    header.id = SaleId(QUuid::createUuid());
    header.number = u"MAIN-1-000001"_s;
    return completeSale(quote(cart, {}).value(), {{PaymentMethod::Card, eur(3500)}}, {}, header).value();
}

QString codeOf(const Result<QList<ReturnPick>> &picks)
{
    return picks ? QString() : picks.error().code;
}

TEST(ReturnWords, NameALineAndHowMuchOfIt)
{
    const ReturnLineWords words = readReturnLine(u"2*3"_s).value();
    EXPECT_EQ(words.line, 1);
    EXPECT_EQ(words.quantity, Quantity(3));
    EXPECT_FALSE(readReturnLine(u"1"_s)->quantity);
    for (const QString &text : {u""_s, u"0"_s, u"a"_s, u"1*"_s, u"1*0"_s, u"1*x"_s, u"*2"_s, u"-1"_s})
        EXPECT_EQ(readReturnLine(text).error().code, u"return.unreadable"_s) << qPrintable(text);
}

TEST(ReturnWords, MeanAllThatIsLeftWhereTheyNameNothing)
{
    const Sale sale = sold();
    ReturnWords words;
    words.reason = u"damaged"_s;
    words.restock = false;
    const QList<ReturnPick> all = picksOf(words, sale, {}).value();
    EXPECT_EQ(all, (QList<ReturnPick>{{0, Quantity(3), std::nullopt, false, u"damaged"_s},
                                      {1, Quantity(1), std::nullopt, false, u"damaged"_s}}));
    words.lines = {u"1*2"_s};
    Sale first = sale;
    first.returns = takeBack(sale, {}, picksOf(words, sale, {}).value()).value();
    words.lines = {u"1"_s};
    EXPECT_EQ(picksOf(words, sale, {first})->first().quantity, Quantity(1));
    words.lines.clear();
    first.returns = takeBack(sale, {}, all).value();
    EXPECT_EQ(codeOf(picksOf(words, sale, {first})), u"return.exceeds"_s);
    words.lines = {u"3"_s};
    EXPECT_EQ(codeOf(picksOf(words, sale, {})), u"return.no_line"_s);
}

TEST(ReturnWords, ShareAFeeByWhatEachHadCost)
{
    ReturnWords words;
    words.lines = {u"1*2"_s, u"2"_s};
    words.fee = 100;
    const QList<ReturnPick> picks = picksOf(words, sold(), {}).value();
    EXPECT_EQ(picks[0].fee, eur(80));
    EXPECT_EQ(picks[1].fee, eur(20));
    words.fee = 2501;
    EXPECT_EQ(codeOf(picksOf(words, sold(), {})), u"return.fee"_s);
}

} // namespace
} // namespace crema::presenters
