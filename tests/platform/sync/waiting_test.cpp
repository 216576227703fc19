// SPDX-License-Identifier: GPL-3.0-or-later
// Operations that wait for others (sync.md rule 5), when transactions overlap, when there are many, and when the
// platform was ended in between; and operations that storage does not take (rule 7).
#include "models/operations/operation_codec.h"
#include "platform/database/database_failure.h"
#include "platform/sync/buffered_unit_of_work.h"
#include "platform/sync/operation_judge.h"
#include "tests/platform/domain/company_fixture.h"

namespace crema::testing {
namespace {

class WaitingTest : public CompanyTest
{
protected:
    platform::Push service()
    {
        return platform::Push([this] { return std::make_unique<platform::BufferedUnitOfWork>(storage.begin()); });
    }

    std::int64_t waiting() { return countOf("select count(*) from sync.operation where outcome = 'waiting'"); }

    /// Takes one envelope in a transaction that is left open.
    std::unique_ptr<platform::UnitOfWork> judged(const Envelope &envelope)
    {
        auto unit = std::make_unique<platform::BufferedUnitOfWork>(storage.begin());
        platform::Stream stream = unit->lockStream(envelope.device, envelope.epoch);
        platform::OperationJudge judge(*unit, clock.now());
        judge.judge(envelope, readContent(envelope.operation), payloadHash(envelope.operation));
        ++stream.expected;
        unit->saveStream(envelope.device, envelope.epoch, stream);
        return unit;
    }
};

TEST_F(WaitingTest, ACauseAndItsDependantThatOverlapDoNotMissEachOther)
{
    Till first = enrolTill();
    Till second = enrolTill();
    const auto product = newId<ProductId>();
    const Operation create = createProduct(first, product, QStringLiteral("Espresso"));
    Operation edit = editProduct(second, product, QStringLiteral("brand"), QString(), QStringLiteral("House"));
    edit.after = {create.id};
    // The dependant is judged while the cause is not committed; the cause commits before the dependant does.
    const auto dependant = judged(envelopeOf(second, edit));
    EXPECT_EQ(pushOne(first, create).outcome, Outcome::Applied);
    dependant->commit(audiences(second));
    EXPECT_EQ(waiting(), 1);
    // The look after the commit, which Push makes for every operation that it keeps waiting.
    service().releaseOverdue(clock.now());
    EXPECT_EQ(waiting(), 0);
    EXPECT_EQ(countOf("select count(*) from catalog.product where document ->> 'brand' = 'House'"), 1);
}

TEST_F(WaitingTest, PushLooksAgainAfterItsCommit)
{
    Till first = enrolTill();
    Till second = enrolTill();
    const auto product = newId<ProductId>();
    const Operation create = createProduct(first, product, QStringLiteral("Espresso"));
    Operation edit = editProduct(second, product, QStringLiteral("brand"), QString(), QStringLiteral("House"));
    edit.after = {create.id};
    const auto cause = judged(envelopeOf(first, create));
    // While the cause is open the dependant is taken whole, its look after the commit among it.
    EXPECT_EQ(pushOne(second, edit).outcome, Outcome::Waiting);
    cause->commit(audiences(first));
    EXPECT_EQ(waiting(), 1);
    // Whoever commits last looks last: the device of the cause sends its next operation or the same one again.
    EXPECT_EQ(pushOne(first, createProduct(first, newId<ProductId>(), QStringLiteral("Other"))).outcome,
              Outcome::Applied);
    service().releaseOverdue(clock.now());
    EXPECT_EQ(waiting(), 0);
}

TEST_F(WaitingTest, AnOperationIsJudgedOnceAlthoughTwoTransactionsReadItWaiting)
{
    Till first = enrolTill();
    Till second = enrolTill();
    const auto product = newId<ProductId>();
    const auto variant = newId<VariantId>();
    const Operation makeProduct = createProduct(first, product, QStringLiteral("Espresso"));
    Operation makeVariant = createVariant(second, variant, product, QStringLiteral("ESP-250"));
    makeVariant.after = {makeProduct.id};
    ASSERT_EQ(pushOne(second, makeVariant).outcome, Outcome::Waiting);

    // A unit that has read the waiting operation before another one gave it its outcome.
    const auto late = std::make_unique<platform::BufferedUnitOfWork>(storage.begin());
    ASSERT_EQ(late->openOperationsOn(variant.value()).size(), 1);
    ASSERT_EQ(pushOne(first, makeProduct).outcome, Outcome::Applied);
    ASSERT_EQ(waiting(), 0);
    platform::OperationJudge judge(*late, clock.now());
    const QList<platform::StoredOperation> stale = late->openOperationsOn(variant.value());
    ASSERT_EQ(stale.size(), 1);
    (void)judge.judgeAgain(stale.constFirst());
    EXPECT_THROW(late->commit(audiences(second)), platform::DatabaseFailure);
    EXPECT_EQ(countOf("select count(*) from sync.operation where outcome = 'applied' and type = 'variant.create'"), 1);
    EXPECT_EQ(countOf("select count(*) from catalog.variant"), 1);
}

TEST_F(WaitingTest, ManyDependantsAreReleasedInPartsThatADeviceCanRead)
{
    constexpr int many = 1'700;
    Till first = enrolTill();
    Till second = enrolTill();
    const Operation cause = createProduct(first, newId<ProductId>(), QStringLiteral("Cause"));
    QList<Envelope> batch;
    for (int i = 0; i < many; ++i) {
        Operation create = createProduct(second, newId<ProductId>(), QStringLiteral("Product %1").arg(i));
        create.after = {cause.id};
        batch.append(envelopeOf(second, create));
        if (batch.size() == 500 || i + 1 == many) {
            ASSERT_TRUE(push(second, batch));
            batch.clear();
        }
    }
    ASSERT_EQ(waiting(), many);
    EXPECT_EQ(pushOne(first, cause).outcome, Outcome::Applied);
    EXPECT_EQ(waiting(), 0);
    EXPECT_EQ(countOf("select count(*) from catalog.product"), many + 1);
    EXPECT_LE(countOf("select max(n) from (select count(*) n from sync.feed group by xid) t"),
              platform::maxFeedRowsOfTransaction);
    const QList<FeedRow> rows = pullAll(second);
    const auto told = std::count_if(rows.begin(), rows.end(), [](const FeedRow &row) {
        return row.entityType == QStringLiteral("acknowledgement");
    });
    EXPECT_EQ(told, many);
}

TEST_F(WaitingTest, ManyEditsOfOneProductWaitBehindEachOtherAndGoOnInOrder)
{
    constexpr int many = 150;
    Till till = enrolTill();
    const auto product = newId<ProductId>();
    ASSERT_EQ(pushOne(till, createProduct(till, product, QString())).outcome, Outcome::Refused);
    for (int i = 0; i < many; ++i) {
        const QString from = i == 0 ? QString() : QStringLiteral("Brand %1").arg(i - 1);
        const Acknowledgement held =
            pushOne(till, editProduct(till, product, QStringLiteral("brand"), from, QStringLiteral("Brand %1").arg(i)));
        ASSERT_EQ(held.outcome, Outcome::Waiting);
        ASSERT_EQ(held.waitingFor.size(), 1);
    }
    EXPECT_EQ(pushOne(till, createProduct(till, product, QStringLiteral("Good name"))).outcome, Outcome::Applied);
    EXPECT_EQ(waiting(), 0);
    EXPECT_EQ(countOf("select count(*) from catalog.product where document ->> 'brand' = 'Brand 149'"), 1);
}

TEST_F(WaitingTest, AnOperationThatStorageNeverTakesIsKeptWholeAndHoldsNobodyUp)
{
    Till till = enrolTill();
    const auto product = newId<ProductId>();
    const auto variant = newId<VariantId>();
    ASSERT_EQ(pushOne(till, createProduct(till, product, QStringLiteral("Espresso"))).outcome, Outcome::Applied);
    ASSERT_EQ(pushOne(till, createVariant(till, variant, product, QStringLiteral("ESP"))).outcome, Outcome::Applied);
    const Operation adjust = adjustStock(till, variant, 5);
    ASSERT_EQ(pushOne(till, adjust).outcome, Outcome::Applied);
    // The same movement once more, in an operation of its own: the ledger has one row for each movement.
    Operation again = adjust;
    again.id = newId<OperationId>();
    const auto outcome =
        push(till, {envelopeOf(till, createProduct(till, newId<ProductId>(), QStringLiteral("Before"))),
                    envelopeOf(till, again),
                    envelopeOf(till, createProduct(till, newId<ProductId>(), QStringLiteral("After")))});
    ASSERT_TRUE(outcome);
    QList<Outcome> outcomes;
    for (const Acknowledgement &acknowledgement : outcome->answer.acknowledgements)
        outcomes.append(acknowledgement.outcome);
    EXPECT_EQ(outcomes, (QList<Outcome>{Outcome::Applied, Outcome::DeadLetter, Outcome::Applied}));
    EXPECT_EQ(outcome->answer.acknowledgements[1].problem->code, QStringLiteral("operation.not_storable"));
    EXPECT_EQ(countOf("select on_hand from stock.level"), 5);
    EXPECT_EQ(countOf("select count(*) from sync.dead_letter"), 1);
    EXPECT_EQ(outcome->answer.expected, 7);
}

TEST_F(WaitingTest, SessionsThatTheServerEndedAreNotUsedAgain)
{
    Till till = enrolTill();
    ASSERT_EQ(pushOne(till, createProduct(till, newId<ProductId>(), QStringLiteral("A"))).outcome, Outcome::Applied);
    // What a restart of PostgreSQL does to the sessions that lie in the pool.
    const QByteArray others = "from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()";
    // With a time it waits until the process is gone, and so its end of the connection.
    EXPECT_GE(countOf("select count(pg_terminate_backend(pid, 5000)) " + others), 1);
    while (countOf("select count(*) " + others) > 0) {}
    const auto outcome = push(till, {envelopeOf(till, createProduct(till, newId<ProductId>(), QStringLiteral("B"))),
                                     envelopeOf(till, createProduct(till, newId<ProductId>(), QStringLiteral("C")))});
    ASSERT_TRUE(outcome);
    EXPECT_EQ(countOf("select count(*) from catalog.product"), 3);
}

} // namespace
} // namespace crema::testing
