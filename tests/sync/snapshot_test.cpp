// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feed/entity_codec.h"
#include "models/feed/entity_types.h"
#include "tests/sync/client_fixture.h"

namespace crema::sync::testing {
namespace {

/// sync.md rule 15: what a device makes of snapshots.
class SnapshotTest : public ClientTest
{
protected:
    void SetUp() override
    {
        ClientTest::SetUp();
        platform.hasSnapshots = true;
        platform.chunkSize = 2;
    }

    void tellTax()
    {
        const TaxClass &taxClass = folder.shop.taxClass;
        platform.addToFeed(entity::taxClass.toString(), taxClass.id.value(), codec::toJson(taxClass));
    }
    Product tellProduct(int number, const QString &name)
    {
        Product product;
        product.id = ProductId(idOf(1, number));
        product.name = name;
        platform.addToFeed(entity::product.toString(), product.id.value(), codec::toJson(product));
        Variant variant;
        variant.id = VariantId(idOf(2, number));
        variant.product = product.id;
        variant.sku = QStringLiteral("S-%1").arg(number);
        variant.price = Price{euro(300), 1};
        platform.addToFeed(entity::variant.toString(), variant.id.value(), codec::toJson(variant));
        return product;
    }
    void tellCustomer(int number)
    {
        Customer customer;
        customer.id = CustomerId(idOf(3, number));
        customer.name = QStringLiteral("Customer %1").arg(number);
        platform.addToFeed(entity::customer.toString(), customer.id.value(), codec::toJson(customer));
    }
    static QUuid idOf(int kind, int number)
    {
        return QUuid(QStringLiteral("0193f6a0-0000-7000-8000-%1%2")
                         .arg(kind, 4, 10, QLatin1Char('0'))
                         .arg(number, 8, 10, QLatin1Char('0')));
    }
    qsizetype found(const QString &words) { return now(client.findProducts(words, 50))->size(); }
    qsizetype customers() { return now(client.findCustomers(QString(), 50))->size(); }
    int askedFor(const QString &end) const { return static_cast<int>(paths.count(end)); }
    /// Notes what is asked for, and lets `change` have its say.
    void watch(const std::function<HttpAnswer(const QString &, const HttpAnswer &)> &change = {})
    {
        platform.tamper = [this, change](const QString &path, const HttpAnswer &honest) {
            paths.append(path.section(u'/', -1));
            return change ? change(path, honest) : honest;
        };
    }

