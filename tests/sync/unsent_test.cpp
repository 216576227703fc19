// SPDX-License-Identifier: GPL-3.0-or-later
// sync.md rule 30: what one register has not sent goes out from another, and is not left behind before.
#include "models/feed/entity_codec.h"
#include "models/feed/entity_types.h"
#include "models/operations/operation_codec.h"
#include "tests/sync/client_fixture.h"

namespace crema::sync::testing {
namespace {

const QUrl elsewhere(QStringLiteral("http://127.0.0.1:2"));

class UnsentTest : public ClientTest
{
protected:
    void SetUp() override
    {
        ClientTest::SetUp();
        ASSERT_TRUE(sync().complete());
        path = folder.folder.filePath(QStringLiteral("till-1.crema"));
    }

    void exportAll()
    {
        const auto written = now(client.exportUnsent(path, passphrase));
        ASSERT_TRUE(written) << qPrintable(written.error().code);
    }

    [[nodiscard]] std::int64_t onlyHere() const { return client.state().queue.onlyHere(); }

    /// The next platform that is asked for a token does not know this device.
    void meetAStranger()
    {
        platform.faults.push_back(
            {problemAnswer(401, QStringLiteral("device.unknown")), false, QStringLiteral("devices/token")});
    }

    QString path;
    QString passphrase = QStringLiteral("wet paper crane");
};

TEST_F(UnsentTest, AnotherRegisterSendsTheSameBytesOnce)
{
    EXPECT_EQ(now(client.exportUnsent(path, passphrase)).error().code, QStringLiteral("export.empty"));
    make(QStringLiteral("Espresso"), QStringLiteral("A"));
    EXPECT_EQ(now(client.exportUnsent(path, QStringLiteral("short"))).error().code,
              QStringLiteral("passphrase.too_short"));
    EXPECT_FALSE(folder.disk.exists(path));
    ASSERT_TRUE(now(client.exportUnsent(path, passphrase)));
    make(QStringLiteral("Filter"), QStringLiteral("B"));
    const Result<UnsentSummary> written = now(client.exportUnsent(path, passphrase));
    ASSERT_TRUE(written) << "in place of the first";
    EXPECT_EQ(written->operations, 4);
    EXPECT_EQ(written->sales, 0);
    EXPECT_EQ(client.state().queue.unsent(), 4) << "it stays here too";

    StoreFolder neighbour(2);
    FakePlatform other(neighbour.shop);
    Client second({neighbour.clock, neighbour.randomness, executor, other, folder.disk});
    ASSERT_TRUE(now(second.open(neighbour.request())));
    EXPECT_EQ(now(second.importUnsent(path, passphrase)).error().code, QStringLiteral("device.not_enrolled"));
    ASSERT_TRUE(now(second.enroll(QUrl(QStringLiteral("http://127.0.0.1:1")), QStringLiteral("K7QP-3M2X"),
                                  QStringLiteral("Till 2"))));
    EXPECT_EQ(now(second.importUnsent(path, QStringLiteral("wet paper crate"))).error().code,
              QStringLiteral("sealed.wrong_passphrase"));
    const Result<UnsentSummary> taken = now(second.importUnsent(path, passphrase));
    ASSERT_TRUE(taken);
    EXPECT_EQ(taken->operations, 4);
    EXPECT_EQ(taken->known, 0);
    const Result<UnsentSummary> again = now(second.importUnsent(path, passphrase));
    ASSERT_TRUE(again);
    EXPECT_EQ(again->known, 4);
    EXPECT_EQ(second.state().queue.unsent(), 4);
    EXPECT_EQ(now(second.products({}))->size(), 2) << "they are seen here at once";

    ASSERT_TRUE(now(second.syncOnce())->complete());
    ASSERT_TRUE(sync().complete());
    ASSERT_EQ(other.operations.size(), 4);
    ASSERT_EQ(platform.operations.size(), 4);
    for (qsizetype i = 0; i < 4; ++i)
        EXPECT_EQ(canonicalBytes(other.operations[i]), canonicalBytes(platform.operations[i]));
    EXPECT_TRUE(now(second.checkDatabase())->isSound());
}

TEST_F(UnsentTest, WhatIsInAFileIsNotOnlyHere)
{
    make(QStringLiteral("Espresso"), QStringLiteral("A"));
    EXPECT_EQ(onlyHere(), 2);
    exportAll();
    EXPECT_EQ(client.state().queue.unsent(), 2) << "it stays in the queue";
    EXPECT_EQ(onlyHere(), 0);
    make(QStringLiteral("Filter"), QStringLiteral("B"));
    EXPECT_EQ(onlyHere(), 2) << "what came later is in no file";
    ASSERT_TRUE(now(client.close()));
    ASSERT_TRUE(now(client.open(folder.request())));
    EXPECT_EQ(client.state().queue.exported, 2);
    EXPECT_TRUE(sync().complete());
    EXPECT_EQ(client.state().queue, QueueCounts{.receipted = client.state().queue.receipted});
}

TEST_F(UnsentTest, AFileThatCouldNotBeWrittenCountsForNothing)
{
    make(QStringLiteral("Espresso"), QStringLiteral("A"));
    EXPECT_EQ(now(client.exportUnsent(path, QStringLiteral("crane"))).error().code,
              QStringLiteral("passphrase.too_short"));
    EXPECT_FALSE(now(client.exportUnsent(QStringLiteral("/proc/none/till.crema"), passphrase)));
    EXPECT_EQ(onlyHere(), 2);
}

TEST_F(UnsentTest, IsNotCarriedToAPlatformThatDoesNotKnowTheDevice)
{
    const QUrl before = client.state().platform;
    make(QStringLiteral("Espresso"), QStringLiteral("A"));
    meetAStranger();
    const Result<void> moved = now(client.movePlatform(elsewhere));
    ASSERT_FALSE(moved);
    EXPECT_EQ(moved.error().code, QStringLiteral("unsent.would_be_left"));
    EXPECT_TRUE(moved.error().message.startsWith(u'2')) << qPrintable(moved.error().message);
    EXPECT_TRUE(moved.error().hint.contains(QStringLiteral("crema sync export")));
    EXPECT_EQ(client.state().platform, before);

    exportAll();
    ASSERT_TRUE(now(client.movePlatform(elsewhere)));
    EXPECT_EQ(client.state().platform, elsewhere);
}

TEST_F(UnsentTest, ItsOwnPlatformMayMoveAtAnyTime)
{
    make(QStringLiteral("Espresso"), QStringLiteral("A"));
    ASSERT_TRUE(now(client.movePlatform(elsewhere)));
    EXPECT_TRUE(sync().complete());
    EXPECT_EQ(platform.operations.size(), 2);
}

TEST_F(UnsentTest, NobodyThereIsNotItsOwnPlatform)
{
    make(QStringLiteral("Espresso"), QStringLiteral("A"));
    platform.faults.push_back({std::nullopt, false, QStringLiteral("devices/challenge")});
    EXPECT_EQ(now(client.movePlatform(elsewhere)).error().code, QStringLiteral("unsent.would_be_left"));
    EXPECT_TRUE(sync().complete()) << "the old one is asked as before";
}

/// What went out after the file was written, and was lost on the platform, is in no file.
TEST_F(UnsentTest, AnExportIsForgottenWhenThePlatformLosesWhatItHad)
{
    make(QStringLiteral("Espresso"), QStringLiteral("A"));
    EXPECT_TRUE(sync().complete());
    make(QStringLiteral("Filter"), QStringLiteral("B"));
    exportAll();
    EXPECT_EQ(onlyHere(), 0);
    platform.loseReceipts();
    platform.expectsGaplessly = true;
    platform.faults.push_back({gapAnswer(1), false, QStringLiteral("operations")});
    platform.faults.push_back({std::nullopt, false, QStringLiteral("operations")});
    EXPECT_FALSE(sync().complete());
    EXPECT_EQ(client.state().queue.unsent(), 4);
    EXPECT_EQ(onlyHere(), 4);
}

/// What is unsent here is sent by another store, and its rows come before this one knows.
class SharedUnsentTest : public UnsentTest
{
protected:
    void SetUp() override
    {
        UnsentTest::SetUp();
        espresso = make(QStringLiteral("Espresso"), QStringLiteral("A")).variants.first().variant;
        ASSERT_TRUE(sync().complete());
    }

