// SPDX-License-Identifier: GPL-3.0-or-later
// Tips and card slips while money is taken.
#include "models/settings/tip_choices.h"
#include "tests/ui/testing/till_fixture.h"

#include <QCoreApplication>

#include <gtest/gtest.h>

namespace crema {

using namespace testing;

namespace {

class TillTips : public ::testing::Test
{
protected:
    void pay(const char *code)
    {
        till.presenter.enterCode(QString::fromLatin1(code));
        till.presenter.startPaying();
    }

    void takeTips(const QString &percentages = {})
    {
        const PlaceId place(till.desk.state().location->id.value());
        for (const auto &[key, value] : {std::pair(shop_setting::tips, QJsonValue(true)),
                                         std::pair(shop_setting::tipPercentages, QJsonValue(percentages))})
            till.desk.setShopSetting(place, key.toString(), QJsonValue(), value).then([](const Result<void> &) {});
        QCoreApplication::processEvents();
    }

    Till till;
    TillPresenter &presenter = till.presenter;
    const PaymentView &payment = till.presenter.payment();
};

} // namespace

TEST_F(TillTips, ATipByCardIsChargedBesideWhatIsPaid)
{
    takeTips(QStringLiteral("10, 20"));
    pay("GUJI-250");
    presenter.chooseTender(PaymentMethod::Card);
    ASSERT_EQ(payment.tipChoices.size(), 2);
    EXPECT_EQ(payment.tipChoices.at(0), (TipChoice{QStringLiteral("10 %"), QStringLiteral("€1.45"), 145, false}));
    presenter.chooseTip(0);
    presenter.setSlip(QStringLiteral("Visa "), QStringLiteral("4711"));
    EXPECT_TRUE(payment.tipChoices.at(0).chosen);
    EXPECT_EQ(payment.dueText, QStringLiteral("€14.50"));
    EXPECT_EQ(payment.chargeText, QStringLiteral("€15.95"));
    EXPECT_EQ(payment.slipText, QStringLiteral("Visa 4711"));
    EXPECT_EQ(presenter.actions().find(u"till.pay")->text(), QStringLiteral("Take €15.95 by card"));
    presenter.takeTender();
    ASSERT_EQ(presenter.mode(), TillMode::ChangeDue);
    const Sale &sale = till.desk.soldHere().last().sale;
    EXPECT_EQ(sale.total.minor(), 1450);
    EXPECT_EQ(sale.payments.first().amount.minor(), 1450);
    EXPECT_EQ(sale.payments.first().tip.minor(), 145);
    EXPECT_EQ(sale.payments.first().tendered.minor(), 1595);
    EXPECT_EQ(sale.payments.first().card, (CardSlip{QStringLiteral("Visa"), QStringLiteral("4711")}));
    EXPECT_EQ(presenter.totals().rows, (QList<AmountRow>{{QStringLiteral("Card"), QStringLiteral("€15.95")},
                                                         {QStringLiteral("Tip"), QStringLiteral("−€1.45")}}));
}

TEST_F(TillTips, ATipInCashIsKeptOutOfTheChange)
{
    takeTips();
    pay("GUJI-250");
    ASSERT_TRUE(presenter.enterTip(QStringLiteral("1.50")));
    EXPECT_EQ(payment.receivedText, QStringLiteral("€16.00")) << "nothing entered is exactly both";
    presenter.setReceived(1590);
    EXPECT_FALSE(payment.enough);
    presenter.setReceived(2000);
    EXPECT_EQ(payment.changeText, QStringLiteral("€4.00"));
    presenter.takeTender();
    ASSERT_EQ(presenter.mode(), TillMode::ChangeDue);
    const Payment &paid = till.desk.soldHere().last().sale.payments.first();
    EXPECT_EQ(paid.amount.minor(), 1450);
    EXPECT_EQ(paid.tip.minor(), 150);
    EXPECT_EQ(paid.change.minor(), 400);
}

TEST_F(TillTips, ATipBelongsToThePartItIsGivenWith)
{
    takeTips();
    pay("GUJI-250");
    presenter.chooseTender(PaymentMethod::Card);
    presenter.setReceived(500);
    presenter.setTip(100);
    EXPECT_EQ(payment.chargeText, QStringLiteral("€6.00"));
    presenter.takePart();
    ASSERT_EQ(payment.taken.size(), 1);
    EXPECT_EQ(payment.taken.first().text, QStringLiteral("Card, tip €1.00"));
    EXPECT_EQ(payment.taken.first().amountText, QStringLiteral("€6.00"));
    EXPECT_EQ(payment.dueText, QStringLiteral("€9.50"));
    EXPECT_TRUE(payment.tipText.isEmpty()) << "the next part begins without one";
    till.clock.advance(1000); // not the second half of a double press
    presenter.takeTender();
    const QList<Payment> paid = till.desk.soldHere().last().sale.payments;
    ASSERT_EQ(paid.size(), 2);
    EXPECT_EQ(paid.at(0).tendered.minor(), 600);
    EXPECT_EQ(paid.at(1).tendered.minor(), 950);
}

TEST_F(TillTips, NoTipBeyondWhatIsPaidAndNoneWhereNoneAreTaken)
{
    pay("GUJI-250");
    EXPECT_FALSE(presenter.actions().find(u"till.slip")->isEnabled());
    EXPECT_FALSE(presenter.enterTip(QStringLiteral("1.00")));
    EXPECT_TRUE(payment.tipText.isEmpty());
    presenter.chooseTender(PaymentMethod::Card);
    EXPECT_TRUE(presenter.actions().find(u"till.slip")->isEnabled()) << "a card has a slip";
    takeTips();
    presenter.chooseTender(PaymentMethod::Cash);
    EXPECT_FALSE(presenter.enterTip(QStringLiteral("14.51")));
    EXPECT_FALSE(presenter.enterTip(QStringLiteral("much")));
    EXPECT_TRUE(presenter.enterTip(QStringLiteral("100 %")));
    EXPECT_EQ(payment.tipText, QStringLiteral("€14.50"));
    EXPECT_TRUE(presenter.enterTip(QString()));
    EXPECT_TRUE(payment.tipText.isEmpty());
}

} // namespace crema
