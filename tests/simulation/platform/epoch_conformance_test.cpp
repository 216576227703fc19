// SPDX-License-Identifier: GPL-3.0-or-later
// Epochs of copied and restored stores, asked of PostgreSQL and of the database in memory alike (sync.md rule 29).
#include "models/base/json.h"
#include "models/base/uuid7.h"
#include "models/feed/entity_codec.h"
#include "platform/database/database_failure.h"
#include "tests/simulation/platform/storage_kinds.h"
#include "tests/testing/fixed_clock.h"
#include "tests/testing/seeded_randomness.h"

namespace crema::simulation {
namespace {

template<class Kind>
class EpochConformance : public ::testing::Test
{
protected:
    template<class AnyId>
    AnyId newId()
    {
        return makeId<AnyId>(clock.now(), randomness);
    }

    std::unique_ptr<platform::UnitStorage> begin() { return kind.storage.begin(); }

    void commitAll(const platform::DeviceEpoch &given)
    {
        const auto unit = begin();
        unit->write(given);
        unit->commit();
    }

    QByteArray codeOf(const platform::DeviceEpoch &given)
    {
        try {
            commitAll(given);
        } catch (const platform::DatabaseFailure &failure) {
            return failure.sqlState();
        }
        return {};
    }

    Kind kind;
    crema::testing::FixedClock clock;
    crema::testing::SeededRandomness randomness{11};
    DeviceId device = newId<DeviceId>();
};

TYPED_TEST_SUITE(EpochConformance, StorageKinds);

TYPED_TEST(EpochConformance, AnUnknownDeviceHasNoEpochs)
{
    EXPECT_TRUE(this->begin()->epochsOf(this->device).isEmpty());
    EXPECT_FALSE(this->begin()->hasRegisterCode(this->template newId<LocationId>(), QStringLiteral("1")));
    EXPECT_FALSE(this->kind.storage.place(this->device, 1));
}

/// What an epoch hangs on; the database in memory holds no company.
void enrol(Postgres &kind, DeviceId device, const Register &reg)
{
    const auto quoted = [](const auto &id) { return "'" + id.toString().toLatin1() + "'"; };
    const PersonId person(device.value());
    kind.pool.borrow()->runScript(
        "insert into company.location values (" + quoted(reg.location) + ", 'main', '{}');" +
        "insert into identity.role values ('conformance', '{}') on conflict do nothing;" +
        "insert into identity.person values (" + quoted(person) + ", '', 'conformance', true, '{}');" +
        "insert into devices.register values (" + quoted(reg.id) + ", " + quoted(reg.location) + ", '" +
        reg.code.toLatin1() + "', " + quoted(device) + ", '" + json::writeCanonical(codec::toJson(reg)) + "');" +
        "insert into devices.device values (" + quoted(device) + ", 1, 'Till', '', " + quoted(reg.location) + ", " +
        quoted(reg.id) + ", " + quoted(person) + ", now(), null);");
}

void enrol(Memory &kind, DeviceId device, const Register &reg)
{
    kind.storage.devices.insert(device, {{}, reg.location, reg.id, false});
}

void wantMove(Postgres &kind, DeviceId device, const platform::DeviceMove &move)
{
    const auto quoted = [](const auto &id) { return "'" + id.toString().toLatin1() + "'"; };
    kind.pool.borrow()->runScript("insert into company.location values (" + quoted(move.location) +
                                  ", 'there', '{}') on conflict do nothing;" + "insert into devices.move values (" +
                                  quoted(device) + ", " + quoted(move.claim) + ", " + quoted(move.registerId) + ", " +
                                  quoted(move.location) +
                                  ", '') on conflict (device) do update set claim = " + quoted(move.claim));
}

void wantMove(Memory &kind, DeviceId device, const platform::DeviceMove &move)
{
    kind.storage.wantMove(device, move);
}

/// sync.md rule 29: two stores of one device that ask together never get the same place.
TYPED_TEST(EpochConformance, AnEpochAClaimAndACodeAreGivenOnce)
{
    const auto location = this->template newId<LocationId>();
    const auto newRegister = [&](const QString &code) {
        return Register{this->template newId<RegisterId>(), location, code, QStringLiteral("Till"), this->device};
    };
    enrol(this->kind, this->device, newRegister(QStringLiteral("1")));
    const auto newEpoch = [&](std::int64_t epoch, const QString &code) {
        return platform::DeviceEpoch{this->device, epoch, this->template newId<OperationId>().value(),
                                     newRegister(code), this->clock.now()};
    };
    const platform::DeviceEpoch given = newEpoch(2, QStringLiteral("1CABCDE"));
    this->commitAll(given);
    const QList<platform::DeviceEpoch> known = this->begin()->epochsOf(this->device);
    ASSERT_EQ(known.size(), 1);
    EXPECT_EQ(known[0].epoch, 2);
    EXPECT_EQ(known[0].claim, given.claim);
    EXPECT_EQ(known[0].registerEntry, given.registerEntry);
    EXPECT_TRUE(this->begin()->hasRegisterCode(location, QStringLiteral("1CABCDE")));
    EXPECT_FALSE(this->begin()->hasRegisterCode(location, QStringLiteral("1CABCDF")));
    const auto place = this->kind.storage.place(this->device, 2);
    ASSERT_TRUE(place);
    EXPECT_EQ(place->registerId, given.registerEntry.id);
    EXPECT_EQ(place->highestSequence, 0);
    EXPECT_FALSE(this->kind.storage.place(this->device, 3));

    EXPECT_EQ(this->codeOf(newEpoch(2, QStringLiteral("1CBBBBB"))), "23505");
    EXPECT_EQ(this->codeOf(newEpoch(3, QStringLiteral("1CABCDE"))), "23505");
    platform::DeviceEpoch sameClaim = newEpoch(3, QStringLiteral("1CCCCCC"));
    sameClaim.claim = given.claim;
    EXPECT_EQ(this->codeOf(sameClaim), "23505");
    constexpr std::int64_t farOn = 9'007'199'254'740'991; // epochs have gaps (ADR 028), and JSON has no larger numbers
    this->commitAll(newEpoch(farOn, QStringLiteral("1CDDDDD")));
    const QList<platform::DeviceEpoch> both = this->begin()->epochsOf(this->device);
    ASSERT_EQ(both.size(), 2);
    EXPECT_EQ(both[1].epoch, farOn);
    EXPECT_TRUE(this->kind.storage.place(this->device, farOn));
}

/// ADR 046.
TYPED_TEST(EpochConformance, AMoveTakesTheDeviceThereAndKeepsWhereItWas)
{
    const Register before{this->template newId<RegisterId>(), this->template newId<LocationId>(), QStringLiteral("1"),
                          QStringLiteral("Till"), this->device};
    enrol(this->kind, this->device, before);
    EXPECT_FALSE(this->kind.storage.device(this->device)->move);
    const platform::DeviceMove move{this->template newId<OperationId>().value(), this->template newId<RegisterId>(),
                                    this->template newId<LocationId>(), QString()};
    wantMove(this->kind, this->device, move);
    ASSERT_TRUE(this->kind.storage.device(this->device)->move);
    EXPECT_EQ(this->kind.storage.device(this->device)->move->claim, move.claim);
    EXPECT_EQ(this->kind.storage.device(this->device)->move->registerId, move.registerId);

    const Register after{move.registerId, move.location, QStringLiteral("1"), before.name, this->device};
    this->commitAll({this->device, 5, move.claim, after, this->clock.now(), true});
    const auto moved = this->kind.storage.device(this->device);
    EXPECT_EQ(moved->epoch, 5);
    EXPECT_EQ(moved->location, move.location);
    EXPECT_EQ(moved->registerId, move.registerId);
    EXPECT_EQ(this->kind.storage.place(this->device, 5)->location, move.location);
    EXPECT_EQ(this->kind.storage.place(this->device, 1)->location, before.location);
    EXPECT_EQ(this->kind.storage.place(this->device, 1)->registerId, before.id);
    EXPECT_EQ(this->begin()->epochsOf(this->device).size(), 2);

    wantMove(this->kind, this->device,
             {this->template newId<OperationId>().value(), move.registerId, move.location, QString()});
    this->kind.storage.endMove(this->device, move.claim);
    const auto again = this->kind.storage.device(this->device)->move;
    ASSERT_TRUE(again) << "somebody wanted another one meanwhile";
    this->kind.storage.endMove(this->device, again->claim);
    EXPECT_FALSE(this->kind.storage.device(this->device)->move);
}

} // namespace
} // namespace crema::simulation
