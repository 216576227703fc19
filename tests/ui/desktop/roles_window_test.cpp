// SPDX-License-Identifier: GPL-3.0-or-later
// The roles in the real window, by their objects' names.
#include "app/desktop/example/example_shop.h"
#include "tests/ui/desktop/window_fixture.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>

namespace crema {

using namespace testing;
using namespace desktop;

class RolesWindow : public WindowTest
{
protected:
    void goToRoles()
    {
        till.desk.addExamplePeople();
        till.desk.addExampleRoles();
        press(Qt::Key_U, Qt::ControlModifier | Qt::ShiftModifier);
        settle();
        click("people.roles.button");
        settle();
    }

    OwnRole kept(const QString &name)
    {
        OwnRole found;
        till.desk.roles().then([&](const Result<QList<OwnRole>> &roles) {
            for (const OwnRole &role : *roles)
                found = role.name == name ? role : found;
        });
        settle();
        return found;
    }
};

TEST_F(RolesWindow, ARoleIsMadeByKeysAndButtons)
{
    goToRoles();
    EXPECT_TRUE(find("rolesTable")->isVisible());
    press(Qt::Key_N, Qt::ControlModifier);
    settle();
    EXPECT_EQ(find<QLabel>("roleHeaderTitle")->text(), QStringLiteral("New role"));
    auto *detail = find("roleDetail");
    auto *name = detail->findChild<QLineEdit *>(QStringLiteral("name"));
    ASSERT_TRUE(name);
    EXPECT_TRUE(name->hasFocus());
    type(QStringLiteral("Deputy"));
    auto *denied = find<QPushButton>("right.settings.manage.allow");
    EXPECT_FALSE(denied->isEnabled()) << "a manager has it not";
    click("right.stock.adjust.allow");
    click("right.prices.edit.deny");
    press(Qt::Key_S, Qt::ControlModifier);
    settle();
    EXPECT_EQ(find<QLabel>("roleHeaderTitle")->text(), QStringLiteral("Deputy"));
    const OwnRole made = kept(QStringLiteral("Deputy"));
    EXPECT_TRUE(made.rights.allowed.contains(Permission::StockAdjust));
    EXPECT_EQ(entitlementIn(made.rights, Permission::PricesEdit), Entitlement::Denied);
    press(Qt::Key_Escape);
    settle();
    EXPECT_TRUE(find("rolesTable")->isVisible());
}

TEST_F(RolesWindow, APersonIsOfferedTheRolesOfTheCompanyThatAreGiven)
{
    goToRoles();
    press(Qt::Key_U, Qt::ControlModifier | Qt::ShiftModifier);
    settle();
    press(Qt::Key_N, Qt::ControlModifier);
    settle();
    auto *role = find("personDetail")->findChild<QComboBox *>(QStringLiteral("role"));
    ASSERT_TRUE(role);
    EXPECT_NE(role->findText(QStringLiteral("Shift lead")), -1);
    EXPECT_EQ(role->findText(QStringLiteral("Summer help")), -1) << "it is retired";
}

} // namespace crema
