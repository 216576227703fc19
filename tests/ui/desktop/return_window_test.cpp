// SPDX-License-Identifier: GPL-3.0-or-later
// Returns in the real window, by their objects' names.
#include "tests/ui/desktop/window_fixture.h"
#include "ui/desktop/sales/return_dialog.h"
#include "ui/desktop/till/unreceipted_dialog.h"
#include "ui/presenters/till/unreceipted_presenter.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>

namespace crema {

using namespace testing;

class ReturnWindow : public WindowTest
{
protected:
    ReturnWindow()
    {
        till.desk.addPastSale({.codes = {QStringLiteral("3*FW"), QStringLiteral("GUJI-250")},
                               .cashier = QStringLiteral("Mina Kowalski"),
                               .at = till.clock.now()});
    }

    /// As a cashier does it: the receipt is scanned at the till, and the key of the action pressed.
    void openReturn()
    {
        scan(QStringLiteral("HARBOUR-1-000001"));
        press(Qt::Key_R, Qt::ControlModifier);
        settle();
    }

    [[nodiscard]] QString textOf(const char *label) { return find<QLabel>(label)->text(); }
    [[nodiscard]] QDialog *dialog() { return window.findChild<desktop::ReturnDialog *>(); }
};

TEST_F(ReturnWindow, AReceiptScannedAtTheTillOpensItsSale)
{
    scan(QStringLiteral("HARBOUR-1-000001"));
    EXPECT_EQ(textOf("saleHeaderTitle"), QStringLiteral("HARBOUR-1-000001"));
    EXPECT_TRUE(find("saleDetail")->isVisible());
    EXPECT_TRUE(till.presenter.lines().isEmpty());
}

TEST_F(ReturnWindow, AWholeReturnByKeyboard)
{
    openReturn();
    ASSERT_TRUE(find("returnPanel")->isVisible());
    ASSERT_TRUE(find("returnQuantity0")->hasFocus());
    EXPECT_FALSE(find("returnReason0")->isVisible()) << "nothing of it comes back yet";
    EXPECT_FALSE(find("returnPay")->isEnabled());
    type(QStringLiteral("2"));
    settle();
    EXPECT_TRUE(find("returnReason0")->isVisible());
    EXPECT_EQ(find<QAbstractButton>("returnPay")->text(), QStringLiteral("Pay back €7.60"));
    find("returnPay")->setFocus();
    press(Qt::Key_Space);
    settle();
    ASSERT_NE(dialog(), nullptr);
    EXPECT_TRUE(dialog()
                    ->findChild<QLabel *>(QStringLiteral("returnQuestion"))
                    ->text()
                    .contains(QStringLiteral("HARBOUR-1-000001")));
    auto *yes = dialog()->findChild<QAbstractButton *>(QStringLiteral("returnYes"));
    yes->setFocus();
    QTest::keyClick(yes, Qt::Key_Return);
    EXPECT_FALSE(till.desk.lastReturn) << "Enter does not pay back";
    QTest::keyClick(yes, Qt::Key_Space);
    settle();
    comeBack();
    ASSERT_TRUE(till.desk.lastReturn);
    EXPECT_EQ(till.desk.lastReturn->lines.first().quantity, Quantity(2));
    EXPECT_EQ(textOf("returnHeaderTitle"), QStringLiteral("HARBOUR-1-000002"));
    EXPECT_EQ(textOf("returnCash"), QStringLiteral("€7.60"));
    EXPECT_TRUE(find("returnDone")->hasFocus());
    press(Qt::Key_Space);
    settle();
    EXPECT_TRUE(find("saleDetail")->isVisible());
    EXPECT_EQ(textOf("saleHeaderTitle"), QStringLiteral("HARBOUR-1-000001"));
}

TEST_F(ReturnWindow, NotNowChangesNothing)
{
    openReturn();
    click("returnEverything");
    settle();
    click("returnPay");
    settle();
    ASSERT_NE(dialog(), nullptr);
    auto *no = dialog()->findChild<QAbstractButton *>(QStringLiteral("returnNo"));
    EXPECT_TRUE(no->hasFocus()) << "the safe answer";
    QTest::keyClick(no, Qt::Key_Return);
    settle();
    comeBack();
    EXPECT_FALSE(till.desk.lastReturn);
    EXPECT_TRUE(find("returnPanel")->isVisible());
    press(Qt::Key_Escape);
    settle();
    EXPECT_TRUE(find("saleDetail")->isVisible());
    press(Qt::Key_R, Qt::ControlModifier);
    settle();
    EXPECT_EQ(find<QLineEdit>("returnQuantity0")->text(), QStringLiteral("3")) << "what was chosen is still chosen";
}

TEST_F(ReturnWindow, AReturnByMouseWithReasonAndFee)
{
    openReturn();
    click("returnMore0");
    settle();
    auto *reason = find<QComboBox>("returnReason0");
    reason->setCurrentIndex(1);
    Q_EMIT reason->activated(1);
    auto *fee = find<QLineEdit>("returnFee0");
    fee->setFocus();
    type(QStringLiteral("9x"));
    settle();
    EXPECT_TRUE(find("returnFeeProblem0")->isVisible());
    EXPECT_FALSE(find("returnPay")->isEnabled());
    press(Qt::Key_Backspace);
    press(Qt::Key_Backspace);
    type(QStringLiteral("1"));
    settle();
    EXPECT_FALSE(find("returnFeeProblem0")->isVisible());
    EXPECT_EQ(find<QAbstractButton>("returnPay")->text(), QStringLiteral("Pay back €2.80"));
    EXPECT_FALSE(till.shop.returns.lines().first().restock) << "damaged";
}

TEST_F(ReturnWindow, GoodsScannedThereComeBackAndAreNotSold)
{
    openReturn();
    scan(QStringLiteral("5901234123457"));
    EXPECT_EQ(till.shop.returns.lines().last().quantity, 1);
    EXPECT_TRUE(till.presenter.lines().isEmpty());
    EXPECT_EQ(find<QLineEdit>("returnQuantity0")->text().toInt(), 0) << "no digit stays in the field";
}

TEST_F(ReturnWindow, AnExchangeGoesOnAtTheTill)
{
    openReturn();
    type(QStringLiteral("1"));
    settle();
    click("returnExchange");
    settle();
    ASSERT_TRUE(find("tillPage")->isVisible());
    ASSERT_EQ(till.presenter.lines().size(), 1);
    EXPECT_EQ(find<QAbstractButton>("payButton")->text(), QStringLiteral("Pay back €3.80"));
    scan(QStringLiteral("5901234123457"));
    settle();
    EXPECT_EQ(find<QAbstractButton>("payButton")->text(), QStringLiteral("Pay €10.70"));
    press(Qt::Key_F12);
    settle();
    EXPECT_TRUE(find("paymentPanel")->isVisible());
    press(Qt::Key_Return);
    settle();
    ASSERT_TRUE(till.desk.lastReturn);
    EXPECT_EQ(till.desk.lastReturn->bought.lines.size(), 1);
    EXPECT_EQ(textOf("changeTitle"), QStringLiteral("No change"));
}

TEST_F(ReturnWindow, WhatIsPaidBackIsShownBeforeAndHandedOutAfter)
{
    openReturn();
    click("returnEverything");
    settle();
    click("returnExchange");
    settle();
    press(Qt::Key_F12);
    settle();
    ASSERT_TRUE(find("payBackPanel")->isVisible());
    EXPECT_EQ(textOf("payBackAmount"), QStringLiteral("€25.90"));
    press(Qt::Key_Escape);
    settle();
    EXPECT_EQ(till.presenter.mode(), TillMode::Selling);
    press(Qt::Key_F12);
    settle();
    till.clock.advance(TillPresenter::doublePressMs + 1);
    press(Qt::Key_Return);
    settle();
    ASSERT_TRUE(till.desk.lastReturn);
    EXPECT_EQ(textOf("changeTitle"), QStringLiteral("Hand out in cash"));
    EXPECT_EQ(textOf("changeAmount"), QStringLiteral("€25.90"));
}

TEST_F(ReturnWindow, WithoutAReceiptTheLineIsTurnedAround)
{
    scan(QStringLiteral("4006381333931"));
    settle();
    auto *presenter = window.findChild<UnreceiptedPresenter *>();
    ASSERT_TRUE(presenter->actions().find(u"till.comes-back")->trigger());
    settle();
    auto *asked = window.findChild<desktop::UnreceiptedDialog *>();
    ASSERT_NE(asked, nullptr);
    auto *reason = asked->findChild<QComboBox *>(QStringLiteral("unreceiptedReason"));
    reason->setCurrentIndex(1);
    Q_EMIT reason->activated(1);
    auto *take = asked->findChild<QAbstractButton *>(QStringLiteral("unreceiptedTake"));
    QTest::mouseClick(take, Qt::LeftButton);
    settle();
    comeBack();
    ASSERT_EQ(till.presenter.lines().size(), 1);
    EXPECT_TRUE(till.presenter.lines().first().comesBack);
    EXPECT_EQ(till.presenter.totals().totalText, QStringLiteral("−€3.80"));
}

} // namespace crema
