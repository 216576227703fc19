// SPDX-License-Identifier: GPL-3.0-or-later
// Paying by card and in parts in the window: by touch alone and by keys alone.
#include "models/settings/tip_choices.h"
#include "tests/ui/desktop/window_fixture.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

namespace crema::testing {

class TillTendersWindow : public WindowTest
{
protected:
    void startPaying()
    {
        scan(QStringLiteral("5901234123457")); // €14.50
        press(Qt::Key_F12);
        ASSERT_EQ(till.presenter.mode(), TillMode::Paying);
        till.clock.advance(1000);
    }

    [[nodiscard]] const QList<Payment> &payments() const { return till.desk.soldHere().last().sale.payments; }
};

TEST_F(TillTendersWindow, ACardSaleByTouchAlone)
{
    startPaying();
    click("till.card");
    EXPECT_TRUE(find<QAbstractButton>("till.card")->isChecked());
    EXPECT_FALSE(find<QAbstractButton>("till.cash")->isChecked());
    EXPECT_EQ(find<QLabel>("receivedLabel")->text(), QStringLiteral("Amount by card"));
    EXPECT_EQ(find<QAbstractButton>("payButton")->text(), QStringLiteral("Take €14.50 by card"));
    click("payButton");
    ASSERT_EQ(till.presenter.mode(), TillMode::ChangeDue);
    ASSERT_EQ(payments().size(), 1);
    EXPECT_EQ(payments().first().method, PaymentMethod::Card);
    EXPECT_EQ(find<QLabel>("paidText")->text(), QStringLiteral("€14.50 by card"));
}

TEST_F(TillTendersWindow, APartInCashAndTheRestByCardByTouchAlone)
{
    startPaying();
    click("payKey1");
    click("payKey00");
    click("payKey0");
    EXPECT_FALSE(find("payButton")->isEnabled());
    click("partButton");
    EXPECT_EQ(find<QLabel>("dueAmount")->text(), QStringLiteral("€4.50"));
    ASSERT_TRUE(find("giveBack0")->isVisible());
    EXPECT_EQ(find<QLabel>("taken0Amount")->text(), QStringLiteral("€10.00"));
    EXPECT_EQ(find<QLabel>("dueRows")->text(), QStringLiteral("Total €14.50\nPaid −€10.00"));
    click("till.card");
    till.clock.advance(1000);
    click("payButton");
    ASSERT_EQ(till.presenter.mode(), TillMode::ChangeDue);
    ASSERT_EQ(payments().size(), 2);
    EXPECT_EQ(payments().first().amount.minor(), 450);
}

TEST_F(TillTendersWindow, PartsByKeysAlone)
{
    startPaying();
    type(QStringLiteral("1000p"));
    till.clock.advance(1000);
    settle();
    EXPECT_EQ(till.presenter.payment().taken.size(), 1);
    type(QStringLiteral("d"));
    till.clock.advance(1000);
    EXPECT_EQ(till.presenter.payment().method, PaymentMethod::Card);
    press(Qt::Key_Return);
    ASSERT_EQ(till.presenter.mode(), TillMode::ChangeDue);
    EXPECT_EQ(payments().size(), 2);
}

TEST_F(TillTendersWindow, SplitsEvenlyByKeysAlone)
{
    startPaying();
    type(QStringLiteral("s"));
    till.clock.advance(1000);
    EXPECT_EQ(find<QLabel>("receivedAmount")->text(), QStringLiteral("€7.25"));
    EXPECT_EQ(find<QLabel>("paymentResult")->text(), QStringLiteral("Then still due"));
    press(Qt::Key_Return);
    till.clock.advance(1000);
    ASSERT_EQ(till.presenter.mode(), TillMode::Paying);
    press(Qt::Key_Return);
    ASSERT_EQ(till.presenter.mode(), TillMode::ChangeDue);
    EXPECT_EQ(payments().size(), 1) << "all cash is one payment";
}

TEST_F(TillTendersWindow, AShareInCashGivesChange)
{
    startPaying();
    type(QStringLiteral("s"));
    till.clock.advance(1000);
    EXPECT_EQ(find<QPushButton>("quick0")->text(), QStringLiteral("€7.25"));
    click("quick1");
    EXPECT_EQ(find<QLabel>("paymentResult")->text(), QStringLiteral("Change to give"));
    EXPECT_EQ(find<QLabel>("paymentResultAmount")->text(), QStringLiteral("€2.75"));
    press(Qt::Key_Return);
    till.clock.advance(1000);
    settle();
    ASSERT_EQ(till.presenter.payment().taken.size(), 1);
    EXPECT_EQ(find<QLabel>("paymentResult")->text(), QStringLiteral("Change for the part before"));
    EXPECT_EQ(find<QLabel>("paymentResultAmount")->text(), QStringLiteral("€2.75"));
    EXPECT_EQ(find<QLabel>("taken0Amount")->text(), QStringLiteral("€7.25"));
}

TEST_F(TillTendersWindow, APartIsGivenBackByTouchAndByKeys)
{
    startPaying();
    for (int round = 0; round < 2; ++round) {
        type(QStringLiteral("500p"));
        till.clock.advance(1000);
        settle();
        ASSERT_TRUE(find("giveBack0")->isVisible());
        if (round == 0) {
            click("giveBack0");
        } else {
            find("giveBack0")->setFocus(Qt::TabFocusReason);
            press(Qt::Key_Space);
        }
        settle();
        EXPECT_TRUE(till.presenter.payment().taken.isEmpty());
        EXPECT_FALSE(find("giveBack0")->isVisible());
        EXPECT_TRUE(find("amountField")->hasFocus()) << "the next digits are an amount again";
    }
}

TEST_F(TillTendersWindow, ManyPartsStayWithinTheWindow)
{
    startPaying();
    const QSize before = window.size();
    for (int part = 0; part < 8; ++part) {
        till.presenter.setReceived(100);
        till.presenter.takePart();
        till.clock.advance(1000);
    }
    settle();
    EXPECT_EQ(window.size(), before);
    EXPECT_TRUE(find("paymentResult") != nullptr);
    EXPECT_FALSE(find("giveBack7")->visibleRegion().isEmpty()) << "the last one is in sight";
}

TEST_F(TillTendersWindow, OnAccountSaysWhyItIsNotOffered)
{
    startPaying();
    EXPECT_FALSE(find("till.account")->isEnabled());
    EXPECT_EQ(find("till.account")->toolTip(), QStringLiteral("Needs a customer"));
    type(QStringLiteral("a"));
    till.clock.advance(1000);
    EXPECT_EQ(till.presenter.payment().method, PaymentMethod::Cash);
    ASSERT_TRUE(find("messageText")->isVisible()) << "a key that does nothing says why";
    EXPECT_TRUE(find<QLabel>("messageText")->text().contains(QStringLiteral("company")));
}

TEST_F(TillTendersWindow, AScanChoosesNoWayToPay)
{
    startPaying();
    scan(QStringLiteral("DACPS-77"));
    EXPECT_EQ(till.presenter.payment().method, PaymentMethod::Cash);
    EXPECT_TRUE(till.presenter.payment().taken.isEmpty());
    EXPECT_EQ(till.presenter.payment().ways, 1);
}

TEST_F(TillTendersWindow, ATipAndASlipByKeysAlone)
{
    const PlaceId place(till.desk.state().location->id.value());
    till.desk.setShopSetting(place, shop_setting::tips.toString(), QJsonValue(), true).then([](const Result<void> &) {
    });
    startPaying();
    press(Qt::Key_D);
    press(Qt::Key_T);
    auto *tip = find<QLineEdit>("slipTip");
    ASSERT_NE(tip, nullptr);
    EXPECT_EQ(tip->window()->focusWidget(), tip);
    for (const QChar letter : QStringLiteral("2.00")) {
        QTest::keyClick(tip, letter.toLatin1());
        till.clock.advance(120);
    }
    find<QLineEdit>("slipBrand")->setText(QStringLiteral("Visa"));
    find<QLineEdit>("slipReference")->setText(QStringLiteral("4711"));
    QTest::keyClick(tip, Qt::Key_Return);
    settle();
    comeBack();
    EXPECT_EQ(find<QAbstractButton>("payButton")->text(), QStringLiteral("Take €16.50 by card"));
    EXPECT_EQ(find<QLabel>("tenderState")->text(), QStringLiteral("€2.00 tip · Visa 4711"));
    press(Qt::Key_Return);
    ASSERT_EQ(till.presenter.mode(), TillMode::ChangeDue);
    EXPECT_EQ(payments().first().amount.minor(), 1450);
    EXPECT_EQ(payments().first().tip.minor(), 200);
    EXPECT_EQ(payments().first().card, (CardSlip{QStringLiteral("Visa"), QStringLiteral("4711")}));
}

/// Found on a shop's smallest screen: the key of "Back to sale" lay over the title.
TEST(LargeText, NothingLiesOverAnotherThingAboveThePayment)
{
    Till till;
    desktop::Theme theme(QStringLiteral("light"), 2.0);
    theme.apply(*qApp);
    desktop::MainWindow window(theme, till.shop, till.clock, QLocale::c());
    window.resize(1024, 768);
    window.show();
    till.presenter.enterCode(QStringLiteral("5901234123457"));
    till.presenter.startPaying();
    ASSERT_EQ(till.presenter.mode(), TillMode::Paying);
    for (int turns = 0; turns < 4; ++turns)
        QCoreApplication::processEvents();
    QList<QWidget *> shown;
    for (const char *name : {"backButton", "paymentTitle", "slipButton"}) {
        auto *part = window.findChild<QWidget *>(QString::fromLatin1(name));
        ASSERT_NE(part, nullptr) << name;
        if (part->isVisible())
            shown.append(part);
    }
    ASSERT_GE(shown.size(), 2);
    for (QWidget *one : std::as_const(shown)) {
        EXPECT_TRUE(one->parentWidget()->rect().contains(one->geometry())) << qPrintable(one->objectName());
        for (QWidget *other : std::as_const(shown))
            EXPECT_TRUE(one == other || !one->geometry().intersects(other->geometry()))
                << qPrintable(one->objectName()) << " and " << qPrintable(other->objectName());
    }
}

} // namespace crema::testing
