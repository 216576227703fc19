// SPDX-License-Identifier: GPL-3.0-or-later
// sync.md rule 27: a damaged store is set aside and rebuilt out of its rows and the operation journal.
#include "models/feed/entity_codec.h"
#include "models/feed/entity_types.h"
#include "models/selling/receipt_number.h"
#include "sync/store/catalog_reader.h"
#include "sync/store/sale_reader.h"
#include "tests/simulation/disk/ready_shop.h"

#include <gtest/gtest.h>

namespace crema::simulation {
namespace {

class Recovery : public ::testing::Test
{
protected:
    /// A shop with `count` sales in it, its program killed or ended.
    void sell(ReadyShop &shop, int count, bool endsCleanly = false)
    {
        auto store = shop.open();
        device = store->state()->device;
        for (int i = 0; i < count; ++i) {
            // The log holds the last sale alone, so that the pages of the file count.
            if (i == count - 1) {
                ASSERT_TRUE(store->database().settleLog());
            }
            told.append(*shop.sell(*store));
        }
        if (endsCleanly)
            store.reset();
        else
            shop.crash(std::move(store), Crash::Kill);
    }

    void expectEverything(ReadyShop &shop, sync::LocalStore &store)
    {
        EXPECT_EQ(store.state()->device, device);
        EXPECT_TRUE(store.signingKey());
        EXPECT_TRUE(store.state()->enrolled);
        for (const QString &number : std::as_const(told))
            EXPECT_TRUE(sync::findSale(store, number)) << qPrintable(number);
        const sync::StoreCheck check = store.check();
        EXPECT_TRUE(check.isSound()) << qPrintable(check.findings.join(u' '));
        EXPECT_EQ(check.sales, told.size());
        EXPECT_EQ(check.operations, told.size() + 3); // and product, variant and shift
        EXPECT_EQ(store.rows().selling().onHand(shop.espresso, shop.shop.location.id).units(), -told.size());
    }

    [[nodiscard]] QString setAside(const ReadyShop &shop) const { return shop.path() + QStringLiteral(".damaged-1"); }
    [[nodiscard]] static QString warning(sync::LocalStore &store)
    {
        return store.state()->warning.value_or(Problem()).code;
    }

