// SPDX-License-Identifier: GPL-3.0-or-later
// Gift cards and store credit in the store of a register (ADR 060): sold, spent within the offline limit, paid back to,
// and laid over what the platform says of them.
#include "sync/store/gift_recording.h"

#include "models/feed/gift_card_codec.h"
#include "models/giftcards/gift_code.h"
#include "sync/store/return_recording.h"
#include "sync/store/sale_recording.h"
#include "tests/sync/rebase_fixture.h"

namespace crema::sync::testing {
namespace {

using namespace Qt::StringLiterals;

class GiftCardTest : public RebaseTest
{
protected:
    void SetUp() override
    {
        RebaseTest::SetUp();
        espresso = addProduct(*store, u"Espresso"_s, u"ESP"_s, 1'290);
        ASSERT_TRUE(openShift(*store));
        setLink(Link::Online);
    }

    void setLink(Link link) { ASSERT_TRUE(store->noteLink({link, std::nullopt})); }

    IssuedGiftCard issue()
    {
        return store->write([&] { return recordNewGiftCard(*store); }).value();
    }
    Result<Sale> load(GiftCardId card, std::int64_t minor)
    {
        SaleDraft draft;
        draft.giftCards = {{card, euro(minor)}};
        draft.tenders = {{PaymentMethod::Cash, euro(minor), true}};
        return store->write([&] { return recordSaleOf(*store, draft); });
    }
    /// One espresso, so much of it by the card and the rest in cash.
    Result<Sale> spend(const std::optional<GiftCardId> &card, std::int64_t minor,
                       const std::optional<CustomerId> &customer = {})
    {
        SaleDraft draft;
        draft.lines = {{espresso}};
        draft.customer = customer;
        TenderDraft tender{card ? PaymentMethod::GiftCard : PaymentMethod::StoreCredit, euro(minor)};
        tender.giftCard = card;
        draft.tenders = {tender};
        if (minor < 1'290)
            draft.tenders.append({PaymentMethod::Cash, euro(1'290 - minor), true});
        return store->write([&] { return recordSaleOf(*store, draft); });
    }
    static QString codeOf(const Result<Sale> &sale) { return sale ? QString() : sale.error().code; }

    Money balanceOf(GiftCardId id) { return store->rows().gifts().card(id)->balance; }

    void toldBy(std::uint64_t xid, const GiftCard &card)
    {
        page({row(xid, 1, entity::giftCard, card.id.value(), codec::toJson(card))});
    }

    VariantId espresso;
};

TEST_F(GiftCardTest, ACardIsSoldFoundByItsCodeAndSpent)
{
    const IssuedGiftCard issued = issue();
    EXPECT_EQ(issued.card.codeHash, giftCodeHash(issued.code));
    ASSERT_TRUE(load(issued.card.id, 2'500));
    const Result<GiftCardView> found = store->read([&] { return findGiftCard(*store, groupedGiftCode(issued.code)); });
    ASSERT_TRUE(found);
    EXPECT_EQ(found->card.balance, euro(2'500));
    EXPECT_EQ(found->payable, euro(2'500));
    ASSERT_TRUE(spend(issued.card.id, 1'000));
    EXPECT_EQ(balanceOf(issued.card.id), euro(1'500));
    EXPECT_EQ(codeOf(spend(issued.card.id, 1'290)), QString());
    EXPECT_EQ(codeOf(spend(issued.card.id, 500)), u"gift_card.balance");
    EXPECT_EQ(store->rows().gifts().entries(issued.card.id, 10).size(), 3);
    QString wrong = issued.code;
    wrong[10] = wrong[10] == u'1' ? u'2' : u'1';
    EXPECT_EQ(store->read([&] { return findGiftCard(*store, wrong); }).error().code, u"gift_card.code");
    EXPECT_TRUE(store->check().isSound()) << qPrintable(store->check().findings.join(u' '));
}

TEST_F(GiftCardTest, WithoutAConnectionTheShopsLimitCountsInADay)
{
    const IssuedGiftCard issued = issue();
    ASSERT_TRUE(load(issued.card.id, 20'000));
    setLink(Link::Offline);
    EXPECT_EQ(store->read([&] { return findGiftCard(*store, issued.card.id); })->payable, euro(5'000));
    for (int i = 0; i < 3; ++i)
        ASSERT_TRUE(spend(issued.card.id, 1'290));
    EXPECT_EQ(codeOf(spend(issued.card.id, 1'290)), u"gift_card.offline_limit");
    EXPECT_TRUE(spend(issued.card.id, 1'130)) << "up to the limit";
    setLink(Link::Online);
    EXPECT_TRUE(spend(issued.card.id, 1'290)) << "then the balance counts alone";
}

TEST_F(GiftCardTest, ABlockedCardPaysNothingAndIsLoadedWithNothing)
{
    const IssuedGiftCard issued = issue();
    ASSERT_TRUE(load(issued.card.id, 2'000));
    GiftCard after = *store->rows().gifts().card(issued.card.id);
    const GiftCard before = after;
    after.state = GiftCardState::Blocked;
    ASSERT_TRUE(store->write([&] { return recordGiftCardEdit(*store, before, after); }));
    EXPECT_EQ(codeOf(spend(issued.card.id, 500)), u"gift_card.blocked");
    EXPECT_EQ(codeOf(load(issued.card.id, 500)), u"gift_card.blocked");
    EXPECT_EQ(balanceOf(issued.card.id), euro(2'000));
}

TEST_F(GiftCardTest, ACardInAnotherCurrencyPaysNothingAndIsLoadedWithNothing)
{
    GiftCard card;
    card.id = GiftCardId(QUuid::createUuidV5(QUuid(), u"franc"_s));
    card.codeHash = giftCodeHash(u"CG123456789012345678901234567890123436"_s);
    card.balance = Money(5'000, *Currency::fromCode(u"CHF"));
    toldBy(20, card);
    const GiftCardView view = store->read([&] { return findGiftCard(*store, card.id); }).value();
    ASSERT_TRUE(view.block);
    EXPECT_EQ(view.block->code, u"gift_card.currency");
    EXPECT_TRUE(view.payable.isZero());
    EXPECT_EQ(codeOf(spend(card.id, 1'290)), u"gift_card.currency");
    EXPECT_EQ(codeOf(load(card.id, 500)), u"gift_card.currency");
    EXPECT_EQ(balanceOf(card.id), card.balance);
}

TEST_F(GiftCardTest, MoneyGoesBackToTheCardAndAsCreditOfACustomer)
{
    const IssuedGiftCard issued = issue();
    ASSERT_TRUE(load(issued.card.id, 2'000));
    Customer mira;
    mira.name = u"Mira"_s;
    const CustomerId customer = store->write([&] { return recordNewCustomer(*store, mira); }).value();
    const Sale sold = spend(issued.card.id, 1'290, customer).value();
    const auto takeBackTo = [&](RefundTo to) {
        ReturnDraft draft;
        draft.sale = sold.id;
        draft.lines = {{0, Quantity(1)}};
        draft.to = to;
        return store->write([&] { return recordReturnOf(*store, draft); });
    };
    ASSERT_TRUE(takeBackTo(RefundTo::StoreCredit));
    EXPECT_EQ(storeCreditOf(*store, customer).card.balance, euro(1'290));
    EXPECT_EQ(balanceOf(issued.card.id), euro(710));
    EXPECT_EQ(takeBackTo(RefundTo::Original).error().code, u"return.exceeds");
    ASSERT_TRUE(spend({}, 1'290, customer));
    EXPECT_EQ(storeCreditOf(*store, customer).card.balance, euro(0));
    EXPECT_EQ(codeOf(spend({}, 1, customer)), u"gift_card.balance");
    EXPECT_EQ(codeOf(spend({}, 1)), u"payment.customer");
    const Sale again = spend(issued.card.id, 710).value();
    ReturnDraft all;
    all.sale = again.id;
    all.lines = {{0, Quantity(1)}};
    ASSERT_TRUE(store->write([&] { return recordReturnOf(*store, all); }));
    EXPECT_EQ(balanceOf(issued.card.id), euro(710)) << "back to the card that paid, up to what came from it";
}

TEST_F(GiftCardTest, WhatACustomersCreditPaidGoesBackToNobodyElse)
{
    const auto customerNamed = [&](const QString &name) {
        Customer customer;
        customer.name = name;
        return store->write([&] { return recordNewCustomer(*store, customer); }).value();
    };
    const CustomerId mira = customerNamed(u"Mira"_s);
    const CustomerId otto = customerNamed(u"Otto"_s);
    const GiftCard credit = storeCreditOf(*store, mira).card;
    ASSERT_TRUE(store->write([&] { return recordGiftCardAdjust(*store, credit, euro(1'290), u"Apology"_s); }));
    ReturnDraft all;
    all.sale = spend({}, 1'290, mira).value().id;
    all.lines = {{0, Quantity(1)}};
    all.bought.customer = otto;
    EXPECT_EQ(store->read([&] { return quoteReturn(*store, all); }).error().code, u"payment.customer");
    EXPECT_EQ(codeOf(store->write([&] { return recordReturnOf(*store, all); })), u"payment.customer");
    all.bought.customer.reset();
    ASSERT_TRUE(store->write([&] { return recordReturnOf(*store, all); }));
    EXPECT_EQ(storeCreditOf(*store, mira).card.balance, euro(1'290));
    EXPECT_EQ(storeCreditOf(*store, otto).card.balance, euro(0));
}

TEST_F(GiftCardTest, WhatIsOnItsWayLiesOverWhatThePlatformSays)
{
    GiftCard card;
    card.id = GiftCardId(QUuid::createUuidV5(QUuid(), u"card"_s));
    card.codeHash = giftCodeHash(u"CG123456789012345678901234567890123436"_s);
    card.balance = euro(5'000);
    answer(10);
    toldBy(20, card);
    ASSERT_TRUE(spend(card.id, 1'000));
    EXPECT_EQ(balanceOf(card.id), euro(4'000));
    card.balance = euro(3'000); // another register took some
    toldBy(30, card);
    EXPECT_EQ(balanceOf(card.id), euro(2'000));
    answer(40);
    card.balance = euro(2'000);
    toldBy(40, card);
    EXPECT_EQ(balanceOf(card.id), euro(2'000)) << "it counts once";
}

TEST_F(GiftCardTest, WhatAManagerAdjustsCountsAtOnce)
{
    const IssuedGiftCard issued = issue();
    const auto adjust = [&](std::int64_t minor, const QString &reason) {
        return store->write([&] { return recordGiftCardAdjust(*store, issued.card, euro(minor), reason); });
    };
    EXPECT_EQ(adjust(0, u"x"_s).error().code, u"gift_card.amount");
    EXPECT_EQ(adjust(5, u" "_s).error().code, u"gift_card.reason");
    ASSERT_TRUE(adjust(700, u"As an apology"_s));
    EXPECT_EQ(balanceOf(issued.card.id), euro(700));
}

} // namespace
} // namespace crema::sync::testing
