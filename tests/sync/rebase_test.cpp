// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/json.h"
#include "models/feed/cash_codec.h"
#include "models/feed/entity_codec.h"
#include "models/feed/entity_types.h"
#include "models/operations/bodies.h"
#include "models/operations/operation_types.h"
#include "models/selling/shift_rules.h"
#include "sync/engine/sync_steps.h"
#include "sync/store/cash_recording.h"
#include "sync/store/catalog_recording.h"
#include "sync/store/sale_recording.h"
#include "tests/sync/rebase_fixture.h"

#include <gtest/gtest.h>

#include <random>

namespace crema::sync::testing {
namespace {

/// The feed keeps the newest row of an entity only: one that moved on has not come because the cursor is past it.
TEST_F(RebaseTest, AnEditStaysUntilTheRowThatHoldsItComes)
{
    const Product bean = addServerProduct(QStringLiteral("Bean"));
    rename(bean, QStringLiteral("Mine"));
    answer(100);
    EXPECT_EQ(counts().receipted, 1);
    page({row(102, 1, entity::category, QUuid::createUuid(), {})});
    EXPECT_EQ(nameOf(bean), QStringLiteral("Mine")) << "flickered back";
    Product moved = bean;
    moved.name = QStringLiteral("Mine");
    moved.brand = QStringLiteral("Theirs");
    page({rowOf(105, moved)});
    EXPECT_EQ(counts().receipted, 0);
    EXPECT_EQ(store->rows().catalog().product(bean.id)->brand, QStringLiteral("Theirs"));
    moved.name = QStringLiteral("Later");
    page({rowOf(110, moved)});
    EXPECT_EQ(nameOf(bean), QStringLiteral("Later"));
}

TEST_F(RebaseTest, ARowFromBeforeTheEffectDoesNotEndIt)
{
    const Product bean = addServerProduct(QStringLiteral("Bean"));
    rename(bean, QStringLiteral("Mine"));
    answer(100);
    Product older = bean;
    older.brand = QStringLiteral("Theirs");
    page({rowOf(99, older)});
    EXPECT_EQ(nameOf(bean), QStringLiteral("Mine"));
    EXPECT_EQ(counts().receipted, 1);
}

TEST_F(RebaseTest, ARowThatCameBeforeTheAnswerEndsItWithTheAnswer)
{
    const Product bean = addServerProduct(QStringLiteral("Bean"));
    rename(bean, QStringLiteral("Mine"));
    ASSERT_TRUE(takeBatch(*store, {}));
    Product applied = bean;
    applied.name = QStringLiteral("Mine");
    page({rowOf(100, applied)});
    EXPECT_EQ(counts().sent, 1);
    answer(100);
    EXPECT_EQ(counts().receipted, 0);
    applied.name = QStringLiteral("Later");
    page({rowOf(101, applied)});
    EXPECT_EQ(nameOf(bean), QStringLiteral("Later"));
}

/// What moved no row of this device is passed by the horizon alone.
TEST_F(RebaseTest, TheHorizonEndsWhatBringsNoRow)
{
    const Product bean = addServerProduct(QStringLiteral("Bean"));
    rename(bean, QStringLiteral("Mine"));
    answer(100);
    page({}, Cursor{1, 100, 0});
    EXPECT_EQ(counts().receipted, 1);
    page({}, Cursor{1, 101, 0});
    EXPECT_EQ(counts().receipted, 0);
    EXPECT_EQ(nameOf(bean), QStringLiteral("Bean")) << "the platform's row says so";
}

/// sync.md rule 2: refusal and its undoing are one; a refused price is never sold at.
TEST_F(RebaseTest, ARefusedEditLeavesWithItsAnswer)
{
    const Product bean = addServerProduct(QStringLiteral("Bean"));
    rename(bean, QStringLiteral("Mine"));
    answer(0, Outcome::Refused);
    EXPECT_EQ(nameOf(bean), QStringLiteral("Bean"));
    EXPECT_EQ(counts().needsAttention, 1);
    EXPECT_EQ(counts().receipted, 0);
}

TEST_F(RebaseTest, AnEditThatBecamePossibleAgainShowsAgain)
{
    const Product bean = addServerProduct(QStringLiteral("Bean"));
    rename(bean, QStringLiteral("Mine"));
    page({row(20, 1, entity::product, bean.id.value(), {})});
    EXPECT_EQ(nameOf(bean), QString());
    page({rowOf(21, bean)});
    EXPECT_EQ(nameOf(bean), QStringLiteral("Mine"));
}

TEST_F(RebaseTest, APageWithTheSameSkuIsReplayedAgainst)
{
    const Product bean = addServerProduct(QStringLiteral("Bean"));
    const Product other = addServerProduct(QStringLiteral("Other"));
    const Variant mine = variantOf(bean, QStringLiteral("SKU-1"));
    const Variant theirs = variantOf(other, QStringLiteral("sku-1"));
    ASSERT_TRUE(store->write([&] { return recordNewVariant(*store, mine); }));
    const QList<Variant> recorded = store->rows().catalog().variantsOf(bean.id);
    ASSERT_EQ(recorded.size(), 1);
    page({row(30, 1, entity::variant, theirs.id.value(), codec::toJson(theirs))});
    EXPECT_TRUE(store->rows().catalog().variantsOf(bean.id).isEmpty()) << "two variants hold one SKU";
    page({row(31, 1, entity::variant, theirs.id.value(), {})});
    EXPECT_EQ(store->rows().catalog().variantsOf(bean.id), recorded);
}

/// The platform gets them in their order: the first one finds no product, the second one takes the SKU, and the product
/// that comes after both gives the SKU to nobody.
TEST_F(RebaseTest, WhoLooksAtWhatALaterOneMakesIsLaidOverWhatWasThereBefore)
{
    const Product bean = addServerProduct(QStringLiteral("Bean"));
    const Product other = addServerProduct(QStringLiteral("Other"));
    ASSERT_TRUE(store->write([&] { return recordNewVariant(*store, variantOf(bean, QStringLiteral("SKU-1"))); }));
    page({row(30, 1, entity::product, bean.id.value(), {})});
    ASSERT_TRUE(store->rows().catalog().variantsOf(bean.id).isEmpty());
    ASSERT_TRUE(store->write([&] { return recordNewVariant(*store, variantOf(other, QStringLiteral("SKU-1"))); }));
    ASSERT_TRUE(store->write([&] { return recordNewProduct(*store, bean, {}); }));
    ASSERT_EQ(nameOf(bean), QStringLiteral("Bean"));
    page({row(31, 1, entity::category, QUuid::createUuid(), {})});
    EXPECT_EQ(store->rows().catalog().variantsOf(other.id).size(), 1);
    EXPECT_TRUE(store->rows().catalog().variantsOf(bean.id).isEmpty()) << "it took the SKU from one that has it";
}

/// A row that this version cannot read stops nothing: the last one that read stays, and the newer one is kept whole.
TEST_F(RebaseTest, ARowThatDoesNotReadIsSetAside)
{
    const Product bean = addServerProduct(QStringLiteral("Bean"));
    const QJsonObject strange{{QStringLiteral("id"), bean.id.toString()}, {QStringLiteral("name"), 17}};
    const Product next = [&] {
        Product product = bean;
        product.id = ProductId(QUuid::createUuidV5(QUuid(), QByteArray("next")));
        return product;
    }();
    page({row(20, 1, entity::product, bean.id.value(), strange), row(20, 2, u"unheard_of", bean.id.value(), strange),
          row(20, 3, entity::taxClass, folder.shop.taxClass.id.value(), strange),
          row(20, 4, entity::product, next.id.value(), codec::toJson(next))});
    EXPECT_EQ(nameOf(bean), QStringLiteral("Bean"));
    EXPECT_EQ(nameOf(next), QStringLiteral("Bean"));
    EXPECT_EQ(store->place().taxClasses.size(), 1);
    EXPECT_EQ(store->state()->warning->code, QStringLiteral("store.unread_rows"));
    // The next version reads it: here the stored one is mended instead.
    Product readable = bean;
    readable.name = QStringLiteral("Newer");
    const QByteArray document = json::writeCanonical(codec::toJson(readable));
    store->database().runText(QStringLiteral("UPDATE unread_row SET document = x'%1' WHERE type = 'product'")
                                  .arg(QString::fromLatin1(document.toHex())));
    store.reset();
    store = folder.open();
    EXPECT_EQ(nameOf(bean), QStringLiteral("Newer"));
    readable.name = QStringLiteral("Newest");
    page({rowOf(30, readable)});
    store.reset();
    store = folder.open();
    EXPECT_EQ(nameOf(bean), QStringLiteral("Newest")) << "an older row came back";
}

TEST_F(RebaseTest, AnUnknownRoleOrKindDegrades)
{
    QJsonObject person = codec::toJson(folder.shop.person);
    person.insert(QStringLiteral("role"), QStringLiteral("roaster"));
    QJsonObject location = codec::toJson(folder.shop.location);
    location.insert(QStringLiteral("kind"), QStringLiteral("roastery"));
    page({row(20, 1, entity::person, folder.shop.person.id.value(), person),
          row(20, 2, entity::location, folder.shop.location.id.value(), location)});
    store.reset();
    store = folder.open();
    EXPECT_TRUE(store->state()->person);
    EXPECT_TRUE(openShift(*store));
}

/// A sale on its way, and the platform's rows of it that come one by one.
class SaleRebaseTest : public RebaseTest
{
protected:
    void SetUp() override
    {
        RebaseTest::SetUp();
        variant = addProduct(*store, QStringLiteral("Espresso"), QStringLiteral("ESP"), 500);
        ASSERT_TRUE(openShift(*store));
        answer(50);
        level = {variant, folder.shop.location.id, Quantity(0)};
        shift = *store->rows().selling().openShiftOf(folder.shop.registerInfo.id);
        const Variant espresso = *store->rows().catalog().variant(variant);
        const Product product = *store->rows().catalog().product(espresso.product);
        page({rowOf(50, product), row(50, 2, entity::variant, variant.value(), codec::toJson(espresso)),
              shiftRow(50, shift)});
        ASSERT_EQ(counts().receipted, 0);
    }

