// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/json.h"
#include "models/feed/entity_codec.h"
#include "models/feed/entity_types.h"
#include "sync/store/database.h"
#include "sync/store/store_comparison.h"
#include "tests/sync/client_fixture.h"

namespace crema::sync::testing {
namespace {

constexpr std::int64_t hourMs = 3'600'000;
const QString product = entity::product.toString();
const QString customer = entity::customer.toString();

/// sync.md rule 14: a store that does not hold what the platform says finds out and mends itself.
class ComparisonTest : public ClientTest
{
protected:
    void SetUp() override
    {
        ClientTest::SetUp();
        platform.hasSnapshots = true;
        platform.hasCheckpoints = true;
        const Shop &shop = folder.shop;
        platform.addToFeed(entity::company.toString(), shop.company.id, codec::toJson(shop.company));
        platform.addToFeed(entity::location.toString(), shop.location.id.value(), codec::toJson(shop.location));
        platform.addToFeed(entity::registerType.toString(), shop.registerInfo.id.value(),
                           codec::toJson(shop.registerInfo));
        platform.addToFeed(entity::person.toString(), shop.person.id.value(), codec::toJson(shop.person));
        platform.addToFeed(entity::taxClass.toString(), shop.taxClass.id.value(), codec::toJson(shop.taxClass));
        for (int number = 1; number <= 5; ++number)
            tellProduct(number, QStringLiteral("Coffee %1").arg(number));
        tellCustomer(1, QStringLiteral("Ada"));
        ASSERT_TRUE(sync().complete());
        EXPECT_FALSE(comparison().at) << "the first load was checked as it came";
        ASSERT_TRUE(sync().complete());
    }

