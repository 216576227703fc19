// SPDX-License-Identifier: GPL-3.0-or-later
// A shift that comes after what was sold in it: another register sent that (sync.md rule 30), and the platform was put
// back to before the shift was opened (rule 12).
#include "models/feed/entity_codec.h"
#include "models/feed/entity_types.h"
#include "platform/sync/buffered_unit_of_work.h"
#include "platform/sync/operation_judge.h"
#include "tests/platform/domain/company_fixture.h"

#include <thread>

namespace crema::testing {
namespace {

class LateShiftTest : public CompanyTest
{
protected:
    std::optional<Shift> shiftAt(const Till &till)
    {
        const QList<FeedRow> rows = pullAll(till);
        for (const FeedRow &row : rows) {
            if (row.entityType == entity::shift && row.entityId == shift.value())
                return *codec::readShift(row.entity.json());
        }
        return std::nullopt;
    }

    void expectItsSales(int count)
    {
        const std::optional<Shift> held = shiftAt(maker);
        ASSERT_TRUE(held);
        EXPECT_EQ(held->saleCount, count);
        EXPECT_EQ(held->cashTotal.minor(), 1'190 * count);
        EXPECT_EQ(held->salesTotal.minor(), 1'190 * count);
    }

    Operation saleOfMaker(const QString &number)
    {
        return completeSale(maker, newId<SaleId>(), shift, newId<VariantId>(), number);
    }

    Till maker = enrolTill();
    Till sender = enrolTill();
    ShiftId shift = newId<ShiftId>();
};

TEST_F(LateShiftTest, TakesUpTheSalesThatNameIt)
{
    EXPECT_EQ(pushOne(sender, saleOfMaker(QStringLiteral("SHOP-1-000001"))).outcome, Outcome::Applied);
    EXPECT_EQ(pushOne(sender, saleOfMaker(QStringLiteral("SHOP-1-000002"))).outcome, Outcome::Applied);
    EXPECT_FALSE(shiftAt(maker));
    EXPECT_EQ(pushOne(maker, openShift(maker, shift)).outcome, Outcome::Applied);
    expectItsSales(2);
    EXPECT_EQ(pushOne(maker, saleOfMaker(QStringLiteral("SHOP-1-000003"))).outcome, Outcome::Applied);
    expectItsSales(3);
}

TEST_F(LateShiftTest, AnotherOpeningOfItChangesNothingAndIsLookedAt)
{
    EXPECT_EQ(pushOne(maker, openShift(maker, shift)).outcome, Outcome::Applied);
    EXPECT_EQ(pushOne(maker, saleOfMaker(QStringLiteral("SHOP-1-000001"))).outcome, Outcome::Applied);
    for (Till *till : {&maker, &sender}) {
        const Operation again = openShift(*till, shift);
        EXPECT_EQ(pushOne(*till, again).outcome, Outcome::Applied);
        EXPECT_EQ(countOf("select count(*) from sync.review where code = 'shift.already_open' and operation = '" +
                          again.id.toString().toLatin1() + "'"),
                  1);
    }
    expectItsSales(1);
    EXPECT_EQ(shiftAt(maker)->registerId, maker.registerId);
}

TEST_F(LateShiftTest, TakesUpASaleOfItsOwnBatch)
{
    const Operation sale = saleOfMaker(QStringLiteral("SHOP-1-000001"));
    ASSERT_TRUE(push(maker, {envelopeOf(maker, sale), envelopeOf(maker, openShift(maker, shift))}));
    expectItsSales(1);
}

/// Whichever of the two transactions is first, the other one waits for its end and sees what it did.
TEST_F(LateShiftTest, ASaleAndItsShiftThatOverlapDoNotMissEachOther)
{
    const Envelope envelope = envelopeOf(sender, saleOfMaker(QStringLiteral("SHOP-1-000001")));
    platform::BufferedUnitOfWork unit(storage.begin());
    platform::Stream stream = unit.lockStream(envelope.device, envelope.epoch);
    platform::OperationJudge judge(unit, clock.now());
    judge.judge(envelope, readContent(envelope.operation), payloadHash(envelope.operation));
    ++stream.expected;
    unit.saveStream(envelope.device, envelope.epoch, stream);
    const QList<Envelope> opening{envelopeOf(maker, openShift(maker, shift))};
    std::thread opener([&] { EXPECT_TRUE(push(maker, opening)); });
    while (countOf("select count(*) from pg_locks where not granted") == 0)
        std::this_thread::yield();
    unit.commit(audiences(sender));
    opener.join();
    expectItsSales(1);
}

} // namespace
} // namespace crema::testing
