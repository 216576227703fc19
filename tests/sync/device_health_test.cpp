// SPDX-License-Identifier: GPL-3.0-or-later
// What a device tells the platform about itself, and how it shows a manager what all of them told.
#include "models/devices/device_findings.h"
#include "sync/engine/health_report.h"
#include "tests/sync/client_fixture.h"

namespace crema::sync::testing {
namespace {

class DeviceHealthClient : public ClientTest
{
protected:
    void SetUp() override
    {
        ClientTest::SetUp();
        sync();
        platform.reports.clear();
        folder.clock.advance(HealthReport::periodMs);
    }
};

TEST_F(DeviceHealthClient, TellsHowItIsAtMostOnceAMinute)
{
    sync();
    sync();
    folder.clock.advance(HealthReport::periodMs - 1);
    sync();
    ASSERT_EQ(platform.reports.size(), 1);
    const DeviceHealth &first = platform.reports.first();
    EXPECT_EQ(first.version, QStringLiteral(CREMA_VERSION));
    EXPECT_GT(first.storeFormat, 0);
    EXPECT_GT(first.storeBytes, 0);
    EXPECT_EQ(first.waiting, 0);
    EXPECT_FALSE(first.oldestWaitingMs);
    EXPECT_EQ(first.syncedAgoMs, 0);
    EXPECT_EQ(first.rounds, 1);
    EXPECT_EQ(first.addresses, 1);
    folder.clock.advance(1);
    sync();
    ASSERT_EQ(platform.reports.size(), 2);
    EXPECT_EQ(platform.reports.last().rounds, 3) << "since the report before";
}

TEST_F(DeviceHealthClient, WhatCannotBeSentIsToldWithItsAge)
{
    make(QStringLiteral("Espresso"), QStringLiteral("A"));
    folder.clock.advance(20 * device_limit::minuteMs);
    platform.faults.push_back(
        {problemAnswer(500, QStringLiteral("storage.failed")), false, QStringLiteral("operations")});
    sync();
    ASSERT_EQ(platform.reports.size(), 1);
    EXPECT_EQ(platform.reports.first().waiting, 2);
    EXPECT_EQ(platform.reports.first().waitingSales, 0);
    EXPECT_EQ(platform.reports.first().oldestWaitingMs, 20 * device_limit::minuteMs);
    EXPECT_EQ(platform.reports.first().stoppedRounds, 1);
    sync();
    ASSERT_EQ(platform.reports.size(), 2) << "that it is gone is told at once";
    EXPECT_EQ(platform.reports.last().waiting, 0);
    EXPECT_EQ(platform.reports.last().sentAgoMs, 0);
}

TEST_F(DeviceHealthClient, ABacklogIsToldBeforeTheLinkBreaksAgain)
{
    for (int i = 0; i < 10; ++i)
        make(QStringLiteral("P%1").arg(i), QStringLiteral("S%1").arg(i));
    platform.maxBatch = 5;
    // The first batches are found too large; then one goes through, and the next gets no answer.
    int pushes = 0;
    platform.tamper = [&](const QString &path, const HttpAnswer &answer) {
        if (path.endsWith(QLatin1String("operations")) && answer.status == 200 && ++pushes == 2)
            platform.faults.push_back({std::nullopt, false, QStringLiteral("operations")});
        return answer;
    };
    sync();
    ASSERT_FALSE(platform.reports.isEmpty());
    EXPECT_GT(platform.reports.first().waiting, 0);
}

TEST_F(DeviceHealthClient, APlatformThatDoesNotTakeReportsIsLeftAloneAndSyncGoesOn)
{
    const auto refuse = [this] {
        platform.faults.push_back(
            {problemAnswer(404, QStringLiteral("request.no_such_path")), false, QStringLiteral("devices/health")});
    };
    refuse();
    make(QStringLiteral("Espresso"), QStringLiteral("A"));
    const SyncReport report = sync();
    EXPECT_TRUE(report.complete());
    EXPECT_EQ(client.state().link, Link::Online);
    folder.clock.advance(HealthReport::unwantedMs - 1);
    sync();
    EXPECT_TRUE(platform.reports.isEmpty());
    folder.clock.advance(1);
    sync();
    EXPECT_EQ(platform.reports.size(), 1);
}

TEST_F(DeviceHealthClient, AReportThatGetsNoAnswerChangesNothingAboutTheRound)
{
    platform.faults.push_back({std::nullopt, false, QStringLiteral("devices/health")});
    EXPECT_TRUE(sync().complete());
    EXPECT_EQ(client.state().link, Link::Online);
}

TEST_F(DeviceHealthClient, NothingIsToldWhileNobodyAnswers)
{
    platform.faults.push_back({std::nullopt, false, QStringLiteral("changes")});
    sync();
    EXPECT_TRUE(platform.reports.isEmpty());
}

TEST_F(DeviceHealthClient, AManagerSeesAllDevicesAndWithoutNetworkWhatWasKnown)
{
    DeviceStanding counter;
    counter.device = DeviceId(QUuid::createUuid());
    counter.name = QStringLiteral("Counter");
    counter.location = folder.shop.location.id;
    counter.heardAt = folder.clock.now();
    platform.devices = {folder.clock.now(), {counter}};
    const auto fresh = now(client.devices());
    ASSERT_TRUE(fresh) << qPrintable(fresh.error().message);
    EXPECT_FALSE(fresh->problem);
    EXPECT_EQ(fresh->list, platform.devices);

    platform.faults.push_back({std::nullopt, false, QStringLiteral("devices/health")});
    const auto kept = now(client.devices());
    ASSERT_TRUE(kept);
    ASSERT_TRUE(kept->problem);
    EXPECT_EQ(kept->problem->code, QStringLiteral("network.timeout"));
    EXPECT_EQ(kept->list, platform.devices);
}

TEST_F(DeviceHealthClient, WhoLostTheRightSeesNothingOfWhatWasKnown)
{
    platform.devices = {folder.clock.now(), {}};
    ASSERT_TRUE(now(client.devices()));
    platform.faults.push_back(
        {problemAnswer(403, QStringLiteral("devices.not_allowed")), false, QStringLiteral("devices/health")});
    const auto denied = now(client.devices());
    ASSERT_FALSE(denied);
    EXPECT_EQ(denied.error().code, QStringLiteral("auth.not_allowed"));
}

/// Devices are managed by who signed in at the platform, not by who typed a PIN at the till.
TEST_F(DeviceHealthClient, ManagingDevicesNeedsTheRightAndASignInAtThePlatform)
{
    const auto tried = [this] {
        const DeviceId device = client.state().device;
        const LocationId location = client.state().location->id;
        return QStringList{now(client.makeEnrolCode(location)).error().code,
                           now(client.shutDeviceOut(device, ShutOutReason::Lost, ThisDevice::Kept)).error().code,
                           now(client.makeReadmissionCode(device)).error().code,
                           now(client.renameDevice(device, QStringLiteral("Door"))).error().code};
    };
    EXPECT_EQ(tried().removeAll(QStringLiteral("session.ended")), 4);
    EXPECT_EQ(now(client.renameDevice(client.state().device, {})).error().code, QStringLiteral("device.name"));
    ASSERT_TRUE(now(client.signOut()));
    EXPECT_EQ(now(client.makeReadmissionCode(client.state().device)).error().code, QStringLiteral("auth.not_allowed"));
}

} // namespace
} // namespace crema::sync::testing
