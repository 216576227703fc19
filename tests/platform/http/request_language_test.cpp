// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/request_language.h"

#include <gtest/gtest.h>

#include <thread>

namespace crema::http {
namespace {

QStringList texts(std::initializer_list<const char *> latin)
{
    QStringList list;
    for (const char *text : latin)
        list.append(QLatin1StringView(text));
    return list;
}

QStringList wishesOf(QByteArrayView header)
{
    const RequestLanguage language(header);
    return wishedLanguages();
}

TEST(RequestLanguageTest, TakesTheDearestFirst)
{
    EXPECT_EQ(wishesOf("en;q=0.5, de-AT, fr; q=0.8"), texts({"de-AT", "fr", "en"}));
    EXPECT_EQ(wishesOf("de"), texts({"de"}));
}

TEST(RequestLanguageTest, LeavesOutWhatIsNotWanted)
{
    EXPECT_TRUE(wishesOf("").isEmpty());
    EXPECT_TRUE(wishesOf("*, de;q=0, ;q=1, en;q=none, fr;level=1").isEmpty());
}

TEST(RequestLanguageTest, ReadsNoMoreThanEight)
{
    EXPECT_EQ(wishesOf(QByteArray("de,").repeated(10'000)).size(), 8);
}

TEST(RequestLanguageTest, BelongsToItsThreadAndEnds)
{
    const RequestLanguage german("de");
    {
        const RequestLanguage english("en");
        EXPECT_EQ(wishedLanguages(), texts({"en"}));
    }
    EXPECT_EQ(wishedLanguages(), texts({"de"}));
    QStringList elsewhere = texts({"not asked"});
    std::thread([&elsewhere] { elsewhere = wishedLanguages(); }).join();
    EXPECT_TRUE(elsewhere.isEmpty());
}

} // namespace
} // namespace crema::http