    FeedRow saleRow(std::uint64_t xid, const Sale &sale)
    {
        return row(xid, 2, entity::sale, sale.id.value(), codec::toJson(sale));
    }
    FeedRow movementRow(std::uint64_t xid, const CashMovement &movement)
    {
        return row(xid, 5, entity::cashMovement, movement.id.value(), codec::toJson(movement));
    }
    CashMovement moveCash(std::int64_t minor)
    {
        return *store->write([&] {
            return recordCashMovement(*store, {CashMovementKind::PaidOut, euro(minor), {}, {}});
        });
    }
    FeedRow shiftRow(std::uint64_t xid, const Shift &now)
    {
        return row(xid, 3, entity::shift, now.id.value(), codec::toJson(now));
    }
    FeedRow levelRow(std::uint64_t xid, std::int64_t onHand)
    {
        level.onHand = Quantity(onHand);
        return row(xid, 4, entity::stockLevel, codec::stockLevelId(level.location, level.variant),
                   codec::toJson(level));
    }
    Shift shiftNow() { return *store->rows().selling().shift(shift.id); }
    std::int64_t onHand() { return store->rows().selling().onHand(variant, level.location).units(); }

    VariantId variant;
    StockLevel level;
    Shift shift;
};

/// Shift and level moved on with the next sale, so the sale's own row comes alone: nothing of it is lost meanwhile.
TEST_F(SaleRebaseTest, CountsOnceWhileItsRowsComeOneByOne)
{
    const Sale sale = *sell(*store, cashSale({variant}, 500));
    const Shift after = shiftNow();
    answer(100);
    page({saleRow(100, sale)});
    EXPECT_EQ(shiftNow().saleCount, 1);
    EXPECT_EQ(onHand(), -1);
    page({levelRow(102, -1)});
    EXPECT_EQ(shiftNow().saleCount, 1);
    EXPECT_EQ(onHand(), -1);
    EXPECT_EQ(counts().receipted, 1);
    page({shiftRow(103, after)});
    EXPECT_EQ(shiftNow(), after);
    EXPECT_EQ(onHand(), -1);
    EXPECT_EQ(counts().receipted, 0);
    EXPECT_EQ(store->rows().selling().sale(sale.id), sale);
}

/// sync.md rule 6: its answer was lost, its rows came. The row of the sale says that they hold it.
TEST_F(SaleRebaseTest, WhoseAnswerWasLostCountsOnce)
{
    const Sale sale = *sell(*store, cashSale({variant}, 500));
    const Shift after = shiftNow();
    ASSERT_TRUE(takeBatch(*store, {}));
    page({saleRow(100, sale), shiftRow(100, after), levelRow(100, -1)});
    EXPECT_EQ(shiftNow(), after);
    EXPECT_EQ(onHand(), -1);
    EXPECT_EQ(counts().sent, 1);
    answer(100);
    EXPECT_EQ(counts().receipted, 0);
    EXPECT_EQ(onHand(), -1);
    EXPECT_TRUE(store->check().isSound());
}

TEST_F(SaleRebaseTest, AMovementOfCashCountsOnceHoweverItsRowsCome)
{
    const CashMovement first = moveCash(700);
    const Shift after = shiftNow();
    EXPECT_EQ(after.movedTotal, euro(-700));
    answer(100);
    page({movementRow(100, first)});
    EXPECT_EQ(shiftNow().movedTotal, euro(-700));
    page({shiftRow(103, after)});
    EXPECT_EQ(shiftNow(), after);
    EXPECT_EQ(counts().receipted, 0);

    // Its answer was lost, its rows came.
    const CashMovement second = moveCash(50);
    const Shift later = shiftNow();
    ASSERT_TRUE(takeBatch(*store, {}));
    page({movementRow(110, second), shiftRow(110, later)});
    EXPECT_EQ(shiftNow().movedTotal, euro(-750));
    answer(110);
    EXPECT_EQ(counts().receipted, 0);
    EXPECT_EQ(shiftNow(), later);
    EXPECT_EQ(store->rows().cash().movements(shift.id, 10), (QList<CashMovement>{second, first}));
    EXPECT_TRUE(store->check().isSound());
}

/// However the rows come, with answers before or after them: the view is what laying everything over the server copies
/// again makes of it (sync.md rule 16), and in the end it is the platform's.
TEST_F(SaleRebaseTest, AdvancesSumsToWhatAReplayOfEverythingMakesOfThem)
{
    std::mt19937 dice(4711);
    const auto chance = [&dice](int percent) { return static_cast<int>(dice() % 100) < percent; };
    Shift theirs = shift;
    std::int64_t theirLevel = 0;
    std::uint64_t xid = 100;
    QList<Sale> sold;
    const auto checkView = [&] {
        const Shift advanced = shiftNow();
        const std::int64_t units = onHand();
        const QueueCounts before = counts();
        store->device().setSetting(QStringLiteral("rebase.stale"), QStringLiteral("1"));
        store.reset();
        store = folder.open();
        EXPECT_EQ(shiftNow(), advanced);
        EXPECT_EQ(onHand(), units);
        EXPECT_EQ(counts(), before);
    };
    for (int step = 0; step < 40; ++step) {
        for (int sale = static_cast<int>(dice() % 4); sale > 0 && step < 30; --sale)
            sold.append(*sell(*store, cashSale({variant}, 500)));
        if (chance(30) && step < 30)
            moveCash(10 + step);
        if (step == 30) {
            ASSERT_TRUE(store->write([&] { return recordShiftClose(*store, euro(5'000)); }));
        }
        const QList<PlannedOperation> batch = *takeBatch(*store, {static_cast<qsizetype>(dice() % 4 + 1), 1 << 20});
        xid += 2;
        QList<FeedRow> rows;
        QList<Acknowledgement> answers;
        for (const PlannedOperation &planned : batch) {
            const Operation operation = *store->queue().operationOf(planned.number);
            answers.append({planned.envelope.sequence, planned.id, Outcome::Applied, Cursor{1, xid, 9}, {}, {}, {}});
            if (operation.type == operation::saleComplete) {
                const Sale sale = *body::readSaleComplete(operation);
                theirs = recordSale(theirs, sale);
                --theirLevel;
                rows.append(saleRow(xid, sale));
            } else if (operation.type == operation::cashMove) {
                const CashMovement movement = *body::readCashMove(operation);
                theirs = recordMovement(theirs, movement);
                rows.append(movementRow(xid, movement));
            } else {
                const body::ShiftClose closing = *body::readShiftClose(operation);
                theirs = *crema::closeShift(theirs, closing.counted, operation.actor, operation.occurredAt);
                theirs.z = closing.z;
            }
        }
        if (chance(30))
            theirLevel += 7; // somebody else
        const bool answeredFirst = chance(70);
        if (answeredFirst) {
            ASSERT_TRUE(keepAcknowledgements(*store, batch, answers));
        }
        if (chance(70))
            rows.append(shiftRow(xid, theirs));
        if (chance(70))
            rows.append(levelRow(xid, theirLevel));
        std::optional<Cursor> horizon;
        if (rows.size() >= 2 && rows.last().entityType == entity::stockLevel && chance(20) &&
            rows.at(rows.size() - 2).entityType == entity::shift)
            horizon = Cursor{1, xid + 1, 0};
        for (qsizetype row = 0; row < rows.size(); ++row)
            rows[row].cursor.position = row + 1;
        page(rows, horizon);
        if (!answeredFirst) {
            ASSERT_TRUE(keepAcknowledgements(*store, batch, answers));
        }
        checkView();
    }
    answer(xid + 2);
    while (!store->queue().unsent(1).isEmpty())
        answer(xid + 2);
    page({shiftRow(xid + 4, shiftNow()), levelRow(xid + 4, onHand())}, Cursor{1, xid + 5, 0});
    checkView();
    EXPECT_EQ(counts().receipted, 0);
    EXPECT_EQ(shiftNow().saleCount, sold.size());
    EXPECT_TRUE(fitsShift(*shiftNow().z, shiftNow()));
    EXPECT_FALSE(store->database().query("find_sale_copy").next());
}

/// Everything here pending on one thing: the plan, without a store.
class Lookup final : public PendingLookup
{
public:
    QList<std::int64_t> pendingOn(const EntityRef &key) override
    {
        QList<std::int64_t> result;
        for (auto it = operations.begin(); it != operations.end(); ++it) {
            if (it->contains(PendingKey{key, false}))
                result.append(it.key());
        }
        return result;
    }
    QList<PendingKey> keysOf(std::int64_t number) override { return operations.value(number); }
    QList<std::int64_t> pendingAbout(const QUuid &subject) override { return about.value(subject); }

    QHash<QUuid, QList<std::int64_t>> about;
    QHash<std::int64_t, QList<PendingKey>> operations;
};

EntityRef refOf(QStringView type, char id)
{
    return {type.toString(), QUuid::createUuidV5(QUuid(), QByteArray(1, id))};
}

TEST(PlanRebase, FollowsWhatOperationsShare)
{
    Lookup lookup;
    const EntityRef a = refOf(entity::product, 'a');
    const EntityRef b = refOf(entity::variant, 'b');
    const EntityRef c = refOf(entity::variant, 'c');
    const EntityRef far = refOf(entity::customer, 'x');
    lookup.operations = {
        {1, {{a, false}}},
        {2, {{b, false}, {PendingKey::reads(a.type, a.id), false}, {PendingKey::sku(QStringLiteral("S")), false}}},
        {3, {{c, false}, {PendingKey::sku(QStringLiteral("s")), false}}},
        {4, {{far, false}}}};
    const RebasePlan plan = planRebase({{a}, {}}, lookup);
    EXPECT_EQ(plan.operations, (QList<std::int64_t>{1, 2, 3}));
    EXPECT_EQ(plan.restored, (QSet<EntityRef>{a, b, c}));
    EXPECT_EQ(planRebase({{PendingKey::sku(QStringLiteral("S"))}, {}}, lookup).operations, (QList<std::int64_t>{2, 3}));
    EXPECT_EQ(planRebase({{}, {4}}, lookup).operations, (QList<std::int64_t>{4}));
    EXPECT_TRUE(planRebase({{}, {}}, lookup).operations.isEmpty());
}

TEST(PlanRebase, LeavesAloneWhatWasLeftAndTriesAgainWhatWasRefused)
{
    Lookup lookup;
    const EntityRef a = refOf(entity::product, 'a');
    const EntityRef b = refOf(entity::shift, 'b');
    lookup.operations = {{1, {{a, true}, {b, false}}}, {2, {{PendingKey::refused(), false}}}};
    EXPECT_EQ(planRebase({{a}, {}}, lookup).operations, (QList<std::int64_t>{2}));
    const RebasePlan plan = planRebase({{b}, {}}, lookup);
    EXPECT_EQ(plan.operations, (QList<std::int64_t>{1, 2}));
    EXPECT_EQ(plan.restored, (QSet<EntityRef>{b}));
}

/// However long the queue is, a sale that comes back concerns itself and what the shift was opened or closed by.
TEST(PlanRebase, LeavesSalesAloneThatAddToTheSameSums)
{
    Lookup lookup;
    const EntityRef shift = refOf(entity::shift, 's');
    const EntityRef level = refOf(entity::stockLevel, 'l');
    const auto sale = [](char id) { return refOf(entity::sale, id); };
    lookup.operations = {{1, {{shift, false}}},
                         {2, {{shift, false}, {sale('2'), false}, {level, false}}},
                         {3, {{shift, false}, {sale('3'), false}, {level, false}}},
                         {4, {{level, false}}},
                         {5, {{shift, false}}}};
    lookup.about = {{shift.id, {1, 5}}};
    const auto plan = planAdvance({{sale('2'), shift, level}, {}}, lookup);
    ASSERT_TRUE(plan);
    EXPECT_EQ(plan->adding, (QList<std::int64_t>{2}));
    EXPECT_EQ(plan->operations, (QList<std::int64_t>{1, 5}));
    EXPECT_EQ(plan->sums, (QSet<EntityRef>{shift, level}));
    EXPECT_TRUE(plan->restored.isEmpty());
    EXPECT_EQ(planRebase({{sale('2')}, {}}, lookup).operations, (QList<std::int64_t>{1, 2, 3, 4, 5}));
    // One that adds to a sum and is tied to something else as well.
    lookup.operations.insert(6, {{level, false}, {PendingKey::reads(shift.type, shift.id), false}});
    EXPECT_FALSE(planAdvance({{PendingKey::reads(shift.type, shift.id)}, {}}, lookup));
}

} // namespace
} // namespace crema::sync::testing