    QStringList paths;
};

TEST_F(SnapshotTest, ANewDeviceStartsFromASnapshotAndGoesOnWithTheFeed)
{
    for (int number = 0; number < 5; ++number)
        tellProduct(number, QStringLiteral("Coffee %1").arg(number));
    tellCustomer(1);
    watch();
    ASSERT_TRUE(sync().complete());
    EXPECT_EQ(askedFor(QStringLiteral("snapshot")), 6) << "eleven rows, two at a time, and a cut behind the catalog";
    EXPECT_EQ(found(QStringLiteral("coffee")), 5);
    EXPECT_EQ(customers(), 1);
    EXPECT_FALSE(client.state().load);
    const int before = askedFor(QStringLiteral("snapshot"));
    tellProduct(9, QStringLiteral("Later"));
    ASSERT_TRUE(sync().complete());
    EXPECT_EQ(found(QStringLiteral("later")), 1);
    EXPECT_EQ(askedFor(QStringLiteral("snapshot")), before) << "once is enough";
    EXPECT_TRUE(now(client.checkDatabase())->isSound());
}

/// Staff, keys and the catalog are there, what changed meanwhile as well: a person sells while the rest is missing.
TEST_F(SnapshotTest, SellingMayStartWhenTheCatalogIsThere)
{
    tellTax();
    tellProduct(1, QStringLiteral("Espresso"));
    for (int number = 0; number < 4; ++number)
        tellCustomer(number);
    bool late = true;
    watch([&](const QString &path, const HttpAnswer &honest) {
        if (path.endsWith(QLatin1String("changes")) && std::exchange(late, false))
            return honest;
        return late || !path.endsWith(QLatin1String("snapshot")) ? honest : problemAnswer(503, QStringLiteral("busy"));
    });
    EXPECT_TRUE(sync().stopped);
    ASSERT_TRUE(client.state().load);
    EXPECT_TRUE(client.state().load->first);
    EXPECT_TRUE(client.state().load->maySell);
    EXPECT_GT(client.state().load->percent, 0);
    EXPECT_EQ(customers(), 0);
    EXPECT_EQ(found(QStringLiteral("espresso")), 1);
    ASSERT_TRUE(now(client.openShift(euro(0))));
    ASSERT_TRUE(now(client.completeSale(cashSale({VariantId(idOf(2, 1))}, 300))));

    platform.tamper = {};
    ASSERT_TRUE(sync().complete());
    EXPECT_EQ(customers(), 4);
    EXPECT_EQ(now(client.sales({}))->size(), 1);
    EXPECT_EQ(platform.operations.size(), 2);
}

/// What changed since a load was followed to its end is fetched by the same round, also where search could not be made.
TEST_F(SnapshotTest, FetchesOnWhereSearchCouldNotBeMade)
{
    platform.chunkSize = 100;
    tellProduct(1, QStringLiteral("Espresso"));
    constexpr int moreThanABatch = 40;
    for (int i = 0; i < moreThanABatch; ++i)
        make(QStringLiteral("Own"), QStringLiteral("O-%1").arg(i));
    const auto beside = Database::open(folder.disk, folder.path(), Access::ReadWrite);
    ASSERT_TRUE(beside);
    bool isBroken = false;
    bool isMended = false;
    watch([&](const QString &path, const HttpAnswer &honest) {
        if (path.endsWith(QLatin1String("snapshot")) && !std::exchange(isBroken, true))
            (*beside)->runText(QStringLiteral("CREATE TRIGGER test_no_search BEFORE INSERT ON search_entry "
                                              "BEGIN SELECT RAISE(ABORT, 'test'); END"));
        if (path.endsWith(QLatin1String("operations")) && isBroken && !std::exchange(isMended, true)) {
            (*beside)->runText(QStringLiteral("DROP TRIGGER test_no_search"));
            tellCustomer(1);
        }
        return honest;
    });
    EXPECT_TRUE(sync().complete());
    EXPECT_TRUE(isMended);
    EXPECT_EQ(customers(), 1);
}

/// The platform reads the next chunk while this one is kept.
TEST_F(SnapshotTest, TheNextChunkIsOnItsWayWhileOneIsKept)
{
    for (int number = 0; number < 6; ++number)
        tellCustomer(number);
    QList<qsizetype> kept;
    watch([&](const QString &path, const HttpAnswer &honest) {
        if (path.endsWith(QLatin1String("snapshot")))
            kept.append(customers());
        return honest;
    });
    ASSERT_TRUE(sync().complete());
    EXPECT_EQ(kept, (QList<qsizetype>{0, 2, 2})) << "the first is followed by what changed since";
    EXPECT_EQ(customers(), 6);
}

TEST_F(SnapshotTest, GoesOnAfterARestartAtAnyExchange)
{
    for (int number = 0; number < 6; ++number) {
        tellProduct(number, QStringLiteral("Coffee %1").arg(number));
        tellCustomer(number);
    }
    int restarts = 0;
    for (bool done = false; !done && restarts < 60; ++restarts) {
        const int allowed = platform.requests + 3;
        watch([this, allowed](const QString &, const HttpAnswer &honest) {
            return platform.requests > allowed ? problemAnswer(503, QStringLiteral("busy")) : honest;
        });
        done = sync().complete();
        ASSERT_TRUE(now(client.close()));
        ASSERT_TRUE(now(client.open(folder.request())));
    }
    EXPECT_GT(restarts, 4);
    EXPECT_EQ(found(QStringLiteral("coffee")), 6);
    EXPECT_EQ(customers(), 6);
    EXPECT_LE(askedFor(QStringLiteral("snapshot")), 11 + restarts) << "no chunk is asked for twice";
    EXPECT_TRUE(now(client.checkDatabase())->isSound());
}

TEST_F(SnapshotTest, KeepsNothingOfAChunkWhoseHashIsAnother)
{
    tellProduct(1, QStringLiteral("Espresso"));
    watch([](const QString &path, const HttpAnswer &honest) {
        HttpAnswer changed = honest;
        if (path.endsWith(QLatin1String("snapshot")))
            changed.body.replace("Espresso", "Expresso");
        return changed;
    });
    const SyncReport report = sync();
    ASSERT_TRUE(report.stopped);
    EXPECT_EQ(report.stopped->code, QStringLiteral("network.other_answer"));
    EXPECT_EQ(found(QStringLiteral("presso")), 0);
    platform.tamper = {};
    ASSERT_TRUE(sync().complete());
    EXPECT_EQ(found(QStringLiteral("espresso")), 1);
}

TEST_F(SnapshotTest, AnAnswerToAnotherQuestionIsNotKept)
{
    for (int number = 0; number < 4; ++number)
        tellProduct(number, QStringLiteral("Coffee %1").arg(number));
    std::optional<HttpAnswer> first;
    watch([&first](const QString &path, const HttpAnswer &honest) {
        if (!path.endsWith(QLatin1String("snapshot")))
            return honest;
        if (!first) {
            first = honest;
            first->headers.remove("crema-question"); // a platform of an earlier version gives no name back
        }
        return *first;
    });
    EXPECT_EQ(sync().stopped->code, QStringLiteral("network.other_answer"));
    platform.tamper = {};
    ASSERT_TRUE(sync().complete());
    EXPECT_EQ(found(QStringLiteral("coffee")), 4);
}

/// Rule 13: away for too long. The queue stays, what is gone leaves, what was made here meanwhile lies on top.
TEST_F(SnapshotTest, ACursorThatIsTooOldStartsFromASnapshotAndKeepsTheQueue)
{
    tellTax();
    tellProduct(1, QStringLiteral("Espresso"));
    const Product gone = tellProduct(2, QStringLiteral("Phantom"));
    ASSERT_TRUE(sync().complete());
    ASSERT_EQ(found(QStringLiteral("phantom")), 1);
    platform.addToFeed(entity::product.toString(), gone.id.value(), {});
    platform.addToFeed(entity::variant.toString(), idOf(2, 2), {});
    tellProduct(3, QStringLiteral("Filter"));
    // The tombstones have left the feed: they are not told, and whoever stood before them is refused.
    platform.dropTombstones();
    ASSERT_TRUE(now(client.openShift(euro(0))));
    ASSERT_TRUE(now(client.completeSale(cashSale({VariantId(idOf(2, 1))}, 300))));
    platform.faults.push_back({problemAnswer(503, QStringLiteral("busy")), false, QStringLiteral("operations")});
    (void)sync();
    watch();
    ASSERT_TRUE(sync().complete());
    EXPECT_EQ(found(QStringLiteral("phantom")), 0);
    EXPECT_EQ(found(QStringLiteral("filter")), 1);
    EXPECT_EQ(now(client.sales({}))->size(), 1);
    EXPECT_EQ(platform.operations.size(), 2) << "each operation once";
    EXPECT_FALSE(client.state().load);
    EXPECT_TRUE(now(client.checkDatabase())->isSound());
}

/// A platform that refuses every place does not keep a device busy for ever.
TEST_F(SnapshotTest, GivesUpTheRoundWhenEveryPlaceIsTooOld)
{
    tellProduct(1, QStringLiteral("Espresso"));
    watch([](const QString &path, const HttpAnswer &honest) {
        return path.endsWith(QLatin1String("changes")) ? problemAnswer(410, QStringLiteral("sync.cursor_too_old"))
                                                       : honest;
    });
    EXPECT_EQ(sync().stopped->code, QStringLiteral("sync.cursor_too_old"));
    EXPECT_LE(askedFor(QStringLiteral("snapshot")), 4);
}

} // namespace
} // namespace crema::sync::testing
