// SPDX-License-Identifier: GPL-3.0-or-later
// What devices tell about themselves, in PostgreSQL and in the memory of the simulation alike.
#include "platform/sync/postgres_sync_storage.h"
#include "tests/platform/domain/company_fixture.h"
#include "tests/simulation/platform/memory_database.h"

namespace crema::simulation {
namespace {

class HealthConformance : public crema::testing::CompanyTest
{
protected:
    HealthConformance()
    {
        for (int number = 0; number < 2; ++number) {
            const crema::testing::Till till = enrolTill();
            tills.append(till.device);
            memory.devices.insert(till.device, {QByteArray(), till.location, till.registerId, false});
        }
    }

    void tell(DeviceId device, const QUuid &boot, std::int64_t monotonicMs, std::int64_t waiting)
    {
        clock.advance(1'000);
        DeviceHealth health;
        health.boot = boot;
        health.monotonicMs = monotonicMs;
        health.version = QStringLiteral("0.1.0");
        health.waiting = waiting;
        health.unknown = {{QStringLiteral("battery"), 80}};
        for (platform::SyncStorage *each : both())
            each->saveHealth(device, health, clock.now());
    }

    /// When each till was heard last and how much waited then, the same from both; −1 when never.
    QList<std::pair<std::int64_t, std::int64_t>> heard()
    {
        QMap<DeviceId, DeviceStanding> stored;
        const QList<DeviceStanding> standings = storage.standings({shop.id}, 100);
        for (const DeviceStanding &standing : standings)
            stored.insert(standing.device, standing);
        QList<std::pair<std::int64_t, std::int64_t>> all;
        const QList<DeviceStanding> remembered = memory.standings({shop.id}, 100);
        EXPECT_EQ(remembered.size(), stored.size());
        for (const DeviceStanding &standing : remembered) {
            const DeviceStanding &other = stored[standing.device];
            EXPECT_EQ(other.heardAt, standing.heardAt);
            EXPECT_EQ(other.health, standing.health);
            EXPECT_EQ(other.location, standing.location);
            EXPECT_EQ(other.shutOut.has_value(), standing.shutOut.has_value());
            EXPECT_EQ(other.health ? other.health->unknown.size() : 1, 1);
        }
        for (const DeviceId &till : tills) {
            const DeviceStanding &standing = stored[till];
            all.append({standing.heardAt ? standing.heardAt->msSinceEpoch() : -1,
                        standing.health ? standing.health->waiting : -1});
        }
        return all;
    }

    QList<platform::SyncStorage *> both() { return {&storage, &memory}; }

    MemoryDatabase memory;
    QList<DeviceId> tills;
};

TEST_F(HealthConformance, TheNewestStateReplacesTheOneBefore)
{
    const QUuid boot = newId<DeviceId>().value();
    using Heard = QList<std::pair<std::int64_t, std::int64_t>>;
    EXPECT_EQ(heard(), (Heard{{-1, -1}, {-1, -1}}));
    tell(tills[0], boot, 1'000, 14);
    const std::int64_t first = clock.now().msSinceEpoch();
    EXPECT_EQ(heard(), (Heard{{first, 14}, {-1, -1}}));
    tell(tills[0], boot, 2'000, 3);
    EXPECT_EQ(heard(), (Heard{{first + 1'000, 3}, {-1, -1}}));
}

TEST_F(HealthConformance, AReportThatTheNetworkDoubledOrHeldBackChangesNothing)
{
    const QUuid boot = newId<DeviceId>().value();
    tell(tills[0], boot, 2'000, 3);
    const auto before = heard();
    tell(tills[0], boot, 2'000, 3);
    tell(tills[0], boot, 1'000, 14);
    EXPECT_EQ(heard(), before);
}

TEST_F(HealthConformance, AfterAStartOfTheMachineItsClockBeginsAnew)
{
    tell(tills[0], newId<DeviceId>().value(), 90'000, 3);
    tell(tills[0], newId<DeviceId>().value(), 1'000, 14);
    EXPECT_EQ(heard().first().second, 14);
}

TEST_F(HealthConformance, WhoWasShutOutIsToldOfLast)
{
    pool.borrow()->run("devices/revoke_device", {tills[0], clock.now(), std::nullopt});
    memory.devices[tills[0]].isRevoked = true;
    (void)heard();
    for (platform::SyncStorage *each : both()) {
        EXPECT_EQ(each->standings({}, 100).last().device, tills[0]);
        EXPECT_EQ(each->standings({}, 1).first().device, tills[1]) << "a bound leaves it out first";
    }
}

} // namespace
} // namespace crema::simulation
