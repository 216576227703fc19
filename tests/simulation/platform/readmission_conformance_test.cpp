// SPDX-License-Identifier: GPL-3.0-or-later
// Codes that let a device in again, asked of PostgreSQL and of the database in memory alike (ADR 027).
#include "models/base/uuid7.h"
#include "platform/database/param.h"
#include "tests/simulation/platform/storage_kinds.h"
#include "tests/testing/fixed_clock.h"
#include "tests/testing/seeded_randomness.h"

namespace crema::simulation {
namespace {

void addRevokedDevice(Postgres &kind, DeviceId device, const platform::Readmission &code)
{
    const QByteArray id = "'" + device.toString().toLatin1() + "'";
    const auto connection = kind.pool.borrow();
    connection->runScript("insert into company.location values (" + id + ", 'main', '{}');" +
                          "insert into identity.role values ('conformance', '{}') on conflict do nothing;" +
                          "insert into identity.person values (" + id + ", '', 'conformance', true, '{}');" +
                          "insert into devices.register values (" + id + ", " + id + ", '1', " + id + ", '{}');" +
                          "insert into devices.device values (" + id + ", 1, 'Till', '', " + id + ", " + id + ", " +
                          id + ", now(), now());");
    connection->run("devices/save_readmission", {platform::Param::bytes(code.codeHash), device, code.expiresAt});
}

void addRevokedDevice(Memory &kind, DeviceId device, const platform::Readmission &code)
{
    kind.storage.devices[device].isRevoked = true;
    kind.storage.state.readmissions.insert(code.codeHash, code);
}

template<class Kind>
class ReadmissionConformance : public ::testing::Test
{
protected:
    void SetUp() override { addRevokedDevice(kind, device, code); }

    std::optional<platform::Readmission> found() { return kind.storage.begin()->lockReadmission(code.codeHash); }

    Kind kind;
    crema::testing::FixedClock clock;
    crema::testing::SeededRandomness randomness{27};
    DeviceId device = makeId<DeviceId>(clock.now(), randomness);
    platform::Readmission code{QByteArray(32, 'c'), device, clock.now().plusMs(60'000), std::nullopt};
};

} // namespace

TYPED_TEST_SUITE(ReadmissionConformance, StorageKinds);

TYPED_TEST(ReadmissionConformance, ACodeLetsItsDeviceInWithTheCommit)
{
    EXPECT_FALSE(this->kind.storage.begin()->lockReadmission(QByteArray(32, 'd')));
    const auto unused = this->found();
    ASSERT_TRUE(unused);
    EXPECT_EQ(unused->device, this->device);
    EXPECT_EQ(unused->expiresAt, this->code.expiresAt);
    EXPECT_FALSE(unused->usedAt);
    EXPECT_TRUE(unused->isShutOut);

    this->kind.storage.begin()->readmit(*unused, this->clock.now()); // and is undone
    EXPECT_FALSE(this->found()->usedAt);
    EXPECT_EQ(this->kind.storage.shutOutDevices().count(this->device), 1);
    const auto unit = this->kind.storage.begin();
    unit->readmit(*unused, this->clock.now());
    unit->commit();
    const auto used = this->found();
    EXPECT_EQ(used->usedAt, this->clock.now());
    EXPECT_FALSE(used->isShutOut);
    EXPECT_EQ(this->kind.storage.shutOutDevices().count(this->device), 0);
}

} // namespace crema::simulation