    void moveStock()
    {
        const auto moved =
            now(client.adjustStock(espresso.id, Quantity(40), MovementReason::Adjustment, QStringLiteral("Delivery")));
        ASSERT_TRUE(moved);
    }

    void tellLevel(std::int64_t pieces)
    {
        const StockLevel level{espresso.id, folder.shop.location.id, Quantity(pieces)};
        platform.addToFeed(entity::stockLevel.toString(), codec::stockLevelId(level.location, level.variant),
                           codec::toJson(level));
    }

    /// The platform has what is unsent here from another store, and its level holds it.
    void sendElsewhere()
    {
        tellLevel(40);
        platform.takeElsewhere(now(client.queue({}))->last().operation.id);
    }

    /// What a neighbour has not sent, one piece each, is brought in here.
    void bringIn(int movements)
    {
        StoreFolder neighbour(2);
        FakePlatform other(neighbour.shop);
        const ProductView product = *now(client.product(espresso.product));
        other.addToFeed(entity::product.toString(), product.product.id.value(), codec::toJson(product.product));
        other.addToFeed(entity::variant.toString(), espresso.id.value(), codec::toJson(espresso));
        Client second({neighbour.clock, neighbour.randomness, executor, other, folder.disk});
        ASSERT_TRUE(now(second.open(neighbour.request())));
        ASSERT_TRUE(now(second.enroll(elsewhere, QStringLiteral("K7QP-3M2X"), QStringLiteral("Till 2"))));
        ASSERT_TRUE(now(second.syncOnce())->complete());
        for (int i = 0; i < movements; ++i)
            ASSERT_TRUE(now(second.adjustStock(espresso.id, Quantity(1), MovementReason::Adjustment, QString())));
        ASSERT_TRUE(now(second.exportUnsent(path, passphrase)));
        const auto taken = now(client.importUnsent(path, passphrase));
        ASSERT_TRUE(taken);
        ASSERT_EQ(taken->operations, movements);
        ASSERT_EQ(onHand(), Quantity(movements));
    }
    [[nodiscard]] Quantity onHand() { return now(client.stock(espresso.id))->first().onHand; }

