// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/json.h"
#include "models/base/problem_codec.h"
#include "models/base/uuid7.h"
#include "models/feed/entity_codec.h"
#include "models/feed/entity_types.h"
#include "models/operations/known_receipts.h"
#include "models/operations/operation_types.h"
#include "tests/sync/client_fixture.h"

namespace crema::sync::testing {
namespace {

/// What the client makes of answers that are none.
class RoundTest : public ClientTest
{
protected:
    void SetUp() override
    {
        ClientTest::SetUp();
        make(QStringLiteral("Espresso"), QStringLiteral("A"));
    }

    /// Changes the acknowledgements of the next push.
    void tamperAcknowledgements(const std::function<void(QList<Acknowledgement> &)> &change)
    {
        platform.tamper = [this, change](const QString &path, const HttpAnswer &honest) {
            if (!path.endsWith(QLatin1String("operations")))
                return honest;
            platform.tamper = {};
            PushAnswer answer = *readPushAnswer(honest.body);
            change(answer.acknowledgements);
            return jsonAnswer(writePushAnswer(answer));
        };
    }

    /// Changes the next page.
    void tamperPage(const std::function<void(FeedPage &)> &change)
    {
        platform.tamper = [this, change](const QString &path, const HttpAnswer &honest) {
            if (!path.endsWith(QLatin1String("changes")))
                return honest;
            platform.tamper = {};
            FeedPage page = *readFeedPage(honest.body);
            change(page);
            return jsonAnswer(writeFeedPage(page));
        };
    }

