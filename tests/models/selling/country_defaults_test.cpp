// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/selling/country_defaults.h"

#include "models/money/currency.h"

#include <gtest/gtest.h>

#include <QTimeZone>

namespace crema {
namespace {

TEST(CountryDefaults, AreWholeAndInOrder)
{
    QString before;
    for (const CountryDefaults &country : allCountryDefaults()) {
        EXPECT_LT(before, country.country.toString());
        before = country.country.toString();
        EXPECT_TRUE(Currency::fromCode(country.currency)) << qPrintable(before);
        EXPECT_TRUE(QTimeZone(QByteArray(country.timeZone)).isValid()) << country.timeZone;
        EXPECT_GE(country.standard, country.reduced) << qPrintable(before);
    }
}

TEST(CountryDefaults, AreFoundInAnyCase)
{
    ASSERT_TRUE(countryDefaults(QStringLiteral("ie")));
    EXPECT_EQ(countryDefaults(QStringLiteral("ie"))->currency, u"EUR");
    EXPECT_FALSE(countryDefaults(QStringLiteral("XX")));
    EXPECT_FALSE(countryDefaults(QString()));
}

TEST(CountryDefaults, RatesAreTypedInPercent)
{
    EXPECT_EQ(taxRateFromPercent(QStringLiteral("19")), TaxRate(1900));
    EXPECT_EQ(taxRateFromPercent(QStringLiteral(" 25,5 ")), TaxRate(2550));
    EXPECT_EQ(taxRateFromPercent(QStringLiteral("8.05")), TaxRate(805));
    EXPECT_EQ(taxRateFromPercent(QStringLiteral("0")), TaxRate(0));
    EXPECT_EQ(taxRateFromPercent(QStringLiteral("100")), TaxRate(10'000));
    for (const char *text : {"", "-1", "100.01", "1.005", "19 %", "x", ".5", "7."})
        EXPECT_FALSE(taxRateFromPercent(QString::fromLatin1(text))) << text;
    for (const int rate : {0, 5, 50, 550, 805, 1900, 10'000})
        EXPECT_EQ(taxRateFromPercent(taxRatePercent(TaxRate(rate))), TaxRate(rate));
}

} // namespace
} // namespace crema
