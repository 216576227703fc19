// SPDX-License-Identifier: GPL-3.0-or-later
// Paying in several ways: by card, in parts, on account, and in cash where the smallest coin is not a cent.
#include "tests/ui/testing/till_fixture.h"

#include <gtest/gtest.h>

namespace crema {

using namespace testing;

namespace {

constexpr int cash = 0;
constexpr int card = 1;
constexpr int account = 2;

class TillTenders : public ::testing::Test
{
protected:
    void pay(const char *code)
    {
        till.presenter.enterCode(QString::fromLatin1(code));
        till.presenter.startPaying();
    }

    /// What the last sale was paid with: "card 2000".
    [[nodiscard]] QStringList paidWith() const
    {
        QStringList texts;
        for (const Payment &paid : till.desk.soldHere().last().sale.payments)
            texts.append(paymentMethodText(paid.method) + u' ' + QString::number(paid.tendered.minor()));
        return texts;
    }

    void takeNext()
    {
        till.clock.advance(1000); // not the second half of a double press
        till.presenter.takeTender();
    }

    Till till;
    TillPresenter &presenter = till.presenter;
    const PaymentView &payment = till.presenter.payment();
};

} // namespace

TEST_F(TillTenders, ACardPaysTheExactAmount)
{
    pay("GUJI-250");
    presenter.chooseTender(PaymentMethod::Card);
    EXPECT_TRUE(payment.choices.at(card).chosen);
    EXPECT_EQ(payment.receivedText, QStringLiteral("€14.50"));
    ASSERT_EQ(payment.quickAmounts.size(), 1) << "nobody hands a card terminal more than is due";
    EXPECT_EQ(presenter.actions().find(u"till.pay")->text(), QStringLiteral("Take €14.50 by card"));
    presenter.takeTender();
    ASSERT_EQ(presenter.mode(), TillMode::ChangeDue);
    EXPECT_EQ(paidWith(), QStringList{QStringLiteral("card 1450")});
    EXPECT_EQ(presenter.change().paidText, QStringLiteral("€14.50 by card"));
    EXPECT_FALSE(presenter.change().hasChange);
    EXPECT_EQ(presenter.totals().rows, (QList<AmountRow>{{QStringLiteral("Card"), QStringLiteral("€14.50")}}));
    EXPECT_TRUE(presenter.receiptText(42).contains(QStringLiteral("Card")));
}

TEST_F(TillTenders, ACardGivesNoChange)
{
    pay("GUJI-250");
    presenter.chooseTender(PaymentMethod::Card);
    presenter.setReceived(2000);
    EXPECT_FALSE(payment.enough);
    EXPECT_TRUE(payment.changeText.isEmpty());
    EXPECT_FALSE(presenter.actions().find(u"till.pay")->isEnabled());
    presenter.takeTender();
    EXPECT_EQ(presenter.mode(), TillMode::Paying);
    EXPECT_EQ(presenter.message()->hint, QStringLiteral("Only cash gives change."));
    presenter.clearReceived();
    presenter.takeTender();
    EXPECT_EQ(presenter.mode(), TillMode::Paying) << "an amount was refused, so the right one is typed";
    EXPECT_TRUE(till.desk.soldHere().isEmpty());
}

TEST_F(TillTenders, APartByCardAndTheRestInCash)
{
    pay("GUJI-250");
    presenter.chooseTender(PaymentMethod::Card);
    presenter.setReceived(1000);
    EXPECT_EQ(payment.missingText, QStringLiteral("€4.50 is missing"));
    EXPECT_TRUE(presenter.actions().find(u"till.part")->trigger());
    EXPECT_EQ(presenter.mode(), TillMode::Paying);
    EXPECT_EQ(payment.dueText, QStringLiteral("€4.50"));
    ASSERT_EQ(payment.taken.size(), 1);
    EXPECT_EQ(payment.taken.first().text, QStringLiteral("Card"));
    EXPECT_EQ(payment.rows.last(), (AmountRow{QStringLiteral("Paid"), QStringLiteral("−€10.00")}));
    EXPECT_TRUE(till.desk.soldHere().isEmpty()) << "it is recorded once, when all is paid";
    presenter.chooseTender(PaymentMethod::Cash);
    presenter.setReceived(1000);
    takeNext();
    ASSERT_EQ(presenter.mode(), TillMode::ChangeDue);
    EXPECT_EQ(paidWith(), (QStringList{QStringLiteral("card 1000"), QStringLiteral("cash 1000")}));
    EXPECT_EQ(presenter.change().changeText, QStringLiteral("€5.50"));
    EXPECT_EQ(presenter.change().paidText, QStringLiteral("€10.00 by card and €10.00 cash for €14.50"));
}

TEST_F(TillTenders, APartIsNeverTakenByEnter)
{
    pay("GUJI-250");
    presenter.setReceived(200);
    takeNext();
    takeNext();
    EXPECT_EQ(presenter.mode(), TillMode::Paying);
    EXPECT_TRUE(payment.taken.isEmpty()) << "2.00 for 20.00 is a slip more often than a part";
    EXPECT_TRUE(payment.mayTakePart);
}

TEST_F(TillTenders, ThePressAfterAPartIsNotAlreadyTheRest)
{
    pay("GUJI-250");
    presenter.splitEvenly();
    Action &next = *presenter.actions().find(u"till.pay");
    till.clock.advance(1000);
    next.trigger();
    next.trigger();
    presenter.takeTender();
    EXPECT_EQ(payment.taken.size(), 1);
    EXPECT_EQ(presenter.mode(), TillMode::Paying);
    till.clock.advance(TillPresenter::doublePressMs);
    next.trigger();
    EXPECT_EQ(presenter.mode(), TillMode::ChangeDue);
}

TEST_F(TillTenders, APartIsGivenBack)
{
    pay("GUJI-250");
    presenter.setReceived(1000);
    presenter.takePart();
    EXPECT_FALSE(presenter.actions().find(u"till.back")->isEnabled());
    presenter.backToSale();
    EXPECT_EQ(presenter.mode(), TillMode::Paying) << "money that was taken is not forgotten on the way back";
    EXPECT_EQ(presenter.message()->text, QStringLiteral("€10.00 of this sale is paid already."));
    presenter.giveBackTender(1);
    ASSERT_EQ(payment.taken.size(), 1);
    presenter.giveBackTender(0);
    EXPECT_TRUE(payment.taken.isEmpty());
    EXPECT_EQ(payment.dueText, QStringLiteral("€14.50"));
    EXPECT_TRUE(payment.rows.isEmpty());
    presenter.backToSale();
    EXPECT_EQ(presenter.mode(), TillMode::Selling);
}

TEST_F(TillTenders, ADoublePressGivesBackOnePart)
{
    pay("GUJI-250");
    for (const std::int64_t part : {300, 400, 500}) {
        presenter.setReceived(part);
        presenter.takePart();
    }
    presenter.giveBackTender(0);
    presenter.giveBackTender(0);
    ASSERT_EQ(payment.taken.size(), 2) << "the next one came under the finger";
    till.clock.advance(TillPresenter::doublePressMs);
    presenter.notePress(10'000);
    presenter.giveBackTender(0);
    till.clock.advance(5'000);
    presenter.notePress(10'200);
    presenter.giveBackTender(0);
    EXPECT_EQ(payment.taken.size(), 1) << "a slow machine handles the second half late";
    till.clock.advance(5'000);
    presenter.notePress(15'000);
    presenter.giveBackTender(0);
    EXPECT_TRUE(payment.taken.isEmpty());
}

TEST_F(TillTenders, ACardThatIsGivenBackHasToBeCancelledThereToo)
{
    pay("GUJI-250");
    presenter.chooseTender(PaymentMethod::Card);
    presenter.setReceived(1000);
    presenter.takePart();
    presenter.giveBackTender(0);
    EXPECT_TRUE(presenter.message()->text.contains(QStringLiteral("card terminal")));
}

TEST_F(TillTenders, SplitsEvenly)
{
    pay("GUJI-250");
    presenter.splitEvenly();
    presenter.splitEvenly();
    EXPECT_EQ(payment.ways, 3);
    EXPECT_EQ(payment.receivedText, QStringLiteral("€4.83"));
    EXPECT_EQ(payment.restText, QStringLiteral("€9.67"));
    EXPECT_TRUE(payment.enough);
    takeNext();
    presenter.chooseTender(PaymentMethod::Card);
    takeNext();
    EXPECT_EQ(payment.ways, 1);
    takeNext();
    ASSERT_EQ(presenter.mode(), TillMode::ChangeDue);
    EXPECT_EQ(paidWith(),
              (QStringList{QStringLiteral("card 484"), QStringLiteral("card 483"), QStringLiteral("cash 483")}));
}

TEST_F(TillTenders, AShareInCashGivesChange)
{
    pay("GUJI-250");
    presenter.splitEvenly();
    presenter.splitEvenly();
    EXPECT_EQ(payment.shareText, QStringLiteral("€4.83"));
    EXPECT_EQ(payment.quickAmounts.first().text, QStringLiteral("€4.83")) << "and not all that is due";
    EXPECT_EQ(payment.quickAmounts.at(1).text, QStringLiteral("€5"));
    presenter.setReceived(400);
    EXPECT_FALSE(payment.enough);
    EXPECT_EQ(payment.missingText, QStringLiteral("€0.83 is missing"));
    EXPECT_TRUE(payment.mayTakePart);
    presenter.setReceived(1000);
    EXPECT_TRUE(payment.enough);
    EXPECT_EQ(payment.changeText, QStringLiteral("€5.17"));
    EXPECT_EQ(payment.restText, QStringLiteral("€9.67"));
    takeNext();
    ASSERT_EQ(payment.taken.size(), 1);
    EXPECT_EQ(payment.taken.first().amountText, QStringLiteral("€4.83")) << "the change is the guest's";
    EXPECT_EQ(payment.giveBackText, QStringLiteral("€5.17"));
    EXPECT_TRUE(presenter.message()->text.contains(QStringLiteral("give €5.17 back")));
    EXPECT_EQ(payment.ways, 2);
    presenter.chooseTender(PaymentMethod::Card);
    EXPECT_TRUE(payment.giveBackText.isEmpty());
    presenter.setReceived(500);
    EXPECT_FALSE(payment.enough) << "a card gives no change for a share either";
    presenter.clearReceived();
    presenter.chooseTender(PaymentMethod::Cash);
    presenter.setReceived(2000);
    takeNext();
    EXPECT_EQ(payment.giveBackText, QStringLiteral("€15.16"));
    EXPECT_TRUE(payment.shareText.isEmpty()) << "the last one pays the rest";
    presenter.setReceived(500);
    takeNext();
    ASSERT_EQ(presenter.mode(), TillMode::ChangeDue);
    EXPECT_EQ(presenter.change().changeText, QStringLiteral("€0.17"));
    EXPECT_EQ(till.desk.soldHere().last().sale.payments.size(), 1);
}

TEST_F(TillTenders, TheSmallestCoinDecidesWhatIsDueInCash)
{
    till.desk.changeState().location->country = QStringLiteral("NL");
    till.desk.addProduct(QStringLiteral("Rounded"), QStringLiteral("R"), {}, 1003);
    pay("R");
    EXPECT_EQ(payment.dueText, QStringLiteral("€10.05"));
    EXPECT_EQ(payment.quickAmounts.first().text, QStringLiteral("€10.05"));
    EXPECT_EQ(payment.choices.at(cash).amountText, QStringLiteral("€10.05"));
    EXPECT_EQ(payment.choices.at(card).amountText, QStringLiteral("€10.03"));
    EXPECT_EQ(payment.rows, (QList<AmountRow>{{QStringLiteral("Total"), QStringLiteral("€10.03")},
                                              {QStringLiteral("Rounding"), QStringLiteral("€0.02")}}));
    presenter.setReceived(503);
    presenter.takePart();
    EXPECT_TRUE(payment.taken.isEmpty()) << "there is no coin for it";
    presenter.clearReceived();
    presenter.chooseTender(PaymentMethod::Card);
    EXPECT_EQ(payment.dueText, QStringLiteral("€10.03"));
    EXPECT_TRUE(payment.rows.isEmpty());
    presenter.chooseTender(PaymentMethod::Cash);
    presenter.takeTender();
    ASSERT_EQ(presenter.mode(), TillMode::ChangeDue);
    EXPECT_EQ(paidWith(), QStringList{QStringLiteral("cash 1005")});
    EXPECT_FALSE(presenter.change().hasChange);
    EXPECT_EQ(presenter.change().paidText, QStringLiteral("€10.05 cash for €10.05"));
}

TEST_F(TillTenders, LessThanTheSmallestCoinIsPaidWithNothing)
{
    till.desk.changeState().location->country = QStringLiteral("NL");
    till.desk.addProduct(QStringLiteral("Sugar"), QStringLiteral("S"), {}, 2);
    pay("S");
    EXPECT_EQ(payment.dueText, QStringLiteral("€0.00"));
    presenter.takeTender();
    ASSERT_EQ(presenter.mode(), TillMode::ChangeDue);
    EXPECT_EQ(paidWith(), QStringList{QStringLiteral("cash 0")});
}

TEST_F(TillTenders, ACardPaysWhatWouldBeLeftToTheRounding)
{
    till.desk.changeState().location->country = QStringLiteral("NL");
    till.desk.addProduct(QStringLiteral("Rounded"), QStringLiteral("R"), {}, 1002);
    pay("R");
    presenter.setReceived(500);
    presenter.takePart();
    presenter.chooseTender(PaymentMethod::Card);
    presenter.setReceived(500);
    presenter.takePart();
    ASSERT_EQ(payment.taken.size(), 2);
    EXPECT_EQ(payment.dueText, QStringLiteral("€0.02"));
    takeNext();
    ASSERT_EQ(presenter.mode(), TillMode::ChangeDue);
    EXPECT_EQ(paidWith(),
              (QStringList{QStringLiteral("card 500"), QStringLiteral("card 2"), QStringLiteral("cash 500")}));
}

TEST_F(TillTenders, OnAccountNeedsACustomer)
{
    pay("GUJI-250");
    EXPECT_FALSE(payment.choices.at(account).reason.isEmpty());
    EXPECT_FALSE(presenter.actions().find(u"till.account")->isEnabled());
    presenter.chooseTender(PaymentMethod::Invoice);
    EXPECT_EQ(payment.method, PaymentMethod::Cash);
    presenter.chooseTender(PaymentMethod::GiftCard);
    EXPECT_EQ(payment.method, PaymentMethod::Cash) << "no gift card can be looked up";
}

TEST_F(TillTenders, WhatIsPaidStaysWithTheCartOfItsCashier)
{
    pay("GUJI-250");
    presenter.setReceived(1000);
    presenter.takePart();
    const Person first = *till.desk.state().person;
    till.desk.addPerson(QStringLiteral("Jonas Brandt"), Role::Barista);
    const Person second = till.desk.peopleHere().last();
    const auto switchTo = [this](const Person &person) {
        till.desk.changeState().person = person;
        Q_EMIT till.desk.changed();
    };
    switchTo(second);
    pay("FW");
    EXPECT_TRUE(payment.taken.isEmpty());
    EXPECT_EQ(payment.dueText, QStringLiteral("€3.80"));
    takeNext();
    ASSERT_EQ(presenter.mode(), TillMode::ChangeDue);
    switchTo(first);
    ASSERT_EQ(presenter.mode(), TillMode::Paying) << "the cart is fixed as long as a part of it is paid";
    ASSERT_EQ(payment.taken.size(), 1);
    EXPECT_EQ(payment.dueText, QStringLiteral("€4.50"));
}

TEST_F(TillTenders, NoLineChangesWhileAPartIsPaidAndThePricesAreAskedFor)
{
    presenter.enterCode(QStringLiteral("FW"));
    pay("GUJI-250");
    presenter.setReceived(1000);
    presenter.takePart();
    const Person first = *till.desk.state().person;
    till.desk.addPerson(QStringLiteral("Jonas Brandt"), Role::Barista);
    const Person second = till.desk.peopleHere().last();
    const auto switchTo = [this](const Person &person) {
        till.desk.changeState().person = person;
        Q_EMIT till.desk.changed();
    };
    switchTo(second);
    till.desk.holdAnswers(true);
    switchTo(first);
    ASSERT_EQ(presenter.mode(), TillMode::Selling) << "the rules have not answered yet";
    const QString paid = QStringLiteral("€10.00 of this sale is paid already.");
    const std::function<void()> changes[] = {
        [this] { presenter.actions().find(u"till.less")->trigger(); },
        [this] { presenter.actions().find(u"till.more")->trigger(); },
        [this] { presenter.typeDigit(3); },
        [this] { presenter.typeTimes(); },
        [this] { presenter.enterCode(QStringLiteral("FW")); },
        [this] { presenter.addTile(0); },
        [this] { presenter.undo(); },
        [this] { till.shop.notices.undo(); },
    };
    for (const auto &change : changes) {
        presenter.clearMessage();
        change();
        EXPECT_EQ(presenter.sale().lines().size(), 2);
        EXPECT_EQ(presenter.sale().itemCount(), 2);
        EXPECT_EQ(presenter.entryText(), QString());
    }
    presenter.clearMessage();
    presenter.changeQuantity(-1);
    ASSERT_TRUE(presenter.message());
    EXPECT_EQ(presenter.message()->text, paid);
    till.desk.holdAnswers(false);
    ASSERT_EQ(presenter.mode(), TillMode::Paying);
    EXPECT_EQ(payment.dueText, QStringLiteral("€8.30"));
}

TEST_F(TillTenders, ARefusedSaleKeepsItsParts)
{
    pay("GUJI-250");
    presenter.setReceived(1000);
    presenter.takePart();
    till.desk.failSale = Problem{ProblemKind::Device,
                                 QStringLiteral("store.disk_full"),
                                 QStringLiteral("The disk is full, so the sale was not saved."),
                                 {},
                                 {}};
    takeNext();
    EXPECT_EQ(presenter.mode(), TillMode::Paying);
    EXPECT_EQ(payment.taken.size(), 1);
    takeNext();
    ASSERT_EQ(presenter.mode(), TillMode::ChangeDue);
    EXPECT_EQ(paidWith(), QStringList{QStringLiteral("cash 1450")}) << "all cash is one payment";
}

TEST_F(TillTenders, OnlyTheSaleOfACompanyGoesOnAccount)
{
    till.desk.addExampleCustomers();
    const auto sellTo = [this](const char *name) {
        till.shop.cartSteps.open(CartStep::Customer);
        till.shop.cartSteps.customer().setSearchText(QString::fromLatin1(name));
        till.shop.cartSteps.customer().attach(0);
        presenter.startPaying();
    };
    presenter.enterCode(QStringLiteral("FW"));
    sellTo("lena");
    ASSERT_EQ(presenter.totals().customerText, QStringLiteral("Lena Vogt"));
    EXPECT_EQ(payment.choices.at(account).reason, QStringLiteral("Only for companies"));
    EXPECT_FALSE(presenter.actions().find(u"till.account")->trigger());
    EXPECT_TRUE(presenter.actions().find(u"till.account")->disabledReason().contains(QStringLiteral("tax id")));
    presenter.backToSale();
    sellTo("morgen");
    EXPECT_TRUE(payment.choices.at(account).reason.isEmpty());
    EXPECT_TRUE(presenter.actions().find(u"till.account")->trigger());
    EXPECT_EQ(payment.method, PaymentMethod::Invoice);
    EXPECT_EQ(presenter.actions().find(u"till.pay")->text(), QStringLiteral("Put €3.80 on account"));
    takeNext();
    ASSERT_EQ(presenter.mode(), TillMode::ChangeDue);
    EXPECT_EQ(paidWith(), QStringList{QStringLiteral("invoice 380")});
}

} // namespace crema
