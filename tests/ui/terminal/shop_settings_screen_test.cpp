// SPDX-License-Identifier: GPL-3.0-or-later
// What the shop sets through the keys of a terminal.
#include "app/desktop/example/example_shop.h"
#include "tests/ui/terminal/pane_check.h"
#include "tests/ui/terminal/till_screen_fixture.h"

#include <algorithm>

using namespace crema::terminal;
using namespace crema::terminal::testing;

namespace {

class ShopSettingsScreenTest : public TillScreenTest
{
protected:
    void openSettings(const QString &name)
    {
        terminal.resize({80, 24});
        start();
        desk.addExamplePeople();
        desk.changeState().person = *std::ranges::find(desk.peopleHere(), name, &crema::Person::name);
        Q_EMIT desk.changed();
        press(Key::F3);
        type(u"88");
    }

    [[nodiscard]] std::int64_t lockMinutes() const
    {
        return desk.state().settings.number(crema::shop_setting::tillLockMinutes);
    }
    [[nodiscard]] bool shows(const char *text) const
    {
        return paneText(terminal.canvas()).contains(QString::fromUtf8(text));
    }
    [[nodiscard]] std::string pane() const { return paneText(terminal.canvas()).toStdString(); }
};

TEST_F(ShopSettingsScreenTest, ASettingIsReadSetAndSetBack)
{
    openSettings(QStringLiteral("Ada Lindqvist"));
    EXPECT_TRUE(shows("SETTINGS")) << pane();
    EXPECT_TRUE(shows("All locations")) << pane();
    type(u"1");
    EXPECT_TRUE(shows("As usual")) << pane();
    type(u"600");
    press(Key::Enter);
    EXPECT_EQ(lockMinutes(), 5);
    EXPECT_TRUE(shows("120")) << pane();
    type(u"10");
    press(Key::Enter);
    EXPECT_EQ(lockMinutes(), 10) << pane();
    EXPECT_TRUE(shows("Ada Lindqvist")) << pane();
    press(Key::F4);
    EXPECT_EQ(lockMinutes(), 5) << pane();
}

TEST_F(ShopSettingsScreenTest, WhoMayNotReadsWhy)
{
    openSettings(QStringLiteral("Bea Brandt"));
    type(u"1");
    EXPECT_TRUE(shows("manage settings")) << pane();
    type(u"10");
    press(Key::Enter);
    EXPECT_EQ(lockMinutes(), 5);
}

TEST_F(ShopSettingsScreenTest, F4GoesToTheNextPlace)
{
    openSettings(QStringLiteral("Ada Lindqvist"));
    press(Key::F4);
    EXPECT_FALSE(shows("All locations")) << pane();
    type(u"1");
    type(u"2");
    press(Key::Enter);
    EXPECT_FALSE(shop.settings.places().at(shop.settings.place()).isCompany);
    EXPECT_TRUE(shop.settings.row(crema::shop_setting::tillLockMinutes.toString())->isSetHere);
}

} // namespace
