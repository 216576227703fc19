// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feed/entity_codec.h"
#include "models/feed/entity_types.h"
#include "models/operations/operation_types.h"
#include "tests/sync/client_fixture.h"

namespace crema::sync::testing {
namespace {

TEST_F(ClientTest, EnrolmentSignsThePersonIn)
{
    EXPECT_TRUE(client.state().enrolled);
    EXPECT_EQ(client.state().person->name, QStringLiteral("Ada"));
    EXPECT_EQ(client.state().registerInfo->code, QStringLiteral("1"));
}

TEST_F(ClientTest, APlatformMayMove)
{
    const QUrl elsewhere(QStringLiteral("http://127.0.0.1:2"));
    ASSERT_TRUE(now(client.movePlatform(elsewhere)));
    EXPECT_EQ(client.state().platform, elsewhere);
    make(QStringLiteral("Espresso"), QStringLiteral("A"));
    EXPECT_TRUE(sync().complete());
    ASSERT_TRUE(now(client.close()));
    EXPECT_EQ(now(client.movePlatform(elsewhere)).error().code, QStringLiteral("device.not_enrolled"));
}

TEST_F(ClientTest, TellsTheLogWhatDidNotWork)
{
    QStringList codes;
    QObject::connect(&client, &Client::refused, &client, [&](const Problem &problem) { codes.append(problem.code); });
    EXPECT_FALSE(now(client.findByCode(QStringLiteral("nothing"))));
    EXPECT_FALSE(now(client.closeShift(euro(0))));
    EXPECT_EQ(codes, (QStringList{QStringLiteral("product.unknown_code"), QStringLiteral("shift.not_open")}));
}

TEST_F(ClientTest, SendsEachOperationOnceWhateverIsLost)
{
    make(QStringLiteral("Espresso"), QStringLiteral("A"));
    platform.faults.push_back({std::nullopt, true, QStringLiteral("operations")});
    const SyncReport lost = sync();
    ASSERT_TRUE(lost.stopped);
    EXPECT_EQ(lost.stopped->code, QStringLiteral("network.timeout"));
    EXPECT_EQ(client.state().link, Link::Offline);
    EXPECT_EQ(lost.queue.sent, 2);
    make(QStringLiteral("Filter"), QStringLiteral("B"));
    const SyncReport done = sync();
    EXPECT_TRUE(done.complete());
    EXPECT_EQ(client.state().link, Link::Online);
    ASSERT_EQ(platform.operations.size(), 4);
    EXPECT_EQ(platform.operations[0].type, operation::productCreate);
    EXPECT_EQ(platform.operations[3].type, operation::variantCreate);
}

TEST_F(ClientTest, HalvesABatchThatIsTooLarge)
{
    for (int i = 0; i < 10; ++i)
        make(QStringLiteral("P%1").arg(i), QStringLiteral("S%1").arg(i));
    platform.maxBatch = 9;
    EXPECT_TRUE(sync().complete());
    EXPECT_EQ(platform.operations.size(), 20);
    for (const qsizetype size : platform.batchSizes)
        EXPECT_LE(size, 9);
}

TEST_F(ClientTest, StopsAtACaptivePortalAndKeepsEverything)
{
    make(QStringLiteral("Espresso"), QStringLiteral("A"));
    HttpAnswer portal;
    portal.status = 200;
    portal.headers.insert("content-type", "text/html");
    portal.body = "<html>Welcome to the hotel</html>";
    platform.faults.push_back({portal, false, QStringLiteral("operations")});
    const SyncReport report = sync();
    EXPECT_EQ(report.stopped->code, QStringLiteral("network.not_platform"));
    EXPECT_EQ(client.state().link, Link::Stopped);
    EXPECT_EQ(report.queue.unsent(), 2);
    EXPECT_TRUE(sync().complete());
}

TEST_F(ClientTest, AsksForSignInWhenTheDeviceIsNotAcceptedAnyMore)
{
    make(QStringLiteral("Espresso"), QStringLiteral("A"));
    platform.faults.push_back(
        {problemAnswer(403, QStringLiteral("device.revoked")), false, QStringLiteral("operations")});
    EXPECT_EQ(sync().stopped->code, QStringLiteral("device.revoked"));
    EXPECT_EQ(client.state().link, Link::NeedsSignIn);
    EXPECT_EQ(client.state().queue.unsent(), 2);
}

/// ADR 027: with its store, its register and what it has not sent.
TEST_F(ClientTest, GoesOnWithWhatItHasOnceItIsLetInAgain)
{
    const std::optional<Register> before = client.state().registerInfo;
    ASSERT_TRUE(sync().complete());
    const std::int64_t sequence = platform.highestSequence();
    platform.isShutOut = true;
    make(QStringLiteral("Espresso"), QStringLiteral("A"));
    EXPECT_EQ(sync().stopped->code, QStringLiteral("device.revoked"));
    EXPECT_EQ(now(client.enroll(client.state().platform, QStringLiteral("K7QP-3M2X"), {})).error().code,
              QStringLiteral("device.enrolled"));
    EXPECT_EQ(now(client.readmit(QStringLiteral("K7QP-XXXX"))).error().code, QStringLiteral("device.wrong_code"));
    EXPECT_EQ(client.state().queue.unsent(), 2);
    ASSERT_TRUE(now(client.readmit(QStringLiteral("K7QP-3M2X"))));
    EXPECT_TRUE(sync().complete());
    EXPECT_EQ(client.state().link, Link::Online);
    EXPECT_EQ(client.state().registerInfo, before);
    EXPECT_EQ(platform.highestSequence(), sequence + 2) << "its numbers go on";
}

/// A program that only looks into the store says the same as the one that tried.
TEST_F(ClientTest, KeepsHowThePlatformWasFoundForWhoeverLooks)
{
    const auto kept = [this] { return folder.open(OpenMode::ReadOnly)->state(); };
    EXPECT_EQ(kept()->link, Link::NeverTried);
    (void)sync();
    EXPECT_EQ(kept()->link, Link::Online);
    EXPECT_FALSE(kept()->linkProblem);
    platform.isShutOut = true;
    (void)sync();
    EXPECT_EQ(kept()->link, Link::NeedsSignIn);
    ASSERT_TRUE(kept()->linkProblem);
    EXPECT_EQ(kept()->linkProblem->code, QStringLiteral("device.revoked"));
    ASSERT_TRUE(now(client.close()));
    ASSERT_TRUE(now(client.open(folder.request())));
    EXPECT_EQ(client.state().link, Link::NeedsSignIn) << "also after a restart";
    ASSERT_TRUE(now(client.readmit(QStringLiteral("K7QP-3M2X"))));
    EXPECT_EQ(kept()->link, Link::NeverTried);
    (void)sync();
    EXPECT_EQ(kept()->link, Link::Online);
}

/// Its loop waits for minutes while nobody lets it in, and not a moment longer.
TEST_F(ClientTest, SendsAtOnceWhenItIsLetInAgain)
{
    platform.isShutOut = true;
    make(QStringLiteral("Espresso"), QStringLiteral("A"));
    client.startBackgroundSync();
    folder.clock.advance(1'000);
    ASSERT_EQ(client.state().link, Link::NeedsSignIn);
    ASSERT_TRUE(now(client.readmit(QStringLiteral("K7QP-3M2X"))));
    folder.clock.advance(1);
    EXPECT_EQ(client.state().link, Link::Online);
    EXPECT_EQ(client.state().queue.unsent(), 0);
}

TEST_F(ClientTest, RenewsATokenThatThePlatformForgot)
{
    make(QStringLiteral("Espresso"), QStringLiteral("A"));
    platform.faults.push_back({problemAnswer(401, QStringLiteral("auth.token")), false, QStringLiteral("operations")});
    EXPECT_TRUE(sync().complete());
}

TEST_F(ClientTest, PendingEditsLieOverWhatComesFromThePlatform)
{
    const ProductView espresso = make(QStringLiteral("Espresso"), QStringLiteral("A"));
    ASSERT_TRUE(sync().complete());
    Product renamed = espresso.product;
    renamed.name = QStringLiteral("Espresso Forte");
    ASSERT_TRUE(now(client.editProduct(espresso.product, renamed)));
    Product elsewhere = espresso.product;
    elsewhere.brand = QStringLiteral("Crema");
    platform.addToFeed(entity::product.toString(), espresso.product.id.value(), codec::toJson(elsewhere));
    // The push is lost, so the edit is still unknown when the page comes in with the next round.
    platform.judge = [](const Operation &) {
        Acknowledgement waiting;
        waiting.outcome = Outcome::Waiting;
        return std::optional(waiting);
    };
    sync();
    const ProductView seen = *now(client.product(espresso.product.id));
    EXPECT_EQ(seen.product.name, QStringLiteral("Espresso Forte"));
    EXPECT_EQ(seen.product.brand, QStringLiteral("Crema"));
    EXPECT_EQ(now(client.findProducts(QStringLiteral("forte crema"), 10))->size(), 1);
}

TEST_F(ClientTest, ARefusedEditLeavesTheViewAndNeedsAttention)
{
    const ProductView espresso = make(QStringLiteral("Espresso"), QStringLiteral("A"));
    platform.addToFeed(entity::product.toString(), espresso.product.id.value(), codec::toJson(espresso.product));
    ASSERT_TRUE(sync().complete());
    sync();
    Product renamed = espresso.product;
    renamed.name = QStringLiteral("Espresso Forte");
    ASSERT_TRUE(now(client.editProduct(espresso.product, renamed)));
    platform.judge = [](const Operation &) {
        Acknowledgement refused;
        refused.outcome = Outcome::Refused;
        refused.problem =
            Problem{ProblemKind::NotAllowed, QStringLiteral("auth.not_allowed"), QStringLiteral("no"), {}, {}};
        return std::optional(refused);
    };
    const SyncReport report = sync();
    EXPECT_EQ(report.needsAttention, 1);
    EXPECT_EQ(now(client.product(espresso.product.id))->product.name, QStringLiteral("Espresso"));
    const auto attention = *now(client.queue({true, 10, 0}));
    ASSERT_EQ(attention.size(), 1);
    EXPECT_EQ(attention[0].acknowledgement->problem->code, QStringLiteral("auth.not_allowed"));
    EXPECT_EQ(attention[0].subjectName, QStringLiteral("Espresso"));
}

TEST_F(ClientTest, AWaitingEditIsSettledByTheFeedOfItsDevice)
{
    const ProductView espresso = make(QStringLiteral("Espresso"), QStringLiteral("A"));
    platform.addToFeed(entity::product.toString(), espresso.product.id.value(), codec::toJson(espresso.product));
    ASSERT_TRUE(sync().complete());
    Product renamed = espresso.product;
    renamed.name = QStringLiteral("Espresso Forte");
    ASSERT_TRUE(now(client.editProduct(espresso.product, renamed)));
    Acknowledgement waiting;
    waiting.outcome = Outcome::Waiting;
    platform.judge = [&](const Operation &operation) {
        waiting.operation = operation.id;
        return std::optional(waiting);
    };
    EXPECT_EQ(sync().waiting, 1);
    EXPECT_EQ(now(client.queue({true, 10, 0}))->size(), 0);
    EXPECT_EQ(now(client.product(espresso.product.id))->product.name, renamed.name);

    Acknowledgement refused = waiting;
    refused.outcome = Outcome::Refused;
    refused.sequence = platform.highestSequence();
    refused.problem = Problem{ProblemKind::Conflict, QStringLiteral("subject.unknown"), QStringLiteral("gone"), {}, {}};
    platform.addToFeed(entity::acknowledgement.toString(), refused.operation.value(), acknowledgementToJson(refused));
    sync();
    const auto attention = *now(client.queue({true, 10, 0}));
    ASSERT_EQ(attention.size(), 1);
    EXPECT_EQ(attention[0].acknowledgement->problem->code, QStringLiteral("subject.unknown"));
    EXPECT_EQ(now(client.product(espresso.product.id))->product.name, QStringLiteral("Espresso"));
}

TEST_F(ClientTest, ASaleOnItsWayKeepsStockAndShiftRightWhateverComesBack)
{
    const ProductView espresso = make(QStringLiteral("Espresso"), QStringLiteral("A"));
    const VariantId variant = espresso.variants.first().variant.id;
    ASSERT_TRUE(now(client.openShift(euro(1'000))));
    const SaleView first = *now(client.completeSale(cashSale({variant}, 500)));
    ASSERT_TRUE(sync().complete());
    // The platform tells what it has now, the first sale in it. A second sale is rung up before that is fetched.
    platform.addToFeed(entity::product.toString(), espresso.product.id.value(), codec::toJson(espresso.product));
    platform.addToFeed(entity::variant.toString(), variant.value(), codec::toJson(espresso.variants.first().variant));
    platform.addToFeed(entity::shift.toString(), client.state().openShift->id.value(),
                       codec::toJson(*client.state().openShift));
    platform.addToFeed(entity::sale.toString(), first.sale.id.value(), codec::toJson(first.sale));
    ASSERT_TRUE(now(client.completeSale(cashSale({variant}, 500))));
    platform.faults.push_back({problemAnswer(503, QStringLiteral("busy")), false, QStringLiteral("operations")});
    EXPECT_TRUE(sync().stopped);
    const StockLevel level{variant, folder.shop.location.id, Quantity(-1)};
    platform.addToFeed(entity::stockLevel.toString(), codec::stockLevelId(level.location, level.variant),
                       codec::toJson(level));
    platform.judge = [](const Operation &) {
        Acknowledgement waiting;
        waiting.outcome = Outcome::Waiting;
        return std::optional(waiting);
    };
    sync();
    EXPECT_EQ(now(client.stock(variant))->first().onHand, Quantity(-2));
    EXPECT_EQ(client.state().openShift->saleCount, 2);
    const auto sales = now(client.sales({}));
    ASSERT_TRUE(sales) << qPrintable(sales.error().message);
    EXPECT_EQ(sales->size(), 2);
    EXPECT_EQ(sales->last().state, SyncState::Synced);
    EXPECT_TRUE(now(client.checkDatabase())->isSound());
}

TEST_F(ClientTest, OnlyTheSaleOfACompanyGoesOnAccount)
{
    const ProductView espresso = make(QStringLiteral("Espresso"), QStringLiteral("A"));
    ASSERT_TRUE(now(client.openShift(euro(1'000))));
    SaleDraft draft = cashSale({espresso.variants.first().variant.id}, 500);
    draft.tenders = {{PaymentMethod::Invoice, now(client.quote(draft))->total, true}};
    const auto sellTo = [&](const QString &name, const QString &taxId) {
        Customer customer;
        customer.name = name;
        customer.taxId = taxId;
        draft.customer = now(client.createCustomer(customer))->id;
        const Result<SaleView> sale = now(client.completeSale(draft));
        return sale ? QString() : sale.error().code;
    };
    EXPECT_EQ(sellTo(QStringLiteral("Lena Vogt"), {}), QStringLiteral("payment.company"));
    EXPECT_EQ(sellTo(QStringLiteral("Café Morgen"), QStringLiteral("DE136695976")), QString());
}

TEST_F(ClientTest, FetchesManyPagesAndFindsTheirProducts)
{
    platform.pageSize = 7;
    for (int i = 0; i < 40; ++i) {
        Product product;
        product.id = ProductId(QUuid::createUuidV5(QUuid(), QByteArray::number(i)));
        product.name = QStringLiteral("Bean %1").arg(i);
        platform.addToFeed(entity::product.toString(), product.id.value(), codec::toJson(product));
    }
    const SyncReport report = sync();
    EXPECT_TRUE(report.complete());
    EXPECT_EQ(report.fetchedRows, 40);
    EXPECT_EQ(*now(client.productCount()), 40);
    EXPECT_EQ(now(client.findProducts(QStringLiteral("bean 39"), 10))->size(), 1);
    platform.addToFeed(entity::product.toString(), QUuid::createUuidV5(QUuid(), QByteArray::number(39)), {});
    sync();
    EXPECT_EQ(now(client.findProducts(QStringLiteral("bean 39"), 10))->size(), 0);
    EXPECT_TRUE(now(client.checkDatabase())->isSound());
}

TEST_F(ClientTest, TheLoopSendsAfterARecordAndBacksOffWhileThePlatformIsAway)
{
    client.startBackgroundSync();
    folder.clock.advance(1);
    make(QStringLiteral("Espresso"), QStringLiteral("A"));
    folder.clock.advance(1);
    EXPECT_EQ(platform.operations.size(), 2);
    platform.faults.push_back({std::nullopt, false, QStringLiteral("operations")});
    make(QStringLiteral("Filter"), QStringLiteral("B"));
    folder.clock.advance(1);
    EXPECT_EQ(client.state().link, Link::Offline);
    folder.clock.advance(2'000);
    EXPECT_EQ(platform.operations.size(), 4);
    const qsizetype pulls = platform.limits.size();
    folder.clock.advance(90'000);
    EXPECT_EQ(platform.limits.size(), pulls + 3);
    client.stopBackgroundSync();
    const int before = platform.requests;
    folder.clock.advance(90'000);
    EXPECT_EQ(platform.requests, before);
}

/// A bulk whose program ended in it: nobody waits for search to be written anew, and everything is found.
TEST_F(ClientTest, MakesGoodTheSearchThatAnEarlierProgramLeftHalfDone)
{
    make(QStringLiteral("House Blend"), QStringLiteral("HB"));
    make(QStringLiteral("Blend of the month"), QStringLiteral("BM"));
    ASSERT_TRUE(now(client.close()));
    {
        const std::unique_ptr<LocalStore> store = folder.open();
        ASSERT_TRUE(store->beginBulk());
        for (int step = 0; step < 5; ++step)
            ASSERT_TRUE(store->stepEndBulk());
    }
    ASSERT_TRUE(now(client.open(folder.request())));
    EXPECT_EQ(now(client.findProducts(QStringLiteral("blend"), 10))->size(), 2);
    make(QStringLiteral("Lungo"), QStringLiteral("LU"));
    EXPECT_EQ(now(client.findProducts(QStringLiteral("lungo"), 10))->size(), 1);
    ASSERT_TRUE(now(client.close()));
    EXPECT_FALSE(folder.open()->isSearchStale());
}

} // namespace
} // namespace crema::sync::testing
