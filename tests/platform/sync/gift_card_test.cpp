// SPDX-License-Identifier: GPL-3.0-or-later
// Gift cards that arrive at the platform: what documents move is on them, whatever comes first, and the excess of two
// tills is a review (ADR 060).
#include "models/feed/entity_codec.h"
#include "models/feed/entity_types.h"
#include "models/feed/gift_card_codec.h"
#include "models/giftcards/gift_code.h"
#include "models/giftcards/gift_sale.h"
#include "models/operations/bodies.h"
#include "models/operations/gift_card_bodies.h"
#include "models/operations/operation_types.h"
#include "tests/platform/domain/company_fixture.h"

namespace crema::testing {
namespace {

using namespace Qt::StringLiterals;

class GiftCardAtThePlatformTest : public CompanyTest
{
protected:
    void SetUp() override
    {
        CompanyTest::SetUp();
        till = enrolTill();
        other = enrolTill();
        card.id = newId<GiftCardId>();
        card.codeHash = giftCodeHash(u"CG123456789012345678901234567890123436"_s);
        card.lastDigits = u"3436"_s;
        card.balance = euros(0);
    }

    static Money euros(std::int64_t minor) { return Money(minor, *Currency::fromCode(u"EUR")); }

    Outcome create(Till &at)
    {
        return pushOne(at, operationOf(at, operation::giftCardCreate, subject(), body::toJson(card))).outcome;
    }
    /// By somebody who sells nothing.
    Outcome createWithoutTheRight()
    {
        till.person = addPerson(Role::Warehouse, u"keeper@example.com"_s).id;
        const Outcome outcome = create(till);
        till.person = manager.id;
        return outcome;
    }
    Operation block()
    {
        GiftCard blocked = card;
        blocked.state = GiftCardState::Blocked;
        const Edit edit = editBetween(codec::toJson(card), codec::toJson(blocked), body::giftCardFields());
        return operationOf(till, operation::giftCardEdit, subject(), editToJson(edit));
    }
    SubjectRef subject() const { return {entity::giftCard.toString(), card.id.value()}; }

    /// A sale of the till that loads the card, or one that it pays.
    Outcome sell(Till &at, std::int64_t loads, std::int64_t pays)
    {
        Sale sale;
        sale.id = newId<SaleId>();
        sale.number =
            u"MAIN-%1-%2"_s.arg(at.registerId == till.registerId ? 1 : 2).arg(++m_number, 6, 10, QLatin1Char('0'));
        sale.shift = shift;
        const Money total = euros(loads + pays);
        sale.total = total;
        sale.rounding = euros(0);
        GiftLoad load{card.id, u"3436"_s, total};
        SaleLine line = giftLine(load);
        if (pays > 0) {
            line.giftCard.reset();
            line.variant = newId<VariantId>();
            line.product = newId<ProductId>();
            sale.taxes = {{TaxRate(), total, euros(0), total}};
        }
        sale.lines = {line};
        Payment payment{pays > 0 ? PaymentMethod::GiftCard : PaymentMethod::Cash, total, total, euros(0)};
        if (pays > 0)
            payment.giftCard = card.id;
        sale.payments = {payment};
        Operation operation =
            operationOf(at, operation::saleComplete, {entity::sale.toString(), sale.id.value()}, body::toJson(sale));
        operation.schema = body::schemaOf(sale);
        return pushOne(at, operation).outcome;
    }

    std::optional<GiftCard> held()
    {
        const QList<FeedRow> rows = pullAll(other);
        for (const FeedRow &row : rows) {
            if (row.entityType == entity::giftCard && row.entityId == card.id.value())
                return *codec::readGiftCard(row.entity.json());
        }
        return std::nullopt;
    }

    std::int64_t reviews(const QByteArray &code)
    {
        return countOf("select count(*) from sync.review where code = '" + code + "'");
    }
    std::int64_t entries() { return countOf("select coalesce(sum(amount), 0) from sales.gift_entry"); }

