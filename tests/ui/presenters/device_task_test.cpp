// SPDX-License-Identifier: GPL-3.0-or-later
// What people do about devices, in steps.
#include "app/desktop/example/example_devices.h"
#include "app/desktop/example/example_shop.h"
#include "tests/testing/fixed_clock.h"
#include "tests/ui/testing/memory_desk.h"
#include "ui/presenters/devices/device_list_presenter.h"

#include <gtest/gtest.h>

namespace crema {
namespace {

using testing::FixedClock;
using testing::MemoryDesk;

class DeviceTaskTest : public ::testing::Test
{
protected:
    DeviceTaskTest()
    {
        desktop::fillExampleShop(desk);
        desk.openStore(true, true);
        desk.changeState().person->permissions = permissionsOf(Role::Admin);
        desk.changeState().person->locations.clear();
        desk.changeState().platform = QUrl(QStringLiteral("https://crema.example"));
        desktop::addExampleDevices(desk, clock.now());
        presenter.arrive();
    }

    void openNamed(const char *name)
    {
        for (const DeviceRow &row : presenter.rows()) {
            if (row.name == QLatin1StringView(name))
                presenter.open(row.id);
        }
    }

    bool trigger(const char *action) { return presenter.actions().find(QString::fromLatin1(action))->trigger(); }
    QString reason(const char *action)
    {
        return presenter.actions().find(QString::fromLatin1(action))->disabledReason();
    }

    static Problem nobodyThere()
    {
        return {ProblemKind::NotSignedIn,
                QStringLiteral("session.ended"),
                QStringLiteral("Nobody is signed in at the platform from here."),
                QStringLiteral("Sign in with mail address and password."),
                {}};
    }

