// SPDX-License-Identifier: GPL-3.0-or-later
// Gift cards and store credit by their rules alone: codes, what may be paid, what follows from documents, and that no
// value is lost or doubled in whatever order documents come.
#include "models/base/json.h"
#include "models/feed/gift_card_codec.h"
#include "models/giftcards/gift_code.h"
#include "models/giftcards/gift_sale.h"
#include "models/operations/apply.h"
#include "models/operations/apply_gift_cards.h"
#include "models/operations/bodies.h"
#include "models/operations/gift_card_bodies.h"
#include "models/operations/operation_types.h"
#include "models/selling/check_sale.h"
#include "models/selling/return_rules.h"
#include "models/selling/shift_totals.h"
#include "tests/models/generators.h"
#include "tests/testing/memory_aggregates.h"
#include "tests/testing/seeded_randomness.h"

#include <QFile>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <random>

namespace crema {
namespace {

using namespace Qt::StringLiterals;
using testing::euro;

const GiftCardId cardId(testing::uuid(201));
const CustomerId mira(testing::uuid(202));
const QDate day(2026, 11, 30);

GiftCard cardWith(std::int64_t minor)
{
    GiftCard card;
    card.id = cardId;
    card.codeHash = giftCodeHash(u"CG123456789012345678901234567890123436"_s);
    card.lastDigits = u"3436"_s;
    card.balance = euro(minor);
    return card;
}

QString codeOf(const Result<void> &result)
{
    return result ? QString() : result.error().code;
}

Quote emptyQuote()
{
    Cart cart;
    cart.currency = testing::currency(u"EUR");
    return quote(cart, {}).value();
}

/// A sale of one card, paid in cash.
Sale loading(std::uint32_t number, GiftCardId card, std::int64_t minor)
{
    SaleHeader header = testing::saleHeader();
    header.id = SaleId(testing::uuid(number));
    header.number = u"MAIN-2-%1"_s.arg(number, 6, 10, QLatin1Char('0'));
    const Quote quoted = withGiftCards(emptyQuote(), {{card, u"3436"_s, euro(minor)}}).value();
    return completeSale(quoted, {{PaymentMethod::Cash, euro(minor)}}, {}, header).value();
}

/// A sale of something for `minor`, paid with the card or, without one, by store credit of Mira.
Sale spending(std::uint32_t number, const std::optional<GiftCardId> &card, std::int64_t minor)
{
    Sale sale = loading(number, GiftCardId(testing::uuid(999)), minor);
    for (SaleLine &line : sale.lines)
        line.giftCard.reset();
    sale.taxes = {{TaxRate(), euro(minor), euro(0), euro(minor)}};
    sale.customer = card ? std::optional<CustomerId>() : mira;
    sale.payments = {{card ? PaymentMethod::GiftCard : PaymentMethod::StoreCredit, euro(minor), euro(minor), euro(0)}};
    sale.payments[0].giftCard = card;
    return sale;
}

Operation operationOf(const Sale &sale)
{
    Operation operation;
    operation.id = OperationId(sale.id.value());
    operation.type = operation::saleComplete.toString();
    operation.occurredAt = sale.completedAt;
    return operation;
}

QStringList booked(const Sale &sale, testing::MemoryAggregates &world)
{
    QStringList reviews;
    bookGiftCards(operationOf(sale), sale, world, reviews);
    world.save(sale);
    return reviews;
}

/// What the documents say, added up by itself.
std::int64_t sumOfDocuments(const testing::MemoryAggregates &world, GiftCardId id)
{
    std::int64_t sum = 0;
    for (const Sale &sale : world.sales) {
        for (const SaleLine &line : sale.lines)
            sum += line.giftCard == id ? line.gross.minor() : 0;
        for (const Payment &payment : sale.payments)
            sum -= payment.giftCard == id ? payment.amount.minor() : 0;
    }
    for (const GiftEntry &entry : world.giftEntries)
        sum += entry.card == id ? entry.amount.minor() : 0;
    return sum;
}

RC_GTEST_PROP(GiftCode, EachOneIsReadBackAndOneWrongDigitOrTwoInTheWrongOrderAreNot, ())
{
    testing::SeededRandomness randomness(*rc::gen::arbitrary<std::uint64_t>());
    const QString code = makeGiftCode(randomness);
    RC_ASSERT(giftCodeIn(code) == code);
    RC_ASSERT(typedGiftCode(groupedGiftCode(code.mid(2))) == code);
    RC_ASSERT(giftCodeIn(u" "_s + groupedGiftCode(code).toLower()) == code);
    RC_ASSERT(isGiftCodeHash(giftCodeHash(code)));
    const auto at = *rc::gen::inRange<qsizetype>(2, code.size() - 1);
    QString wrong = code;
    wrong[at] = QChar(u'0' + (wrong[at].unicode() - u'0' + *rc::gen::inRange(1, 10)) % 10);
    RC_ASSERT(!giftCodeIn(wrong));
    QString swapped = code;
    std::swap(swapped[at], swapped[at + 1]);
    RC_ASSERT(swapped == code || !giftCodeIn(swapped));
}

TEST(GiftCode, NothingElseIsOne)
{
    for (const QString &other : {u""_s, u"CG"_s, u"4006381333931"_s, u"CB1234567890123456789012345678901234"_s,
                                 u"CG12345678901234567890123456789012343"_s, u"MAIN-2-000123"_s})
        EXPECT_FALSE(giftCodeIn(other)) << qPrintable(other);
    EXPECT_TRUE(isLikeGiftCode(u"cg12345678901234567890123456"));
    EXPECT_FALSE(isLikeGiftCode(u"CG1234"));
    EXPECT_FALSE(isLikeGiftCode(u"CGN-ARABICA"));
}

TEST(GiftCard, PaysWhatIsOnItUntilItIsBlockedOrEnds)
{
    GiftCard card = cardWith(1'000);
    card.expires = day;
    EXPECT_EQ(codeOf(mayPay(card, euro(1'000), day)), QString());
    EXPECT_EQ(codeOf(mayPay(card, euro(1'001), day)), u"gift_card.balance");
    EXPECT_EQ(codeOf(mayPay(card, euro(1), day.addDays(1))), u"gift_card.expired");
    EXPECT_EQ(codeOf(mayPay(card, Money(1, testing::currency(u"CHF")), day)), u"gift_card.currency");
    card.state = GiftCardState::Blocked;
    EXPECT_EQ(codeOf(mayPay(card, euro(1), day)), u"gift_card.blocked");
    EXPECT_EQ(codeOf(mayPayOffline({50, euro(4'000)}, euro(1'000))), QString());
    EXPECT_EQ(codeOf(mayPayOffline({50, euro(4'000)}, euro(1'001))), u"gift_card.offline_limit");
    EXPECT_EQ(codeOf(mayPayOffline({0, euro(0)}, euro(1))), u"gift_card.offline_limit");
}

TEST(GiftSale, ACardIsSoldWithoutTaxBesideTheGoodsAndIsNoRevenue)
{
    Cart cart;
    cart.currency = testing::currency(u"EUR");
    cart.lines = {testing::article(1, 400)};
    cart.discounts = {{u"Members"_s, 1'000, std::nullopt}};
    const Quote goods = quote(cart, {}).value();
    const Quote both = withGiftCards(goods, {{cardId, u"3436"_s, euro(2'500)}}).value();
    EXPECT_EQ(both.taxes, goods.taxes);
    EXPECT_EQ(both.discounts, goods.discounts) << "no discount reaches a card";
    EXPECT_EQ(both.total, goods.total + euro(2'500));
    const Sale sale = completeSale(both, {{PaymentMethod::Card, both.total}}, {}, testing::saleHeader()).value();
    EXPECT_EQ(checkSale(sale), QStringList());
    EXPECT_EQ(loadedBy(sale), euro(2'500));
    EXPECT_EQ(body::schemaOf(sale), 3);

    ShiftAdder adder(sale.total.currency());
    adder.add(sale);
    EXPECT_EQ(adder.figures().giftCards, euro(2'500));
    EXPECT_TRUE(addsUp(adder.figures()));
    EXPECT_FALSE(withGiftCards(goods, {{cardId, {}, euro(0)}}));
    EXPECT_EQ(withGiftCards(goods, {{cardId, {}, Money(1, testing::currency(u"CHF"))}}).error().code, u"cart.currency");
}

TEST(GiftSale, ACardIsNotTakenBackAndMoneyGoesBackToWhereItIsNamed)
{
    const Sale sold = loading(1, cardId, 2'500);
    EXPECT_TRUE(returnable(sold, {})[0].left.isZero());
    EXPECT_EQ(takeBack(sold, {}, {{0, Quantity(1)}}).error().code, u"return.gift_card");

    const Sale spent = spending(2, cardId, 700);
    const Refund original = refundOf(euro(700), {RefundTo::Original, spent, {}}, {});
    ASSERT_EQ(original.payments.size(), 1);
    EXPECT_EQ(original.payments[0].giftCard, cardId) << "back to the card that paid";
    RefundBasis basis{RefundTo::GiftCard, spent, {}};
    basis.giftCard = GiftCardId(testing::uuid(205));
    EXPECT_EQ(refundOf(euro(700), basis, {}).payments[0].giftCard, basis.giftCard);
    basis.to = RefundTo::StoreCredit;
    const Refund credit = refundOf(euro(703), basis, CashRounding{5});
    ASSERT_EQ(credit.payments.size(), 1);
    EXPECT_EQ(credit.payments[0].method, PaymentMethod::StoreCredit);
    EXPECT_EQ(credit.payments[0].amount, euro(-703)) << "nothing is rounded that is not cash";

    const QList<ReturnedLine> back = takeBack(spent, {}, everythingLeft(spent, {}, {}, true)).value();
    RefundBasis nowhere{RefundTo::GiftCard, spent, {}};
    EXPECT_EQ(completeReturn(emptyQuote(), back, {}, nowhere, {}, testing::saleHeader()).error().code,
              u"payment.gift_card");
    nowhere.to = RefundTo::StoreCredit;
    EXPECT_EQ(completeReturn(emptyQuote(), back, {}, nowhere, {}, testing::saleHeader()).error().code,
              u"payment.customer");
}

TEST(GiftLedger, SpendingMoreThanThereIsIsLookedAtAndNeverRefused)
{
    testing::MemoryAggregates world;
    world.save(cardWith(0));
    EXPECT_EQ(booked(loading(1, cardId, 1'000), world), QStringList());
    EXPECT_EQ(booked(spending(2, cardId, 1'000), world), QStringList());
    EXPECT_EQ(booked(spending(3, cardId, 1), world), QStringList{u"gift_card.overdrawn"_s});
    EXPECT_EQ(world.giftCards[cardId].balance, euro(-1));
    world.giftCards[cardId].state = GiftCardState::Blocked;
    EXPECT_TRUE(booked(spending(4, cardId, 1), world).contains(u"gift_card.blocked"_s));
    EXPECT_EQ(world.giftCards[cardId].balance.minor(), sumOfDocuments(world, cardId));
}

TEST(GiftLedger, ACardThatComesAfterItsSaleHasWhatTheSaleLoaded)
{
    testing::MemoryAggregates world;
    EXPECT_EQ(booked(loading(1, cardId, 1'000), world), QStringList{u"gift_card.unknown"_s});
    Operation create;
    create.id = OperationId(testing::uuid(30));
    create.type = operation::giftCardCreate.toString();
    create.subject = {u"gift_card"_s, cardId.value()};
    create.body = body::toJson(cardWith(0));
    EXPECT_EQ(applyOperation(create, world, MergeMode::Judge).outcome, Outcome::Applied);
    EXPECT_EQ(world.giftCards[cardId], cardWith(1'000));
    EXPECT_EQ(applyOperation(create, world, MergeMode::Judge).outcome, Outcome::Refused) << "once";
}

TEST(GiftLedger, ACardThatWasBlockedBeforeItCameStaysBlocked)
{
    testing::MemoryAggregates world;
    EXPECT_EQ(booked(loading(1, cardId, 1'000), world), QStringList{u"gift_card.unknown"_s});
    world.giftCards[cardId].state = GiftCardState::Blocked;
    Operation create;
    create.id = OperationId(testing::uuid(30));
    create.type = operation::giftCardCreate.toString();
    create.subject = {u"gift_card"_s, cardId.value()};
    create.body = body::toJson(cardWith(0));
    EXPECT_EQ(applyOperation(create, world, MergeMode::Judge).outcome, Outcome::Applied);
    EXPECT_EQ(world.giftCards[cardId].state, GiftCardState::Blocked);
    EXPECT_EQ(world.giftCards[cardId].balance, euro(1'000));
}

TEST(GiftLedger, StoreCreditBeginsWithItsFirstDocumentAndIsTheCustomers)
{
    testing::MemoryAggregates world;
    Sale back = spending(1, std::nullopt, 900);
    back.payments[0].amount = back.payments[0].tendered = euro(-900);
    EXPECT_EQ(booked(back, world), QStringList());
    EXPECT_EQ(booked(spending(2, std::nullopt, 400), world), QStringList());
    const GiftCard credit = world.giftCards[storeCreditId(mira, testing::currency(u"EUR"))];
    EXPECT_EQ(credit.balance, euro(500));
    EXPECT_EQ(credit.customer, mira);
    Sale nobodys = spending(3, std::nullopt, 100);
    nobodys.customer.reset();
    EXPECT_EQ(booked(nobodys, world), QStringList{u"gift_card.unknown"_s});
}

TEST(GiftLedger, AManagerAdjustsWithAReasonAndBlocks)
{
    testing::MemoryAggregates world;
    world.save(cardWith(1'000));
    Operation adjust;
    adjust.id = OperationId(testing::uuid(31));
    adjust.type = operation::giftCardAdjust.toString();
    adjust.subject = {u"gift_card"_s, cardId.value()};
    adjust.body = body::toJson(body::GiftCardAdjust{euro(-250), u"Loaded twice"_s, {}});
    EXPECT_EQ(applyOperation(adjust, world, MergeMode::Judge).outcome, Outcome::Applied);
    EXPECT_EQ(world.giftCards[cardId].balance, euro(750));
    ASSERT_EQ(world.giftEntries.size(), 1);
    EXPECT_EQ(world.giftEntries[0].reason, u"Loaded twice");
    adjust.body = body::toJson(body::GiftCardAdjust{Money(1, testing::currency(u"CHF")), u"x"_s, {}});
    EXPECT_EQ(applyOperation(adjust, world, MergeMode::Judge).outcome, Outcome::Refused);
    adjust.body = body::toJson(body::GiftCardAdjust{euro(0), u"x"_s, {}});
    EXPECT_EQ(applyOperation(adjust, world, MergeMode::Judge).outcome, Outcome::DeadLetter);
    adjust.body = body::toJson(body::GiftCardAdjust{euro(300), u"Sorry"_s, mira});
    adjust.subject.id = storeCreditId(mira, testing::currency(u"EUR")).value();
    EXPECT_EQ(applyOperation(adjust, world, MergeMode::Judge).outcome, Outcome::Applied) << "the first of a customer";

    GiftCard blocked = world.giftCards[cardId];
    blocked.state = GiftCardState::Blocked;
    Operation edit = adjust;
    edit.type = operation::giftCardEdit.toString();
    edit.subject.id = cardId.value();
    edit.body =
        editToJson(editBetween(codec::toJson(world.giftCards[cardId]), codec::toJson(blocked), body::giftCardFields()));
    EXPECT_EQ(applyOperation(edit, world, MergeMode::Judge).outcome, Outcome::Applied);
    EXPECT_EQ(world.giftCards[cardId], blocked);
    edit.body = {{u"fields"_s, QJsonObject{{u"balance"_s, QJsonObject{{u"from"_s, 1}, {u"to"_s, 2}}}}}};
    EXPECT_EQ(applyOperation(edit, world, MergeMode::Judge).outcome, Outcome::DeadLetter) << "no edit sets a balance";
}

TEST(GiftLedger, ABodySetsWhatItIsForAndNothingElse)
{
    testing::MemoryAggregates world;
    Operation create;
    create.id = OperationId(testing::uuid(32));
    create.type = operation::giftCardCreate.toString();
    create.subject = {u"gift_card"_s, cardId.value()};
    create.body = body::toJson(cardWith(0));
    create.body.insert(u"balance"_s, codec::toJson(cardWith(9'900)).value(u"balance"_s));
    create.body.insert(u"customer"_s, mira.toString());
    create.body.insert(u"id"_s, GiftCardId(testing::uuid(203)).toString());
    create.body.insert(u"state"_s, u"blocked"_s);
    EXPECT_EQ(applyOperation(create, world, MergeMode::Judge).outcome, Outcome::Applied);
    EXPECT_EQ(world.giftCards.size(), 1);
    EXPECT_EQ(world.giftCards[cardId], cardWith(0)) << "empty, active and nobody's";

    Operation edit = create;
    edit.type = operation::giftCardEdit.toString();
    const QJsonObject stored = codec::toJson(cardWith(0));
    const QStringList never{u"balance"_s, u"code_hash"_s, u"customer"_s, u"id"_s, u"last_digits"_s};
    for (const QString &name : never) {
        const QJsonObject change{{u"from"_s, stored.value(name)}, {u"to"_s, u"taken over"_s}};
        edit.body = {{u"fields"_s, QJsonObject{{name, change}}}};
        EXPECT_EQ(applyOperation(edit, world, MergeMode::Judge).outcome, Outcome::DeadLetter) << qPrintable(name);
    }
    EXPECT_EQ(world.giftCards[cardId], cardWith(0));
}

/// Whatever order documents come in, the balance is what they say, and at the end the same.
RC_GTEST_PROP(GiftLedger, TheBalanceIsTheSumOfTheDocumentsInAnyOrder, ())
{
    QList<Sale> sales;
    const int count = *rc::gen::inRange(1, 12);
    for (int i = 0; i < count; ++i) {
        const auto number = static_cast<std::uint32_t>(i + 1);
        const auto minor = *rc::gen::inRange<std::int64_t>(1, 5'000);
        Sale sale = *rc::gen::arbitrary<bool>() ? loading(number, cardId, minor) : spending(number, cardId, minor);
        if (!sale.lines[0].giftCard && *rc::gen::arbitrary<bool>())
            sale.payments[0].amount = -sale.payments[0].amount; // paid back
        sales.append(sale);
    }
    std::optional<Money> balance;
    for (int order = 0; order < 3; ++order) {
        testing::MemoryAggregates world;
        world.save(cardWith(0));
        std::mt19937_64 random(*rc::gen::arbitrary<std::uint64_t>());
        QList<Sale> shuffled = sales;
        std::shuffle(shuffled.begin(), shuffled.end(), random);
        for (const Sale &sale : std::as_const(shuffled)) {
            (void)booked(sale, world);
            RC_ASSERT(world.giftCards[cardId].balance.minor() == sumOfDocuments(world, cardId));
        }
        RC_ASSERT(!balance || *balance == world.giftCards[cardId].balance);
        balance = world.giftCards[cardId].balance;
    }
}

TEST(GiftWire, ACardIsAFeedRowOfTheCompany)
{
    QFile file(qEnvironmentVariable("CREMA_SOURCE") + u"/tests/wire/feed/gift_card.1.json"_s);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QJsonObject json = json::readStrict(file.readAll())->value(u"entity"_s).toObject();
    const Result<GiftCard> card = codec::readGiftCard(json);
    ASSERT_TRUE(card) << qPrintable(card.error().message);
    EXPECT_EQ(json::writeCanonical(codec::toJson(*card)), json::writeCanonical(json));
    EXPECT_EQ(card->codeHash, cardWith(0).codeHash);
    QJsonObject other = json;
    other.insert(u"state"_s, u"lost"_s);
    EXPECT_FALSE(codec::readGiftCard(other));
}

} // namespace
} // namespace crema
