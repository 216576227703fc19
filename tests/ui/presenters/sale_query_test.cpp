// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/selling/sale_query.h"
#include "ui/presenters/selling/time_words.h"

#include <gtest/gtest.h>

namespace crema {

namespace {

const QLocale ireland(QLocale::English, QLocale::Ireland);

UtcTime at(const char *text)
{
    return *UtcTime::fromString(QString::fromLatin1(text));
}

} // namespace

TEST(SaleQuery, ReadsEveryWordItWrites)
{
    for (const char *text : {"", "day:today", "day:yesterday", "day:7d", "day:2026-11-20", "day:2026-11-20..2026-11-22",
                             "state:queued", "state:sending", "state:synced", "state:attention", "shift:this",
                             "MAIN-2-000123", "day:today state:queued shift:this 000123"}) {
        const SaleQuery query = readSaleQuery(QString::fromLatin1(text));
        EXPECT_TRUE(query.unread.isEmpty()) << text;
        EXPECT_EQ(saleQueryText(query).toStdString(), text);
        EXPECT_EQ(readSaleQuery(saleQueryText(query)), query) << text;
    }
}

TEST(SaleQuery, TakesWordsInAnyOrderAndCase)
{
    const SaleQuery query = readSaleQuery(QStringLiteral("  main-2 STATE:Queued  day:TODAY "));
    EXPECT_EQ(query.number, QStringLiteral("MAIN-2"));
    EXPECT_EQ(query.days, SaleDays::Today);
    EXPECT_EQ(query.state, RecordState::SavedHere);
    EXPECT_EQ(query.filterCount(), 3);
}

TEST(SaleQuery, TurnsARangeTheRightWayRound)
{
    const SaleQuery query = readSaleQuery(QStringLiteral("day:2026-11-22..2026-11-20"));
    EXPECT_EQ(query.from, QDate(2026, 11, 20));
    EXPECT_EQ(query.until, QDate(2026, 11, 22));
}

TEST(SaleQuery, KeepsWhatItCannotReadAndFiltersByTheRest)
{
    const SaleQuery query =
        readSaleQuery(QStringLiteral("day:soon state:lost colour:red shift:that day:2026-02-30 12"));
    EXPECT_EQ(query.unread.size(), 5);
    EXPECT_EQ(query.filterCount(), 1);
    EXPECT_EQ(saleQueryText(query), QStringLiteral("12"));
}

TEST(TimeWords, SaysHowLongAgoOnTheSameDayAndTheTimeBefore)
{
    const TimeWords words(ireland, "Europe/Dublin");
    const UtcTime now = at("2026-11-20T10:42:00.000Z");
    EXPECT_EQ(words.relative(at("2026-11-20T10:41:30.000Z"), now), QStringLiteral("just now"));
    EXPECT_EQ(words.relative(at("2026-11-20T10:31:00.000Z"), now), QStringLiteral("11 min ago"));
    EXPECT_EQ(words.relative(at("2026-11-20T08:32:00.000Z"), now), QStringLiteral("2 h 10 min ago"));
    EXPECT_EQ(words.relative(at("2026-11-19T23:50:00.000Z"), now), QStringLiteral("yesterday, 23:50"));
    EXPECT_EQ(words.relative(at("2026-11-17T09:05:00.000Z"), now), QStringLiteral("17 Nov, 09:05"));
    EXPECT_EQ(words.relative(at("2025-12-31T09:05:00.000Z"), now), QStringLiteral("31 Dec 2025, 09:05"));
    EXPECT_EQ(words.age(at("2026-11-17T10:42:00.000Z"), now), QStringLiteral("3 d"));
    EXPECT_EQ(words.plain(at("2026-07-01T10:42:08.000Z")), QStringLiteral("2026-07-01 11:42:08"));
}

TEST(TimeWords, TheNightBelongsToTheDayBeforeUntilTheCutOff)
{
    const TimeWords words(ireland, "Europe/Berlin", 240);
    EXPECT_EQ(words.dayOf(at("2026-11-20T02:30:00.000Z")), QDate(2026, 11, 19));
    EXPECT_EQ(words.beginOf(QDate(2026, 11, 20)), at("2026-11-20T03:00:00.000Z"));
    EXPECT_EQ(words.dayOf(words.beginOf(QDate(2026, 11, 20))), QDate(2026, 11, 20));
}

TEST(TimeWords, ADayBeginsAlsoWhereItsFirstHourIsMissing)
{
    // On 29 March 2026 the clocks of Berlin go from 02:00 to 03:00.
    const TimeWords words(ireland, "Europe/Berlin", 150);
    const UtcTime begin = words.beginOf(QDate(2026, 3, 29));
    EXPECT_GE(begin, at("2026-03-28T23:00:00.000Z"));
    EXPECT_LE(begin, at("2026-03-29T01:30:00.000Z"));
}

} // namespace crema
