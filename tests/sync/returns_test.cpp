// SPDX-License-Identifier: GPL-3.0-or-later
// Returns and exchanges at a till: what is written, what follows from it here, and what is refused.
#include "models/base/json.h"
#include "models/feed/entity_codec.h"
#include "models/feed/entity_types.h"
#include "models/operations/operation_codec.h"
#include "models/selling/check_sale.h"
#include "sync/store/return_recording.h"
#include "sync/store/sale_reader.h"
#include "tests/sync/shop.h"

#include <gtest/gtest.h>

namespace crema::sync::testing {
namespace {

class ReturnsTest : public ::testing::Test
{
protected:
    void SetUp() override
    {
        store = folder.openEnrolled();
        beans = addProduct(*store, QStringLiteral("Beans"), QStringLiteral("BEANS"), 1'290);
        mug = addProduct(*store, QStringLiteral("Mug"), QStringLiteral("MUG"), 900);
        ASSERT_TRUE(openShift(*store));
        SaleDraft draft = cashSale({beans, mug}, 6'000);
        draft.lines[0].quantity = Quantity(3);
        sold = sell(*store, draft).value();
    }

    Result<Sale> takeBack(const ReturnDraft &draft)
    {
        return store->write([&] { return recordReturnOf(*store, draft); });
    }

    ReturnDraft some(std::int32_t line, std::int64_t quantity)
    {
        ReturnDraft draft;
        draft.sale = sold.id;
        draft.lines = {{line, Quantity(quantity), std::nullopt, true, QStringLiteral("not_liked")}};
        return draft;
    }

    std::int64_t onHand(VariantId variant)
    {
        return store->rows().selling().onHand(variant, folder.shop.location.id).units();
    }

    Shift drawer() { return *store->rows().selling().openShiftOf(folder.shop.registerInfo.id); }

    /// From now on somebody with this role is at the till.
    void workAs(Role role)
    {
        folder.shop.person.role = role;
        folder.shop.person.permissions = permissionsOf(role);
        folder.shop.enroll(*store);
        store->forgetPlace();
    }

    StoreFolder folder;
    std::unique_ptr<LocalStore> store;
    VariantId beans;
    VariantId mug;
    Sale sold;
};

TEST_F(ReturnsTest, TakeBackAPartAndPutItIntoStock)
{
    const std::int64_t before = onHand(beans);
    const Shift full = drawer();
    const Result<Sale> back = takeBack(some(0, 2));
    ASSERT_TRUE(back) << back.error().message.toStdString();
    EXPECT_TRUE(checkSale(*back).isEmpty());
    EXPECT_EQ(back->number, QStringLiteral("MAIN-1-000002"));
    EXPECT_EQ(back->total, euro(-2'580));
    EXPECT_EQ(onHand(beans), before + 2);
    EXPECT_EQ(store->rows().selling().movements(beans, 1).first().reason, MovementReason::Return);
    EXPECT_EQ(drawer().cashTotal, full.cashTotal - euro(2'580));
    EXPECT_EQ(drawer().salesTotal, full.salesTotal - euro(2'580));
    EXPECT_EQ(store->rows().selling().sale(back->id), *back) << "as its operation says it";
    const ReturnableSale left = findReturnable(*store, sold.number).value();
    EXPECT_EQ(left.lines[0].left, Quantity(1));
    EXPECT_EQ(left.lines[1].left, Quantity(1));
    EXPECT_EQ(left.earlier, QList<Sale>{*back});
    const UnsentOperation operation = store->queue().unsent(10).last();
    EXPECT_TRUE(operation.bytes.contains("\"schema\":2,"));
    EXPECT_TRUE(store->check().isSound()) << qPrintable(store->check().findings.join(u' '));
}

TEST_F(ReturnsTest, LeaveWhatIsBrokenOutOfStock)
{
    const std::int64_t before = onHand(mug);
    ReturnDraft draft = some(1, 1);
    draft.lines[0].restock = false;
    draft.lines[0].fee = euro(100);
    const Sale back = takeBack(draft).value();
    EXPECT_EQ(onHand(mug), before);
    EXPECT_EQ(back.total, euro(-800));
}

TEST_F(ReturnsTest, AreCountedOnceWhoeverTellsOfThem)
{
    const Sale back = takeBack(some(0, 2)).value();
    const EntityRef ref{entity::sale.toString(), back.id.value()};
    const auto told = [&]() -> Result<void> {
        store->rows().put(ref, codec::toJson(back));
        return {};
    };
    ASSERT_TRUE(store->write(told));
    EXPECT_EQ(store->rows().selling().returnedOf(sold.id).value(0), 2);
    EXPECT_EQ(findReturnable(*store, sold.number)->earlier.size(), 1);
    const auto gone = [&]() -> Result<void> {
        store->rows().remove(ref);
        return {};
    };
    ASSERT_TRUE(store->write(gone));
    EXPECT_TRUE(store->rows().selling().returnedOf(sold.id).isEmpty());
}

TEST_F(ReturnsTest, TakeBackNoMoreThanIsLeftAndCountNothingThen)
{
    ASSERT_TRUE(takeBack(some(0, 2)));
    const auto tooMuch = takeBack(some(0, 2));
    ASSERT_FALSE(tooMuch);
    EXPECT_EQ(tooMuch.error().code, QStringLiteral("return.exceeds"));
    EXPECT_EQ(takeBack(some(7, 1)).error().code, QStringLiteral("return.no_line"));
    ReturnDraft unknown = some(0, 1);
    unknown.sale = SaleId(QUuid::createUuid());
    EXPECT_EQ(takeBack(unknown).error().code, QStringLiteral("sale.unknown"));
    EXPECT_EQ(takeBack(some(0, 1))->number, QStringLiteral("MAIN-1-000003")) << "refused ones take no number";
    EXPECT_EQ(findReturnable(*store, QStringLiteral("MAIN-1-000099")).error().code, QStringLiteral("sale.unknown"));
}

TEST_F(ReturnsTest, ExchangeInOneDocument)
{
    const std::int64_t beansBefore = onHand(beans);
    const std::int64_t mugsBefore = onHand(mug);
    ReturnDraft draft = some(1, 1);
    draft.bought = cashSale({beans}, 500);
    EXPECT_EQ(store->read([&] { return quoteReturn(*store, draft); })->total, euro(390));
    const Sale exchange = takeBack(draft).value();
    EXPECT_TRUE(checkSale(exchange).isEmpty());
    EXPECT_EQ(exchange.payments, (QList<Payment>{{PaymentMethod::Cash, euro(390), euro(500), euro(110)}}));
    EXPECT_EQ(onHand(beans), beansBefore - 1);
    EXPECT_EQ(onHand(mug), mugsBefore + 1);
}

TEST_F(ReturnsTest, SayWhatWouldBePaidBackAndRecordNothing)
{
    const auto before = store->queue().nextNumber();
    const Sale quoted = store->read([&] { return quoteReturn(*store, some(0, 1)); }).value();
    EXPECT_EQ(quoted.payments, (QList<Payment>{{PaymentMethod::Cash, euro(-1'290), euro(-1'290), euro(0)}}));
    EXPECT_TRUE(quoted.number.isEmpty());
    EXPECT_EQ(store->queue().nextNumber(), before);
}

TEST_F(ReturnsTest, AskForRightsAndLimits)
{
    SaleDraft large = cashSale({beans}, 200'000);
    large.lines[0].quantity = Quantity(100);
    large.tenders[0].isConfirmed = true;
    const Sale dear = sell(*store, large).value();
    workAs(Role::Barista);
    EXPECT_TRUE(takeBack(some(0, 1)));
    ReturnDraft all;
    all.sale = dear.id;
    all.lines = everythingLeft(dear, {}, QString(), true);
    const auto tooMuch = takeBack(all);
    ASSERT_FALSE(tooMuch);
    EXPECT_EQ(tooMuch.error().code, QStringLiteral("return.beyond_limit"));
    EXPECT_TRUE(tooMuch.error().message.contains(QStringLiteral("100.00 EUR")));
    ReturnDraft unreceipted;
    unreceipted.withoutReceipt = {{mug, Quantity(1), std::nullopt, std::nullopt, true, QStringLiteral("other")}};
    EXPECT_EQ(takeBack(unreceipted).error().code, QStringLiteral("auth.not_allowed"));
    workAs(Role::Manager);
    EXPECT_TRUE(takeBack(all));
    const Sale free = takeBack(unreceipted).value();
    EXPECT_EQ(free.total, euro(-900));
    EXPECT_FALSE(free.returns[0].sale);
}

} // namespace
} // namespace crema::sync::testing