    /// Sends what was brought in. While the second batch is under way its neighbour comes back and sends all of it: the
    /// page that is fetched beside that batch holds it, also what is not sent from here yet.
    void expectAllCountsOnce(int movements)
    {
        bringIn(movements);
        int pushes = 0;
        platform.tamper = [&](const QString &asked, const HttpAnswer &honest) {
            EXPECT_EQ(onHand(), Quantity(movements)) << "before the answer from " << qPrintable(asked);
            if (!asked.endsWith(QStringLiteral("sync/operations")))
                return honest;
            tellLevel(++pushes == 1 ? platform.batchSizes.last() : movements);
            const QList<QueueEntry> queue = *now(client.queue({false, 1'000, 0}));
            for (const QueueEntry &entry : queue) {
                if (pushes == 2 && entry.state == OperationState::Queued)
                    platform.takeElsewhere(entry.operation.id);
            }
            return honest;
        };
        EXPECT_TRUE(sync().complete());
        EXPECT_GE(pushes, 2);
        EXPECT_EQ(onHand(), Quantity(movements));
        EXPECT_EQ(client.state().queue.unsent(), 0);
    }

    Variant espresso;
};

/// More than goes into the batches that are under way, and no more than that.
TEST_F(SharedUnsentTest, WhatItsNeighbourSendsBesideABatchCountsOnce)
{
    expectAllCountsOnce(300);
}

TEST_F(SharedUnsentTest, WhatItsNeighbourSendsBeforeTheBatchUnderWayCountsOnce)
{
    expectAllCountsOnce(110);
}

/// Stock is moved while a round is under way, so that this register has not sent it yet, and the other one has: the
/// level that comes holds it already.
TEST_F(SharedUnsentTest, WhatAnotherRegisterHasSentMeanwhileCountsOnce)
{
    platform.late = [this] {
        moveStock();
        exportAll();
        sendElsewhere();
    };
    EXPECT_TRUE(sync().complete());
    EXPECT_EQ(now(client.stock(espresso.id))->first().onHand, Quantity(40));
    EXPECT_EQ(client.state().queue.unsent(), 0) << "nobody has to send it again";
}

/// The same of a copy of this store, of which its register tells (sync.md rule 29).
TEST_F(SharedUnsentTest, WhatACopyHasSentMeanwhileCountsOnce)
{
    platform.late = [this] {
        moveStock();
        Register copy = folder.shop.registerInfo;
        copy.id = RegisterId(QUuid::createUuid());
        copy.device = client.state().device;
        platform.addToFeed(entity::registerType.toString(), copy.id.value(), codec::toJson(copy));
        sendElsewhere();
    };
    EXPECT_TRUE(sync().complete());
    EXPECT_EQ(now(client.stock(espresso.id))->first().onHand, Quantity(40));
}

} // namespace
} // namespace crema::sync::testing
