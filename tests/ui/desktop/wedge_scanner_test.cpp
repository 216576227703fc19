// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/input/wedge_scanner.h"

#include <gtest/gtest.h>

namespace crema::desktop {

namespace {

/// Types the text with these gaps and ends it `endMs` after the last key.
std::optional<QString> typed(WedgeScanner &scanner, const QString &text, std::int64_t gapMs, std::int64_t endMs = 5)
{
    std::int64_t now = 1000;
    for (const QChar letter : text) {
        scanner.key(letter, now);
        now += gapMs;
    }
    return scanner.end(now - gapMs + endMs);
}

} // namespace

TEST(WedgeScanner, TellsAScanFromAPersonByTheMeanGap)
{
    WedgeScanner scanner;
    EXPECT_EQ(typed(scanner, QStringLiteral("4006381333931"), 30), QStringLiteral("4006381333931"));
    EXPECT_EQ(typed(scanner, QStringLiteral("4006381333931"), 31), std::nullopt);
    EXPECT_EQ(typed(scanner, QStringLiteral("4006381333931"), 90), std::nullopt);
}

TEST(WedgeScanner, NeedsFourKeysAndAPromptEnd)
{
    WedgeScanner scanner;
    EXPECT_EQ(typed(scanner, QStringLiteral("123"), 5), std::nullopt);
    EXPECT_EQ(typed(scanner, QStringLiteral("1234"), 5), QStringLiteral("1234"));
    EXPECT_EQ(typed(scanner, QStringLiteral("1234"), 5, 101), std::nullopt);
}

TEST(WedgeScanner, AGapOverTheLimitBeginsANewRow)
{
    WedgeScanner scanner;
    scanner.key(u'9', 0);
    scanner.key(u'1', 101);
    scanner.key(u'2', 106);
    scanner.key(u'3', 111);
    scanner.key(u'4', 116);
    EXPECT_EQ(scanner.end(120), QStringLiteral("1234"));
}

TEST(WedgeScanner, WaitsLongerOnceItLooksLikeAScan)
{
    WedgeScanner scanner;
    scanner.key(u'1', 0);
    EXPECT_EQ(scanner.patienceMs(), 35);
    for (int i = 1; i < 5; ++i)
        scanner.key(u'1', i * 10);
    EXPECT_EQ(scanner.patienceMs(), 100);
}

TEST(WedgeScanner, TheSameCodeAtOnceIsOneRead)
{
    WedgeScanner scanner;
    EXPECT_FALSE(scanner.isRepeat(QStringLiteral("1234"), 1000));
    EXPECT_TRUE(scanner.isRepeat(QStringLiteral("1234"), 1299));
    EXPECT_FALSE(scanner.isRepeat(QStringLiteral("1234"), 1599));
    EXPECT_FALSE(scanner.isRepeat(QStringLiteral("5678"), 1600));
}

} // namespace crema::desktop
