// SPDX-License-Identifier: GPL-3.0-or-later
// The customers in the real window, by their objects' names.
#include "app/desktop/example/example_sales.h"
#include "app/desktop/example/example_shop.h"
#include "tests/ui/desktop/window_fixture.h"

#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedWidget>

namespace crema {

using namespace testing;
using namespace desktop;

class CustomersWindow : public WindowTest
{
protected:
    void goToCustomers()
    {
        till.desk.addExampleCustomers();
        press(Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
        settle();
    }

    [[nodiscard]] QString shown() { return find<QStackedWidget>("customersStack")->currentWidget()->objectName(); }
};

TEST_F(CustomersWindow, KeysAddACustomer)
{
    goToCustomers();
    EXPECT_EQ(shown(), QStringLiteral("customersTable"));
    press(Qt::Key_N, Qt::ControlModifier);
    settle();
    EXPECT_EQ(find<QLabel>("customerHeaderTitle")->text(), QStringLiteral("New customer"));
    EXPECT_TRUE(find<QLineEdit>("name")->hasFocus());
    type(QStringLiteral("Ida Falk"));
    find<QPlainTextEdit>("notes")->setFocus();
    type(QStringLiteral("Oat milk"));
    press(Qt::Key_S, Qt::ControlModifier);
    settle();
    EXPECT_EQ(find<QLabel>("customerHeaderTitle")->text(), QStringLiteral("Ida Falk"));
    EXPECT_EQ(till.desk.customersHere().last().notes, QStringLiteral("Oat milk"));
    press(Qt::Key_Escape);
    settle();
    EXPECT_TRUE(find("customersTable")->isVisible());
}

TEST_F(CustomersWindow, TypingFindsAndOpensOne)
{
    goToCustomers();
    press(Qt::Key_F, Qt::ControlModifier);
    ASSERT_TRUE(find<QLineEdit>("customersFilter")->hasFocus());
    type(QStringLiteral("nord"));
    settle();
    ASSERT_EQ(till.shop.customers.rows().size(), 1);
    press(Qt::Key_Down);
    EXPECT_TRUE(find("customersTable")->hasFocus());
    press(Qt::Key_F, Qt::ControlModifier);
    press(Qt::Key_Return);
    settle();
    EXPECT_EQ(find<QLineEdit>("tax_id")->text(), QStringLiteral("DE811193231"));
}

TEST_F(CustomersWindow, WhoMayNotIsToldWhoCanHelp)
{
    till.desk.changeState().person->permissions = {};
    goToCustomers();
    EXPECT_EQ(shown(), QStringLiteral("customersEmpty"));
    EXPECT_FALSE(find("customersFilter")->isVisible());
}

TEST_F(CustomersWindow, ErasingIsSafeByDefaultAndNeedsAReason)
{
    goToCustomers();
    till.shop.customers.open(till.shop.customers.rows().first().id);
    settle();
    find<QPushButton>("customers.erase.button")->click();
    settle();
    EXPECT_TRUE(find("eraseCancel")->hasFocus());
    EXPECT_TRUE(find<QLabel>("eraseTitle")->text().contains(QStringLiteral("Café Morgen")));
    EXPECT_FALSE(find("eraseCustomer")->isEnabled()) << "before a reason is chosen";
    find<QPushButton>("eraseReason.not_needed")->click();
    find("eraseCustomer")->setFocus();
    press(Qt::Key_Return);
    settle();
    EXPECT_TRUE(find("eraseCustomerDialog")->isVisible()) << "Enter erases nobody";
    EXPECT_FALSE(till.desk.lastEraseReason());
    press(Qt::Key_Space);
    settle();
    EXPECT_EQ(till.desk.lastEraseReason(), EraseReason::NotNeeded);
    EXPECT_EQ(find<QLabel>("customerHeaderTitle")->text(), QStringLiteral("Erased customer"));
    EXPECT_FALSE(find("customers.erase.button")->isEnabled());
}

TEST_F(CustomersWindow, EnterAndEscapeKeepTheCustomer)
{
    goToCustomers();
    till.shop.customers.open(till.shop.customers.rows().first().id);
    settle();
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Escape}) {
        till.shop.customers.actions().find(u"customers.erase")->trigger();
        settle();
        ASSERT_TRUE(find("eraseCancel")->hasFocus());
        press(key);
        settle();
        EXPECT_TRUE(window.findChildren<QDialog *>(QStringLiteral("eraseCustomerDialog")).isEmpty() ||
                    !find("eraseCustomerDialog")->isVisible());
    }
    EXPECT_FALSE(till.desk.lastEraseReason());
    EXPECT_EQ(find<QLabel>("customerHeaderTitle")->text(), QStringLiteral("Café Morgen"));
}

TEST_F(CustomersWindow, WhoMayNotEraseReadsWhy)
{
    till.desk.changeState().person->permissions = {Permission::CustomersRead, Permission::CustomersEdit};
    goToCustomers();
    till.shop.customers.open(till.shop.customers.rows().first().id);
    settle();
    EXPECT_FALSE(find("customers.erase.button")->isEnabled());
    EXPECT_TRUE(find("customerPrivacyReasons")->isVisible());
    EXPECT_TRUE(find<QLabel>("customerPrivacyReasons")->text().contains(QStringLiteral("manage people")));
}

TEST_F(CustomersWindow, TwoAreMadeOneAndTwoAgain)
{
    till.desk.addExampleDuplicate();
    goToCustomers();
    find<QPushButton>("customers.duplicates.button")->click();
    settle();
    EXPECT_TRUE(find<QLabel>("mergeTitle")->text().contains(QStringLiteral("twice")));
    find<QPushButton>("mergeRow0")->click();
    settle();
    EXPECT_EQ(find<QLabel>("mergeStaysName")->text(), QStringLiteral("Jonas Brandt"));
    find<QPushButton>("mergeNow")->click();
    settle();
    EXPECT_EQ(find<QLabel>("customerHeaderTitle")->text(), QStringLiteral("Jonas Brandt"));
    EXPECT_EQ(find<QLineEdit>("card")->text(), QStringLiteral("2912345678905"));
    EXPECT_EQ(find<QLabel>("mergedName")->text(), QStringLiteral("J. Brandt"));
    find<QPushButton>("mergedApart")->click();
    settle();
    EXPECT_EQ(till.desk.customersHere().last().mergedInto, std::nullopt);
}

TEST_F(CustomersWindow, TheirSalesLeadToTheListOfSalesAndTheStatementIsShown)
{
    fillExampleShop(till.desk);
    addExampleSales(till.desk, till.clock.now());
    goToCustomers();
    till.shop.customers.open(till.shop.customers.rows().first().id);
    settle();
    ASSERT_FALSE(till.shop.customerHistory.rows().isEmpty());
    find<QPushButton>("customerStatementOpen")->click();
    settle();
    EXPECT_TRUE(find("customerStatementDialog")->isVisible());
    EXPECT_TRUE(find<QPlainTextEdit>("statementPaper")->toPlainText().contains(QStringLiteral("Café Morgen")));
    find<QPushButton>("statementDone")->click();
    settle();
    const QString key = till.shop.customerHistory.rows().first().key;
    find<QPushButton>("customerSale0")->click();
    settle();
    EXPECT_TRUE(find("salesPage")->isVisible());
    EXPECT_EQ(till.shop.sales.openKey(), key);
}

} // namespace crema