    void expectStoppedAndKept(std::int64_t unsent)
    {
        const SyncReport report = sync();
        ASSERT_TRUE(report.stopped);
        EXPECT_EQ(report.stopped->code, QStringLiteral("network.other_answer"));
        EXPECT_EQ(client.state().link, Link::Stopped);
        EXPECT_EQ(report.queue.unsent(), unsent);
        const SyncReport after = sync();
        EXPECT_TRUE(after.complete());
        EXPECT_EQ(client.state().link, Link::Online);
        EXPECT_EQ(platform.operations.size(), 2);
    }
};

/// sync.md rules 3 and 7: only the answers to this batch settle it.
TEST_F(RoundTest, StopsAtAcknowledgementsOfAnotherBatch)
{
    tamperAcknowledgements([](QList<Acknowledgement> &answers) { answers[1].operation = answers[0].operation; });
    expectStoppedAndKept(2);
}

TEST_F(RoundTest, StopsAtAnswersToSomeOperationsOnly)
{
    tamperAcknowledgements([](QList<Acknowledgement> &answers) { answers.removeFirst(); });
    expectStoppedAndKept(2);
}

/// No acknowledgements are no progress: the link must not look well while the queue never moves.
TEST_F(RoundTest, StopsAtAnAnswerWithoutAcknowledgements)
{
    tamperAcknowledgements([](QList<Acknowledgement> &answers) { answers.clear(); });
    expectStoppedAndKept(2);
}

/// sync.md rule 3: a replayed old answer does not make a settled refusal wait again.
TEST_F(RoundTest, NeverTakesAnOutcomeBack)
{
    platform.judge = [](const Operation &) {
        Acknowledgement refused;
        refused.outcome = Outcome::Refused;
        refused.problem = Problem{ProblemKind::NotAllowed, QStringLiteral("no"), QStringLiteral("no"), {}, {}};
        return std::optional(refused);
    };
    sync();
    const auto refused = *now(client.queue({true, 10, 0}));
    ASSERT_EQ(refused.size(), 2);
    Acknowledgement waiting = *refused[0].acknowledgement;
    waiting.outcome = Outcome::Waiting;
    waiting.problem.reset();
    platform.addToFeed(entity::acknowledgement.toString(), waiting.operation.value(), acknowledgementToJson(waiting));
    sync();
    const auto still = *now(client.queue({true, 10, 0}));
    ASSERT_EQ(still.size(), 2);
    EXPECT_EQ(still[0].acknowledgement->outcome, Outcome::Refused);
}

/// sync.md rule 4: what the platform lost is sent again from the number it expects.
TEST_F(RoundTest, SendsAgainFromTheNumberThatIsExpected)
{
    ASSERT_TRUE(sync().complete());
    platform.loseReceipts();
    make(QStringLiteral("Filter"), QStringLiteral("B"));
    platform.expectsGaplessly = true;
    EXPECT_TRUE(sync().complete());
    EXPECT_EQ(platform.operations.size(), 4);
}

/// sync.md rule 11: a page that answers another question moves no cursor.
TEST_F(RoundTest, StopsAtAPageThatAnswersAnotherQuestion)
{
    Product product;
    product.id = ProductId(QUuid(u"0193f6a0-0000-7000-8000-000000000001"));
    product.name = QStringLiteral("Bean");
    platform.addToFeed(entity::product.toString(), product.id.value(), codec::toJson(product));
    tamperPage([](FeedPage &page) { page.after.position += 1; });
    expectStoppedAndKept(0);
    EXPECT_EQ(now(client.findProducts(QStringLiteral("bean"), 10))->size(), 1);
}

TEST_F(RoundTest, StopsAtAPageThatPromisesMoreWithoutGettingOn)
{
    tamperPage([](FeedPage &page) { page.more = true; });
    const SyncReport report = sync();
    ASSERT_TRUE(report.stopped);
    EXPECT_EQ(report.stopped->code, QStringLiteral("network.other_answer"));
}

/// sync.md rule 17: fetching never waits for an empty queue. Prices come although the sending is stopped, and a sale
/// that the platform has counts once although its answer was lost.
TEST_F(RoundTest, FetchesAlthoughTheSendingIsStopped)
{
    const VariantId variant = now(client.findByCode(QStringLiteral("A")))->product.variants.first().variant.id;
    ASSERT_TRUE(now(client.openShift(euro(1'000))));
    ASSERT_TRUE(sync().complete());
    const SaleView sale = *now(client.completeSale(cashSale({variant}, 500)));
    platform.faults.push_back({std::nullopt, true, QStringLiteral("operations")});
    EXPECT_TRUE(sync().stopped);
    const StockLevel level{variant, folder.shop.location.id, Quantity(-1)};
    platform.addToFeed(entity::stockLevel.toString(), codec::stockLevelId(level.location, level.variant),
                       codec::toJson(level));
    platform.faults.push_back(
        {problemAnswer(409, QStringLiteral("sync.sequence_reused")), false, QStringLiteral("operations")});
    const SyncReport report = sync();
    EXPECT_EQ(report.stopped->code, QStringLiteral("sync.sequence_reused"));
    EXPECT_EQ(client.state().link, Link::Stopped);
    EXPECT_EQ(report.fetchedRows, 1);
    EXPECT_EQ(report.sent, 1) << "the platform had it";
    EXPECT_EQ(now(client.stock(variant))->first().onHand, Quantity(-1));
}

TEST_F(RoundTest, AFetchThatFailsBetweenTwoBatchesIsForgottenWhenTheLastOneSucceeds)
{
    const VariantId variant = now(client.findByCode(QStringLiteral("A")))->product.variants.first().variant.id;
    ASSERT_TRUE(now(client.openShift(euro(1'000))));
    constexpr int moreThanABatch = 150;
    for (int i = 0; i < moreThanABatch; ++i)
        ASSERT_TRUE(now(client.completeSale(cashSale({variant}, 500))));
    platform.faults.push_back({std::nullopt, false, QStringLiteral("changes")});
    const SyncReport report = sync();
    EXPECT_GT(platform.batchSizes.size(), 1);
    EXPECT_TRUE(report.complete()) << qPrintable(report.stopped ? report.stopped->message : QString());
    EXPECT_FALSE(report.stopped);
    EXPECT_EQ(client.state().link, Link::Online);
    EXPECT_EQ(client.state().queue.unsent(), 0);
}

/// sync.md rule 17: a push that the network delivers late, while the page is being made, counts once in the view.
TEST_F(RoundTest, CountsOnceWhatArrivesWhileThePageIsMade)
{
    const VariantId variant = now(client.findByCode(QStringLiteral("A")))->product.variants.first().variant.id;
    ASSERT_TRUE(now(client.openShift(euro(1'000))));
    ASSERT_TRUE(sync().complete());
    ASSERT_TRUE(now(client.completeSale(cashSale({variant}, 500))));
    platform.faults.push_back(
        {problemAnswer(409, QStringLiteral("sync.sequence_reused")), false, QStringLiteral("operations")});
    platform.late = [&] {
        const StockLevel level{variant, folder.shop.location.id, Quantity(-1)};
        platform.addToFeed(entity::stockLevel.toString(), codec::stockLevelId(level.location, level.variant),
                           codec::toJson(level));
    };
    const SyncReport report = sync();
    EXPECT_EQ(report.fetchedRows, 1);
    EXPECT_EQ(report.sent, 1) << "the platform has it by now";
    EXPECT_EQ(now(client.stock(variant))->first().onHand, Quantity(-1));
}

/// An old answer that the network brings again does not say what the platform has now (sync.md rule 17).
TEST_F(RoundTest, TakesNoOldAnswerAboutWhatThePlatformHas)
{
    ASSERT_TRUE(now(client.openShift(euro(1'000))));
    platform.faults.push_back(
        {problemAnswer(409, QStringLiteral("sync.sequence_reused")), false, QStringLiteral("operations")});
    HttpAnswer old = jsonAnswer(writeReceipts({}));
    old.headers.insert("crema-question", "0193f6a0-0000-7000-8000-000000000001");
    platform.faults.push_back({old, false, QStringLiteral("known")});
    platform.addToFeed(entity::product.toString(), QUuid(u"0193f6a0-0000-7000-8000-000000000002"), {});
    EXPECT_EQ(sync().fetchedRows, 0);
    EXPECT_EQ(sync().fetchedRows, 1);
}

TEST_F(RoundTest, AsksForNothingMoreWhenNobodyAnswers)
{
    platform.faults.push_back({std::nullopt, false, QStringLiteral("operations")});
    const int before = platform.requests;
    EXPECT_TRUE(sync().stopped);
    EXPECT_EQ(platform.requests, before + 1);
}

/// An answer that is too long for this side is asked for in smaller pages, also after a restart.
TEST_F(RoundTest, HalvesAPageThatIsTooLarge)
{
    const Result<HttpAnswer> cut =
        failure(ProblemKind::Unavailable, QStringLiteral("network.answer_too_large"), QStringLiteral("cut"));
    platform.faults.push_back({std::nullopt, false, QStringLiteral("changes"), false, cut.error()});
    platform.faults.push_back({std::nullopt, false, QStringLiteral("changes"), false, cut.error()});
    EXPECT_TRUE(sync().complete());
    EXPECT_EQ(platform.limits, (QList<int>{2'000, 1'000, 500}));
    ASSERT_TRUE(now(client.close()));
    ASSERT_TRUE(now(client.open(folder.request())));
    EXPECT_TRUE(sync().complete());
    EXPECT_EQ(platform.limits.last(), 500);
}

/// Every scan waits for what the store does with a page (sync.md rule 26). Once nobody scans, it goes on as before.
TEST_F(RoundTest, AsksForSmallPagesWhileSomebodyLooksThingsUpAtAnOpenTill)
{
    ASSERT_TRUE(now(client.findByCode(QStringLiteral("A"))));
    EXPECT_TRUE(sync().complete());
    EXPECT_EQ(platform.limits.last(), 2'000) << "nobody sells here";
    ASSERT_TRUE(now(client.openShift(euro(1'000))));
    ASSERT_TRUE(now(client.findByCode(QStringLiteral("A"))));
    EXPECT_TRUE(sync().complete());
    EXPECT_EQ(platform.limits.last(), 25);
    folder.clock.advance(10'000);
    EXPECT_TRUE(sync().complete());
    EXPECT_EQ(platform.limits.last(), 2'000);
}

/// What many pages brought is in search at the end of the round, also where a till is open and that is done in steps.
TEST_F(RoundTest, FindsWhatManyPagesBroughtToAnOpenTill)
{
    ASSERT_TRUE(now(client.openShift(euro(1'000))));
    ASSERT_TRUE(sync().complete());
    constexpr int products = 120;
    for (int i = 0; i < products; ++i) {
        Product product;
        product.id = makeId<ProductId>(folder.clock.now(), folder.randomness);
        product.name = QStringLiteral("Roast %1").arg(i);
        platform.addToFeed(entity::product.toString(), product.id.value(), codec::toJson(product));
        Variant variant;
        variant.id = makeId<VariantId>(folder.clock.now(), folder.randomness);
        variant.product = product.id;
        variant.sku = QStringLiteral("RO-%1").arg(i);
        variant.price = Price{euro(500), 1};
        platform.addToFeed(entity::variant.toString(), variant.id.value(), codec::toJson(variant));
    }
    EXPECT_TRUE(sync().complete());
    EXPECT_EQ(now(client.findProducts(QStringLiteral("roast 0"), 10))->size(), 1);
    EXPECT_EQ(now(client.findProducts(QStringLiteral("roast 119"), 10))->size(), 1);
    ASSERT_TRUE(now(client.close()));
    EXPECT_FALSE(folder.open()->isSearchStale());
}

/// A round with nothing to do leaves the disk alone; the time of the last one is right here all the same, and not more
/// than a minute off in the file.
TEST_F(RoundTest, DoesNotWriteWhenThereIsNothingToDo)
{
    ASSERT_TRUE(sync().complete());
    const auto log = [this] { return *folder.disk.read(folder.request().storePath + QStringLiteral("-wal")); };
    const UtcTime saved = folder.clock.now();
    const QByteArray before = log();
    folder.clock.advance(59'000);
    ASSERT_TRUE(sync().complete());
    EXPECT_EQ(log(), before);
    EXPECT_EQ(client.state().lastSyncAt, folder.clock.now());
    ASSERT_TRUE(now(client.close()));
    ASSERT_TRUE(now(client.open(folder.request())));
    EXPECT_EQ(client.state().lastSyncAt, saved);
    folder.clock.advance(1'000);
    ASSERT_TRUE(sync().complete());
    ASSERT_TRUE(now(client.close()));
    ASSERT_TRUE(now(client.open(folder.request())));
    EXPECT_EQ(client.state().lastSyncAt, folder.clock.now());
}

/// sync.md rule 23: a clock that is wrong is a warning and never stops selling.
TEST_F(RoundTest, MeasuresThePlatformsClockAndWarns)
{
    platform.dateOffsetMs = 3 * 60'000;
    EXPECT_TRUE(sync().complete());
    EXPECT_NEAR(client.state().clockOffsetMs, 3 * 60'000, 1'000);
    ASSERT_TRUE(client.state().warning);
    EXPECT_EQ(client.state().warning->code, QStringLiteral("clock.off"));
    platform.dateOffsetMs = -11 * 60'000;
    EXPECT_TRUE(sync().complete());
    EXPECT_EQ(client.state().warning->code, QStringLiteral("clock.far_off"));
    platform.dateOffsetMs = 0;
    EXPECT_TRUE(sync().complete());
    EXPECT_FALSE(client.state().warning);
    EXPECT_TRUE(now(client.openShift(euro(1'000))));
}

/// sync.md rule 21: every wait ends, also that for an answer which comes in drop by drop.
TEST_F(RoundTest, EndsAnExchangeAtItsDeadline)
{
    client.startBackgroundSync();
    platform.faults.push_back({std::nullopt, true, QStringLiteral("operations"), true});
    folder.clock.advance(1);
    EXPECT_EQ(client.state().link, Link::NeverTried);
    folder.clock.advance(30'000);
    EXPECT_EQ(client.state().link, Link::Offline);
    EXPECT_EQ(client.state().linkProblem->code, QStringLiteral("network.timeout"));
    folder.clock.advance(2'000);
    EXPECT_EQ(client.state().link, Link::Online);
    EXPECT_EQ(client.state().queue.unsent(), 0);
    platform.releaseHeld();
    EXPECT_EQ(client.state().link, Link::Online);
    EXPECT_EQ(platform.operations.size(), 2);
}

/// sync.md rule 29: the platform has heard more of this store than it knows itself, so it is an older copy. It asks for
/// an epoch before it sends anything, and the same claim again when the answer is lost.
TEST_F(RoundTest, AsksForAnEpochBeforeItSendsAnything)
{
    QStringList paths;
    QJsonObject claimed;
    platform.tamper = [&](const QString &path, const HttpAnswer &honest) {
        paths.append(path.section(u'/', -1));
        if (path.endsWith(QLatin1String("devices/token")) && claimed.isEmpty()) {
            return jsonAnswer(
                R"({"access_token":"t","expires_in":900,"store":{"epoch":1,"known":true,"highest_sequence":40}})");
        }
        return honest;
    };
    platform.judgeClaim = [&](const QJsonObject &claim) {
        const bool isFirst = claimed.isEmpty();
        if (!isFirst) {
            EXPECT_EQ(claim, claimed);
        }
        claimed = claim;
        return !isFirst;
    };
    folder.clock.advance(3'600'000); // the token of the enrolment has run out
    const SyncReport lost = sync();
    EXPECT_TRUE(lost.stopped);
    EXPECT_FALSE(paths.contains(QStringLiteral("operations")));
    ASSERT_TRUE(client.state().warning);
    EXPECT_EQ(client.state().warning->code, QStringLiteral("store.restored"));
    const SyncReport report = sync();
    EXPECT_TRUE(report.complete()) << qPrintable(report.stopped ? report.stopped->code : QString());
    EXPECT_FALSE(client.state().warning);
    EXPECT_EQ(platform.operations.size(), 2);
    EXPECT_EQ(platform.lastEpoch, 2);
    EXPECT_EQ(platform.highestSequence(), 2);
    EXPECT_EQ(client.state().registerInfo->code, claimed.value(QStringLiteral("register_code")).toString());
}

/// A token that is renewed between a batch and the page after it names the last sequence of that batch.
TEST_F(RoundTest, IsNoOlderCopyRightAfterABatch)
{
    int claims = 0;
    platform.judgeClaim = [&](const QJsonObject &) {
        ++claims;
        return true;
    };
    platform.tamper = [](const QString &path, const HttpAnswer &honest) {
        return path.endsWith(QLatin1String("devices/token"))
                   ? jsonAnswer(
                         R"({"access_token":"t","expires_in":900,"store":{"epoch":1,"known":true,"highest_sequence":2}})")
                   : honest;
    };
    platform.faults.push_back({problemAnswer(401, QStringLiteral("auth.token")), false, QStringLiteral("changes")});
    platform.faults.push_back({problemAnswer(503, QStringLiteral("busy")), false, QStringLiteral("changes")});
    EXPECT_TRUE(sync().stopped);
    ASSERT_EQ(platform.highestSequence(), 2);
    EXPECT_TRUE(sync().complete());
    EXPECT_EQ(claims, 0);
    EXPECT_FALSE(client.state().warning);
    EXPECT_EQ(platform.lastEpoch, 1);
}

/// What the platform finds only when it looks into a batch.
TEST_F(RoundTest, TakesAReusedSequenceForAnOlderCopy)
{
    bool isReused = true;
    platform.judgeClaim = [](const QJsonObject &) { return true; };
    platform.tamper = [&](const QString &path, const HttpAnswer &honest) {
        if (!path.endsWith(QLatin1String("operations")) || !std::exchange(isReused, false))
            return honest;
        platform.loseReceipts();
        Problem problem{ProblemKind::Conflict, QStringLiteral("sync.sequence_reused"), QStringLiteral("used"), {}, {}};
        problem.fields.append({QStringLiteral("epoch"), QStringLiteral("1")});
        HttpAnswer answer = jsonAnswer(json::writeCanonical(problemToJson(problem)), 409);
        answer.headers.insert("content-type", "application/problem+json");
        return answer;
    };
    const SyncReport report = sync();
    EXPECT_TRUE(report.complete()) << qPrintable(report.stopped ? report.stopped->code : QString());
    EXPECT_EQ(platform.lastEpoch, 2);
    EXPECT_EQ(platform.operations.size(), 2);
}

} // namespace
} // namespace crema::sync::testing
