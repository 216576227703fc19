// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/uuid7.h"
#include "tests/testing/fixed_clock.h"
#include "tests/testing/seeded_randomness.h"

#include <QDateTime>

#include <gtest/gtest.h>

namespace crema {
namespace {

TEST(UtcTime, ReadsOnlyTheOneSpellingThatItWrites)
{
    const QString text = QStringLiteral("2026-11-20T19:16:00.123Z");
    ASSERT_TRUE(UtcTime::fromString(text));
    EXPECT_EQ(UtcTime::fromString(text)->toString(), text);
    EXPECT_FALSE(UtcTime::fromString(u"2026-11-20T19:16:00Z"));
    EXPECT_FALSE(UtcTime::fromString(u"2026-11-20T19:16:00.123+00:00"));
    EXPECT_FALSE(UtcTime::fromString(u"2026-02-30T19:16:00.123Z"));
    EXPECT_FALSE(UtcTime::fromString(u"2026-11-20 19:16:00.123Z"));
}

TEST(UtcTime, IsWrittenAsQtWritesIt)
{
    for (const std::int64_t ms :
         {std::int64_t(0), std::int64_t(-1), std::int64_t(951'782'399'999), std::int64_t(951'868'800'000),
          std::int64_t(1'795'000'000'123), std::int64_t(-62'135'596'800'000), std::int64_t(253'402'300'799'999)}) {
        const UtcTime time(ms);
        EXPECT_EQ(time.toString(), QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODateWithMs));
        EXPECT_EQ(UtcTime::fromString(time.toString()), time);
    }
}

TEST(Uuid7, CarriesItsTimeVersionAndVariant)
{
    testing::SeededRandomness randomness;
    const UtcTime now(0x0123456789ab);
    const QUuid id = makeUuid7(now, randomness);
    EXPECT_EQ(id.toString(QUuid::WithoutBraces).left(15), QStringLiteral("01234567-89ab-7"));
    EXPECT_EQ(id.variant(), QUuid::DCE);
}

TEST(Id, ReadsOnlyTheOneSpellingThatItWrites)
{
    const QString text = QStringLiteral("01234567-89ab-7def-8123-456789abcdef");
    ASSERT_TRUE(ProductId::fromString(text));
    EXPECT_EQ(ProductId::fromString(text)->toString(), text);
    EXPECT_FALSE(ProductId::fromString(text.toUpper()));
    EXPECT_FALSE(ProductId::fromString(u"{01234567-89ab-7def-8123-456789abcdef}"));
    EXPECT_FALSE(ProductId::fromString(u""));
}

TEST(FixedClock, FiresTimersInOrderAndForgetsDestroyedOnes)
{
    testing::FixedClock clock;
    QStringList fired;
    const auto second = clock.after(20, [&] { fired.append(QStringLiteral("second")); });
    const auto first = clock.after(10, [&] { fired.append(QStringLiteral("first")); });
    auto dropped = clock.after(15, [&] { fired.append(QStringLiteral("dropped")); });
    dropped.reset();
    clock.advance(30);
    EXPECT_EQ(fired, (QStringList{QStringLiteral("first"), QStringLiteral("second")}));
}

} // namespace
} // namespace crema
