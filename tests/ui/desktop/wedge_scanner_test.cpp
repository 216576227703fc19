// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/input/wedge_scanner.h"

#include <gtest/gtest.h>

namespace crema::desktop {

namespace {

const QString ean = QStringLiteral("4006381333931");

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
    EXPECT_EQ(typed(scanner, QStringLiteral("4006381333930"), 30), QStringLiteral("4006381333930"));
    EXPECT_EQ(typed(scanner, QStringLiteral("4006381333930"), 31), std::nullopt);
    EXPECT_EQ(typed(scanner, QStringLiteral("4006381333930"), 90), std::nullopt);
}

TEST(WedgeScanner, AnArticleNumberMayComeMoreSlowly)
{
    WedgeScanner scanner;
    EXPECT_EQ(typed(scanner, ean, 60), ean);
    EXPECT_EQ(typed(scanner, ean, 61), std::nullopt) << "so slowly a person types";
}

TEST(WedgeScanner, AStallAnywhereLeavesAnArticleNumberWhole)
{
    for (int at = 1; at < ean.size(); ++at) {
        WedgeScanner scanner;
        std::int64_t now = 1000;
        for (int i = 0; i < ean.size(); ++i) {
            now += i == at ? 700 : 8;
            scanner.key(ean.at(i), now);
        }
        EXPECT_EQ(scanner.end(now + 8), ean) << "a stall before digit " << at;
        const bool isCutOff = at >= 4; // what came before was a scan already
        EXPECT_EQ(scanner.tookEarlierKeys(), !isCutOff) << at;
    }
}

TEST(WedgeScanner, ACodeThatBeganAsAScanGoesOnAsOne)
{
    WedgeScanner scanner;
    std::int64_t now = 1000;
    for (const QChar digit : QStringLiteral("12345"))
        scanner.key(digit, now += 5);
    scanner.key(u'6', now += 600);
    EXPECT_EQ(scanner.end(now + 400), QStringLiteral("123456"));
    for (const QChar digit : QStringLiteral("12345"))
        scanner.key(digit, now += 5);
    scanner.key(u'6', now += 1001);
    EXPECT_EQ(scanner.end(now + 5), std::nullopt) << "after so long it is another hand";
}

TEST(WedgeScanner, ASecondReadAfterHalfACodeCountsAlone)
{
    WedgeScanner scanner;
    std::int64_t now = 1000;
    for (const QChar digit : ean.left(7))
        scanner.key(digit, now += 8);
    now += 500;
    for (const QChar digit : ean)
        scanner.key(digit, now += 8);
    EXPECT_EQ(scanner.end(now + 8), ean);
}

TEST(WedgeScanner, AQuantityTypedJustBeforeIsNotOfTheCode)
{
    WedgeScanner scanner;
    scanner.key(u'1', 1000);
    scanner.key(u'2', 1150);
    std::int64_t now = 1500;
    for (const QChar digit : ean)
        scanner.key(digit, now += 8);
    EXPECT_EQ(scanner.end(now + 8), ean);
    EXPECT_FALSE(scanner.tookEarlierKeys());
}

TEST(WedgeScanner, NeedsFourKeysAndAPromptEnd)
{
    WedgeScanner scanner;
    EXPECT_EQ(typed(scanner, QStringLiteral("123"), 5), std::nullopt);
    EXPECT_EQ(typed(scanner, QStringLiteral("1234"), 5), QStringLiteral("1234"));
    EXPECT_EQ(typed(scanner, QStringLiteral("1234"), 5, 1000), QStringLiteral("1234"));
    EXPECT_EQ(typed(scanner, QStringLiteral("1234"), 5, 1001), std::nullopt);
    EXPECT_EQ(typed(scanner, QStringLiteral("guji"), 5, 101), std::nullopt);
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

TEST(WedgeScanner, AnIntroductionMakesItCertain)
{
    WedgeScanner scanner;
    EXPECT_EQ(typed(scanner, QStringLiteral("]E04006381333931"), 60), QStringLiteral("4006381333931"))
        << "an AIM identifier tells a slow scanner from a person";
    EXPECT_EQ(typed(scanner, QStringLiteral("]E0"), 5), std::nullopt);
    WedgeLimits limits;
    limits.prefix = QStringLiteral("%%");
    WedgeScanner prefixed(limits);
    EXPECT_EQ(typed(prefixed, QStringLiteral("%%12"), 60), QStringLiteral("12"));
    EXPECT_EQ(typed(prefixed, QStringLiteral("1234"), 60), std::nullopt);
}

TEST(WedgeScanner, KeepsSeparatorsAndDropsControlsAtTheEnds)
{
    WedgeScanner scanner;
    const QString separator(QChar(0x1d));
    EXPECT_EQ(typed(scanner, QChar(0x02) + QStringLiteral("10AB") + separator + QStringLiteral("37") + separator, 5),
              QStringLiteral("10AB") + separator + QStringLiteral("37"));
}

TEST(WedgeScanner, TellsHalfACodeFromWords)
{
    WedgeScanner scanner;
    for (int i = 0; i < 6; ++i)
        scanner.key(u'4', i * 5);
    EXPECT_TRUE(scanner.isScanning(30));
    EXPECT_TRUE(scanner.looksLikeCode());
    scanner.reset();
    for (const QChar letter : QStringLiteral("guji"))
        scanner.key(letter, 0);
    EXPECT_FALSE(scanner.looksLikeCode());
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
    EXPECT_FALSE(scanner.isRepeat(QStringLiteral("5678"), 40)) << "of another scanner, and so of another clock";
}

} // namespace crema::desktop
