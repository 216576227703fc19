// SPDX-License-Identifier: GPL-3.0-or-later
// sync.md rules 12 and 17: what comes back of some batches is fetched while the next is under way, and may hold that
// one already. Nothing counts twice in the view meanwhile.
#include "models/feed/entity_codec.h"
#include "models/feed/entity_types.h"
#include "models/operations/operation_types.h"
#include "tests/sync/client_fixture.h"

#include <algorithm>

namespace crema::sync::testing {
namespace {

class FetchAheadTest : public ClientTest
{
protected:
    static constexpr int sales = 150; ///< more than two batches

    void SetUp() override
    {
        ClientTest::SetUp();
        make(QStringLiteral("Espresso"), QStringLiteral("A"));
        const ProductView espresso = now(client.findByCode(QStringLiteral("A")))->product;
        variant = espresso.variants.first().variant.id;
        ASSERT_TRUE(now(client.openShift(euro(1'000))));
        platform.addToFeed(entity::product.toString(), espresso.product.id.value(), codec::toJson(espresso.product));
        platform.addToFeed(entity::variant.toString(), variant.value(),
                           codec::toJson(espresso.variants.first().variant));
        platform.addToFeed(entity::shift.toString(), client.state().openShift->id.value(),
                           codec::toJson(*client.state().openShift));
        for (int i = 0; i < sales; ++i)
            ASSERT_TRUE(now(client.completeSale(cashSale({variant}, 500))));
        platform.tamper = [this](const QString &path, const HttpAnswer &honest) {
            EXPECT_EQ(onHand(), Quantity(-sales)) << "before the answer from " << qPrintable(path);
            if (path.endsWith(QLatin1String("changes")))
                return atPage(honest);
            if (path.endsWith(QLatin1String("devices/token")))
                return atToken(honest);
            if (!path.endsWith(QLatin1String("operations")))
                return honest;
            // Each push moves the level, and the page that is fetched beside it says so.
            const StockLevel level{variant, folder.shop.location.id, Quantity(-taken())};
            platform.addToFeed(entity::stockLevel.toString(), codec::stockLevelId(level.location, level.variant),
                               codec::toJson(level));
            return ++pushes == third ? atThird(honest) : honest;
        };
    }

    /// The platform is put back to where it had the first batch, and a row of the level that holds it.
    void restoreAfterFirstBatch()
    {
        constexpr qsizetype catalogAndShift = 3;
        platform.restore(platform.batchSizes.first(), catalogAndShift + 1);
    }

    [[nodiscard]] Quantity onHand() { return now(client.stock(variant))->first().onHand; }
    [[nodiscard]] std::int64_t taken() const
    {
        return std::count_if(platform.operations.begin(), platform.operations.end(),
                             [](const Operation &operation) { return operation.type == operation::saleComplete; });
    }
    /// Each sale is there once, and the last answers say so.
    void expectAllTakenOnce()
    {
        EXPECT_EQ(taken(), sales);
        EXPECT_EQ(platform.highestSequence(), platform.operations.size());
        EXPECT_EQ(client.state().queue.unsent(), 0);
        EXPECT_EQ(onHand(), Quantity(-sales));
    }

    /// The first page beside a batch is fetched beside the second; beside the third it is kept.
    static constexpr int third = 3;
    std::function<HttpAnswer(const HttpAnswer &)> atThird = [](const HttpAnswer &honest) { return honest; };
    std::function<HttpAnswer(const HttpAnswer &)> atPage = [](const HttpAnswer &honest) { return honest; };
    std::function<HttpAnswer(const HttpAnswer &)> atToken = [](const HttpAnswer &honest) { return honest; };
    VariantId variant;
    int pushes = 0;
};

TEST_F(FetchAheadTest, CountsOnceWhatIsKeptWhenTheBatchHasItsAnswer)
{
    EXPECT_TRUE(sync().complete());
    EXPECT_GE(pushes, third);
    expectAllTakenOnce();
}

/// The platform does not wait while this side keeps what it said; what it says next is kept all the same.
TEST_F(FetchAheadTest, KeepsAnswersWhileTheNextBatchIsUnderWay)
{
    std::int64_t unknownAtThird = 0;
    atThird = [&](const HttpAnswer &honest) {
        const QList<QueueEntry> queue = *now(client.queue({false, 1'000, 0}));
        unknownAtThird = std::count_if(queue.begin(), queue.end(),
                                       [](const QueueEntry &entry) { return entry.state == OperationState::Sent; });
        return honest;
    };
    EXPECT_TRUE(sync().complete());
    ASSERT_EQ(platform.batchSizes.size(), third);
    EXPECT_EQ(unknownAtThird, platform.batchSizes[1] + platform.batchSizes[2]);
    expectAllTakenOnce();
}

TEST_F(FetchAheadTest, CountsOnceWhatCameBesideABatchWhoseAnswerIsLost)
{
    atThird = [](const HttpAnswer &) { return problemAnswer(503, QStringLiteral("busy")); };
    EXPECT_TRUE(sync().stopped);
    EXPECT_EQ(onHand(), Quantity(-sales));
    EXPECT_TRUE(sync().complete());
    expectAllTakenOnce();
}

/// sync.md rule 12: what the platform took, answered and lost is among what it is asked about.
TEST_F(FetchAheadTest, TakesUpANewEpochWhenTheBatchHasItsAnswer)
{
    atThird = [this](const HttpAnswer &honest) {
        restoreAfterFirstBatch();
        return honest;
    };
    EXPECT_TRUE(sync().complete());
    expectAllTakenOnce();
}

/// sync.md rule 12: a token that is renewed beside a batch tells of the new epoch, when a page of the past before was
/// fetched already. That one holds what is sent again now.
TEST_F(FetchAheadTest, KeepsNoPageOfThePastBeforeOnceItIsKnown)
{
    platform.faults.push_back(
        {problemAnswer(401, QStringLiteral("auth.token")), false, QStringLiteral("journal/entries"), true});
    bool isPutBack = false;
    atPage = [&](const HttpAnswer &honest) {
        if (pushes == 2 && !std::exchange(isPutBack, true)) {
            restoreAfterFirstBatch();
            platform.releaseHeld();
        }
        return honest;
    };
    bool isTold = false;
    atToken = [&](const HttpAnswer &) {
        isTold = true;
        return jsonAnswer(R"({"access_token":"t","expires_in":900,"store":)"
                          R"({"epoch":1,"known":true,"highest_sequence":32,"feed_epoch":2}})");
    };
    EXPECT_TRUE(sync().complete());
    EXPECT_TRUE(isTold);
    expectAllTakenOnce();
}

} // namespace
} // namespace crema::sync::testing
