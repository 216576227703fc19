// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feed/entity_codec.h"
#include "models/feed/entity_types.h"
#include "models/feed/promotion_codec.h"
#include "models/operations/operation_types.h"
#include "tests/sync/client_fixture.h"

namespace crema::sync::testing {
namespace {

/// sync.md rule 12: what a till makes of a platform that was put back to an older state.
class ReloadTest : public ClientTest
{
protected:
    void SetUp() override
    {
        ClientTest::SetUp();
        espresso = make(QStringLiteral("Espresso"), QStringLiteral("A")).variants.first().variant;
        ASSERT_TRUE(now(client.openShift(euro(1'000))));
        ASSERT_TRUE(sync().complete());
        tell(*now(client.product(espresso.product)));
        tell(*client.state().openShift);
        ASSERT_TRUE(sync().complete());
        expectQuiet();
        sequencesOfBackup = platform.highestSequence();
        rowsOfBackup = 3;
    }

    /// The platform's rows of what it was sent.
    void tell(const ProductView &product)
    {
        platform.addToFeed(entity::product.toString(), product.product.id.value(), codec::toJson(product.product));
        const Variant variant = product.variants.first().variant;
        platform.addToFeed(entity::variant.toString(), variant.id.value(), codec::toJson(variant));
    }
    void tell(const Shift &shift)
    {
        platform.addToFeed(entity::shift.toString(), shift.id.value(), codec::toJson(shift));
    }
    void tell(const Sale &sale)
    {
        platform.addToFeed(entity::sale.toString(), sale.id.value(), codec::toJson(sale));
        tell(*client.state().openShift);
        tell(onHand());
    }
    void tell(Quantity onHandThere)
    {
        const StockLevel level{espresso.id, folder.shop.location.id, onHandThere};
        platform.addToFeed(entity::stockLevel.toString(), codec::stockLevelId(level.location, level.variant),
                           codec::toJson(level));
    }

    Sale sell() { return now(client.completeSale(cashSale({espresso.id}, 500)))->sale; }
    Quantity onHand()
    {
        const auto levels = *now(client.stock(espresso.id));
        return levels.isEmpty() ? Quantity(0) : levels.first().onHand;
    }
    qsizetype sales() { return now(client.sales({}))->size(); }
    std::int64_t takenInShift() const { return client.state().openShift->cashTotal.minor(); }
    void expectQuiet()
    {
        EXPECT_EQ(client.state().queue.unsent(), 0);
        EXPECT_EQ(client.state().queue.receipted, 0);
    }

    Variant espresso;
    std::int64_t sequencesOfBackup = 0;
    qsizetype rowsOfBackup = 0;
};

/// Nothing unsent, nobody does anything: the till itself puts back what the platform lost, and its view never doubles.
TEST_F(ReloadTest, AQuietTillPutsBackWhatThePlatformLost)
{
    const Sale sale = sell();
    ASSERT_TRUE(sync().complete());
    tell(sale);
    ASSERT_TRUE(sync().complete());
    expectQuiet();
    ASSERT_EQ(onHand(), Quantity(-1));

    platform.restore(sequencesOfBackup, rowsOfBackup);
    // What was sent again is not told in a row of the feed yet: it lies over what the platform has now.
    ASSERT_TRUE(sync().complete());
    EXPECT_EQ(platform.operations.last().subject.id, sale.id.value());
    EXPECT_EQ(platform.highestSequence(), sequencesOfBackup + 1) << "under the number that it had";
    EXPECT_EQ(onHand(), Quantity(-1));
    EXPECT_EQ(sales(), 1);
    EXPECT_EQ(takenInShift(), 500);
    EXPECT_EQ(client.state().queue.receipted, 1);

    tell(sale);
    ASSERT_TRUE(sync().complete());
    expectQuiet();
    EXPECT_EQ(onHand(), Quantity(-1));
    EXPECT_EQ(sales(), 1);
    EXPECT_EQ(takenInShift(), 500);
    EXPECT_TRUE(now(client.checkDatabase())->isSound());
}

/// sync.md rules 12 and 29: a store with a new epoch begins at sequence 1, so that no gap tells that the platform lost
/// something. It asks first all the same: a shift that the platform does not know takes no sales.
TEST_F(ReloadTest, WhatWasLostGoesBeforeWhatAStoreWithANewEpochSends)
{
    const QList<Operation> lost = platform.operations;
    const Sale sale = sell();
    platform.restore(0, 0);
    platform.judgeClaim = [](const QJsonObject &) { return true; };
    platform.tamper = [isOlder = true](const QString &path, const HttpAnswer &honest) mutable {
        if (!path.endsWith(QLatin1String("devices/token")))
            return honest;
        const QByteArray known = std::exchange(isOlder, false) ? R"("epoch":1,"known":true,"highest_sequence":40)"
                                                               : R"("epoch":2,"known":true,"highest_sequence":0)";
        return jsonAnswer(R"({"access_token":"t","expires_in":900,"store":{"feed_epoch":2,)" + known + "}}");
    };
    folder.clock.advance(3'600'000); // the token of the enrolment has run out
    const SyncReport report = sync();
    EXPECT_TRUE(report.complete()) << qPrintable(report.stopped ? report.stopped->code : QString());
    EXPECT_EQ(platform.lastEpoch, 2);
    ASSERT_EQ(platform.operations.size(), lost.size() + 1);
    for (qsizetype i = 0; i < lost.size(); ++i)
        EXPECT_EQ(platform.operations[i].id, lost[i].id) << qPrintable(lost[i].type);
    EXPECT_EQ(platform.operations.last().subject.id, sale.id.value());
}

/// sync.md rules 12 and 15: a row that a transaction moved behind the snapshot's cut comes with the feed, which may
/// hold it back for a while. It is not gone meanwhile.
TEST_F(ReloadTest, NothingIsGoneThatTheFeedHoldsBack)
{
    platform.hasSnapshots = true;
    platform.restore(sequencesOfBackup, rowsOfBackup);
    tell(*client.state().openShift);
    platform.heldBackFrom = platform.newest();
    EXPECT_FALSE(sync().stopped);
    ASSERT_TRUE(client.state().openShift);
    sell();
    platform.heldBackFrom.reset();
    ASSERT_TRUE(sync().complete());
    ASSERT_TRUE(client.state().openShift);
    EXPECT_EQ(takenInShift(), 500);
    EXPECT_TRUE(now(client.checkDatabase())->isSound());
}

/// sync.md rule 12: what was staged of a past that is gone is not laid under operations of the present one.
TEST_F(ReloadTest, AReloadThatIsUnderWayBeginsAnewWhenThePlatformLostSomething)
{
    const Sale sale = sell();
    ASSERT_TRUE(sync().complete());
    tell(sale);
    ASSERT_TRUE(sync().complete());
    platform.restore(platform.highestSequence(), rowsOfBackup + 3);
    tell(*client.state().openShift);
    platform.heldBackFrom = platform.newest();
    EXPECT_FALSE(sync().stopped);

    // Put back once more, without a new epoch: the gap alone tells.
    platform.heldBackFrom.reset();
    platform.restore(sequencesOfBackup, rowsOfBackup);
    platform.renumber(platform.feedEpoch - 1);
    sell();
    ASSERT_TRUE(sync().complete());
    EXPECT_EQ(takenInShift(), 1'000);
    EXPECT_EQ(onHand(), Quantity(-2));
    EXPECT_EQ(sales(), 2);
}

/// A clock that is years ahead makes all operations look older than a platform is ever put back by.
TEST_F(ReloadTest, AClockThatIsYearsOffHidesNothing)
{
    const Sale sale = sell();
    ASSERT_TRUE(sync().complete());
    tell(sale);
    ASSERT_TRUE(sync().complete());
    constexpr std::int64_t yearMs = 365LL * 24 * 3'600'000;
    folder.clock.stepWallClock(5 * yearMs);
    platform.restore(sequencesOfBackup, rowsOfBackup);
    sync();
    EXPECT_EQ(platform.operations.last().subject.id, sale.id.value());
    EXPECT_EQ(sales(), 1);
}

/// The level there is the number that it was before, and holds what was sent since.
TEST_F(ReloadTest, ARowThatLooksAsBeforeCountsNothingTwice)
{
    tell(Quantity(-1)); // somebody else sold one
    ASSERT_TRUE(sync().complete());
    ASSERT_EQ(onHand(), Quantity(-1));
    platform.restore(sequencesOfBackup, rowsOfBackup);
    platform.faults.push_back({problemAnswer(503, QStringLiteral("busy")), false, QStringLiteral("changes")});
    sell();
    EXPECT_FALSE(sync().complete());
    ASSERT_EQ(client.state().queue.receipted, 1);
    ASSERT_EQ(onHand(), Quantity(-2));

    tell(Quantity(-1)); // that other sale is not there any more, and this one is
    ASSERT_TRUE(sync().complete());
    EXPECT_EQ(onHand(), Quantity(-1));
}

/// The platform has it, and cannot hand it out yet: neither a chunk nor the feed brings it.
TEST_F(ReloadTest, ARowThatIsHeldBackDoesNotLeave)
{
    tell(Quantity(-1)); // somebody else sold one
    ASSERT_TRUE(sync().complete());
    platform.restore(sequencesOfBackup, rowsOfBackup);
    tell(Quantity(-1)); // and sent it again
    platform.heldBackFrom = platform.newest();
    sync();
    EXPECT_EQ(onHand(), Quantity(-1));
    EXPECT_TRUE(client.state().load);
    platform.heldBackFrom.reset();
    ASSERT_TRUE(sync().complete());
    EXPECT_EQ(onHand(), Quantity(-1));
    EXPECT_FALSE(client.state().load);
}

/// What others had told the platform and lost with it leaves this store; they bring it back themselves.
TEST_F(ReloadTest, WhatThePlatformDoesNotHaveLeaves)
{
    const ProductView own = *now(client.product(espresso.product));
    Product other;
    other.id = ProductId(QUuid(u"0193f6a0-0000-7000-8000-000000000001"));
    other.name = QStringLiteral("Phantom");
    platform.addToFeed(entity::product.toString(), other.id.value(), codec::toJson(other));
    ASSERT_TRUE(sync().complete());
    ASSERT_EQ(now(client.findProducts(QStringLiteral("phantom"), 10))->size(), 1);

    platform.restore(sequencesOfBackup, rowsOfBackup);
    ASSERT_TRUE(sync().complete());
    EXPECT_EQ(now(client.findProducts(QStringLiteral("phantom"), 10))->size(), 0);
    EXPECT_EQ(now(client.product(espresso.product))->product, own.product);
    EXPECT_TRUE(now(client.checkDatabase())->isSound());
}

TEST_F(ReloadTest, PromotionsAndPriceListsThatThePlatformDoesNotHaveLeaveToo)
{
    PriceList list;
    list.id = PriceListId(QUuid(u"0193f6a0-0000-7000-8000-000000000002"));
    list.name = QStringLiteral("Phantom prices");
    platform.addToFeed(entity::priceList.toString(), list.id.value(), codec::toJson(list));
    Promotion promotion;
    promotion.id = PromotionId(QUuid(u"0193f6a0-0000-7000-8000-000000000003"));
    promotion.name = QStringLiteral("Phantom hour");
    promotion.action = PercentOff{1'000};
    platform.addToFeed(entity::promotion.toString(), promotion.id.value(), codec::toJson(promotion));
    ASSERT_TRUE(sync().complete());
    ASSERT_EQ(now(client.priceLists())->size(), 1);
    ASSERT_EQ(now(client.promotions())->size(), 1);

    platform.restore(sequencesOfBackup, rowsOfBackup);
    ASSERT_TRUE(sync().complete());
    EXPECT_EQ(now(client.priceLists())->size(), 0);
    EXPECT_EQ(now(client.promotions())->size(), 0);
}

/// With something to send as well: the gap alone would say that the platform lost something, and double it.
TEST_F(ReloadTest, ABusyTillDoublesNothing)
{
    const Sale first = sell();
    ASSERT_TRUE(sync().complete());
    tell(first);
    ASSERT_TRUE(sync().complete());
    platform.restore(sequencesOfBackup, rowsOfBackup);
    const Sale second = sell();
    ASSERT_TRUE(sync().complete());
    EXPECT_EQ(platform.highestSequence(), sequencesOfBackup + 2);
    EXPECT_EQ(onHand(), Quantity(-2));
    EXPECT_EQ(sales(), 2);
    EXPECT_EQ(takenInShift(), 1'000);
    tell(first);
    tell(second);
    ASSERT_TRUE(sync().complete());
    expectQuiet();
    EXPECT_EQ(takenInShift(), 1'000);
}

/// Cut off at every exchange, the program started again each time: it goes on where it was.
TEST_F(ReloadTest, GoesOnAfterARestartAtAnyExchange)
{
    const Sale sale = sell();
    ASSERT_TRUE(sync().complete());
    tell(sale);
    ASSERT_TRUE(sync().complete());
    platform.restore(sequencesOfBackup, rowsOfBackup);
    platform.pageSize = 1;
    int restarts = 0;
    for (bool done = false; !done && restarts < 40; ++restarts) {
        // One exchange more each time, the next one does not arrive.
        const int allowed = platform.requests + 3;
        platform.tamper = [this, allowed](const QString &, const HttpAnswer &honest) {
            return platform.requests > allowed ? problemAnswer(503, QStringLiteral("busy")) : honest;
        };
        const SyncReport report = sync();
        done = report.complete();
        EXPECT_EQ(onHand(), Quantity(-1));
        EXPECT_EQ(sales(), 1);
        EXPECT_EQ(takenInShift(), 500);
        ASSERT_TRUE(now(client.close()));
        ASSERT_TRUE(now(client.open(folder.request())));
    }
    platform.tamper = {};
    EXPECT_GT(restarts, 2);
    ASSERT_TRUE(sync().complete());
    EXPECT_EQ(platform.highestSequence(), sequencesOfBackup + 1);
    EXPECT_TRUE(now(client.checkDatabase())->isSound());
}

/// What was refused is taken after a restore. Its card is not the platform's any more, also where a decision about it
/// still waits: it does not come back from below that decision.
TEST_F(ReloadTest, TheCardOfWhatIsTakenAfterARestoreStaysGone)
{
    const Product before = now(client.product(espresso.product))->product;
    Product renamed = before;
    renamed.name = QStringLiteral("Espresso Forte");
    ASSERT_TRUE(now(client.editProduct(before, renamed)));
    Acknowledgement refused;
    refused.outcome = Outcome::Refused;
    refused.problem =
        Problem{ProblemKind::NotAllowed, QStringLiteral("actor.lacks_permission"), QStringLiteral("no"), {}, {}};
    std::optional<Operation> edit;
    platform.judge = [&edit, refused](const Operation &operation) {
        edit = operation;
        return std::optional(refused);
    };
    ASSERT_EQ(sync().needsAttention, 1);
    refused.operation = edit->id;
    const StreamPlace place{client.state().device, 1, platform.highestSequence()};
    const AttentionCard card = makeCard(place, *edit, refused, nullptr);
    platform.addToFeed(entity::attention.toString(), card.id.value(), codec::toJson(card));
    ASSERT_TRUE(sync().complete());
    ASSERT_TRUE(now(client.resolve(card.id, {Decision::SetAside, {}})));
    Acknowledgement waiting;
    waiting.outcome = Outcome::Waiting;
    std::optional<Operation> decision;
    platform.judge = [&decision, waiting](const Operation &operation) -> std::optional<Acknowledgement> {
        if (operation.type != operation::attentionResolve)
            return std::nullopt;
        decision = operation;
        return waiting;
    };
    platform.restore(sequencesOfBackup, rowsOfBackup);
    sync();
    sync();
    ASSERT_TRUE(sync().complete());
    ASSERT_TRUE(decision);
    refused.operation = decision->id;
    refused.sequence = platform.highestSequence();
    platform.addToFeed(entity::acknowledgement.toString(), refused.operation.value(), acknowledgementToJson(refused));
    ASSERT_TRUE(sync().complete());
    const QList<AttentionItem> left = now(client.attention(10))->items;
    EXPECT_FALSE(std::any_of(left.begin(), left.end(), [&card](const auto &item) { return item.id == card.id; }));
    EXPECT_EQ(now(client.product(espresso.product))->product.name, renamed.name);
}

/// A row that this version cannot read is not the platform's any more when that was put back to before it.
TEST_F(ReloadTest, WhatCouldNotBeReadGoesWithThePastItWasOf)
{
    const QUuid unread(u"0193f6a0-0000-7000-8000-000000000003");
    platform.addToFeed(entity::product.toString(), unread,
                       {{QStringLiteral("id"), unread.toString(QUuid::WithoutBraces)}, {QStringLiteral("name"), 17}});
    ASSERT_TRUE(sync().complete());
    ASSERT_TRUE(client.state().warning);
    ASSERT_EQ(client.state().warning->code, QStringLiteral("store.unread_rows"));
    platform.restore(sequencesOfBackup, rowsOfBackup);
    sync();
    ASSERT_TRUE(sync().complete());
    EXPECT_FALSE(client.state().warning) << qPrintable(client.state().warning->code);
}

/// The same batch goes twice, before and after the platform was put back. The answer to the first says nothing of now.
TEST_F(ReloadTest, TakesNoOldAnswerToWhatItSendsAgain)
{
    const Sale sale = sell();
    HttpAnswer old;
    platform.tamper = [&old](const QString &path, const HttpAnswer &honest) {
        if (path.endsWith(QLatin1String("operations")))
            old = honest;
        return honest;
    };
    ASSERT_TRUE(sync().complete());
    tell(sale);
    ASSERT_TRUE(sync().complete());
    ASSERT_EQ(old.status, 200);
    platform.restore(sequencesOfBackup, rowsOfBackup);
    platform.faults.push_back({old, false, QStringLiteral("operations")});
    sync();
    ASSERT_TRUE(sync().complete());
    EXPECT_TRUE(platform.faults.empty());
    EXPECT_EQ(platform.highestSequence(), sequencesOfBackup + 1);
}

/// Put back twice in a row, the second time while the first one is still being read.
TEST_F(ReloadTest, BeginsAnewWhenThePlatformIsPutBackAgain)
{
    const Sale sale = sell();
    ASSERT_TRUE(sync().complete());
    tell(sale);
    ASSERT_TRUE(sync().complete());
    platform.restore(sequencesOfBackup, rowsOfBackup);
    platform.pageSize = 1;
    bool again = true;
    platform.tamper = [this, &again](const QString &path, const HttpAnswer &honest) {
        if (again && path.endsWith(QLatin1String("changes")) && honest.status == 200) {
            again = false;
            platform.restore(sequencesOfBackup, rowsOfBackup);
        }
        return honest;
    };
    sync();
    ASSERT_TRUE(sync().complete());
    EXPECT_EQ(platform.highestSequence(), sequencesOfBackup + 1);
    EXPECT_EQ(onHand(), Quantity(-1));
    EXPECT_EQ(takenInShift(), 500);
    tell(sale);
    ASSERT_TRUE(sync().complete());
    expectQuiet();
}

} // namespace
} // namespace crema::sync::testing