    static QUuid idOf(int kind, int number)
    {
        return QUuid(QStringLiteral("0193f6a0-0000-7000-8000-%1%2")
                         .arg(kind, 4, 10, QLatin1Char('0'))
                         .arg(number, 8, 10, QLatin1Char('0')));
    }
    void tellProduct(int number, const QString &name)
    {
        Product told;
        told.id = ProductId(idOf(1, number));
        told.name = name;
        platform.addToFeed(product, told.id.value(), codec::toJson(told));
    }
    void tellCustomer(int number, const QString &name)
    {
        Customer told;
        told.id = CustomerId(idOf(3, number));
        told.name = name;
        platform.addToFeed(customer, told.id.value(), codec::toJson(told));
    }
    /// What a disk may do to a file while no program has it open.
    void rot(const QStringList &statements)
    {
        ASSERT_TRUE(now(client.close()));
        const auto database = Database::open(folder.disk, folder.path(), Access::ReadWrite);
        ASSERT_TRUE(database);
        for (const QString &statement : statements)
            (*database)->runText(statement);
    }
    void reopen() { ASSERT_TRUE(now(client.open(folder.request()))); }
    SyncReport syncAnHourLater()
    {
        folder.clock.advance(hourMs);
        return sync();
    }
    QStringList names()
    {
        QStringList found;
        const auto products = now(client.products({}));
        for (const ProductView &view : *products)
            found.append(view.product.name);
        found.sort();
        return found;
    }
    const StoreComparison &comparison() { return client.state().comparison; }
};

TEST_F(ComparisonTest, AgreesAndIsComparedOncePerHour)
{
    EXPECT_EQ(comparison().at, folder.clock.now());
    EXPECT_TRUE(comparison().different.isEmpty());
    ASSERT_TRUE(sync().complete());
    EXPECT_EQ(platform.differing.size(), 1) << "it was compared a moment ago";
    ASSERT_TRUE(syncAnHourLater().complete());
    EXPECT_EQ(platform.differing, (QStringList{QString(), QString()}));
    EXPECT_FALSE(comparison().mendedAt);
}

TEST_F(ComparisonTest, ReadsAnewWhatRottedOrWentMissingAndKeepsWhatIsPending)
{
    // It was taken and its row has not come yet, so it is laid over what comes from the platform.
    const ProductView mine = make(QStringLiteral("Mine"), QStringLiteral("M-1"));
    ASSERT_TRUE(sync().complete());
    const QueueCounts pending = client.state().queue;
    rot({QStringLiteral("DELETE FROM product WHERE id = X'0193f6a0000070008000000100000001'"),
         QStringLiteral("UPDATE customer SET document = CAST(replace(CAST(document AS TEXT), 'Ada', 'Ida') AS BLOB)"),
         QStringLiteral(
             "INSERT INTO customer (id, name_key, words, archived, document) "
             "SELECT X'00000000000000000000000000000001', name_key, words, archived, document FROM customer")});
    reopen();
    EXPECT_EQ(names().size(), 5);
    QStringList paths;
    platform.tamper = [&paths](const QString &path, const HttpAnswer &honest) {
        paths.append(path.section(u'/', -1));
        return honest;
    };
    ASSERT_TRUE(syncAnHourLater().complete());
    EXPECT_EQ(platform.differing.mid(1), (QStringList{QString(), QStringLiteral("product,customer"), QString()}))
        << "the platform hears of it, and it is compared again when it is mended";
    EXPECT_EQ(paths.count(QStringLiteral("snapshot")), 2) << "a chunk ends behind the catalog";
    EXPECT_EQ(names(), (QStringList{QStringLiteral("Coffee 1"), QStringLiteral("Coffee 2"), QStringLiteral("Coffee 3"),
                                    QStringLiteral("Coffee 4"), QStringLiteral("Coffee 5"), QStringLiteral("Mine")}));
    const auto customers = now(client.findCustomers(QString(), 10));
    ASSERT_EQ(customers->size(), 1);
    EXPECT_EQ(customers->first().name, QStringLiteral("Ada"));
    EXPECT_EQ(comparison().mended, (QStringList{product, customer}));
    EXPECT_EQ(comparison().mendedAt, folder.clock.now());
    EXPECT_TRUE(comparison().different.isEmpty());
    EXPECT_FALSE(client.state().warning);
    EXPECT_FALSE(client.state().load);
    EXPECT_EQ(client.state().queue, pending);
    EXPECT_TRUE(now(client.checkDatabase())->isSound());
}

/// While types are read anew the others go on, and nothing of them is passed over.
TEST_F(ComparisonTest, WhatComesMeanwhileIsLaidAsEver)
{
    rot({QStringLiteral("DELETE FROM product")});
    reopen();
    platform.chunkSize = 2;
    int chunks = 0;
    platform.tamper = [&](const QString &path, const HttpAnswer &honest) {
        if (path.endsWith(QLatin1String("snapshot")) && ++chunks == 2) {
            tellCustomer(2, QStringLiteral("Bea"));
            tellProduct(1, QStringLiteral("Renamed"));
            platform.addToFeed(product, idOf(1, 2), {});
        }
        return honest;
    };
    ASSERT_TRUE(syncAnHourLater().complete());
    EXPECT_EQ(names(), (QStringList{QStringLiteral("Coffee 3"), QStringLiteral("Coffee 4"), QStringLiteral("Coffee 5"),
                                    QStringLiteral("Renamed")}));
    EXPECT_EQ(now(client.findCustomers(QString(), 10))->size(), 2);
    EXPECT_EQ(comparison().mended, QStringList{product});
}

TEST_F(ComparisonTest, GoesOnAfterARestartAtAnyExchange)
{
    for (int stop = 0; stop < 12; ++stop) {
        rot({QStringLiteral("DELETE FROM product WHERE id = (SELECT max(id) FROM product)")});
        reopen();
        int exchanges = 0;
        platform.tamper = [&exchanges, stop](const QString &, const HttpAnswer &honest) {
            return exchanges++ == stop ? problemAnswer(503, QStringLiteral("busy")) : honest;
        };
        (void)syncAnHourLater();
        platform.tamper = nullptr;
        ASSERT_TRUE(now(client.close()));
        reopen();
        ASSERT_TRUE(syncAnHourLater().complete()) << stop;
        EXPECT_EQ(names().size(), 5) << stop;
        EXPECT_TRUE(comparison().different.isEmpty()) << stop;
    }
}

TEST_F(ComparisonTest, AsksAgainWhenMoreHasComeAndSaysNothing)
{
    platform.tamper = [this](const QString &path, const HttpAnswer &honest) {
        if (path.endsWith(QLatin1String("changes")))
            tellCustomer(7, QStringLiteral("Somebody"));
        return honest;
    };
    rot({QStringLiteral("DELETE FROM product")});
    reopen();
    const auto before = comparison();
    ASSERT_TRUE(syncAnHourLater().complete());
    EXPECT_EQ(comparison(), before) << "nothing can be said of a place that was passed";
    platform.tamper = nullptr;
    ASSERT_TRUE(sync().complete());
    EXPECT_EQ(comparison().mended, QStringList{product}) << "no hour later";
}

/// A platform whose sums are wrong, or rows that this version cannot hold as they are: no endless loading.
TEST_F(ComparisonTest, GivesUpForADayWhatCannotBeMendedAndSaysSo)
{
    int loads = 0;
    platform.tamper = [&loads](const QString &path, const HttpAnswer &honest) {
        loads += path.endsWith(QLatin1String("snapshot")) ? 1 : 0;
        if (!path.endsWith(QLatin1String("checkpoint")))
            return honest;
        Checkpoint wrong = *readCheckpoint(honest.body);
        wrong.types[product].count += 1;
        return jsonAnswer(writeCheckpoint(wrong));
    };
    ASSERT_TRUE(syncAnHourLater().complete());
    EXPECT_EQ(loads, StoreComparison::mostTries);
    ASSERT_TRUE(client.state().warning);
    EXPECT_EQ(client.state().warning->code, QStringLiteral("store.differs"));
    EXPECT_EQ(names().size(), 5) << "nothing was lost by it";
    ASSERT_TRUE(syncAnHourLater().complete());
    EXPECT_EQ(loads, StoreComparison::mostTries);
    folder.clock.advance(23 * hourMs);
    platform.tamper = nullptr;
    ASSERT_TRUE(sync().complete());
    EXPECT_FALSE(client.state().warning) << "it is well by itself";
    EXPECT_TRUE(comparison().different.isEmpty());
}

/// Who belongs to another shop and signed in here is known from the sign-in, not from what this device is told.
TEST_F(ComparisonTest, AVisitorFromAnotherShopIsNoDifference)
{
    Person visitor = folder.shop.person;
    visitor.id = PersonId(idOf(9, 1));
    visitor.locations = {LocationId(idOf(9, 2))};
    const QByteArray document = json::writeCanonical(codec::toJson(visitor)).toHex();
    const QByteArray id = visitor.id.value().toRfc4122().toHex();
    rot({QStringLiteral("INSERT INTO reference (type, id, document) VALUES ('person', X'%1', X'%2')")
             .arg(QLatin1String(id), QLatin1String(document))});
    reopen();
    ASSERT_TRUE(syncAnHourLater().complete());
    EXPECT_EQ(comparison().at, folder.clock.now());
    EXPECT_EQ(platform.differing.last(), QString());
    EXPECT_FALSE(comparison().mendedAt);
}

TEST_F(ComparisonTest, APlatformOfAnEarlierVersionIsNoReasonToStop)
{
    platform.hasCheckpoints = false;
    EXPECT_TRUE(syncAnHourLater().complete());
    EXPECT_EQ(client.state().link, Link::Online);
}

TEST_F(ComparisonTest, AProgramThatStartsComparesAtOnce)
{
    rot({QStringLiteral("UPDATE customer SET document = CAST(replace(CAST(document AS TEXT), 'Ada', 'Ida') AS BLOB)")});
    reopen();
    client.startBackgroundSync();
    folder.clock.advance(1'000);
    EXPECT_EQ(comparison().mended, QStringList{customer});
    client.stopBackgroundSync();
}

TEST(StoreComparison, IsKeptAsItIs)
{
    const StoreComparison comparison{UtcTime(5), {product}, true, 2, {customer}, UtcTime(3)};
    EXPECT_EQ(comparisonFromText(comparisonToText(comparison)), comparison);
    EXPECT_EQ(comparisonFromText(QString()), StoreComparison());
    EXPECT_EQ(comparisonFromText(QStringLiteral("?")), StoreComparison());
}

TEST(StoreComparison, IsDueAfterAnHourOrADayAndWhenTheClockWasSetBack)
{
    StoreComparison comparison;
    EXPECT_TRUE(isComparisonDue(comparison, UtcTime(0)));
    comparison.at = UtcTime(10 * hourMs);
    EXPECT_FALSE(isComparisonDue(comparison, UtcTime(11 * hourMs - 1)));
    EXPECT_TRUE(isComparisonDue(comparison, UtcTime(11 * hourMs)));
    EXPECT_TRUE(isComparisonDue(comparison, UtcTime(9 * hourMs)));
    comparison.different = {product};
    EXPECT_FALSE(isComparisonDue(comparison, UtcTime(33 * hourMs)));
    EXPECT_TRUE(isComparisonDue(comparison, UtcTime(34 * hourMs)));
    comparison.isOpen = true;
    EXPECT_TRUE(isComparisonDue(comparison, UtcTime(10 * hourMs)));
}

} // namespace
} // namespace crema::sync::testing
