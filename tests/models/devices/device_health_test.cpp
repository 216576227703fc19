// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/json.h"
#include "models/devices/device_findings.h"
#include "tests/testing/fixed_clock.h"

#include <gtest/gtest.h>

namespace crema {
namespace {

using namespace device_limit;

class DeviceHealthTest : public ::testing::Test
{
protected:
    DeviceStanding heard(std::int64_t agoMs, std::int64_t waiting = 0)
    {
        DeviceStanding standing;
        standing.device = DeviceId(QUuid::createUuid());
        standing.location = LocationId(QUuid::createUuid());
        standing.locationName = QStringLiteral("Harbour");
        standing.registerCode = QStringLiteral("1");
        standing.enrolledAt = now.plusMs(-30 * dayMs);
        standing.heardAt = now.plusMs(-agoMs);
        standing.health = DeviceHealth();
        standing.health->boot = QUuid::createUuid();
        standing.health->version = QStringLiteral("0.1.0");
        standing.health->waiting = waiting;
        return standing;
    }

    UtcTime now = crema::testing::FixedClock().now();
};

TEST_F(DeviceHealthTest, ASilentDeviceMattersMoreWhileWorkWasWaiting)
{
    EXPECT_TRUE(findingsOf(heard(0), now).isEmpty());
    EXPECT_TRUE(findingsOf(heard(silentMs), now).isEmpty());
    EXPECT_EQ(findingsOf(heard(silentMs + 1), now), QList{DeviceFinding::IsSilent});
    EXPECT_TRUE(findingsOf(heard(silentWithWorkMs, 14), now).isEmpty());
    EXPECT_EQ(findingsOf(heard(silentWithWorkMs + 1, 14), now), QList{DeviceFinding::WorkIsSilent});
    EXPECT_EQ(findingsOf(heard(3 * dayMs + hourMs, 14), now), QList{DeviceFinding::WorkIsSilent});
    EXPECT_EQ(levelOf(DeviceFinding::WorkIsSilent), FindingLevel::Act);
    EXPECT_EQ(levelOf(DeviceFinding::IsSilent), FindingLevel::Look);
}

TEST_F(DeviceHealthTest, NewDevicesHaveADayToComeIn)
{
    DeviceStanding standing = heard(0);
    standing.heardAt.reset();
    standing.health.reset();
    standing.enrolledAt = now.plusMs(-neverHeardMs);
    EXPECT_TRUE(findingsOf(standing, now).isEmpty());
    EXPECT_FALSE(isInContact(standing, now));
    standing.enrolledAt = now.plusMs(-neverHeardMs - 1);
    EXPECT_EQ(findingsOf(standing, now), QList{DeviceFinding::NeverHeard});
}

TEST_F(DeviceHealthTest, SaysEverythingThatNeedsAPersonTheWorstFirst)
{
    DeviceStanding standing = heard(minuteMs, 3);
    standing.health->openBreakers = 1;
    standing.health->needsAttention = 2;
    standing.health->clockOffsetMs = -clockWrongMs - 1;
    standing.health->diskIsLow = true;
    standing.health->oldestWaitingMs = stuckMs + 1;
    EXPECT_EQ(findingsOf(standing, now),
              (QList{DeviceFinding::WorkIsStuck, DeviceFinding::DiskIsLow, DeviceFinding::ClockIsWrong,
                     DeviceFinding::NeedsAttention, DeviceFinding::IsOnDetour}));
    standing.health->clockOffsetMs = clockOffMs + 1;
    EXPECT_TRUE(findingsOf(standing, now).contains(DeviceFinding::ClockIsOff));
}

TEST_F(DeviceHealthTest, PutsFirstWhatNeedsAPerson)
{
    QList<DeviceStanding> devices{heard(0), heard(4 * dayMs), heard(dayMs, 2), heard(5 * dayMs, 2), heard(9 * dayMs)};
    devices[0].registerCode = QStringLiteral("10");
    devices.append(heard(0));
    const QList<DeviceStanding> mixed = devices;
    sortByNeed(devices, now);
    EXPECT_EQ(devices, (QList<DeviceStanding>{mixed[3], mixed[2], mixed[4], mixed[1], mixed[5], mixed[0]}));
}

TEST_F(DeviceHealthTest, AReportIsReadAsItWasWrittenWithWhatThisVersionDoesNotKnow)
{
    DeviceStanding standing = heard(minuteMs, 14);
    standing.health->freeBytes = 1;
    standing.health->sentAgoMs = 2;
    standing.health->unknown = {{QStringLiteral("battery"), 80}};
    DeviceStanding silent = heard(0);
    silent.heardAt.reset();
    silent.health.reset();
    const DeviceList list{now, {standing, silent}};
    const auto read = codec::readDeviceList(codec::toJson(list));
    ASSERT_TRUE(read);
    EXPECT_EQ(*read, list);
    EXPECT_LT(json::writeCanonical(codec::toJson(*standing.health)).size(), DeviceHealth::maxBytes / 4);
}

TEST_F(DeviceHealthTest, AReportThatCannotBeReadCostsItselfOnly)
{
    QJsonObject json = codec::toJson(DeviceList{now, {heard(0)}});
    QJsonArray items = json.value(QStringLiteral("items")).toArray();
    QJsonObject item = items.first().toObject();
    item.insert(QStringLiteral("health"), QJsonObject{{QStringLiteral("waiting"), QStringLiteral("many")}});
    items.replace(0, item);
    json.insert(QStringLiteral("items"), items);
    const auto read = codec::readDeviceList(json);
    ASSERT_TRUE(read);
    EXPECT_FALSE(read->devices.first().health);
    EXPECT_TRUE(read->devices.first().heardAt);
    EXPECT_EQ(codec::readDeviceHealth({}).error().code, QStringLiteral("health.malformed"));
}

TEST_F(DeviceHealthTest, WhoWasShutOutStandsLastAndNeedsNobody)
{
    QList<DeviceStanding> devices{heard(0), heard(9 * dayMs, 14), heard(9 * dayMs, 14), heard(9 * dayMs, 14)};
    devices[1].shutOut = {now.plusMs(-2 * dayMs), ShutOutReason::Sold, {}};
    devices[2].shutOut = {now.plusMs(-dayMs), ShutOutReason::Lost, {}};
    EXPECT_TRUE(findingsOf(devices[1], now).isEmpty());
    const QList<DeviceStanding> mixed = devices;
    sortByNeed(devices, now);
    EXPECT_EQ(devices, (QList<DeviceStanding>{mixed[3], mixed[0], mixed[2], mixed[1]}));
}

TEST_F(DeviceHealthTest, TheListKeepsWhyItIsOutAndWhatArrived)
{
    DeviceStanding lost = heard(0);
    const ArrivedStore first{1, QStringLiteral("1"), 41, 40, QStringLiteral("0f"), true};
    const ArrivedStore second{90, QStringLiteral("7K"), 0, 0, {}, false};
    lost.shutOut = {now, ShutOutReason::Stolen, {first, second}};
    DeviceStanding other = heard(0);
    other.shutOut = {now, std::nullopt, {}};
    const DeviceList list{now, {lost, other}};
    const auto read = codec::readDeviceList(codec::toJson(list));
    ASSERT_TRUE(read);
    EXPECT_EQ(*read, list);
    for (const ShutOutReason reason : allShutOutReasons)
        EXPECT_EQ(shutOutReasonFromText(shutOutReasonText(reason)), reason);
    EXPECT_FALSE(shutOutReasonFromText(u"eaten")) << "a later version's";
}

TEST(DeviceName, IsOfOneLineThatCanBePrinted)
{
    EXPECT_EQ(checkedDeviceName(QStringLiteral("  Till  at the\tdoor ")), QStringLiteral("Till at the door"));
    const QString longest(longestDeviceName, u'a');
    EXPECT_EQ(checkedDeviceName(longest), longest);
    for (const QString &bad : {QString(), QStringLiteral(" \n "), longest + u'a', QStringLiteral("a\u202eb")}) {
        ASSERT_FALSE(checkedDeviceName(bad)) << qPrintable(bad);
        EXPECT_EQ(checkedDeviceName(bad).error().fields.first().field, QStringLiteral("name"));
    }
}

} // namespace
} // namespace crema
