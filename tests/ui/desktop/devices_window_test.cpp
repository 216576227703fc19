// SPDX-License-Identifier: GPL-3.0-or-later
// The devices in the real window, by their objects' names.
#include "app/desktop/example/example_devices.h"
#include "app/desktop/example/example_shop.h"
#include "tests/ui/desktop/window_fixture.h"
#include "ui/presenters/devices/device_table_model.h"

#include <QLabel>
#include <QStackedWidget>
#include <QTableView>

namespace crema {

using namespace testing;
using namespace desktop;

class DevicesWindow : public WindowTest
{
protected:
    void goToDevices()
    {
        press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
        settle();
    }

    [[nodiscard]] QString shown() { return find<QStackedWidget>("devicesStack")->currentWidget()->objectName(); }
};

TEST_F(DevicesWindow, KeysLeadToTheDeviceThatNeedsAPersonAndBack)
{
    addExampleDevices(till.desk, till.clock.now());
    goToDevices();
    EXPECT_EQ(shown(), QStringLiteral("devicesTable"));
    auto *table = find<QTableView>("devicesTable");
    EXPECT_TRUE(table->hasFocus());
    EXPECT_EQ(table->model()->index(0, DeviceTableModel::State).data().toString(), QStringLiteral("Work at risk"));
    press(Qt::Key_Return);
    settle();
    EXPECT_EQ(find<QLabel>("deviceHeaderTitle")->text(), QStringLiteral("Window"));
    EXPECT_FALSE(find("devicesList")->isVisible()) << "one pane below 1600 px";
    press(Qt::Key_Escape);
    settle();
    EXPECT_TRUE(find("devicesTable")->hasFocus());
}

TEST_F(DevicesWindow, AWideWindowShowsListAndDeviceSideBySide)
{
    window.resize(1920, 1080);
    addExampleDevices(till.desk, till.clock.now());
    goToDevices();
    till.shop.devices.open(till.shop.devices.rows().first().id);
    settle();
    EXPECT_TRUE(find("devicesList")->isVisible());
    EXPECT_TRUE(find("deviceFindings")->isVisible());
}

TEST_F(DevicesWindow, WhoDoesNotManageDevicesIsToldWhoCanHelp)
{
    till.desk.setDevices(Result<sync::KnownDevices>(
        failure(ProblemKind::NotAllowed, QStringLiteral("auth.not_allowed"), QStringLiteral("Not for you."))));
    goToDevices();
    EXPECT_EQ(shown(), QStringLiteral("devicesEmpty"));
    EXPECT_EQ(find<QLabel>("devicesEmptyTitle")->text(), QStringLiteral("Not for you."));
}

} // namespace crema