    DeviceId device;
    QStringList told;
};

TEST_F(Recovery, StepsOverPagesThatRotAndKeepsEverySale)
{
    int rebuilt = 0;
    for (std::uint64_t seed = 1; seed <= 40 && !HasFailure(); ++seed) {
        SCOPED_TRACE(seed);
        told.clear();
        ReadyShop shop(seed);
        sell(shop, 40);
        const qsizetype pages = shop.disk.size(shop.path()) / PageBytes::pageSize;
        for (std::uint64_t i = 0; i <= seed % 3; ++i)
            shop.disk.files().rotPage(shop.path(), 1 + static_cast<qsizetype>(seed * 7 + i * 13) % (pages - 1));
        const auto store = shop.open();
        for (const QString &number : std::as_const(told))
            EXPECT_TRUE(sync::findSale(*store, number)) << qPrintable(number);
        const sync::StoreCheck check = store->check();
        EXPECT_TRUE(check.isSound()) << qPrintable(check.findings.join(u' '));
        EXPECT_EQ(store->state()->device, device);
        if (!shop.disk.exists(setAside(shop)))
            continue; // it hit a page that is free
        ++rebuilt;
        EXPECT_EQ(warning(*store), QStringLiteral("store.recovered"));
    }
    EXPECT_GT(rebuilt, 25);
}

TEST_F(Recovery, NeedsOnlyTheJournalWhereNothingReads)
{
    ReadyShop shop(1);
    sell(shop, 20);
    shop.disk.files().overwrite(shop.path(), [] {
        PageBytes noise;
        noise.write(0, QByteArray(40'960, 'x'));
        return noise;
    }());
    shop.disk.remove(shop.path() + QStringLiteral("-wal"));
    auto store = shop.open();
    EXPECT_EQ(store->state()->device, device);
    EXPECT_TRUE(store->signingKey());
    EXPECT_TRUE(store->state()->enrolled);
    EXPECT_TRUE(store->state()->location) << "it lies beside the database as well";
    EXPECT_EQ(store->origin(), sync::StoreOrigin::Restored);
    for (const QString &number : std::as_const(told))
        EXPECT_TRUE(sync::findSale(*store, number)) << qPrintable(number);
    EXPECT_EQ(store->check().operations, told.size() + 3);
    EXPECT_TRUE(store->check().isSound()) << qPrintable(store->check().findings.join(u' '));
    EXPECT_EQ(*shop.disk.read(setAside(shop)), QByteArray(40'960, 'x'));
    EXPECT_EQ(store->device().read()->cursor, (Cursor{1, 0, 0}));
    // The next start is an ordinary one.
    store.reset();
    store = shop.open();
    EXPECT_NE(warning(*store), QStringLiteral("store.recovered"));
}

TEST_F(Recovery, RebuildsADatabaseThatSomebodyDeleted)
{
    ReadyShop shop(1);
    sell(shop, 5, true);
    shop.disk.remove(shop.path());
    const auto store = shop.open();
    EXPECT_EQ(store->state()->device, device);
    for (const QString &number : std::as_const(told))
        EXPECT_TRUE(sync::findSale(*store, number)) << qPrintable(number);
}

TEST_F(Recovery, ReadsRowsOnBothSidesOfAPageThatDoesNotRead)
{
    ReadyShop shop(3);
    sell(shop, 200);
    // The journal is gone too: what is left is in the rows.
    shop.disk.remove(shop.path() + QStringLiteral(".journal"));
    const qsizetype pages = shop.disk.size(shop.path()) / PageBytes::pageSize;
    shop.disk.files().breakPage(shop.path(), pages / 2);
    const auto store = shop.open();
    EXPECT_EQ(warning(*store), QStringLiteral("store.recovered"));
    const sync::StoreCheck check = store->check();
    EXPECT_GE(check.operations, 190);
    EXPECT_GE(check.sales, 190);
}

/// Noticed while the program runs: the next start rebuilds, though this one ends as it should.
TEST_F(Recovery, FollowsDamageThatWasNoticedLater)
{
    ReadyShop shop(1);
    sell(shop, 40, true);
    auto store = shop.open();
    const qsizetype pages = shop.disk.size(shop.path()) / PageBytes::pageSize;
    for (qsizetype page = 1; page < pages; ++page)
        shop.disk.files().breakPage(shop.path(), page);
    const Result<QString> refused = shop.sell(*store);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, QStringLiteral("store.damaged"));
    store.reset();
    store = shop.open();
    EXPECT_EQ(warning(*store), QStringLiteral("store.recovered"));
    for (const QString &number : std::as_const(told))
        EXPECT_TRUE(sync::findSale(*store, number)) << qPrintable(number);
}

/// Nobody looks closely after a clean end, but a page that is needed to open does not read.
TEST_F(Recovery, FollowsDamageThatShowsWhileOpening)
{
    ReadyShop shop(1);
    sell(shop, 10, true);
    const qsizetype pages = shop.disk.size(shop.path()) / PageBytes::pageSize;
    for (qsizetype page = 1; page < pages; ++page)
        shop.disk.files().breakPage(shop.path(), page);
    const auto store = shop.open();
    EXPECT_EQ(warning(*store), QStringLiteral("store.recovered"));
    for (const QString &number : std::as_const(told))
        EXPECT_TRUE(sync::findSale(*store, number)) << qPrintable(number);
}

TEST_F(Recovery, BeginsALongJournalAnewWithWhatIsOnItsWay)
{
    ReadyShop shop(1);
    sell(shop, 3, true);
    const QString journal = shop.path() + QStringLiteral(".journal");
    PageBytes bytes;
    bytes.write(0, *shop.disk.read(journal));
    bytes.resize(33 * 1024 * 1024);
    shop.disk.files().overwrite(journal, bytes);
    const auto store = shop.open();
    EXPECT_LT(shop.disk.size(journal), 100'000);
    qsizetype damaged = 0;
    EXPECT_EQ(sync::EmergencyJournal::read(*shop.vault.read(journal), damaged).size(), 6);
    ASSERT_TRUE(shop.sell(*store));
    EXPECT_EQ(sync::EmergencyJournal::read(*shop.vault.read(journal), damaged).size(), 7);
    EXPECT_EQ(damaged, 0);
}

/// A store that is rebuilt holds sales of its neighbours too. They go on selling, and it does not count for them.
TEST_F(Recovery, CountsTheReceiptsOfItsOwnRegisterOnly)
{
    ReadyShop shop(1);
    sell(shop, 40);
    Sale neighbours;
    const auto tell = [&](sync::LocalStore &store, std::int64_t running) {
        auto number = *ReceiptNumber::fromString(told.constFirst());
        number.registerCode = QStringLiteral("9");
        number.running = running;
        neighbours = sync::findSale(store, told.constFirst())->sale;
        neighbours.id = SaleId(QUuid::createUuid());
        neighbours.registerId = RegisterId(QUuid::createUuidV5(QUuid(), QByteArray("neighbour")));
        neighbours.number = number.toString();
        ASSERT_TRUE(store.write([&]() -> Result<void> {
            store.rows().put({entity::sale.toString(), neighbours.id.value()}, codec::toJson(neighbours));
            return {};
        }));
    };
    auto store = shop.open();
    tell(*store, 1);
    ASSERT_TRUE(store->database().settleLog());
    shop.crash(std::move(store), Crash::Kill);
    const DiskImage image = shop.disk.files().image();
    const qsizetype pages = shop.disk.size(shop.path()) / PageBytes::pageSize;
    bool isRebuiltWithIt = false;
    for (qsizetype page = 1; page < pages && !isRebuiltWithIt; ++page) {
        store.reset();
        shop.disk.files().setImage(image);
        shop.disk.files().rotPage(shop.path(), page);
        store = shop.open();
        isRebuiltWithIt = shop.disk.exists(setAside(shop)) && sync::findSale(*store, neighbours.number);
    }
    ASSERT_TRUE(isRebuiltWithIt);
    tell(*store, 2);
    EXPECT_TRUE(store->check().isSound()) << qPrintable(store->check().findings.join(u' '));
}

/// The power goes at each call of the rebuilding: the next start ends it, and what was damaged is kept.
TEST_F(Recovery, SurvivesItsOwnInterruption)
{
    ReadyShop made(1);
    sell(made, 6, true);
    PageBytes noise = made.disk.files().file(made.disk.files().find(made.path())).now;
    noise.write(PageBytes::pageSize, QByteArray(noise.size() - PageBytes::pageSize, 'x'));
    made.disk.files().overwrite(made.path(), noise);
    const QByteArray damaged = *made.disk.read(made.path());
    const DiskImage image = made.disk.files().image();
    int call = 1;
    for (bool finished = false; !finished && !HasFailure(); call += 3) {
        SCOPED_TRACE(call);
        made.disk.files().setImage(image);
        made.disk.files().crash(Crash::Kill);
        made.disk.files().dieAt(call);
        auto store = made.tryOpen();
        finished = store.has_value();
        made.disk.files().die();
        store = failure(Problem());
        made.disk.files().crash(Crash::PowerCut);
        expectEverything(made, *made.open());
        const QByteArray kept = *made.disk.read(setAside(made));
        EXPECT_EQ(kept.size(), damaged.size());
        EXPECT_EQ(std::mismatch(kept.begin(), kept.end(), damaged.begin(), damaged.end()).first - kept.begin(),
                  damaged.size());
    }
    EXPECT_GT(call, 60);
}

} // namespace
} // namespace crema::simulation
