// SPDX-License-Identifier: GPL-3.0-or-later
// What a till says of sales, cash and what comes back is kept alike by PostgreSQL and by the model of it.
#include "tests/simulation/platform/storage_fixture.h"

namespace crema::simulation {
namespace {

template<class Kind>
class SellingConformance : public StorageFixture<Kind>
{};

TYPED_TEST_SUITE(SellingConformance, StorageKinds);

TYPED_TEST(SellingConformance, ASaleIsStoredOnceAndItsNumberMayBeThereTwice)
{
    const Sale sale = this->saleNumbered(QStringLiteral("MAIN-1-000001"));
    this->commitAll(QList<Sale>{sale});
    EXPECT_EQ(this->codeOf([&] { this->commitAll(QList<Sale>{sale}); }), "23505");
    const Sale clash = this->saleNumbered(QStringLiteral("MAIN-1-000001"));
    this->commitAll(QList<Sale>{clash});
    const SaleId unknown = this->template newId<SaleId>();
    EXPECT_EQ(this->begin()->knownAmong({sale.id, unknown, clash.id}), (QSet<SaleId>{sale.id, clash.id}));
    const QString used = QStringLiteral("MAIN-1-000001");
    EXPECT_EQ(this->begin()->salesWithNumbers({used, QStringLiteral("MAIN-1-000002")}),
              (QHash<QString, SaleId>{{used, std::min(sale.id, clash.id)}}));
    EXPECT_TRUE(this->begin()->salesWithNumbers({}).isEmpty());
}

TYPED_TEST(SellingConformance, AMovementOfCashIsStoredOnceAndFoundByItsShift)
{
    CashMovement movement;
    movement.id = this->template newId<CashMovementId>();
    movement.shift = this->template newId<ShiftId>();
    movement.location = this->template newId<LocationId>();
    movement.registerId = this->template newId<RegisterId>();
    movement.kind = CashMovementKind::PaidOut;
    movement.amount = Money(320, *Currency::fromCode(u"EUR"));
    movement.reason = QStringLiteral("Milk");
    movement.at = this->clock.now();
    EXPECT_FALSE(this->begin()->hasCashMovement(movement.id));
    this->commitAll(QList<CashMovement>{movement});
    EXPECT_TRUE(this->begin()->hasCashMovement(movement.id));
    EXPECT_EQ(this->begin()->cashMovementsOf(movement.shift), (QList<CashMovement>{movement}));
    EXPECT_TRUE(this->begin()->cashMovementsOf(this->template newId<ShiftId>()).isEmpty());
    EXPECT_EQ(this->codeOf([&] { this->commitAll(QList<CashMovement>{movement}); }), "23505");
}

TYPED_TEST(SellingConformance, AParkedCartIsWrittenByOneTransactionAtATime)
{
    using Carts = QList<platform::Stored<ParkedCart>>;
    ParkedCart cart;
    cart.id = this->template newId<ParkedCartId>();
    cart.location = this->template newId<LocationId>();
    cart.registerId = this->template newId<RegisterId>();
    cart.at = this->clock.now();
    cart.name = QStringLiteral("Table 4");
    cart.lines = {{this->template newId<VariantId>(), Quantity(2)}};
    EXPECT_FALSE(this->begin()->parkedCart(cart.id));
    this->commitAll(Carts{{cart, 0}});
    const auto stored = this->begin()->parkedCart(cart.id);
    ASSERT_TRUE(stored);
    EXPECT_EQ(stored->value, cart);
    const ParkedCart taken = endedCart(cart, CartState::Taken, {cart.registerId, std::nullopt, cart.at});
    this->commitAll(Carts{{taken, stored->revision}});
    EXPECT_EQ(this->begin()->parkedCart(cart.id)->value, taken);
    EXPECT_EQ(this->codeOf([&] { this->commitAll(Carts{{cart, stored->revision}}); }), "40001");
}

TYPED_TEST(SellingConformance, AGiftCardIsWrittenByWhoReadItAndWhatWasAdjustedOnce)
{
    GiftCard card;
    card.id = this->template newId<GiftCardId>();
    card.lastDigits = QStringLiteral("3436");
    card.balance = Money(2'500, *Currency::fromCode(u"EUR"));
    EXPECT_FALSE(this->begin()->giftCard(card.id));
    this->commitAll(QList<platform::Stored<GiftCard>>{{card, 0}});
    const auto stored = this->begin()->giftCard(card.id);
    ASSERT_TRUE(stored);
    EXPECT_EQ(stored->value, card);
    card.balance = Money(-100, card.balance.currency());
    this->commitAll(QList<platform::Stored<GiftCard>>{{card, stored->revision}});
    EXPECT_EQ(this->begin()->giftCard(card.id)->value, card);
    EXPECT_EQ(this->codeOf([&] {
        this->commitAll(QList<platform::Stored<GiftCard>>{{card, stored->revision}});
    }),
              "40001");
    GiftEntry entry;
    entry.card = card.id;
    entry.document = this->template newId<OperationId>().value();
    entry.kind = GiftEntryKind::Adjusted;
    entry.amount = card.balance;
    entry.reason = QStringLiteral("Loaded twice");
    entry.at = this->clock.now();
    this->commitAll(QList<GiftEntry>{entry});
    EXPECT_EQ(this->codeOf([&] { this->commitAll(QList<GiftEntry>{entry}); }), "23505");
}

TYPED_TEST(SellingConformance, APaymentIntentIsWrittenByWhoReadItAndFoundByItsShift)
{
    using Intents = QList<platform::Stored<PaymentIntent>>;
    PaymentIntent intent;
    intent.id = this->template newId<PaymentIntentId>();
    intent.shift = this->template newId<ShiftId>();
    intent.location = this->template newId<LocationId>();
    intent.registerId = this->template newId<RegisterId>();
    intent.askedAt = this->clock.now();
    intent.amount = Money(1'290, *Currency::fromCode(u"EUR"));
    intent.refundAsked = intent.refunded = Money(0, intent.amount.currency());
    EXPECT_FALSE(this->begin()->paymentIntent(intent.id));
    this->commitAll(Intents{{intent, 0}});
    const auto stored = this->begin()->paymentIntent(intent.id);
    ASSERT_TRUE(stored);
    EXPECT_EQ(stored->value, intent);
    EXPECT_EQ(this->begin()->paymentIntentsOf(intent.shift), QList<PaymentIntentId>{intent.id});
    EXPECT_TRUE(this->begin()->paymentIntentsOf(this->template newId<ShiftId>()).isEmpty());
    intent.state = IntentState::Paid;
    this->commitAll(Intents{{intent, stored->revision}});
    EXPECT_EQ(this->begin()->paymentIntent(intent.id)->value, intent);
    EXPECT_EQ(this->codeOf([&] { this->commitAll(Intents{{intent, stored->revision}}); }), "40001");
}

TYPED_TEST(SellingConformance, WhatCameBackIsCountedByWhatWasSold)
{
    const Sale sold = this->saleNumbered(QStringLiteral("MAIN-1-000001"));
    const auto returned = [&](const QString &number, std::int32_t line, std::int64_t quantity) {
        Sale sale = this->saleNumbered(number);
        ReturnedLine back;
        back.sale = sold.id;
        back.line = line;
        back.variant = this->template newId<VariantId>();
        back.product = this->template newId<ProductId>();
        back.quantity = Quantity(quantity);
        back.net = back.tax = back.gross = back.fee = sold.total;
        sale.returns = {back, back};
        return sale;
    };
    EXPECT_FALSE(this->begin()->sale(sold.id));
    const Sale first = returned(QStringLiteral("MAIN-1-000002"), 0, 2);
    this->commitAll(QList<Sale>{sold, first});
    this->commitAll(QList<Sale>{returned(QStringLiteral("MAIN-1-000003"), 1, 5)});
    EXPECT_EQ(this->begin()->sale(first.id)->returns.size(), 2);
    const auto unit = this->begin();
    EXPECT_EQ(unit->lockReturnsOf(sold.id), (ReturnedUnits{{0, 4}, {1, 10}}));
    EXPECT_EQ(unit->lockReturnsOf(sold.id).size(), 2);
}

} // namespace
} // namespace crema::simulation
