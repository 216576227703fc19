// SPDX-License-Identifier: GPL-3.0-or-later
// The till of the window besides ringing up, by its keys: F3 customer, F4 discount, F6 hold, F7 the parked sales.
#include "models/settings/discount_reasons.h"
#include "tests/ui/desktop/window_fixture.h"

#include <QLineEdit>
#include <QMenu>

namespace crema {

namespace {

using testing::WindowTest;

const QString flatWhite = QStringLiteral("4006381333931");
const QString guji = QStringLiteral("5901234123457");

class CartStepsWindow : public WindowTest
{
protected:
    CartStepsWindow()
    {
        till.desk.addExampleCustomers();
        scan(flatWhite);
        scan(guji);
    }

    [[nodiscard]] bool hasFocus(const char *name) { return focus() == find(name); }
};

} // namespace

TEST_F(CartStepsWindow, F4GivesADiscountByTheKeyboardAlone)
{
    press(Qt::Key_F4);
    settle();
    ASSERT_TRUE(find("discountPanel")->isVisible());
    ASSERT_TRUE(hasFocus("discountValue"));
    type(QStringLiteral("10"));
    press(Qt::Key_Return);
    ASSERT_TRUE(hasFocus("discountReason"));
    press(Qt::Key_Return);
    settle();
    EXPECT_TRUE(find("discountPanel")->isVisible()) << "a reason is missing";
    EXPECT_TRUE(find("discountReason_problem")->isVisible());
    type(QStringLiteral("Damaged"));
    press(Qt::Key_Return);
    settle();
    EXPECT_FALSE(find("discountPanel")->isVisible());
    EXPECT_EQ(till.presenter.totals().totalText, QStringLiteral("€16.85"));
    EXPECT_EQ(till.presenter.sale().itemCount(), 2) << "the digits were no quantity";
    // The keys mean the till again.
    press(Qt::Key_Plus);
    EXPECT_EQ(till.presenter.sale().itemCount(), 3);
}

TEST_F(CartStepsWindow, ADiscountOnTheSaleIsTappedAndStandsAboveTheTotal)
{
    click("till.discount");
    settle();
    click("discountKind.amount");
    type(QStringLiteral("2.50"));
    click("discountPanelScope.sale");
    EXPECT_EQ(find<QLineEdit>("discountValue")->text(), QStringLiteral("2.50")) << "what was typed stays";
    click("discountReason3");
    click("discountGive");
    settle();
    EXPECT_EQ(till.presenter.totals().totalText, QStringLiteral("€15.80"));
    ASSERT_TRUE(find("cartRemarks")->isVisible());
    EXPECT_EQ(find<QLabel>("cartRemarks")->text(), QStringLiteral("€2.50 off: Goodwill"));
}

TEST_F(CartStepsWindow, F12GivesTheDiscountThatIsTypedFirst)
{
    press(Qt::Key_F4);
    settle();
    type(QStringLiteral("10"));
    press(Qt::Key_F12);
    settle();
    EXPECT_TRUE(find("discountPanel")->isVisible()) << "a reason is missing";
    EXPECT_TRUE(find("discountReason_problem")->isVisible());
    EXPECT_EQ(find<QLineEdit>("discountValue")->text(), QStringLiteral("10"));
    click("discountReason2");
    press(Qt::Key_F12);
    settle();
    ASSERT_EQ(till.presenter.mode(), TillMode::Paying);
    EXPECT_EQ(till.presenter.payment().dueText, QStringLiteral("€16.85"));
}

TEST_F(CartStepsWindow, WhatIsTypedOfADiscountStaysWhileAnotherPageIsLookedAt)
{
    press(Qt::Key_F4);
    settle();
    type(QStringLiteral("10"));
    press(Qt::Key_2, Qt::AltModifier);
    settle();
    ASSERT_FALSE(find("discountPanel")->isVisible());
    press(Qt::Key_1, Qt::AltModifier);
    settle();
    EXPECT_EQ(find<QLineEdit>("discountValue")->text(), QStringLiteral("10"));
    EXPECT_TRUE(hasFocus("discountValue"));
}

TEST_F(CartStepsWindow, TheReasonsThatTheShopHasSetAreTapped)
{
    press(Qt::Key_F4);
    settle();
    press(Qt::Key_Escape);
    settle();
    till.desk.addSetting(PlaceId(till.desk.state().company.id), {shop_setting::discountReasons.toString(),
                                                                 {},
                                                                 QStringLiteral("Neighbours\nTorn bag"),
                                                                 {},
                                                                 till.clock.now(),
                                                                 {}});
    press(Qt::Key_F4);
    settle();
    EXPECT_EQ(find<QPushButton>("discountReason1")->text(), QStringLiteral("Torn bag"));
    EXPECT_FALSE(window.findChild<QPushButton *>(QStringLiteral("discountReason2")));
    type(QStringLiteral("10"));
    click("discountReason1");
    press(Qt::Key_Return);
    settle();
    EXPECT_EQ(till.presenter.sale().lines().at(1).discounts.first().label, QStringLiteral("Torn bag"));
}

TEST_F(CartStepsWindow, F3FindsACustomerAndTheCartSaysWhoItIs)
{
    press(Qt::Key_F3);
    settle();
    ASSERT_TRUE(hasFocus("cartCustomerSearch"));
    type(QStringLiteral("lena"));
    settle();
    press(Qt::Key_Return);
    settle();
    EXPECT_FALSE(find("cartCustomerPanel")->isVisible());
    EXPECT_EQ(find<QLabel>("cartTitle")->text(), QStringLiteral("Lena Vogt"));
    press(Qt::Key_C, Qt::AltModifier);
    settle();
    click("cartCustomerTakeOff");
    settle();
    EXPECT_EQ(find<QLabel>("cartTitle")->text(), QStringLiteral("Sale"));
}

TEST_F(CartStepsWindow, AltUTakesThePointsOfTheCustomer)
{
    for (const Customer &customer : till.desk.customersHere())
        till.desk.setPoints(customer.id, 250);
    press(Qt::Key_F3);
    settle();
    type(QStringLiteral("lena"));
    settle();
    press(Qt::Key_Return);
    settle();
    press(Qt::Key_U, Qt::AltModifier);
    settle();
    ASSERT_TRUE(find("pointsPanel")->isVisible());
    ASSERT_TRUE(hasFocus("pointsCount"));
    EXPECT_EQ(find<QLineEdit>("pointsCount")->text(), QStringLiteral("250")) << "all that make sense";
    type(QStringLiteral("900"));
    press(Qt::Key_Return);
    settle();
    EXPECT_TRUE(find("pointsPanel")->isVisible()) << "there are not so many";
    find<QLineEdit>("pointsCount")->selectAll();
    type(QStringLiteral("100"));
    press(Qt::Key_Return);
    settle();
    EXPECT_FALSE(find("pointsPanel")->isVisible());
    EXPECT_EQ(till.presenter.totals().totalText, QStringLiteral("€13.30"));
}

TEST_F(CartStepsWindow, ANewCustomerIsMadeFromTheSale)
{
    press(Qt::Key_F3);
    settle();
    type(QStringLiteral("Ines"));
    click("cartCustomerNew");
    settle();
    ASSERT_TRUE(hasFocus("newCartCustomerName"));
    EXPECT_EQ(find<QLineEdit>("newCartCustomerName")->text(), QStringLiteral("Ines")) << "nothing is asked twice";
    press(Qt::Key_Escape);
    settle();
    EXPECT_TRUE(find("cartCustomerSearch")->isVisible()) << "one step back only";
    click("cartCustomerNew");
    settle();
    press(Qt::Key_Return);
    settle();
    EXPECT_EQ(find<QLabel>("cartTitle")->text(), QStringLiteral("Ines"));
}

TEST_F(CartStepsWindow, WhyANewCustomerIsNotMadeIsSaidWhereItIsTyped)
{
    press(Qt::Key_F3);
    settle();
    click("cartCustomerNew");
    settle();
    type(QStringLiteral("Ines"));
    till.desk.failCustomer = Problem{ProblemKind::Device,
                                     QStringLiteral("store.disk_full"),
                                     QStringLiteral("The disk is full."),
                                     QStringLiteral("Make room on it."),
                                     {}};
    press(Qt::Key_Return);
    settle();
    ASSERT_TRUE(find("newCartCustomerProblem")->isVisible());
    EXPECT_EQ(find<QLabel>("newCartCustomerProblem")->text(), QStringLiteral("The disk is full. Make room on it."));
    press(Qt::Key_Return);
    settle();
    EXPECT_EQ(find<QLabel>("cartTitle")->text(), QStringLiteral("Ines"));
}

TEST_F(CartStepsWindow, F6HoldsTheSaleAndF7AndADigitBringItBack)
{
    press(Qt::Key_F6);
    settle();
    ASSERT_TRUE(hasFocus("holdName"));
    type(QStringLiteral("Table 4"));
    press(Qt::Key_Return);
    settle();
    EXPECT_TRUE(till.presenter.lines().isEmpty());
    EXPECT_TRUE(find("parkedSales")->isVisible());
    press(Qt::Key_F7);
    settle();
    ASSERT_TRUE(find("parkedPanel")->isVisible());
    EXPECT_EQ(find<QPushButton>("parked0")->text(), QStringLiteral("Table 4"));
    EXPECT_TRUE(hasFocus("parked0"));
    press(Qt::Key_1);
    settle();
    EXPECT_EQ(till.presenter.lines().size(), 2);
    EXPECT_FALSE(find("parkedPanel")->isVisible());
}

TEST_F(CartStepsWindow, EscapeLeavesAStepAndAScanDoesNotDisturbIt)
{
    press(Qt::Key_F4);
    settle();
    type(QStringLiteral("7"));
    scan(flatWhite);
    EXPECT_EQ(till.presenter.sale().itemCount(), 2);
    EXPECT_TRUE(find("discountPanel")->isVisible());
    EXPECT_EQ(find<QLineEdit>("discountValue")->text(), QStringLiteral("7")) << "the code is not in the field";
    press(Qt::Key_Escape);
    settle();
    EXPECT_FALSE(find("discountPanel")->isVisible());
    EXPECT_EQ(till.presenter.totals().totalText, QStringLiteral("€18.30"));
}

TEST_F(CartStepsWindow, EscapeLeavesAStepFromOutsideOfItToo)
{
    press(Qt::Key_F4);
    settle();
    find("payButton")->setFocus();
    ASSERT_TRUE(hasFocus("payButton"));
    press(Qt::Key_Escape);
    settle();
    EXPECT_FALSE(find("discountPanel")->isVisible());
    EXPECT_EQ(till.presenter.sale().itemCount(), 2);
}

TEST_F(CartStepsWindow, APriceIsCheckedByScanAndExplained)
{
    press(Qt::Key_P, Qt::AltModifier);
    settle();
    scan(flatWhite);
    EXPECT_EQ(find<QLabel>("priceCheckName")->text(), QStringLiteral("Flat white"));
    EXPECT_EQ(till.presenter.sale().itemCount(), 2);
    press(Qt::Key_W, Qt::AltModifier);
    settle();
    ASSERT_TRUE(find("whyPanel")->isVisible());
    EXPECT_TRUE(find<QLabel>("whyLine")->text().contains(QStringLiteral("€14.50")));
    EXPECT_TRUE(find<QLabel>("whySale")->text().contains(QStringLiteral("€18.30")));
}

TEST_F(CartStepsWindow, MoreHoldsWhatHasNoButtonOfItsOwn)
{
    click("cartMore");
    settle();
    auto *menu = window.findChild<QMenu *>(QStringLiteral("cartMoreMenu"));
    ASSERT_TRUE(menu);
    const auto entry = [menu](const char *id) {
        for (QAction *action : menu->actions()) {
            if (action->objectName() == QLatin1String(id))
                return action;
        }
        return static_cast<QAction *>(nullptr);
    };
    ASSERT_TRUE(entry("till.remove"));
    EXPECT_FALSE(entry("till.recall")->isEnabled());
    entry("till.remove")->trigger();
    EXPECT_EQ(till.presenter.lines().size(), 1);
}

} // namespace crema
