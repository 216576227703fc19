// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/valkey/valkey_address.h"

#include <gtest/gtest.h>

namespace crema::platform {
namespace {

TEST(ValkeyAddress, ReadsWhereTheServerIsAndWhoWeAre)
{
    const auto whole = ValkeyAddress::fromUrl(QStringLiteral("redis://crema:s%40cret@cache.example:7000/3"));
    ASSERT_TRUE(whole);
    EXPECT_EQ(whole->host, QStringLiteral("cache.example"));
    EXPECT_EQ(whole->port, 7'000);
    EXPECT_EQ(whole->user, QStringLiteral("crema"));
    EXPECT_EQ(whole->password, QStringLiteral("s@cret"));
    EXPECT_EQ(whole->database, 3);
    EXPECT_EQ(whole->place(), QStringLiteral("cache.example:7000")) << "for the log, without the password";
    const auto plain = ValkeyAddress::fromUrl(QStringLiteral("valkey://[::1]"));
    ASSERT_TRUE(plain);
    EXPECT_EQ(plain->host, QStringLiteral("::1"));
    EXPECT_EQ(plain->port, 6'379);
    const auto local = ValkeyAddress::fromUrl(QStringLiteral("unix:///run/redis/redis.sock?db=2"));
    ASSERT_TRUE(local);
    EXPECT_EQ(local->socketPath, QStringLiteral("/run/redis/redis.sock"));
    EXPECT_EQ(local->database, 2);
    EXPECT_EQ(local->place(), QStringLiteral("/run/redis/redis.sock"));
}

TEST(ValkeyAddress, RefusesWhatIsNoneWithoutSayingItAgain)
{
    for (const char *text :
         {"http://:secret@host", "redis://:secret@", "redis://:secret@host/first", "unix://secret",
          "rediss://:secret@host", "secret", "redis://:secret@host/-1", "redis://:secret@host:port"}) {
        const auto refused = ValkeyAddress::fromUrl(QString::fromLatin1(text));
        ASSERT_FALSE(refused) << text;
        EXPECT_EQ(refused.error().code, QStringLiteral("usage.valkey")) << text;
        EXPECT_FALSE((refused.error().message + refused.error().hint).contains(QStringLiteral("secret"))) << text;
    }
}

} // namespace
} // namespace crema::platform
