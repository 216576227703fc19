// SPDX-License-Identifier: GPL-3.0-or-later
// What stays of a customer who was erased, and that nothing brings the rest back (ADR 041).
#include "models/feed/entity_codec.h"
#include "models/operations/apply.h"
#include "models/operations/bodies.h"
#include "models/operations/edit.h"
#include "models/operations/erased_operation.h"
#include "models/operations/operation_codec.h"
#include "models/operations/operation_types.h"
#include "models/people/permission.h"
#include "tests/testing/memory_aggregates.h"

#include <QFile>

#include <gtest/gtest.h>

namespace crema {
namespace {

Operation wireOperation(QStringView type)
{
    QFile file(qEnvironmentVariable("CREMA_SOURCE") + QStringLiteral("/tests/wire/operations/%1.1.json").arg(type));
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    return *readOperation(file.readAll());
}

class ErasureRuleTest : public ::testing::Test
{
protected:
    Effect judge(const Operation &operation) { return applyOperation(operation, m_world, MergeMode::Judge); }

    Operation about(QStringView type)
    {
        Operation operation = wireOperation(type);
        operation.subject.id = m_id.value();
        return operation;
    }

    const CustomerId m_id{QUuid(u"0193f6a0-0000-7000-8000-0000000000c1")};
    testing::MemoryAggregates m_world;
};

TEST_F(ErasureRuleTest, LeavesThatThereWasSomebodyAndNothingElse)
{
    ASSERT_EQ(judge(about(operation::customerCreate)).outcome, Outcome::Applied);
    const Operation erase = about(operation::customerErase);
    EXPECT_EQ(judge(erase).outcome, Outcome::Applied);
    EXPECT_EQ(m_world.customer(m_id), erasedCustomer(m_id, erase.occurredAt));
    EXPECT_TRUE(m_world.customer(m_id)->name.isEmpty());
    EXPECT_EQ(codec::readCustomer(codec::toJson(*m_world.customer(m_id))), *m_world.customer(m_id));
}

TEST_F(ErasureRuleTest, NothingThatComesLaterBringsThemBack)
{
    ASSERT_EQ(judge(about(operation::customerErase)).outcome, Outcome::Applied) << "also of one who was never made";
    const Customer mark = *m_world.customer(m_id);
    Operation again = about(operation::customerErase);
    again.occurredAt = again.occurredAt.plusMs(1);
    for (const Operation &late : {about(operation::customerCreate), about(operation::customerEdit), again}) {
        for (const MergeMode mode : {MergeMode::Judge, MergeMode::Replay}) {
            const Effect effect = applyOperation(late, m_world, mode);
            EXPECT_EQ(effect.outcome, Outcome::Applied) << qPrintable(late.type);
            EXPECT_FALSE(effect.problem);
            EXPECT_EQ(m_world.customer(m_id), mark);
        }
    }
}

TEST_F(ErasureRuleTest, AnewCustomerCannotSayThatTheyWereErased)
{
    Operation create = about(operation::customerCreate);
    create.body.insert(QStringLiteral("erased_at"), QStringLiteral("2026-11-20T09:30:00.123Z"));
    ASSERT_EQ(judge(create).outcome, Outcome::Applied);
    EXPECT_FALSE(m_world.customer(m_id)->isErased());
}

TEST_F(ErasureRuleTest, AMarkIsAppliedAndChangesNothing)
{
    ASSERT_EQ(judge(about(operation::customerCreate)).outcome, Outcome::Applied);
    const Customer before = *m_world.customer(m_id);
    const Operation mark = erasedMark(about(operation::customerEdit));
    EXPECT_TRUE(isErasedMark(mark));
    EXPECT_FALSE(canonicalBytes(mark).contains("40 654321"));
    EXPECT_EQ(judge(mark).outcome, Outcome::Applied);
    EXPECT_EQ(m_world.customer(m_id), before);
    const Result<Operation> read = readOperation(canonicalBytes(mark));
    ASSERT_TRUE(read);
    EXPECT_EQ(*read, mark);
    EXPECT_FALSE(isErasedMark(erasedMark(about(operation::saleComplete)))) << "what happened is no mark";
}

TEST_F(ErasureRuleTest, OfAnAdjustmentAllButTheReasonStays)
{
    for (const QStringView type : {operation::giftCardAdjust, operation::pointsAdjust}) {
        const Operation adjust = wireOperation(type);
        const Operation left = withoutReason(adjust);
        EXPECT_FALSE(isWithoutReason(adjust));
        EXPECT_TRUE(isWithoutReason(left));
        EXPECT_FALSE(isErasedMark(left));
        EXPECT_EQ(creditedBy(left), creditedBy(adjust));
        EXPECT_EQ(judge(left).outcome, judge(adjust).outcome) << "it has a reason still";
        Operation whole = left;
        whole.body.insert(QStringLiteral("reason"), adjust.body.value(QStringLiteral("reason")));
        EXPECT_EQ(whole, adjust);
    }
    const Operation points = wireOperation(operation::pointsAdjust);
    EXPECT_EQ(creditedBy(points), CustomerId(points.subject.id)) << "an account has the id of its customer";
}

TEST_F(ErasureRuleTest, AReasonIsOneOfAListAndNoWords)
{
    Operation erase = about(operation::customerErase);
    erase.body.insert(QStringLiteral("reason"), QStringLiteral("Ada asked me to"));
    const Effect effect = judge(erase);
    EXPECT_EQ(effect.outcome, Outcome::DeadLetter);
    EXPECT_FALSE(m_world.customer(m_id));
    EXPECT_EQ(permissionForOperation(operation::customerErase), Permission::PeopleManage);
}

TEST(ErasedNames, AreTheWholeTextsAsJsonHasThem)
{
    const QJsonObject values{{QStringLiteral("name"), QStringLiteral("Ada \"Countess\" L")},
                             {QStringLiteral("phone"), QStringLiteral("1")},
                             {QStringLiteral("notes"), QStringLiteral("likes it dark")}};
    const QJsonObject edit{
        {QStringLiteral("fields"),
         QJsonObject{{QStringLiteral("email"), QJsonObject{{QStringLiteral("from"), QStringLiteral("a@old.example")},
                                                           {QStringLiteral("to"), QStringLiteral("a@new.example")}}}}}};
    EXPECT_EQ(namesIn(values), QList<QByteArray>{"\"Ada \\\"Countess\\\" L\""});
    EXPECT_EQ(namesIn(edit), (QList<QByteArray>{"\"a@old.example\"", "\"a@new.example\""}));
}

} // namespace
} // namespace crema
