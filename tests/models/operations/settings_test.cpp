// SPDX-License-Identifier: GPL-3.0-or-later
// Who may set what for which place, and what becomes of two who do.
#include "models/base/uuid7.h"
#include "models/operations/apply.h"
#include "models/operations/bodies.h"
#include "models/operations/operation_demand.h"
#include "models/operations/operation_types.h"
#include "tests/testing/fixed_clock.h"
#include "tests/testing/memory_aggregates.h"
#include "tests/testing/seeded_randomness.h"

#include <gtest/gtest.h>

namespace crema {
namespace {

using namespace shop_setting;

class SettingsRuleTest : public ::testing::Test
{
protected:
    SettingsRuleTest()
    {
        company.id = newId<PlaceId>();
        shop.id = newId<PlaceId>();
        shop.location = LocationId(shop.id.value());
        world.save(company);
        world.save(shop);
        admin = add({});
        ofShop = add({*shop.location});
        ofAnother = add({newId<LocationId>()});
    }

    template<class AnyId>
    AnyId newId()
    {
        return makeId<AnyId>(clock.now(), randomness);
    }

    Person add(const QList<LocationId> &places)
    {
        Person person;
        person.id = newId<PersonId>();
        person.role = Role::Admin;
        person.permissions = permissionsOf(Role::Admin);
        person.locations = places;
        world.save(person);
        return person;
    }

    Operation operationOf(const Person &actor, const ShopSettings &place, QStringView key, const QJsonValue &from,
                          const QJsonValue &to)
    {
        Operation operation;
        operation.id = newId<OperationId>();
        operation.actor = actor.id;
        operation.type = operation::settingsEdit.toString();
        operation.subject = {QStringLiteral("settings"), place.id.value()};
        operation.occurredAt = clock.now();
        operation.body = editToJson(Edit{{{key.toString(), FieldEdit{from, to}}}, {}});
        return operation;
    }

    Effect set(const Person &actor, const ShopSettings &place, QStringView key, const QJsonValue &from,
               const QJsonValue &to, MergeMode mode = MergeMode::Judge)
    {
        return applyOperation(operationOf(actor, place, key, from, to), world, mode);
    }

    static QString refusal(const Effect &effect)
    {
        return effect.outcome == Outcome::Refused && effect.problem ? effect.problem->code : QString();
    }

    QJsonValue valueAt(const ShopSettings &place, QStringView key)
    {
        return world.settings(place.id)->values.value(key);
    }

