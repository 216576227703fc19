// SPDX-License-Identifier: GPL-3.0-or-later
// sync.md rule 29: a copied or restored store is noticed when it is opened.
#include "models/feed/entity_codec.h"
#include "models/feed/entity_types.h"
#include "models/selling/receipt_number.h"
#include "sync/engine/sync_steps.h"
#include "sync/store/sale_reader.h"
#include "sync/store/store_identity.h"
#include "tests/simulation/disk/ready_shop.h"

#include <gtest/gtest.h>

namespace crema::simulation {
namespace {

using sync::StoreOrigin;

class StoreOriginTest : public ::testing::Test
{
protected:
    ReadyShop shop{1};
};

TEST_F(StoreOriginTest, IsTheSameAfterAnyEnd)
{
    for (const Crash end : {Crash::Kill, Crash::PowerCut}) {
        auto store = shop.open();
        EXPECT_EQ(store->origin(), StoreOrigin::Same);
        ASSERT_TRUE(shop.sell(*store));
        shop.crash(std::move(store), end);
    }
    EXPECT_EQ(shop.open()->origin(), StoreOrigin::Same);
    EXPECT_EQ(shop.open()->origin(), StoreOrigin::Same);
}

TEST_F(StoreOriginTest, NoticesAnotherMachineAndRemembersIt)
{
    shop.disk.files().setMachineId("another machine");
    auto store = shop.open();
    EXPECT_EQ(store->origin(), StoreOrigin::Copied);
    EXPECT_EQ(store->state()->warning->code, QStringLiteral("store.copied"));
    ASSERT_TRUE(sync::testing::openShift(*store));
    EXPECT_TRUE(shop.sell(*store));
    const sync::DeviceRow device = store->place().device;
    store.reset();
    store = shop.open();
    EXPECT_EQ(store->origin(), StoreOrigin::Copied);
    EXPECT_EQ(store->place().device.registerId, device.registerId) << "noticed once";
}

TEST_F(StoreOriginTest, NoticesACopyOfTheFile)
{
    const QByteArray bytes = *shop.disk.read(shop.path());
    shop.disk.remove(shop.path());
    ASSERT_TRUE(shop.disk.writePrivate(shop.path(), bytes));
    EXPECT_EQ(shop.open()->origin(), StoreOrigin::Copied);
}

TEST_F(StoreOriginTest, NoticesACopyAlsoWhenTheDiskStumblesOnce)
{
    shop.disk.files().setMachineId("another machine");
    shop.disk.files().failReads(1);
    auto store = shop.tryOpen();
    if (!store)
        store = shop.tryOpen();
    ASSERT_TRUE(store);
    EXPECT_EQ((*store)->origin(), StoreOrigin::Copied);
}

/// Somebody puts yesterday's database over today's: what was sold since is in the journal, and must still be sent.
TEST_F(StoreOriginTest, NoticesABackupAndTakesWhatItMissesFromTheJournal)
{
    auto store = shop.open();
    const QString before = *shop.sell(*store);
    store.reset();
    const PageBytes backup = shop.disk.files().file(shop.disk.files().find(shop.path())).now;
    store = shop.open();
    const QString after = *shop.sell(*store);
    store.reset();
    shop.disk.files().overwrite(shop.path(), backup);
    store = shop.open();
    EXPECT_EQ(store->origin(), StoreOrigin::Restored);
    EXPECT_EQ(store->state()->warning->code, QStringLiteral("store.restored"));
    EXPECT_TRUE(sync::findSale(*store, before));
    EXPECT_TRUE(sync::findSale(*store, after));
    EXPECT_TRUE(store->check().isSound()) << qPrintable(store->check().findings.join(u' '));
    // No receipt number is given twice, whatever was sold that nobody here knows: another register counts from here on.
    ASSERT_TRUE(sync::testing::openShift(*store));
    const QString next = *shop.sell(*store);
    EXPECT_NE(ReceiptNumber::fromString(next)->registerCode, ReceiptNumber::fromString(after)->registerCode);
    EXPECT_EQ(ReceiptNumber::fromString(next)->running, 1);
    EXPECT_EQ(store->check().sales, 3);
    EXPECT_TRUE(store->check().isSound());
}

/// Somebody puts a database of before over the one of a copy. What the copy sold is in the journal, under the register
/// that it was; whoever else is that register counts its receipts, and this store does not.
TEST_F(StoreOriginTest, CountsNoReceiptsOfARegisterThatItIsNotAnyMore)
{
    auto store = shop.open();
    store.reset();
    const PageBytes backup = shop.disk.files().file(shop.disk.files().find(shop.path())).now;
    shop.disk.files().setMachineId("another machine");
    store = shop.open();
    ASSERT_TRUE(sync::testing::openShift(*store));
    const QString sold = *shop.sell(*store);
    store.reset();
    shop.disk.files().overwrite(shop.path(), backup);
    store = shop.open();
    ASSERT_EQ(store->origin(), StoreOrigin::Restored);
    Sale next = sync::findSale(*store, sold)->sale;
    ASSERT_NE(next.registerId, store->place().device.registerId);
    auto number = *ReceiptNumber::fromString(next.number);
    ++number.running;
    next.id = SaleId(QUuid::createUuid());
    next.number = number.toString();
    ASSERT_TRUE(store->write([&]() -> Result<void> {
        store->rows().put({entity::sale.toString(), next.id.value()}, codec::toJson(next));
        return {};
    }));
    EXPECT_TRUE(store->check().isSound()) << qPrintable(store->check().findings.join(u' '));
}

/// Its unsent operations go under the new epoch from sequence 1, and what was sent before keeps nothing of the old one.
TEST_F(StoreOriginTest, TakesItsEpochOnceAndForGood)
{
    shop.disk.files().setMachineId("another machine");
    auto store = shop.open();
    const auto claim = *sync::claimOf(*store, std::nullopt);
    ASSERT_TRUE(claim);
    EXPECT_EQ(claim->epoch, 1);
    const Register reg{claim->registerId, *store->place().device.location, claim->registerCode, claim->registerName,
                       claim->device};
    EXPECT_EQ(*sync::claimOf(*store, std::nullopt), claim) << "asked again it is the same";
    ASSERT_TRUE(sync::takeEpoch(*store, *claim, {2, 0, reg}));
    EXPECT_EQ(store->origin(), StoreOrigin::Same);
    EXPECT_EQ(store->place().device.epoch, 2);
    EXPECT_EQ(store->place().device.lastSequence, 0);
    EXPECT_FALSE(store->state()->warning);
    EXPECT_FALSE(*sync::claimOf(*store, std::nullopt));
    const auto batch = sync::takeBatch(*store, {});
    ASSERT_FALSE(batch->isEmpty());
    EXPECT_EQ(batch->constFirst().envelope.epoch, 2);
    EXPECT_EQ(batch->constFirst().envelope.sequence, 1);
    shop.crash(std::move(store), Crash::Kill);
    store = shop.open();
    EXPECT_EQ(store->origin(), StoreOrigin::Same);
    EXPECT_EQ(store->place().device.epoch, 2);
}

/// A copy of a store that has not taken its answer yet: both have the same claim on their disks.
TEST_F(StoreOriginTest, MakesAnotherClaimForTheCopyOfACopy)
{
    shop.disk.files().setMachineId("second machine");
    const auto first = *sync::claimOf(*shop.open(), std::nullopt);
    shop.disk.files().setMachineId("third machine");
    const auto second = *sync::claimOf(*shop.open(), std::nullopt);
    ASSERT_TRUE(first && second);
    EXPECT_NE(first->claim, second->claim);
    EXPECT_NE(first->registerId, second->registerId);
    EXPECT_NE(first->registerCode, second->registerCode);
    EXPECT_LE(second->registerCode.size(), 12);
}

/// The answer to its claim got lost, and the feed told of the register that it gave; then it is copied again.
TEST_F(StoreOriginTest, KeepsARegisterOfWhichThePlatformToldWithoutAnAnswer)
{
    shop.disk.files().setMachineId("second machine");
    auto store = shop.open();
    const auto claim = *sync::claimOf(*store, std::nullopt);
    ASSERT_TRUE(claim);
    const Register given{claim->registerId, *store->place().device.location, claim->registerCode, claim->registerName,
                         claim->device};
    const sync::EntityRef row{entity::registerType.toString(), given.id.value()};
    ASSERT_TRUE(store->write([&]() -> Result<void> {
        store->rows().put(row, codec::toJson(given));
        return {};
    }));
    store.reset();
    shop.disk.files().setMachineId("third machine");
    store = shop.open();
    EXPECT_NE(store->place().device.registerId, given.id);
    EXPECT_TRUE(store->rows().document(row));
}

/// Everything was put back, the record beside the store too: only the platform can tell.
TEST_F(StoreOriginTest, NoticesThatThePlatformKnowsMore)
{
    auto store = shop.open();
    EXPECT_FALSE(*sync::claimOf(*store, sync::KnownStore{1, true, 0}));
    EXPECT_FALSE(*sync::claimOf(*store, sync::KnownStore{2, true, 9})) << "said of another store";
    const auto claim = *sync::claimOf(*store, sync::KnownStore{1, true, 9});
    ASSERT_TRUE(claim);
    EXPECT_EQ(claim->reason, QStringLiteral("restored"));
    // And an answer that another store has used already is none.
    const Register reg{claim->registerId, *store->place().device.location, claim->registerCode, claim->registerName,
                       claim->device};
    ASSERT_TRUE(sync::takeEpoch(*store, *claim, {2, 7, reg}));
    EXPECT_EQ(store->place().device.epoch, 1);
    EXPECT_NE((*sync::claimOf(*store, std::nullopt))->claim, claim->claim);
}

/// ADR 046: nothing of the old place is left open, and the new one is read before a shift is opened there.
TEST_F(StoreOriginTest, MovesWhenNothingIsOpen)
{
    auto store = shop.open();
    ASSERT_TRUE(store->place().location);
    Location there = *store->place().location;
    there.id = LocationId(QUuid::createUuidV5(there.id.value(), QStringLiteral("garden")));
    there.code = QStringLiteral("GARDEN");
    const RegisterId reg(QUuid::createUuidV5(there.id.value(), QStringLiteral("register")));
    sync::KnownStore known{store->place().device.epoch, true, 0, std::nullopt};
    EXPECT_FALSE(*sync::moveClaimOf(*store, known)) << "nobody wants it";
    known.move = sync::StoreMove{reg.value(), reg, there};
    EXPECT_FALSE(*sync::moveClaimOf(*store, known)) << "its shift is open and not sent";

    EpochClaim claim;
    claim.device = store->place().device.id;
    claim.claim = reg.value();
    claim.registerId = reg;
    const EpochGiven given{9, 0, Register{reg, there.id, QStringLiteral("1"), QStringLiteral("Till"), claim.device}};
    ASSERT_TRUE(sync::takeMove(*store, claim, given, there));
    EXPECT_EQ(store->place().device.epoch, 1) << "the shift was opened meanwhile";
    ASSERT_TRUE(store->move(given, there));
    EXPECT_EQ(store->place().device.location, there.id);
    EXPECT_EQ(store->place().location->code, QStringLiteral("GARDEN"));
    EXPECT_EQ(store->place().registerInfo->id, reg);
    EXPECT_FALSE(sync::testing::openShift(*store)) << "the new place is not here yet";
    store.reset();
    store = shop.open();
    EXPECT_EQ(store->origin(), StoreOrigin::Same);
    EXPECT_EQ(store->place().device.epoch, 9);
    EXPECT_EQ(store->place().device.location, there.id);
}

/// Found by the simulation: what was sold at the place before is told there alone.
TEST_F(StoreOriginTest, ItsJournalGoesWithADeviceThatMoves)
{
    auto store = shop.open();
    const auto number = shop.sell(*store);
    ASSERT_TRUE(number);
    const SaleId sale = sync::findSale(*store, *number)->sale.id;
    ASSERT_TRUE(store->write([&]() -> Result<void> {
        store->rows().remove({entity::sale.toString(), sale.value()});
        return {};
    }));
    const auto findings = [&] { return store->check().findings.filter(QStringLiteral("auditor")); };
    EXPECT_EQ(findings().size(), 1) << "here it has to be";
    Location there = *store->place().location;
    there.id = LocationId(QUuid::createUuidV5(there.id.value(), QStringLiteral("garden")));
    const RegisterId reg(QUuid::createUuidV5(there.id.value(), QStringLiteral("register")));
    const DeviceId device = store->place().device.id;
    ASSERT_TRUE(
        store->move({9, 0, Register{reg, there.id, QStringLiteral("1"), QStringLiteral("Till"), device}}, there));
    EXPECT_EQ(findings(), QStringList());
}

/// A restored platform has forgotten the epoch: it is asked again, and the register stays.
TEST_F(StoreOriginTest, AsksAgainForAnEpochThatThePlatformLost)
{
    shop.disk.files().setMachineId("another machine");
    auto store = shop.open();
    const auto claim = *sync::claimOf(*store, std::nullopt);
    const Register reg{claim->registerId, *store->place().device.location, claim->registerCode, claim->registerName,
                       claim->device};
    ASSERT_TRUE(sync::takeEpoch(*store, *claim, {2, 0, reg}));
    const auto again = *sync::claimOf(*store, sync::KnownStore{2, false, 0});
    ASSERT_TRUE(again);
    EXPECT_EQ(again->claim, claim->claim);
    EXPECT_EQ(again->epoch, 2);
    ASSERT_TRUE(sync::takeEpoch(*store, *again, {3, 0, reg}));
    EXPECT_EQ(store->place().device.registerId, claim->registerId);
}

TEST_F(StoreOriginTest, NoticesASequenceThatWentBack)
{
    auto store = shop.open();
    const auto setSequence = [&](std::int64_t sequence) {
        return store->write([&]() -> Result<void> {
            store->device().setLastSequence(sequence);
            return {};
        });
    };
    ASSERT_TRUE(setSequence(9));
    store.reset();
    const DiskImage later = shop.disk.files().image();
    store = shop.open();
    ASSERT_TRUE(setSequence(4));
    store->database().checkpoint();
    const PageBytes older = shop.disk.files().file(shop.disk.files().find(shop.path())).now;
    store.reset();
    shop.disk.files().setImage(later);
    shop.disk.files().overwrite(shop.path(), older);
    EXPECT_EQ(shop.open()->origin(), StoreOrigin::Restored);
}

/// What it was once is still that on another machine, and sells there. Brought in here it is sent, and stands in the
/// auditor's journal of whoever made it (sync.md rules 30 and 34).
TEST_F(StoreOriginTest, WhatIsBroughtInNeedsNoEntryAlsoOfARegisterThatItWas)
{
    auto store = shop.open();
    ASSERT_TRUE(shop.sell(*store));
    store.reset();
    const DiskImage copied = shop.disk.files().image();
    store = shop.open();
    ASSERT_TRUE(shop.sell(*store));
    const QByteArray sold = store->queue().unsent(100).last().bytes;
    store.reset();
    shop.disk.files().setImage(copied);
    shop.disk.files().setMachineId("another machine");
    store = shop.open();
    ASSERT_EQ(store->origin(), StoreOrigin::Copied);
    const PageBytes before = shop.disk.files().file(shop.disk.files().find(shop.path())).now;
    ASSERT_TRUE(store->write([&]() -> Result<void> {
        const Result<bool> added = store->bringIn(sold);
        return added ? Result<void>() : Result<void>(failure(added.error()));
    }));
    EXPECT_TRUE(store->check().isSound()) << qPrintable(store->check().findings.join(u' '));
    store.reset();
    // Nor does it when it comes back out of the operation journal.
    shop.disk.files().overwrite(shop.path(), before);
    store = shop.open();
    EXPECT_EQ(store->origin(), StoreOrigin::Restored);
    EXPECT_EQ(store->check().sales, 2);
    EXPECT_TRUE(store->check().isSound()) << qPrintable(store->check().findings.join(u' '));
}

} // namespace
} // namespace crema::simulation