    Till till;
    Till other;
    GiftCard card;
    ShiftId shift = newId<ShiftId>();

private:
    int m_number = 0;
};

TEST_F(GiftCardAtThePlatformTest, TheBalanceIsTheSumOfItsDocumentsAndGoesToAllDevices)
{
    EXPECT_EQ(pushOne(till, openShift(till, shift)).outcome, Outcome::Applied);
    EXPECT_EQ(create(till), Outcome::Applied);
    EXPECT_EQ(sell(till, 2'500, 0), Outcome::Applied);
    EXPECT_EQ(sell(other, 0, 900), Outcome::Applied);
    ASSERT_TRUE(held());
    EXPECT_EQ(held()->balance, euros(1'600));
    EXPECT_EQ(held()->codeHash, card.codeHash);
    EXPECT_EQ(entries(), 1'600);
    EXPECT_EQ(reviews("gift_card.overdrawn"), 0);
    EXPECT_EQ(reviews("sale.tax_mismatch"), 0);
}

TEST_F(GiftCardAtThePlatformTest, TwoTillsThatSpendTheSameAreAReviewAndNoRefusal)
{
    EXPECT_EQ(pushOne(till, openShift(till, shift)).outcome, Outcome::Applied);
    EXPECT_EQ(create(till), Outcome::Applied);
    EXPECT_EQ(sell(till, 1'000, 0), Outcome::Applied);
    EXPECT_EQ(sell(till, 0, 1'000), Outcome::Applied);
    EXPECT_EQ(sell(other, 0, 1'000), Outcome::Applied);
    EXPECT_EQ(held()->balance, euros(-1'000));
    EXPECT_EQ(reviews("gift_card.overdrawn"), 1);
}

TEST_F(GiftCardAtThePlatformTest, ACardThatComesAfterItsSaleHasWhatTheSaleLoaded)
{
    EXPECT_EQ(pushOne(till, openShift(till, shift)).outcome, Outcome::Applied);
    EXPECT_EQ(sell(other, 1'000, 0), Outcome::Applied);
    EXPECT_EQ(reviews("gift_card.unknown"), 1);
    EXPECT_EQ(create(till), Outcome::Applied);
    EXPECT_EQ(held()->balance, euros(1'000));
    EXPECT_EQ(held()->lastDigits, card.lastDigits);
}

TEST_F(GiftCardAtThePlatformTest, ACardThatASaleToldOfIsBlockedAlthoughItsMakingWasRefused)
{
    EXPECT_EQ(pushOne(till, openShift(till, shift)).outcome, Outcome::Applied);
    EXPECT_EQ(createWithoutTheRight(), Outcome::Refused);
    EXPECT_EQ(sell(till, 1'000, 0), Outcome::Applied);
    EXPECT_EQ(pushOne(till, block()).outcome, Outcome::Applied);
    EXPECT_EQ(held()->state, GiftCardState::Blocked);
    EXPECT_EQ(held()->balance, euros(1'000));
}

TEST_F(GiftCardAtThePlatformTest, WhatWaitsForTheMakingOfACardGoesOnOnceASaleTellsOfIt)
{
    EXPECT_EQ(pushOne(till, openShift(till, shift)).outcome, Outcome::Applied);
    EXPECT_EQ(createWithoutTheRight(), Outcome::Refused);
    EXPECT_EQ(pushOne(till, block()).outcome, Outcome::Waiting);
    EXPECT_EQ(sell(other, 1'000, 0), Outcome::Applied);
    ASSERT_TRUE(held());
    EXPECT_EQ(held()->state, GiftCardState::Blocked);
    EXPECT_EQ(held()->balance, euros(1'000));
}

TEST_F(GiftCardAtThePlatformTest, AnAdjustmentIsInTheLedgerWithItsReason)
{
    EXPECT_EQ(create(till), Outcome::Applied);
    const body::GiftCardAdjust adjust{euros(700), u"As an apology"_s, {}};
    EXPECT_EQ(pushOne(till, operationOf(till, operation::giftCardAdjust, subject(), body::toJson(adjust))).outcome,
              Outcome::Applied);
    EXPECT_EQ(held()->balance, euros(700));
    EXPECT_EQ(countOf("select count(*) from sales.gift_entry where kind = 'adjusted' and reason = 'As an apology'"), 1);
}

} // namespace
} // namespace crema::testing