    testing::FixedClock clock;
    testing::SeededRandomness randomness;
    testing::MemoryAggregates world;
    ShopSettings company;
    ShopSettings shop;
    Person admin;
    Person ofShop;
    Person ofAnother;
};

TEST_F(SettingsRuleTest, AValueIsSetChangedAndTakenAwayAndEachIsNoted)
{
    EXPECT_EQ(set(admin, company, tillLockMinutes, {}, 10).outcome, Outcome::Applied);
    EXPECT_EQ(set(admin, company, tillLockMinutes, 10, 20).outcome, Outcome::Applied);
    EXPECT_EQ(valueAt(company, tillLockMinutes), QJsonValue(20));
    EXPECT_EQ(set(admin, company, tillLockMinutes, 20, {}).outcome, Outcome::Applied);
    const ShopSettings kept = *world.settings(company.id);
    ASSERT_EQ(kept.changes.size(), 3);
    EXPECT_EQ(kept.changes.at(1).from, QJsonValue(10));
    EXPECT_EQ(kept.changes.at(1).to, QJsonValue(20));
    EXPECT_EQ(kept.changes.at(1).by, admin.id);
    EXPECT_EQ(kept.changes.at(1).at, clock.now());
    EXPECT_EQ(SettingValues(kept, std::nullopt).number(tillLockMinutes), 5);
}

TEST_F(SettingsRuleTest, TheTableIsHeldOnDeviceAndPlatformAlike)
{
    for (const MergeMode mode : {MergeMode::Judge, MergeMode::Replay}) {
        EXPECT_EQ(refusal(set(admin, company, tillLockMinutes, {}, 0, mode)), QStringLiteral("setting.value"));
        EXPECT_EQ(refusal(set(admin, shop, sessionDays, {}, 2, mode)), QStringLiteral("setting.company_only"));
    }
    EXPECT_EQ(set(admin, company, u"till.colour", {}, 3).outcome, Outcome::DeadLetter) << "of a newer version";
    EXPECT_TRUE(world.settings(company.id)->values.isEmpty());
}

TEST_F(SettingsRuleTest, WhoWorksAtSomePlacesSetsForThoseOnly)
{
    EXPECT_EQ(set(ofShop, shop, tillLockMinutes, {}, 2).outcome, Outcome::Applied);
    EXPECT_EQ(refusal(set(ofShop, company, tillLockMinutes, {}, 2)), QStringLiteral("setting.other_place"));
    EXPECT_EQ(refusal(set(ofAnother, shop, tillLockMinutes, 2, 3)), QStringLiteral("setting.other_place"));
    EXPECT_EQ(set(admin, shop, tillLockMinutes, 2, 3).outcome, Outcome::Applied);
    ShopSettings unknown;
    unknown.id = newId<PlaceId>();
    EXPECT_EQ(refusal(set(admin, unknown, tillLockMinutes, {}, 3)), QStringLiteral("subject.unknown"));
}

TEST_F(SettingsRuleTest, TwoWhoSetOneDifferentlyNeverMergeSilently)
{
    ASSERT_EQ(set(admin, company, discountBaristaPercent, {}, 20).outcome, Outcome::Applied);
    const Effect second = set(admin, company, discountBaristaPercent, {}, 50);
    EXPECT_EQ(second.outcome, Outcome::Conflict);
    ASSERT_EQ(second.conflicts.size(), 1);
    EXPECT_EQ(second.conflicts.first().current, QJsonValue(20));
    EXPECT_EQ(valueAt(company, discountBaristaPercent), QJsonValue(20));
    EXPECT_EQ(world.settings(company.id)->changes.size(), 1);
    // A pending one is not laid over it either, and another key is nobody's conflict.
    (void)set(admin, company, discountBaristaPercent, {}, 50, MergeMode::Replay);
    EXPECT_EQ(valueAt(company, discountBaristaPercent), QJsonValue(20));
    EXPECT_EQ(set(admin, company, tillLockMinutes, {}, 10).outcome, Outcome::Applied);
}

TEST_F(SettingsRuleTest, SomeAskForARightBesides)
{
    Person half = add({});
    half.permissions = {Permission::SettingsManage, Permission::PricesEdit};
    world.save(half);
    EXPECT_EQ(set(half, company, discountBaristaPercent, {}, 20).outcome, Outcome::Applied);
    Operation both = operationOf(half, company, discountBaristaPercent, 20, 50);
    both.body = editToJson(Edit{
        {{discountBaristaPercent.toString(), FieldEdit{20, 50}}, {rightsHoldHours.toString(), FieldEdit{{}, 48}}}, {}});
    EXPECT_EQ(refusal(applyOperation(both, world, MergeMode::Judge)), QStringLiteral("setting.needs_right"));
    EXPECT_EQ(valueAt(company, discountBaristaPercent), QJsonValue(20));
    const Demand lock = demandOf(operationOf(admin, company, tillLockMinutes, {}, 10));
    EXPECT_EQ(lock.permission, Permission::SettingsManage);
    EXPECT_TRUE(lock.ofFields.isEmpty());
    EXPECT_EQ(demandOf(operationOf(admin, company, discountBaristaPercent, {}, 50)).ofFields,
              QList{Permission::PricesEdit});
    EXPECT_EQ(demandOf(operationOf(admin, company, rightsHoldHours, {}, 50)).ofFields, QList{Permission::PeopleManage});
}

} // namespace
} // namespace crema
