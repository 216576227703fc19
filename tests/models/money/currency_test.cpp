// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/money/currency.h"

#include <gtest/gtest.h>

namespace crema {
namespace {

int exponentOf(QStringView code)
{
    return Currency::fromCode(code).value().exponent();
}

TEST(Currency, KnowsEveryExponent)
{
    for (const char16_t *code : {u"JPY", u"KRW", u"CLP", u"ISK", u"VND", u"BIF", u"XPF", u"UYI"})
        EXPECT_EQ(exponentOf(code), 0);
    for (const char16_t *code : {u"EUR", u"USD", u"CHF", u"SEK", u"HUF", u"CZK", u"AED", u"ZWG", u"MRU", u"XCG"})
        EXPECT_EQ(exponentOf(code), 2);
    for (const char16_t *code : {u"BHD", u"IQD", u"JOD", u"KWD", u"LYD", u"OMR", u"TND"})
        EXPECT_EQ(exponentOf(code), 3);
    EXPECT_EQ(exponentOf(u"CLF"), 4);
    EXPECT_EQ(exponentOf(u"UYW"), 4);
}

TEST(Currency, FindsEachOfTheActiveCodes)
{
    int known = 0;
    for (char16_t a = u'A'; a <= u'Z'; ++a) {
        for (char16_t b = u'A'; b <= u'Z'; ++b) {
            for (char16_t c = u'A'; c <= u'Z'; ++c) {
                const char16_t letters[] = {a, b, c};
                const QString code = QString::fromUtf16(letters, 3);
                if (const auto found = Currency::fromCode(code)) {
                    ++known;
                    EXPECT_EQ(found->code(), code);
                }
            }
        }
    }
    EXPECT_EQ(known, 17 + 141 + 7 + 2);
}

TEST(Currency, KnowsNothingElse)
{
    for (const char16_t *code : {u"", u"EU", u"EURO", u"eur", u"XXX", u"XTS", u"DEM", u"E R", u"\u0415UR", u" EU"})
        EXPECT_FALSE(Currency::fromCode(code)) << QString::fromUtf16(code).toStdString();
}

TEST(Currency, IsNoCurrencyByDefault)
{
    EXPECT_EQ(Currency().code(), QStringLiteral("XXX"));
    EXPECT_EQ(Currency().exponent(), 0);
}

} // namespace
} // namespace crema
