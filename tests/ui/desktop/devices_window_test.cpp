// SPDX-License-Identifier: GPL-3.0-or-later
// The devices in the real window, by their objects' names.
#include "app/desktop/example/example_devices.h"
#include "app/desktop/example/example_shop.h"
#include "tests/ui/desktop/window_fixture.h"
#include "ui/presenters/devices/device_table_model.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
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

    /// Somebody who may is at the page.
    void manageDevices()
    {
        till.desk.changeState().person->permissions = permissionsOf(Role::Admin);
        addExampleDevices(till.desk, till.clock.now());
        Q_EMIT till.desk.changed();
        goToDevices();
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

TEST_F(DevicesWindow, ACodeForANewDeviceIsShownLargeAndCopied)
{
    manageDevices();
    press(Qt::Key_N, Qt::ControlModifier);
    settle();
    EXPECT_EQ(find<QLabel>("newDeviceCode")->text(), QStringLiteral("K7QP-3M2X"));
    EXPECT_TRUE(find("newDeviceCodeCopy")->hasFocus());
    press(Qt::Key_Space);
    settle();
    EXPECT_EQ(QGuiApplication::clipboard()->text(), QStringLiteral("K7QP-3M2X"));
    press(Qt::Key_Escape);
    settle();
    EXPECT_FALSE(find("newDeviceCode")->isVisible());
    EXPECT_EQ(shown(), QStringLiteral("devicesTable")) << "one level up, not out of the page";
}

TEST_F(DevicesWindow, ACodeIsShownAlsoWhereADeviceWasOpen)
{
    manageDevices();
    press(Qt::Key_Return);
    settle();
    EXPECT_FALSE(find("devicesList")->isVisible());
    press(Qt::Key_N, Qt::ControlModifier);
    settle();
    EXPECT_TRUE(find("newDeviceCode")->isVisible());
}

TEST_F(DevicesWindow, ShuttingOutAsksFirstAndTheSafeAnswerHasTheFocus)
{
    manageDevices();
    press(Qt::Key_Return);
    settle();
    find<QPushButton>("devices.revoke.button")->click();
    settle();
    EXPECT_TRUE(find("openDeviceOutMeaning")->isVisible());
    EXPECT_TRUE(find("openDeviceKeep")->hasFocus());
    press(Qt::Key_Return);
    settle();
    EXPECT_FALSE(till.shop.devices.detail()->row.isOut) << "Enter does not shut it out";
    find<QPushButton>("devices.revoke.button")->click();
    settle();
    find<QComboBox>("openDeviceReasonField")->setCurrentIndex(1);
    find<QPushButton>("openDeviceShutOut")->click();
    settle();
    EXPECT_TRUE(till.shop.devices.detail()->row.isOut);
    EXPECT_TRUE(find("deviceArrived")->isVisible());
    EXPECT_FALSE(find("devices.revoke.button")->isEnabled());
    EXPECT_TRUE(find("devices.readmit.button")->isEnabled());
}

TEST_F(DevicesWindow, ANameIsTypedWhereTheDeviceIsShown)
{
    manageDevices();
    press(Qt::Key_Return);
    settle();
    find<QPushButton>("devices.rename.button")->click();
    settle();
    auto *name = find<QLineEdit>("openDeviceNameField");
    EXPECT_TRUE(name->hasFocus());
    EXPECT_EQ(name->text(), QStringLiteral("Window"));
    type(QStringLiteral("Window seat"));
    press(Qt::Key_Return);
    settle();
    EXPECT_EQ(find<QLabel>("deviceHeaderTitle")->text(), QStringLiteral("Window seat"));
}

} // namespace crema
