// SPDX-License-Identifier: GPL-3.0-or-later
// The customers in the real window, by their objects' names.
#include "app/desktop/example/example_shop.h"
#include "tests/ui/desktop/window_fixture.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
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

} // namespace crema
