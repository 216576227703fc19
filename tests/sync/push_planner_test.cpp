// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/engine/push_planner.h"

#include "models/base/uuid7.h"
#include "sync/engine/page_check.h"
#include "tests/testing/seeded_randomness.h"

#include <gtest/gtest.h>

namespace crema::sync::testing {
namespace {

constexpr std::int64_t epoch = 2;

/// Operations by number: each with its sequence of this epoch, or none yet.
QList<UnsentOperation> unsentOf(const QList<std::optional<std::int64_t>> &sequences, std::int64_t sentEpoch = epoch)
{
    crema::testing::SeededRandomness random;
    QList<UnsentOperation> result;
    for (const auto &sequence : sequences) {
        UnsentOperation operation;
        operation.number = result.size() + 1;
        operation.id = makeId<OperationId>(UtcTime(1), random);
        operation.bytes = "{}";
        operation.sequence = sequence;
        if (sequence)
            operation.epoch = sentEpoch;
        result.append(operation);
    }
    return result;
}

QList<std::int64_t> sequencesOf(const QList<PlannedOperation> &batch)
{
    QList<std::int64_t> result;
    for (const PlannedOperation &planned : batch)
        result.append(planned.envelope.sequence);
    return result;
}

QList<std::int64_t> planned(const QList<UnsentOperation> &unsent, std::int64_t last, const BatchLimits &limits = {})
{
    return sequencesOf(planBatch(unsent, DeviceId(), epoch, last, limits));
}

TEST(PlanBatch, GivesNewOperationsTheNextSequences)
{
    EXPECT_EQ(planned(unsentOf({{}, {}, {}}), 4), (QList<std::int64_t>{5, 6, 7}));
    EXPECT_EQ(planned(unsentOf({5, {}}), 5), (QList<std::int64_t>{5, 6}));
    EXPECT_TRUE(planned({}, 4).isEmpty());
}

/// sync.md rule 4: the platform takes a run without gaps; a partial answer must not block what follows for ever.
TEST(PlanBatch, EndsAtAHoleAndStartsAtTheLowestSequence)
{
    EXPECT_EQ(planned(unsentOf({5, 7, {}}), 7), (QList<std::int64_t>{5}));
    EXPECT_EQ(planned(unsentOf({7, {}}), 7), (QList<std::int64_t>{7, 8}));
    EXPECT_EQ(planned(unsentOf({{}, 3, 4}), 4), (QList<std::int64_t>{3, 4, 5}));
}

TEST(PlanBatch, GivesAnotherEpochItsOwnSequences)
{
    EXPECT_EQ(planned(unsentOf({5, 6}, 1), 0), (QList<std::int64_t>{1, 2}));
}

/// sync.md rule 5.
TEST(PlanBatch, KeepsTheLimitsButSendsAtLeastOne)
{
    EXPECT_EQ(planned(unsentOf({{}, {}, {}}), 0, {2, 10'000}), (QList<std::int64_t>{1, 2}));
    EXPECT_EQ(planned(unsentOf({{}, {}, {}}), 0, {500, 1}), (QList<std::int64_t>{1}));
    const BatchLimits least = BatchLimits{1, 1}.halved();
    EXPECT_EQ(planned(unsentOf({{}, {}}), 0, least), (QList<std::int64_t>{1}));
}

/// sync.md rule 26: a sale waits for what the store does with a batch.
TEST(BatchLimits, AreFewWhileSomebodySellsAndGrowOtherwise)
{
    const auto sizes = [](BatchLimits limits, TillUse use) {
        QList<qsizetype> result;
        for (int batch = 0; batch < 5; ++batch, limits = limits.after(use))
            result.append(limits.operations);
        return result;
    };
    EXPECT_EQ(sizes({}, TillUse::Quiet), (QList<qsizetype>{32, 64, 128, 200, 200}));
    EXPECT_EQ(sizes({}, TillUse::Selling), (QList<qsizetype>{32, 16, 16, 16, 16}));
    EXPECT_EQ(sizes(BatchLimits().halved(), TillUse::Quiet), (QList<qsizetype>{16, 16, 16, 16, 16}));
    EXPECT_EQ(BatchLimits().halved().after(TillUse::Quiet).bytes, PushRequest::maxBytes / 2);
}

class AnswersToABatch : public ::testing::Test
{
protected:
    QList<PlannedOperation> batch = planBatch(unsentOf({{}, {}}), DeviceId(), epoch, 0, {});
    QList<Acknowledgement> right{Acknowledgement{1, batch[0].id, Outcome::Applied, {}, {}, {}, {}},
                                 Acknowledgement{2, batch[1].id, Outcome::Waiting, {}, {}, {}, {}}};
};

/// sync.md rules 3 and 7: an old answer, or one to another device, settles nothing.
TEST_F(AnswersToABatch, AreOneForEachUnderItsSequenceAndId)
{
    EXPECT_TRUE(isAnswerTo(batch, right));
    EXPECT_FALSE(isAnswerTo(batch, {}));
    EXPECT_FALSE(isAnswerTo(batch, {right[0]}));
    EXPECT_FALSE(isAnswerTo(batch, {right[1], right[0]}));
    EXPECT_FALSE(isAnswerTo({batch[0]}, right));
    QList<Acknowledgement> other = right;
    other[1].sequence = 3;
    EXPECT_FALSE(isAnswerTo(batch, other));
    other = right;
    other[1].operation = batch[0].id;
    EXPECT_FALSE(isAnswerTo(batch, other));
}

TEST_F(AnswersToABatch, NameNoIdForADeadLetterOnly)
{
    right[1].operation = OperationId();
    EXPECT_FALSE(isAnswerTo(batch, right));
    right[1].outcome = Outcome::DeadLetter;
    EXPECT_TRUE(isAnswerTo(batch, right));
}

class AnswersToAPull : public ::testing::Test
{
protected:
    static FeedRow row(const Cursor &cursor) { return {cursor, QStringLiteral("product"), {}, {}, true, {}}; }

    Cursor asked{3, 10, 2};
    FeedPage page{{row({3, 10, 3}), row({3, 12, 1})}, {3, 12, 1}, true, asked};
};

/// sync.md rule 11: the cursor comes only from rows that were stored.
TEST_F(AnswersToAPull, HoldAscendingRowsAfterTheCursorAskedWith)
{
    EXPECT_TRUE(isAnswerTo(asked, page));
    EXPECT_TRUE(isAnswerTo(asked, FeedPage{{}, asked, false, asked, Cursor{3, 9, 0}}));
    FeedPage other = page;
    other.after = {3, 10, 1};
    EXPECT_FALSE(isAnswerTo(asked, other)) << "another question";
    other = page;
    std::swap(other.rows[0], other.rows[1]);
    EXPECT_FALSE(isAnswerTo(asked, other)) << "rows go back";
    other = page;
    other.rows[0].cursor = asked;
    EXPECT_FALSE(isAnswerTo(asked, other)) << "a row that is known";
    other = page;
    other.next = {3, 13, 1};
    EXPECT_FALSE(isAnswerTo(asked, other)) << "a cursor beyond the rows";
    other = page;
    other.rows[1].cursor.epoch = other.next.epoch = 4;
    EXPECT_FALSE(isAnswerTo(asked, other)) << "another epoch";
    other = page;
    other.horizon = Cursor{4, 20, 0};
    EXPECT_FALSE(isAnswerTo(asked, other)) << "a horizon of another epoch";
}

TEST_F(AnswersToAPull, GetOnWhenThereIsMore)
{
    EXPECT_FALSE(isAnswerTo(asked, FeedPage{{}, asked, true, asked}));
}

} // namespace
} // namespace crema::sync::testing
