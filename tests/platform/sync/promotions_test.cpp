// SPDX-License-Identifier: GPL-3.0-or-later
// Promotions and price lists on the platform: judged, told to everybody, and looked for in what tills sold.
#include "models/feed/entity_types.h"
#include "models/feed/promotion_codec.h"
#include "models/operations/bodies.h"
#include "models/operations/operation_types.h"
#include "models/selling/complete_sale.h"
#include "tests/platform/domain/company_fixture.h"

namespace crema::testing {
namespace {

Money euro(std::int64_t minor)
{
    return {minor, *Currency::fromCode(u"EUR")};
}

class PlatformPromotions : public CompanyTest
{
protected:
    Operation create(Till &by, const Promotion &promotion)
    {
        return operationOf(by, operation::promotionCreate, {entity::promotion.toString(), promotion.id.value()},
                           body::toJson(promotion));
    }

    Operation edit(Till &by, const Promotion &before, const Promotion &after)
    {
        const Edit edit = editBetween(codec::toJson(before), codec::toJson(after), body::promotionFields());
        return operationOf(by, operation::promotionEdit, {entity::promotion.toString(), before.id.value()},
                           editToJson(withWhatBelongs(edit, codec::toJson(before), body::promotionFields())));
    }

    Promotion tenPercent()
    {
        Promotion promotion;
        promotion.id = newId<PromotionId>();
        promotion.name = QStringLiteral("Happy hour");
        promotion.action = PercentOff{1'000};
        return promotion;
    }

    std::optional<Promotion> told(const Till &who, PromotionId id)
    {
        std::optional<Promotion> promotion;
        const QList<FeedRow> rows = pullAll(who);
        for (const FeedRow &row : rows) {
            if (row.entityType == entity::promotion && row.entityId == id.value())
                promotion = *codec::readPromotion(row.entity.json());
        }
        return promotion;
    }

    Acknowledgement sell(Till &at, const Promotion &promotion)
    {
        CartLine line;
        line.variant = newId<VariantId>();
        line.product = newId<ProductId>();
        line.name = QStringLiteral("Beans");
        line.price = Price{euro(2'000)};
        line.taxRate = TaxRate(700);
        line.quantity = Quantity(1);
        Cart cart;
        cart.currency = euro(0).currency();
        cart.lines = {line};
        SaleHeader header;
        header.id = newId<SaleId>();
        header.number = QStringLiteral("SHOP-1-%1").arg(++m_number, 6, 10, QLatin1Char('0'));
        header.shift = newId<ShiftId>();
        header.location = at.location;
        header.registerId = at.registerId;
        header.cashier = manager.id;
        header.completedAt = clock.now();
        const Quote computed = quote(cart, {PricesInclude::Tax, {promotion}}).value();
        const Sale sale = crema::completeSale(computed, {{PaymentMethod::Card, computed.total}}, {}, header).value();
        Operation operation =
            operationOf(at, operation::saleComplete, {entity::sale.toString(), sale.id.value()}, body::toJson(sale));
        operation.schema = body::schemaOf(sale);
        return pushOne(at, operation);
    }

    std::int64_t doubts() { return countOf("select count(*) from sync.review where code = 'sale.promotion_invalid'"); }

    Till till = enrolTill();

private:
    int m_number = 0;
};

TEST_F(PlatformPromotions, AreMadeChangedAndToldToEverybody)
{
    const Promotion made = tenPercent();
    ASSERT_EQ(pushOne(till, create(till, made)).outcome, Outcome::Applied);
    EXPECT_EQ(told(till, made.id), made);
    Promotion off = made;
    off.disabled = true;
    ASSERT_EQ(pushOne(till, edit(till, made, off)).outcome, Outcome::Applied);
    EXPECT_EQ(told(till, made.id), off);
    EXPECT_EQ(told(enrolTill(), made.id), off);
}

TEST_F(PlatformPromotions, TwoEditsOfOneRuleAreOneRuleAndACard)
{
    const Promotion made = tenPercent();
    ASSERT_EQ(pushOne(till, create(till, made)).outcome, Outcome::Applied);
    Promotion more = made;
    more.action = PercentOff{2'000};
    Promotion other = made;
    other.conditions.minQuantity = 3;
    ASSERT_EQ(pushOne(till, edit(till, made, more)).outcome, Outcome::Applied);
    Till second = enrolTill();
    EXPECT_EQ(pushOne(second, edit(second, made, other)).outcome, Outcome::Conflict);
    EXPECT_EQ(told(till, made.id), more) << "nothing of both";
}

TEST_F(PlatformPromotions, AskForTheRightToSetPrices)
{
    Till counter = enrolTill(addPerson(Role::Barista, QStringLiteral("bea@example.org")));
    EXPECT_EQ(pushOne(counter, create(counter, tenPercent())).outcome, Outcome::Refused);
}

TEST_F(PlatformPromotions, APriceListIsKeptWhole)
{
    PriceList list;
    list.id = newId<PriceListId>();
    list.name = QStringLiteral("Cafés");
    list.prices = {{newId<VariantId>(), 5, Price{euro(900)}}};
    ASSERT_EQ(pushOne(till, operationOf(till, operation::priceListCreate,
                                        {entity::priceList.toString(), list.id.value()}, body::toJson(list)))
                  .outcome,
              Outcome::Applied);
    std::optional<PriceList> read;
    const QList<FeedRow> rows = pullAll(till);
    for (const FeedRow &row : rows) {
        if (row.entityType == entity::priceList)
            read = *codec::readPriceList(row.entity.json());
    }
    EXPECT_EQ(read, list);
}

TEST_F(PlatformPromotions, ASaleIsNeverRefusedForItsPromotion)
{
    const Promotion known = tenPercent();
    ASSERT_EQ(pushOne(till, create(till, known)).outcome, Outcome::Applied);
    EXPECT_EQ(sell(till, known).outcome, Outcome::Applied);
    EXPECT_EQ(doubts(), 0);
    EXPECT_EQ(sell(till, tenPercent()).outcome, Outcome::Applied);
    EXPECT_EQ(doubts(), 1);
    Promotion more = known;
    more.action = PercentOff{5'000};
    EXPECT_EQ(sell(till, more).outcome, Outcome::Applied);
    EXPECT_EQ(doubts(), 2) << "the till gave more than the promotion gives";
}

} // namespace
} // namespace crema::testing
