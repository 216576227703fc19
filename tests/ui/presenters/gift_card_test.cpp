// SPDX-License-Identifier: GPL-3.0-or-later
// Gift cards and store credit at the till: sold, loaded, paid with, and paid back to.
#include "models/giftcards/gift_code.h"
#include "tests/ui/testing/till_fixture.h"

#include <QSignalSpy>

#include <gtest/gtest.h>

#include <algorithm>

namespace crema {

namespace {

using namespace Qt::StringLiterals;
using testing::Till;

const QString flatWhite = u"4006381333931"_s;
const QString code = u"CG123456789012345678901234567890123436"_s;

struct GiftTill : Till {
    /// A card that was sold before.
    GiftCard known(std::int64_t minor, GiftCardState state = GiftCardState::Active)
    {
        GiftCard card;
        card.id = GiftCardId(QUuid::createUuidV5(QUuid(), u"card"_s));
        card.codeHash = giftCodeHash(code);
        card.lastDigits = lastDigitsOf(code);
        card.state = state;
        card.balance = Money(minor, desk.state().currency());
        desk.addGiftCard(card);
        return card;
    }
    void pay()
    {
        presenter.enterCode(flatWhite);
        QCoreApplication::processEvents();
        presenter.startPaying();
        clock.advance(1000);
        ASSERT_EQ(presenter.mode(), TillMode::Paying);
    }
    void scan(const QString &what)
    {
        presenter.enterCode(what);
        QCoreApplication::processEvents();
    }
    std::int64_t left() { return desk.giftCardsHere().first().balance.minor(); }
};

} // namespace

TEST(TillGiftCard, ANewOneIsSoldWithASaleOfItsOwnAndItsCodeIsShownOnce)
{
    GiftTill till;
    QSignalSpy sold(&till.shop.giftCard, &GiftCardPresenter::sold);
    till.shop.giftCard.want();
    till.shop.giftCard.sell(u"25"_s, PaymentMethod::Cash);
    QCoreApplication::processEvents();
    ASSERT_EQ(sold.size(), 1);
    ASSERT_EQ(till.desk.giftCardsHere().size(), 1);
    EXPECT_EQ(till.left(), 2'500);
    const QString shown = till.shop.giftCard.soldCode();
    EXPECT_EQ(giftCodeHash(giftCodeIn(shown).value_or(QString())), till.desk.giftCardsHere().first().codeHash);
    EXPECT_TRUE(till.desk.soldHere().last().sale.lines.first().giftCard);
    till.shop.giftCard.want();
    EXPECT_TRUE(till.shop.giftCard.soldCode().isEmpty());
}

TEST(TillGiftCard, OneThatIsShownIsLoadedAndLookedAt)
{
    GiftTill till;
    till.known(700);
    QSignalSpy wanted(&till.shop.giftCard, &GiftCardPresenter::wanted);
    till.scan(code);
    ASSERT_EQ(wanted.size(), 1) << "a card that is scanned while nothing is paid";
    ASSERT_TRUE(till.shop.giftCard.isKnown());
    EXPECT_TRUE(till.shop.giftCard.cardText().contains(u"€7.00"_s)) << qPrintable(till.shop.giftCard.cardText());
    till.shop.giftCard.sell(u"nothing"_s, PaymentMethod::Cash);
    EXPECT_FALSE(till.shop.giftCard.problem(u"amount"_s).isEmpty());
    till.shop.giftCard.sell(u"10"_s, PaymentMethod::Card);
    QCoreApplication::processEvents();
    EXPECT_EQ(till.left(), 1'700);
    EXPECT_TRUE(till.shop.giftCard.soldCode().isEmpty()) << "nobody has the code of a card that was sold before";
}

TEST(TillGiftCard, ASaleThatFailsMakesNoSecondCard)
{
    GiftTill till;
    till.shop.giftCard.want();
    till.desk.failSale = Problem{ProblemKind::Failed, u"store.write"_s, u"The disk is full."_s, {}, {}};
    till.shop.giftCard.sell(u"25"_s, PaymentMethod::Cash);
    QCoreApplication::processEvents();
    EXPECT_FALSE(till.shop.giftCard.isBusy());
    till.shop.giftCard.sell(u"25"_s, PaymentMethod::Cash);
    QCoreApplication::processEvents();
    EXPECT_EQ(till.desk.giftCardsHere().size(), 1);
    EXPECT_EQ(till.left(), 2'500);
}

TEST(TillGiftCard, OneThatIsScannedWhilePayingPaysAllOrItsPart)
{
    GiftTill till;
    till.known(200);
    till.pay();
    till.scan(code);
    EXPECT_EQ(till.presenter.payment().method, PaymentMethod::GiftCard);
    EXPECT_EQ(till.presenter.payment().receivedMinor, 200);
    ASSERT_TRUE(till.presenter.payment().mayTakePart);
    till.presenter.takePart();
    EXPECT_EQ(till.presenter.payment().method, PaymentMethod::Cash) << "the card is empty";
    till.clock.advance(1000);
    till.presenter.takeTender();
    QCoreApplication::processEvents();
    ASSERT_EQ(till.presenter.mode(), TillMode::ChangeDue);
    EXPECT_EQ(till.left(), 0);
    const QList<Payment> payments = till.desk.soldHere().last().sale.payments;
    ASSERT_EQ(payments.size(), 2);
    EXPECT_EQ(payments.first().giftCard, till.desk.giftCardsHere().first().id);
}

TEST(TillGiftCard, OneThatIsBlockedEmptyOrMisreadPaysNothing)
{
    GiftTill till;
    till.known(5'000, GiftCardState::Blocked);
    till.pay();
    till.scan(code);
    EXPECT_EQ(till.presenter.payment().method, PaymentMethod::Cash);
    EXPECT_NE(till.presenter.message()->tone, Tone::Ok);
    QSignalSpy refused(&till.presenter, &TillPresenter::codeRefused);
    QString wrong = code;
    wrong[10] = u'0';
    till.scan(wrong);
    EXPECT_EQ(refused.size(), 1);
    EXPECT_EQ(till.presenter.mode(), TillMode::Paying);
}

TEST(TillGiftCard, CreditIsOfferedToWhomItBelongs)
{
    GiftTill till;
    till.desk.addExampleCustomers();
    const auto lena = std::ranges::find_if(till.desk.customersHere(),
                                           [](const Customer &each) { return each.name.startsWith(u"Lena"); });
    ASSERT_NE(lena, till.desk.customersHere().end());
    const Customer customer = *lena;
    GiftCard credit = emptyStoreCredit(customer.id, till.desk.state().currency());
    credit.balance = Money(9'000, till.desk.state().currency());
    till.desk.addGiftCard(credit);
    till.pay();
    EXPECT_FALSE(till.presenter.actions().find(u"till.store-credit")->isEnabled());
    till.presenter.chooseTender(PaymentMethod::StoreCredit);
    EXPECT_EQ(till.presenter.payment().method, PaymentMethod::Cash);
    till.presenter.backToSale();
    till.shop.cartSteps.open(CartStep::Customer);
    till.shop.cartSteps.customer().setSearchText(u"Lena"_s);
    till.clock.advance(1000);
    till.shop.cartSteps.customer().attach(0);
    QCoreApplication::processEvents();
    till.presenter.startPaying();
    QCoreApplication::processEvents();
    ASSERT_TRUE(till.presenter.actions().find(u"till.store-credit")->isEnabled());
    till.presenter.chooseTender(PaymentMethod::StoreCredit);
    till.clock.advance(1000);
    till.presenter.takeTender();
    QCoreApplication::processEvents();
    ASSERT_EQ(till.presenter.mode(), TillMode::ChangeDue);
    EXPECT_EQ(till.desk.soldHere().last().sale.payments.first().method, PaymentMethod::StoreCredit);
    EXPECT_TRUE(till.presenter.message()->hint.contains(u"of store credit is left"_s))
        << till.presenter.message()->hint.toStdString();
    EXPECT_LT(till.left(), 9'000);
}

} // namespace crema