    MemoryDesk desk;
    FixedClock clock{*UtcTime::fromString(u"2026-11-20T10:42:00.000Z")};
    DeviceListPresenter presenter{desk, clock, QLocale(QLocale::English, QLocale::Ireland)};
    DeviceTaskPresenter &task = presenter.task();
};

TEST_F(DeviceTaskTest, WithOnePlaceACodeIsMadeAtOnceAndShownThisOnce)
{
    ASSERT_TRUE(trigger("devices.add"));
    ASSERT_EQ(task.step(), DeviceStep::Code);
    EXPECT_EQ(desk.lastCodePlace(), desk.state().location->id);
    EXPECT_EQ(task.code().code, QStringLiteral("K7QP-3M2X"));
    EXPECT_TRUE(task.code().title.contains(desk.state().location->name)) << qPrintable(task.code().title);
    EXPECT_TRUE(task.code().untilText.contains(QStringLiteral("21")));
    EXPECT_TRUE(task.code().howText.contains(QStringLiteral("https://crema.example")));
    EXPECT_EQ(task.code().command,
              QStringLiteral("crema device enroll --platform https://crema.example --code K7QP-3M2X"));
    task.close();
    EXPECT_EQ(task.step(), DeviceStep::None);
    EXPECT_TRUE(task.code().code.isEmpty());
}

TEST_F(DeviceTaskTest, WithSeveralPlacesOneOfTheirOwnIsChosen)
{
    desk.addExamplePeople();
    ASSERT_TRUE(trigger("devices.add"));
    ASSERT_EQ(task.step(), DeviceStep::Place);
    ASSERT_EQ(task.places().size(), 2);
    task.choosePlace(LocationId(QUuid::createUuid()));
    EXPECT_FALSE(desk.lastCodePlace()) << "that is no place of theirs";
    task.choosePlace(task.places().last().id);
    EXPECT_EQ(task.step(), DeviceStep::Code);
    EXPECT_EQ(desk.lastCodePlace(), task.places().last().id);

    desk.changeState().person->locations = {desk.state().location->id};
    ASSERT_TRUE(trigger("devices.add"));
    EXPECT_EQ(task.step(), DeviceStep::Code) << "there is one place where they manage devices";
    EXPECT_EQ(desk.lastCodePlace(), desk.state().location->id);
}

TEST_F(DeviceTaskTest, NothingIsOfferedOfflineOrWithoutTheRight)
{
    openNamed("Window");
    for (const char *action : {"devices.add", "devices.rename", "devices.revoke"})
        EXPECT_EQ(reason(action), QString()) << action;
    desk.changeState().link = sync::Link::Offline;
    Q_EMIT desk.changed();
    for (const char *action : {"devices.add", "devices.rename", "devices.revoke", "devices.readmit"}) {
        EXPECT_EQ(reason(action), QStringLiteral("The platform does this, and it cannot be reached now.")) << action;
        EXPECT_FALSE(trigger(action));
    }
    desk.changeState().link = sync::Link::Online;
    desk.changeState().person->permissions.removeAll(Permission::DevicesManage);
    Q_EMIT desk.changed();
    EXPECT_EQ(reason("devices.add"), QStringLiteral("Only people who manage devices may do this."));
    desk.changeState().person->permissions.append(Permission::DevicesManage);
    presenter.close();
    EXPECT_EQ(reason("devices.rename"), QStringLiteral("No device is open."));
}

TEST_F(DeviceTaskTest, ALostDeviceIsShutOutAfterAQuestionAndStandsLast)
{
    openNamed("Window");
    ASSERT_TRUE(trigger("devices.revoke"));
    EXPECT_EQ(task.question().title, QStringLiteral("Shut out Window?"));
    EXPECT_EQ(task.question().warning,
              QStringLiteral("When it was last heard of (3 d ago), this waited on it: 14 sales, 2 more."));
    EXPECT_EQ(task.question().reasonNames.size(), static_cast<qsizetype>(allShutOutReasons.size()));
    task.close();
    EXPECT_FALSE(presenter.detail()->row.isOut) << "nothing is done before it is meant";
    ASSERT_TRUE(trigger("devices.revoke"));
    task.shutOut(ShutOutReason::Stolen);
    EXPECT_EQ(task.step(), DeviceStep::None);
    EXPECT_EQ(task.doneText(), QStringLiteral("Window is shut out."));
    ASSERT_TRUE(presenter.detail());
    EXPECT_TRUE(presenter.detail()->row.isOut);
    EXPECT_EQ(presenter.detail()->row.state.text, QStringLiteral("Shut out"));
    EXPECT_TRUE(presenter.detail()->findings.first().sentence.contains(QStringLiteral("Stolen")));
    EXPECT_EQ(presenter.rows().at(presenter.rows().size() - 2).name, QStringLiteral("Window"))
        << "the one that was shut out last stands before the others that are out";
    EXPECT_EQ(presenter.summary().outText, QStringLiteral("2 shut out"));
    EXPECT_EQ(presenter.summary().countText, QStringLiteral("6 devices"));
    EXPECT_EQ(presenter.summary().needText, QStringLiteral("3 need a person"));
    EXPECT_EQ(reason("devices.revoke"), QStringLiteral("It is shut out already."));
}

TEST_F(DeviceTaskTest, WhatIsMissingOfAShutOutDeviceIsTold)
{
    openNamed("Terrace");
    const DeviceDetail &detail = *presenter.detail();
    ASSERT_EQ(detail.findings.size(), 3);
    EXPECT_EQ(detail.findings.at(1).title, QStringLiteral("Work may be missing"));
    EXPECT_TRUE(detail.findings.at(1).sentence.contains(QStringLiteral("3 sales")));
    EXPECT_EQ(detail.findings.at(2).title, QStringLiteral("A shift of it is open"));
    EXPECT_EQ(detail.arrived,
              (QList<DeviceFact>{{QStringLiteral("HARBOUR-5"), QStringLiteral("everything up to its operation 1,204")},
                                 {QStringLiteral("Its auditor's journal"),
                                  QStringLiteral("1,190 entries, the last is 9f2c4b7d10aa")}}));
}

TEST_F(DeviceTaskTest, TheDeviceAtHandIsShutOutOnlyAfterItWasSaid)
{
    presenter.open(desk.state().device.toString());
    ASSERT_TRUE(trigger("devices.revoke"));
    EXPECT_EQ(task.question().warning, QStringLiteral("This is the device that you are at."));
    task.shutOut(ShutOutReason::Sold);
    EXPECT_FALSE(task.problem());
    EXPECT_TRUE(presenter.detail()->row.isOut);
}

TEST_F(DeviceTaskTest, AFoundDeviceGetsACodeOfItsOwn)
{
    openNamed("Window");
    EXPECT_EQ(reason("devices.readmit"), QStringLiteral("It is not shut out."));
    openNamed("Terrace");
    ASSERT_TRUE(trigger("devices.readmit"));
    EXPECT_EQ(task.code().title, QStringLiteral("Code to let Terrace in again"));
    EXPECT_EQ(task.code().code, QStringLiteral("9TRA-D4WF"));
    EXPECT_EQ(task.code().command, QStringLiteral("crema device readmit --code 9TRA-D4WF"));
}

TEST_F(DeviceTaskTest, ANameIsCheckedBeforeThePlatformIsAsked)
{
    openNamed("Window");
    ASSERT_TRUE(trigger("devices.rename"));
    task.saveName(QStringLiteral("   "));
    ASSERT_TRUE(task.problem());
    EXPECT_EQ(task.problem()->fields.first().field, QStringLiteral("name"));
    EXPECT_EQ(task.step(), DeviceStep::Rename) << "what was typed stays";
    task.saveName(QStringLiteral(" Window seat "));
    EXPECT_EQ(task.step(), DeviceStep::None);
    EXPECT_EQ(presenter.detail()->row.name, QStringLiteral("Window seat"));
}

TEST_F(DeviceTaskTest, ADeviceMovesToAPlaceWhereTheyManageDevices)
{
    openNamed("Window");
    ASSERT_TRUE(trigger("devices.move"));
    ASSERT_EQ(task.step(), DeviceStep::Move);
    ASSERT_FALSE(task.places().isEmpty());
    EXPECT_EQ(task.places().first().id, task.device()->location) << "where it is";
    task.move(task.places().first().id, QStringLiteral("1"));
    EXPECT_EQ(task.step(), DeviceStep::Move) << "the platform refused the number";
    ASSERT_TRUE(task.problem());
    task.move(task.places().last().id, QStringLiteral(" 7 "));
    EXPECT_EQ(task.step(), DeviceStep::None);
    EXPECT_FALSE(task.doneText().isEmpty());
}

/// Who switched by PIN has no session there.
TEST_F(DeviceTaskTest, WhatThePlatformRefusesIsToldWithWhatToDo)
{
    openNamed("Window");
    ASSERT_TRUE(trigger("devices.revoke"));
    desk.failDevices = nobodyThere();
    task.shutOut(ShutOutReason::Lost);
    EXPECT_EQ(task.step(), DeviceStep::ShutOut);
    EXPECT_EQ(task.problem(), nobodyThere());
    EXPECT_FALSE(presenter.detail()->row.isOut);
    EXPECT_FALSE(task.isBusy());
    task.shutOut(ShutOutReason::Lost);
    EXPECT_TRUE(presenter.detail()->row.isOut) << "it can be tried again";
}

TEST_F(DeviceTaskTest, WhatIsBegunIsDoneOnceAndForItsDeviceOnly)
{
    openNamed("Window");
    ASSERT_TRUE(trigger("devices.rename"));
    desk.holdAnswers(true);
    task.saveName(QStringLiteral("Door"));
    EXPECT_TRUE(task.isBusy());
    EXPECT_EQ(reason("devices.add"), QStringLiteral("The platform has not answered yet."));
    task.saveName(QStringLiteral("Window seat"));
    openNamed("Garden");
    EXPECT_EQ(task.step(), DeviceStep::None) << "another device: nothing is asked about it";
    desk.holdAnswers(false);
    EXPECT_TRUE(task.doneText().isEmpty());
    presenter.refresh();
    openNamed("Door");
    EXPECT_TRUE(presenter.detail()) << "the platform did it all the same";
}

TEST_F(DeviceTaskTest, WhoComesNextFindsNothingBegun)
{
    ASSERT_TRUE(trigger("devices.add"));
    ASSERT_EQ(task.step(), DeviceStep::Code);
    desk.changeState().person->id = PersonId(QUuid::createUuid());
    Q_EMIT desk.changed();
    EXPECT_EQ(task.step(), DeviceStep::None);
    EXPECT_TRUE(task.code().code.isEmpty()) << "a code is for whoever asked";
}

} // namespace
} // namespace crema
