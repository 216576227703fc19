// SPDX-License-Identifier: GPL-3.0-or-later
// sync.md rule 22: several addresses of one platform, by health.
#include "sync/rest/breaker.h"
#include "tests/sync/client_fixture.h"

#include <QSet>

namespace crema::sync::testing {
namespace {

/// One platform at several addresses, some of which may be away or somebody else's.
class Addresses final : public HttpTransport
{
public:
    explicit Addresses(FakePlatform &platform) : m_platform(platform) {}

    QCoro::Task<Result<HttpAnswer>> send(HttpRequest request) override
    {
        const QString host = request.url.host();
        asked.append(host);
        if (away.contains(host))
            co_return failure(ProblemKind::Unavailable, QStringLiteral("network.unreachable"), QString(), QString());
        if (portals.contains(host))
            co_return HttpAnswer{200, {{"content-type", "text/html"}}, "<html>Welcome</html>"};
        if (losesAnswers.remove(host)) {
            co_await m_platform.send(request);
            co_return failure(ProblemKind::Unavailable, QStringLiteral("network.timeout"), QString(), QString());
        }
        co_return co_await m_platform.send(request);
    }

    QSet<QString> away;
    QSet<QString> portals;
    QSet<QString> losesAnswers; ///< of the next request
    QStringList asked;

private:
    FakePlatform &m_platform;
};

const QString one = QStringLiteral("one.example");
const QString two = QStringLiteral("two.example");

class FailoverTest : public ::testing::Test
{
protected:
    void SetUp() override
    {
        ASSERT_TRUE(now(client.open(folder.request())));
        ASSERT_TRUE(now(client.enroll(QUrl(QStringLiteral("https://one.example")), QStringLiteral("K7QP-3M2X"),
                                      QStringLiteral("Till"))));
        ASSERT_TRUE(
            now(client.setSetting(QStringLiteral("platform.addresses"), QStringLiteral("https://two.example"))));
        addresses.asked.clear();
    }

    void make(const QString &sku)
    {
        Product product;
        product.name = QStringLiteral("Espresso");
        Variant variant;
        variant.sku = sku;
        variant.price = Price{euro(500), 1};
        ASSERT_TRUE(now(client.createProduct(product, {variant})));
    }

    SyncReport sync() { return *now(client.syncOnce()); }

    StoreFolder folder;
    FakePlatform platform{folder.shop};
    Addresses addresses{platform};
    InlineExecutor executor;
    Client client{{folder.clock, folder.randomness, executor, addresses, folder.disk}};
};

TEST_F(FailoverTest, GoesToTheNextAddressInTheSameRoundAndBackWhenTheFirstIsWell)
{
    make(QStringLiteral("A"));
    EXPECT_TRUE(sync().complete());
    EXPECT_FALSE(addresses.asked.contains(two));

    addresses.away = {one};
    addresses.asked.clear();
    make(QStringLiteral("B"));
    EXPECT_TRUE(sync().complete());
    EXPECT_EQ(client.state().link, Link::Online);
    EXPECT_EQ(addresses.asked.count(one), 1) << "in vain, and then the other is the better one";

    addresses.away = {};
    folder.clock.advance(Breaker::longestPauseMs);
    addresses.asked.clear();
    EXPECT_TRUE(sync().complete());
    EXPECT_FALSE(addresses.asked.contains(two));
    EXPECT_EQ(platform.operations.size(), 4);
}

TEST_F(FailoverTest, GoesToAnAddressThatWasSetWhileItRan)
{
    ASSERT_TRUE(sync().complete());
    ASSERT_TRUE(now(client.setSetting(QStringLiteral("platform.addresses"), QStringLiteral("https://three.example"))));
    addresses.away = {one};
    make(QStringLiteral("A"));
    EXPECT_TRUE(sync().complete());
    EXPECT_TRUE(addresses.asked.contains(QStringLiteral("three.example")));
    EXPECT_FALSE(addresses.asked.contains(two));
}

TEST_F(FailoverTest, DoublesNothingWhenOnlyTheAnswerWasLost)
{
    ASSERT_TRUE(sync().complete());
    make(QStringLiteral("A"));
    addresses.losesAnswers = {one};
    EXPECT_TRUE(sync().complete());
    EXPECT_TRUE(addresses.asked.contains(two));
    EXPECT_EQ(platform.operations.size(), 2);
}

TEST_F(FailoverTest, TakesAPortalForAnAddressThatDoesNotAnswer)
{
    addresses.portals = {one};
    make(QStringLiteral("A"));
    EXPECT_TRUE(sync().complete());
    EXPECT_EQ(platform.operations.size(), 2);
}

TEST_F(FailoverTest, SaysWhatTheFirstAddressSaidWhenNoneAnswers)
{
    addresses.portals = {one};
    addresses.away = {two};
    make(QStringLiteral("A"));
    const SyncReport report = sync();
    ASSERT_TRUE(report.stopped);
    EXPECT_EQ(report.stopped->code, QStringLiteral("network.not_platform"));
    EXPECT_EQ(report.queue.unsent(), 2);
    addresses.portals = {};
    EXPECT_TRUE(sync().complete());
}

/// However long an outage lasts, each attempt of a person is one to some address, and second ones stay few.
TEST_F(FailoverTest, KeepsSecondAttemptsFewInALongOutage)
{
    make(QStringLiteral("A"));
    addresses.away = {one, two};
    for (int round = 0; round < 200; ++round) {
        const qsizetype before = addresses.asked.size();
        EXPECT_FALSE(sync().complete());
        EXPECT_GT(addresses.asked.size(), before);
        folder.clock.advance(120'000);
    }
    EXPECT_LE(addresses.asked.size(), 230);
    addresses.away = {};
    EXPECT_TRUE(sync().complete());
}

} // namespace
} // namespace crema::sync::testing
