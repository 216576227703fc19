// SPDX-License-Identifier: GPL-3.0-or-later
// Devices through the keys of a terminal: what is done about them.
#include "app/desktop/example/example_devices.h"
#include "tests/ui/terminal/pane_check.h"
#include "tests/ui/terminal/till_screen_fixture.h"

using namespace crema::terminal;
using namespace crema::terminal::testing;

namespace {

class DevicesScreenTest : public TillScreenTest
{
protected:
    void openDevices()
    {
        start();
        desk.changeState().person->permissions = crema::permissionsOf(crema::Role::Admin);
        crema::desktop::addExampleDevices(desk, clock.now());
        Q_EMIT desk.changed();
        terminal.resize({80, 24});
        press(Key::F3);
        type(u"9");
        press(Key::F9);
    }

    [[nodiscard]] bool shows(const char *text) const
    {
        return paneText(terminal.canvas()).contains(QString::fromUtf8(text));
    }
    [[nodiscard]] std::string pane() const { return paneText(terminal.canvas()).toStdString(); }
};

TEST_F(DevicesScreenTest, ACodeForANewDeviceIsShownAndEnterLeavesIt)
{
    openDevices();
    press(Key::F2);
    EXPECT_TRUE(shows("K7QP-3M2X")) << pane();
    EXPECT_TRUE(shows("this once")) << pane();
    press(Key::Enter);
    EXPECT_TRUE(shows("DEVICES")) << pane();
    EXPECT_TRUE(shop.devices.task().code().code.isEmpty());
}

TEST_F(DevicesScreenTest, ADeviceIsShutOutForAReasonAfterItWasConfirmed)
{
    openDevices();
    type(u"1");
    press(Key::F9);
    EXPECT_TRUE(shows("Shut out Window?")) << pane();
    type(u"2");
    EXPECT_TRUE(shows("What it has not sent stays on its disk")) << pane();
    type(u"1");
    EXPECT_FALSE(shop.devices.detail()->row.isOut) << "the first answer is the safe one";
    type(u"2");
    type(u"2");
    EXPECT_TRUE(shows("Window is shut out.")) << pane();
    press(Key::Enter);
    EXPECT_TRUE(shows("Stolen")) << pane();
    EXPECT_TRUE(shop.devices.detail()->row.isOut);
    press(Key::F9);
    EXPECT_TRUE(shows("9TRA-D4WF")) << pane();
}

TEST_F(DevicesScreenTest, ADeviceIsRenamed)
{
    openDevices();
    type(u"1");
    press(Key::F4);
    type(u" seat");
    press(Key::Enter);
    EXPECT_TRUE(shows("It is called Window seat from now on.")) << pane();
}

TEST_F(DevicesScreenTest, OfflineItSaysWhyNot)
{
    openDevices();
    desk.changeState().link = crema::sync::Link::Offline;
    Q_EMIT desk.changed();
    press(Key::F2);
    EXPECT_TRUE(shows("it cannot be reached now")) << pane();
    EXPECT_TRUE(shows("DEVICES")) << pane();
}

} // namespace
