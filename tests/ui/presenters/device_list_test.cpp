// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/devices/device_table_model.h"

#include "app/desktop/example/example_devices.h"
#include "app/desktop/example/example_shop.h"
#include "tests/testing/fixed_clock.h"
#include "tests/ui/testing/memory_desk.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <gtest/gtest.h>

namespace crema {
namespace {

using testing::FixedClock;
using testing::MemoryDesk;

class DeviceListTest : public ::testing::Test
{
protected:
    DeviceListTest()
    {
        desktop::fillExampleShop(desk);
        desk.openStore(true, true);
        desktop::addExampleDevices(desk, clock.now());
    }

    QStringList names() const
    {
        QStringList names;
        for (const DeviceRow &row : presenter.rows())
            names.append(row.name);
        return names;
    }

    static Result<sync::KnownDevices> denied()
    {
        return failure(ProblemKind::NotAllowed, QStringLiteral("auth.not_allowed"), QStringLiteral("no"));
    }

    MemoryDesk desk;
    FixedClock clock{*UtcTime::fromString(u"2026-11-20T10:42:00.000Z")};
    DeviceListPresenter presenter{desk, clock, QLocale(QLocale::English, QLocale::Ireland)};
};

TEST_F(DeviceListTest, WhatNeedsAPersonStandsFirst)
{
    presenter.arrive();
    ASSERT_EQ(presenter.phase(), ListPhase::Rows);
    EXPECT_EQ(names().first(), QStringLiteral("Window"));
    const DeviceRow &window = presenter.rows().first();
    EXPECT_EQ(window.state.text, QStringLiteral("Work at risk"));
    EXPECT_EQ(window.state.tone, Tone::Error);
    EXPECT_EQ(window.contactText, QStringLiteral("3 d ago"));
    EXPECT_EQ(window.waitingText, QStringLiteral("14 sales, 2 more"));
    EXPECT_EQ(names().mid(1, 3),
              (QStringList{QStringLiteral("Coffee van"), QStringLiteral("Garden"), QStringLiteral("Spare")}));
    EXPECT_EQ(presenter.summary().countText, QStringLiteral("7 devices"));
    EXPECT_EQ(presenter.summary().needText, QStringLiteral("4 need a person"));
    EXPECT_EQ(presenter.summary().outText, QStringLiteral("1 shut out"));
    EXPECT_EQ(names().last(), QStringLiteral("Terrace")) << "who is out needs nobody";
    EXPECT_TRUE(presenter.rows().at(4).isThis);
    EXPECT_TRUE(presenter.rows().at(4).state.text.isEmpty()) << "a device that is well is calm";
}

TEST_F(DeviceListTest, AnOpenDeviceSaysWhatIsTheMatterAndWhatToDo)
{
    presenter.arrive();
    presenter.open(presenter.rows().first().id);
    ASSERT_TRUE(presenter.detail());
    const DeviceFindingView &finding = presenter.detail()->findings.first();
    EXPECT_EQ(finding.title, QStringLiteral("Work waits on a device that is silent"));
    EXPECT_TRUE(finding.sentence.startsWith(QStringLiteral("Not seen for 3 d; waiting on it then: 14 sales, 2 more.")));
    presenter.open(presenter.rows().at(4).id);
    EXPECT_EQ(presenter.detail()->findings.first().title, QStringLiteral("In contact"));
    presenter.close();
    EXPECT_FALSE(presenter.detail());
}

TEST_F(DeviceListTest, WithoutThePlatformItShowsWhatWasKnownAndSince)
{
    desktop::addKnownDevices(desk, clock.now());
    presenter.arrive();
    EXPECT_EQ(presenter.phase(), ListPhase::Rows);
    ASSERT_TRUE(presenter.problem());
    EXPECT_EQ(presenter.summary().asOfText, QStringLiteral("As of 10:42"));
    EXPECT_EQ(presenter.rows().first().contactText, QStringLiteral("3 d ago")) << "told as of then";
}

TEST_F(DeviceListTest, SaysThatMoreIsSeenAfterSigningIn)
{
    sync::KnownDevices known;
    known.list.isOfDevice = true;
    desk.setDevices(known);
    presenter.arrive();
    EXPECT_EQ(presenter.summary().limitText,
              QStringLiteral("Of this location only. Sign in with mail address and password to see more."));
}

TEST_F(DeviceListTest, AsksAgainEachMinuteWhileItIsInFront)
{
    presenter.arrive();
    desk.setDevices(sync::KnownDevices());
    clock.advance(59'999);
    EXPECT_EQ(presenter.rows().size(), 8);
    clock.advance(1);
    EXPECT_EQ(presenter.phase(), ListPhase::FirstUse);
    presenter.leave();
    desktop::addExampleDevices(desk, clock.now());
    clock.advance(120'000);
    EXPECT_EQ(presenter.phase(), ListPhase::FirstUse);
}

TEST_F(DeviceListTest, WhoComesNextSeesNothingOfTheOneBefore)
{
    presenter.arrive();
    presenter.open(presenter.rows().first().id);
    desk.setDevices(denied());
    desk.changeState().person->id = PersonId(QUuid::createUuid());
    Q_EMIT desk.changed();
    EXPECT_TRUE(presenter.rows().isEmpty());
    EXPECT_FALSE(presenter.detail());
    EXPECT_TRUE(presenter.isDenied());
}

TEST_F(DeviceListTest, SaysWhatIsAskedWhenItTakesLong)
{
    desk.holdAnswers(true);
    presenter.arrive();
    EXPECT_EQ(presenter.phase(), ListPhase::Blank);
    clock.advance(300);
    EXPECT_EQ(presenter.phase(), ListPhase::Loading);
    clock.advance(700);
    EXPECT_EQ(presenter.phase(), ListPhase::LoadingLong);
    desk.holdAnswers(false);
    EXPECT_EQ(presenter.phase(), ListPhase::Rows);
}

TEST_F(DeviceListTest, TheTableFollowsAndSortsByWhatAPersonWants)
{
    DeviceTableModel model(presenter);
    QAbstractItemModelTester tester(&model);
    presenter.arrive();
    ASSERT_EQ(model.rowCount(), 8);
    EXPECT_EQ(model.sortKey().column, DeviceTableModel::State);
    model.sortBy({DeviceTableModel::Name, Qt::AscendingOrder});
    EXPECT_EQ(model.at(0).name, QStringLiteral("Coffee van"));
    model.sortBy({DeviceTableModel::Contact, Qt::DescendingOrder});
    EXPECT_EQ(model.at(0).name, QStringLiteral("Spare")) << "never seen is the longest silence";
    EXPECT_EQ(model.index(0, DeviceTableModel::Contact).data().toString(), QStringLiteral("never"));
    EXPECT_EQ(model.index(0, DeviceTableModel::Waiting).data().toString(), QStringLiteral("–"));
}

} // namespace
} // namespace crema
