// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/till/tender_list.h"

#include <gtest/gtest.h>

namespace crema {

namespace {

Money in(QStringView currency, std::int64_t minor)
{
    return Money(minor, *Currency::fromCode(currency));
}

Money euro(std::int64_t minor)
{
    return in(u"EUR", minor);
}

/// A payment that has begun, in the coins of a place.
TenderList begun(const Money &total, QStringView country = {})
{
    TenderList list;
    list.begin(total, CashRounding::of(total.currency(), country));
    return list;
}

bool takes(TenderList &list, PaymentMethod method, const Money &amount)
{
    list.choose(method);
    return list.take(amount);
}

} // namespace

TEST(TenderList, RoundsWhatIsPaidInCashAndNothingElse)
{
    struct Case {
        const char *what;
        Money total;
        QString country;
        std::int64_t cash;
    };
    const Case cases[] = {{"Switzerland, down", in(u"CHF", 1002), {}, 1000},
                          {"Switzerland, up", in(u"CHF", 1003), {}, 1005},
                          {"the Netherlands", euro(1003), QStringLiteral("NL"), 1005},
                          {"Germany", euro(1003), QStringLiteral("DE"), 1003},
                          {"Sweden", in(u"SEK", 1049), {}, 1000},
                          {"less than the smallest coin", in(u"CHF", 2), {}, 0}};
    for (const Case &each : cases) {
        const TenderList list = begun(each.total, each.country);
        EXPECT_EQ(list.rest(PaymentMethod::Cash).minor(), each.cash) << each.what;
        EXPECT_EQ(list.rounding(PaymentMethod::Cash), list.rest(PaymentMethod::Cash) - each.total) << each.what;
        EXPECT_EQ(list.rest(PaymentMethod::Card), each.total) << each.what;
        EXPECT_TRUE(list.rounding(PaymentMethod::Card).isZero()) << each.what;
    }
}

TEST(TenderList, WhatIsTakenLeavesTheRest)
{
    TenderList list = begun(euro(5855));
    EXPECT_TRUE(takes(list, PaymentMethod::Card, euro(2000)));
    EXPECT_TRUE(takes(list, PaymentMethod::Cash, euro(855)));
    EXPECT_EQ(list.takenSum(), euro(2855));
    EXPECT_EQ(list.rest(PaymentMethod::Cash), euro(3000));
    list.giveBack(0);
    EXPECT_EQ(list.rest(PaymentMethod::Card), euro(5000));
    ASSERT_EQ(list.taken().size(), 1);
    EXPECT_EQ(list.taken().first(), (Tender{PaymentMethod::Cash, euro(855)}));
    list.giveBack(7);
    EXPECT_EQ(list.taken().size(), 1);
}

TEST(TenderList, TakesOnlyParts)
{
    TenderList list = begun(in(u"CHF", 1003));
    EXPECT_FALSE(takes(list, PaymentMethod::Cash, in(u"CHF", 0)));
    EXPECT_FALSE(takes(list, PaymentMethod::Cash, in(u"CHF", 1005))) << "that is all of it";
    EXPECT_FALSE(takes(list, PaymentMethod::Cash, in(u"CHF", 503))) << "there is no coin of 3 Rappen";
    EXPECT_TRUE(takes(list, PaymentMethod::Card, in(u"CHF", 503)));
    EXPECT_EQ(list.rest(PaymentMethod::Cash), in(u"CHF", 500));
}

TEST(TenderList, OnlyTheSmallestCoinIsMissing)
{
    TenderList list = begun(in(u"CHF", 1002));
    ASSERT_TRUE(takes(list, PaymentMethod::Card, in(u"CHF", 1000)));
    EXPECT_FALSE(list.isPaid()) << "somebody has to say that the rest is paid in cash";
    EXPECT_TRUE(list.rest(PaymentMethod::Cash).isZero());
    EXPECT_EQ(list.rest(PaymentMethod::Card), in(u"CHF", 2));
}

TEST(TenderList, SplitsEvenlyAndTheLastPaysTheRest)
{
    TenderList list = begun(euro(1000));
    list.choose(PaymentMethod::Card);
    list.splitEvenly();
    list.splitEvenly();
    ASSERT_EQ(list.ways(), 3);
    EXPECT_EQ(list.share(), euro(333));
    ASSERT_TRUE(list.take(list.share()));
    EXPECT_EQ(list.ways(), 2);
    EXPECT_EQ(list.share(), euro(334)) << "half of 6.67";
    ASSERT_TRUE(list.take(list.share()));
    EXPECT_EQ(list.ways(), 1);
    EXPECT_EQ(list.share(), euro(333));
}

TEST(TenderList, SplitsIntoWhatThereAreCoinsFor)
{
    TenderList list = begun(in(u"CHF", 1003));
    list.splitEvenly();
    list.splitEvenly();
    EXPECT_EQ(list.share(), in(u"CHF", 335));
    TenderList little = begun(in(u"CHF", 5));
    EXPECT_FALSE(little.maySplit());
    little.splitEvenly();
    EXPECT_EQ(little.ways(), 1);
    TenderList some = begun(euro(3));
    for (const int ways : {2, 3, 1, 2}) {
        some.splitEvenly();
        EXPECT_EQ(some.ways(), ways);
    }
}

/// Whatever is taken in whatever order, paying the rest in the way that is chosen completes the sale.
TEST(TenderList, PayingTheRestAlwaysCompletesTheSale)
{
    for (const QString &code : {QStringLiteral("EUR"), QStringLiteral("CHF"), QStringLiteral("SEK"),
                                QStringLiteral("HUF"), QStringLiteral("JPY")}) {
        for (std::int64_t total = 1; total < 4'000; total += 37) {
            for (const int ways : {1, 2, 3, 5}) {
                TenderList list = begun(in(code, total), u"NL");
                while (list.ways() < ways) {
                    const int before = list.ways();
                    list.splitEvenly();
                    if (list.ways() <= before)
                        break;
                }
                bool isCash = total % 2 == 0;
                while (list.ways() > 1) {
                    list.choose(std::exchange(isCash, !isCash) ? PaymentMethod::Cash : PaymentMethod::Card);
                    if (list.share() >= list.rest(list.method()) || !list.take(list.share()))
                        break;
                }
                list.choose(isCash ? PaymentMethod::Cash : PaymentMethod::Card);
                QList<Tender> tenders = list.taken();
                if (!list.isPaid())
                    tenders.append({list.method(), list.rest(list.method())});
                Quote quote;
                quote.lines.resize(1);
                quote.total = in(code, total);
                const auto paid = completeSale(quote, tenders, CashRounding::of(quote.total.currency(), u"NL"), {});
                ASSERT_TRUE(paid) << qPrintable(code) << ' ' << total << " in " << ways << ": "
                                  << qPrintable(paid.error().message);
                for (const Payment &payment : paid->payments)
                    EXPECT_TRUE(payment.change.isZero()) << qPrintable(code) << ' ' << total << " in " << ways;
            }
        }
    }
}

} // namespace crema
