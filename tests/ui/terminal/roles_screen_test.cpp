// SPDX-License-Identifier: GPL-3.0-or-later
// Roles through the keys of a terminal.
#include "app/desktop/example/example_shop.h"
#include "tests/ui/terminal/pane_check.h"
#include "tests/ui/terminal/till_screen_fixture.h"

using namespace crema;
using namespace crema::terminal;
using namespace crema::terminal::testing;

namespace {

class RolesScreenTest : public TillScreenTest
{
protected:
    void openRoles()
    {
        terminal.resize({80, 24});
        start();
        desk.addExamplePeople();
        desk.addExampleRoles();
        press(Key::F3);
        type(u"85");
        press(Key::F2);
    }

    [[nodiscard]] bool shows(const char *text) const
    {
        return paneText(terminal.canvas()).contains(QString::fromUtf8(text));
    }
    [[nodiscard]] std::string pane() const { return paneText(terminal.canvas()).toStdString(); }

    OwnRole kept(const QString &name)
    {
        OwnRole found;
        desk.roles().then([&](const Result<QList<OwnRole>> &roles) {
            for (const OwnRole &role : *roles)
                found = role.name == name ? role : found;
        });
        return found;
    }
};

TEST_F(RolesScreenTest, ARoleIsMadeFromABuiltInOne)
{
    openRoles();
    EXPECT_TRUE(shows("ROLES")) << pane();
    EXPECT_TRUE(shows("Shift lead")) << pane();
    press(Key::F4);
    EXPECT_TRUE(shows("NEW ROLE")) << pane();
    type(u"1Deputy\n");
    type(u"3");
    type(u"15\n");
    type(u"4");
    type(u"50\n");
    press(Key::F4);
    const OwnRole made = kept(QStringLiteral("Deputy"));
    EXPECT_EQ(made.rights.discountLimit, 1'500) << pane();
    EXPECT_EQ(made.rights.refundLimit, 50) << pane();
    EXPECT_EQ(made.base, Role::Barista);
}

TEST_F(RolesScreenTest, ANumberMovesARightOn)
{
    openRoles();
    type(u"1");
    EXPECT_TRUE(shows("Shift lead")) << pane();
    const Entitlement before = entitlementIn(kept(QStringLiteral("Shift lead")).rights, Permission::CatalogRead);
    ASSERT_EQ(before, Entitlement::Allowed);
    type(u"5");
    press(Key::F4);
    EXPECT_EQ(entitlementIn(kept(QStringLiteral("Shift lead")).rights, Permission::CatalogRead),
              Entitlement::WithApproval)
        << pane();
}

} // namespace
