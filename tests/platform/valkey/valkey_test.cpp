// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/valkey/valkey.h"

#include "tests/platform/valkey/valkey_fixture.h"

#include <QElapsedTimer>

namespace crema::testing {
namespace {

using platform::ValkeyConnection;
using platform::ValkeyScript;

const ValkeyScript &twice()
{
    static const ValkeyScript script("return {tonumber(ARGV[1]) * 2}");
    return script;
}

class ValkeyTest : public ::testing::Test
{
protected:
    static bool works(ValkeyUser &user)
    {
        return user.valkey.run(twice(), {}, {QByteArrayLiteral("21")}) == QList<std::int64_t>{42};
    }

    static int told(ValkeyUser &user, const QByteArray &event)
    {
        int count = 0;
        for (const QByteArray &line : user.logged())
            count += line.contains('"' + event + '"') ? 1 : 0;
        return count;
    }
};

TEST_F(ValkeyTest, RunsScriptsAlsoWhereTheServerHasForgottenThem)
{
    ValkeyServer server;
    ValkeyUser user(server.address());
    EXPECT_TRUE(works(user));
    EXPECT_TRUE(works(user));
    EXPECT_TRUE(user.metrics.text().contains("crema_valkey_up 1\n"));
    EXPECT_TRUE(user.metrics.text().contains("crema_valkey_calls_total 2\n"));
}

TEST_F(ValkeyTest, TellsOnceThatTheServerIsAwayAndComesBackByItself)
{
    ValkeyServer server;
    ValkeyUser user(server.address());
    user.valkey.start();
    EXPECT_TRUE(works(user));
    server.kill();
    for (int i = 0; i < 20; ++i)
        EXPECT_FALSE(works(user));
    EXPECT_TRUE(user.metrics.text().contains("crema_valkey_up 0\n"));
    EXPECT_EQ(told(user, "valkey.lost"), 1);
    server.start();
    user.waitUntilUp(true);
    EXPECT_TRUE(works(user));
    EXPECT_EQ(told(user, "valkey.lost"), 1);
    EXPECT_EQ(told(user, "valkey.connected"), 2);
    EXPECT_TRUE(user.metrics.text().contains("crema_valkey_losses_total 1\n"));
}

/// A server that hangs costs whoever asks first its time limit, and nobody after that anything.
TEST_F(ValkeyTest, WaitsForAServerThatHangsOnceAndNotForLong)
{
    ValkeyServer server;
    ValkeyUser user(server.address());
    EXPECT_TRUE(works(user));
    server.pause();
    QElapsedTimer timer;
    timer.start();
    std::vector<std::jthread> askers;
    for (int i = 0; i < 8; ++i)
        askers.emplace_back([&] { EXPECT_FALSE(works(user)); });
    askers.clear();
    EXPECT_GE(timer.elapsed(), ValkeyConnection::limitMs - 20);
    EXPECT_LT(timer.elapsed(), 5 * ValkeyConnection::limitMs) << "eight one after the other would be eight times it";
    timer.restart();
    for (int i = 0; i < 1'000; ++i)
        EXPECT_FALSE(works(user));
    EXPECT_LT(timer.elapsed(), ValkeyConnection::limitMs);
    server.goOn();
}

TEST_F(ValkeyTest, StartsWithoutTheServerAndFindsItLater)
{
    ValkeyServer server;
    server.kill();
    ValkeyUser user(server.address());
    EXPECT_FALSE(works(user));
    EXPECT_EQ(told(user, "valkey.lost"), 1);
    user.valkey.start();
    server.start();
    user.waitUntilUp(true);
    EXPECT_TRUE(works(user));
}

TEST_F(ValkeyTest, SignsInAndNeverTellsThePassword)
{
    ValkeyServer server({QStringLiteral("--requirepass"), QStringLiteral("harbour walks")});
    platform::ValkeyAddress address = server.address();
    address.password = QStringLiteral("harbour walks");
    address.database = 3;
    ValkeyUser user(address);
    EXPECT_TRUE(works(user));
    address.password = QStringLiteral("wrong secret");
    ValkeyUser refused(address);
    EXPECT_FALSE(works(refused));
    const QByteArrayList lines = user.logged() + refused.logged();
    EXPECT_EQ(lines.size(), 2);
    for (const QByteArray &line : lines)
        EXPECT_FALSE(line.contains("harbour") || line.contains("wrong secret")) << line.constData();
}

} // namespace
} // namespace crema::testing
