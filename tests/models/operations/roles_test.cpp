// SPDX-License-Identifier: GPL-3.0-or-later
// Roles that a company makes: who may put what into them, and what becomes of those who have one.
#include "models/base/uuid7.h"
#include "models/feed/entity_codec.h"
#include "models/operations/apply.h"
#include "models/operations/bodies.h"
#include "models/operations/operation_types.h"
#include "models/people/role_rules.h"
#include "tests/testing/fixed_clock.h"
#include "tests/testing/memory_aggregates.h"
#include "tests/testing/seeded_randomness.h"

#include <gtest/gtest.h>

#include <random>

namespace crema {
namespace {

using enum Permission;

class RoleRuleTest : public ::testing::Test
{
protected:
    RoleRuleTest()
    {
        admin = add(QStringLiteral("Ada"), Role::Admin);
        manager = add(QStringLiteral("Mina"), Role::Manager);
        barista = add(QStringLiteral("Bea"), Role::Barista);
    }

    template<class AnyId>
    AnyId newId()
    {
        return makeId<AnyId>(clock.now(), randomness);
    }

    Person add(const QString &name, const RoleRef &role)
    {
        Person person;
        person.id = newId<PersonId>();
        person.name = name;
        person.role = role;
        if (const auto builtIn = role.builtIn())
            person.permissions = permissionsOf(*builtIn);
        world.save(person);
        return *world.person(person.id);
    }

    OwnRole draft(const QString &name, Role base)
    {
        return *checkedRole({newId<RoleId>(), name, base, rightsOf(base), false});
    }

    Effect apply(QStringView type, const Person &actor, const SubjectRef &subject, const QJsonObject &body,
                 MergeMode mode = MergeMode::Judge)
    {
        Operation operation;
        operation.id = newId<OperationId>();
        operation.actor = actor.id;
        operation.type = type.toString();
        operation.subject = subject;
        operation.body = body;
        return applyOperation(operation, world, mode);
    }

    Effect create(const Person &actor, const OwnRole &role)
    {
        return apply(operation::roleCreate, actor, {QStringLiteral("role"), role.id.value()}, body::toJson(role));
    }

    Effect edit(const Person &actor, const OwnRole &before, const OwnRole &after, MergeMode mode = MergeMode::Judge)
    {
        return apply(operation::roleEdit, actor, {QStringLiteral("role"), before.id.value()},
                     editToJson(body::roleEdit(before, after)), mode);
    }

    Effect give(const Person &actor, const Person &before, const RoleRef &role, MergeMode mode = MergeMode::Judge)
    {
        Person after = before;
        after.role = role;
        return apply(operation::personEdit, actor, {QStringLiteral("person"), before.id.value()},
                     editToJson(body::personEdit(before, after)), mode);
    }

    static QString codeOf(const Effect &effect) { return effect.problem ? effect.problem->code : QString(); }

    testing::FixedClock clock;
    testing::SeededRandomness randomness;
    testing::MemoryAggregates world;
    Person admin;
    Person manager;
    Person barista;
};

TEST_F(RoleRuleTest, GivesWhatItSaysToWhoeverHasItAsItIsNow)
{
    OwnRole lead = draft(QStringLiteral("Shift lead"), Role::Barista);
    lead.rights.allowed.append(StockAdjust);
    lead.rights.discountLimit = 2'000;
    lead.rights.refundLimit = 50;
    ASSERT_EQ(create(manager, lead).outcome, Outcome::Applied);
    ASSERT_EQ(give(manager, barista, lead.id).outcome, Outcome::Applied);
    EXPECT_TRUE(world.person(barista.id)->may(StockAdjust));
    EXPECT_EQ(discountLimit(*world.person(barista.id)), 2'000);
    const Currency euro = *Currency::fromCode(QStringLiteral("EUR"));
    EXPECT_EQ(refundLimit(*world.person(barista.id), euro), 5'000);
    const OwnRole before = *world.role(lead.id);
    OwnRole less = before;
    less.rights.allowed.removeAll(StockAdjust);
    less.rights.withApproval.removeAll(StockAdjust);
    less.rights.discountLimit = 0;
    less.rights.refundLimit = 0;
    ASSERT_EQ(edit(manager, before, less).outcome, Outcome::Applied);
    const Person now = *world.person(barista.id);
    EXPECT_EQ(entitlementOf(now, StockAdjust), Entitlement::Denied);
    EXPECT_EQ(discountLimit(now), 0);
    EXPECT_EQ(refundLimit(now, euro), 0);
}

TEST_F(RoleRuleTest, NobodyGivesMoreToPayBackThanTheyHave)
{
    OwnRole chief = draft(QStringLiteral("Chief"), Role::Manager);
    chief.rights.refundLimit = 50;
    ASSERT_EQ(create(manager, chief).outcome, Outcome::Applied);
    ASSERT_EQ(give(admin, barista, chief.id).outcome, Outcome::Applied);
    const Person now = *world.person(barista.id);
    OwnRole made = draft(QStringLiteral("Made"), Role::Barista);
    made.rights.discountLimit = 0;
    made.rights.refundLimit = 51;
    EXPECT_EQ(codeOf(create(now, made)), QStringLiteral("role.beyond_rights"));
    made.rights.refundLimit.reset();
    EXPECT_EQ(codeOf(create(now, made)), QStringLiteral("role.beyond_rights")) << "as much as managers is more";
    made.rights.refundLimit = 50;
    ASSERT_EQ(create(now, made).outcome, Outcome::Applied);
    OwnRole more = made;
    more.rights.refundLimit = 60;
    EXPECT_EQ(codeOf(edit(now, made, more)), QStringLiteral("role.beyond_rights"));
    EXPECT_EQ(world.role(made.id)->rights.refundLimit, 50);
    const Edit edited = body::roleEdit(made, more);
    EXPECT_EQ(body::schemaOfRoleEdit(edited), 2);
    EXPECT_EQ(edited.fields.size(), 5) << "all that belongs together";
}

TEST_F(RoleRuleTest, DeniedIsNotApproved)
{
    OwnRole role = draft(QStringLiteral("Trainee"), Role::Barista);
    role.rights.allowed = {CatalogRead, SalesCreate};
    role.rights.withApproval = {StockAdjust};
    ASSERT_EQ(create(manager, role).outcome, Outcome::Applied);
    ASSERT_EQ(give(manager, barista, role.id).outcome, Outcome::Applied);
    const Answerable asks{world.person(barista.id), manager, std::nullopt};
    EXPECT_EQ(lackOf({StockAdjust}, asks), Lack::Nothing);
    EXPECT_EQ(lackOf({PricesEdit}, asks), Lack::Permission) << "the role denies it, whoever approves";
    EXPECT_EQ(lackOf({StockAdjust}, {world.person(barista.id), std::nullopt, std::nullopt}), Lack::Permission);
}

TEST_F(RoleRuleTest, NobodyPutsInWhatTheyDoNotHold)
{
    OwnRole much = draft(QStringLiteral("Much"), Role::Manager);
    much.rights.allowed.append(SettingsManage);
    EXPECT_EQ(codeOf(create(manager, much)), QStringLiteral("role.beyond_rights"));
    ASSERT_EQ(create(admin, much).outcome, Outcome::Applied);
    EXPECT_EQ(codeOf(give(manager, barista, much.id)), QStringLiteral("person.beyond_rights"));
    OwnRole renamed = *world.role(much.id);
    renamed.name = QStringLiteral("Mine");
    EXPECT_EQ(codeOf(edit(manager, *world.role(much.id), renamed)), QStringLiteral("role.beyond_rights"))
        << "it gives more than they have";
}

TEST_F(RoleRuleTest, NobodyRaisesTheirOwnRole)
{
    OwnRole deputy = draft(QStringLiteral("Deputy"), Role::Barista);
    deputy.rights.allowed.append(PeopleManage);
    deputy.rights.withApproval.removeAll(PricesEdit);
    deputy = *checkedRole(deputy);
    ASSERT_EQ(create(manager, deputy).outcome, Outcome::Applied);
    const Person dora = add(QStringLiteral("Dora"), deputy.id);
    ASSERT_TRUE(dora.may(PeopleManage));
    OwnRole more = *world.role(deputy.id);
    more.rights.allowed.append(StockAdjust);
    EXPECT_EQ(codeOf(edit(dora, deputy, more)), QStringLiteral("role.beyond_rights"));
    more = *world.role(deputy.id);
    more.rights.withApproval.append(PricesEdit);
    EXPECT_EQ(codeOf(edit(dora, deputy, more)), QStringLiteral("role.beyond_rights")) << "nor from denied to asking";
    more = *world.role(deputy.id);
    more.rights.discountLimit += 1;
    EXPECT_EQ(codeOf(edit(dora, deputy, more)), QStringLiteral("role.beyond_rights"));
}

TEST_F(RoleRuleTest, WhatItGivesIsNeverAMixtureOfTwoEdits)
{
    const OwnRole role = draft(QStringLiteral("Office lead"), Role::Office);
    ASSERT_EQ(create(admin, role).outcome, Outcome::Applied);
    OwnRole theirs = role;
    theirs.rights.allowed.removeAll(PricesEdit);
    OwnRole mine = role;
    mine.rights.discountLimit = 5'000;
    mine.name = QStringLiteral("Office boss");
    ASSERT_EQ(edit(manager, role, theirs).outcome, Outcome::Applied);
    const Effect late = edit(manager, role, mine);
    EXPECT_EQ(late.outcome, Outcome::Conflict);
    const OwnRole now = *world.role(role.id);
    EXPECT_EQ(now.rights.discountLimit, 0);
    EXPECT_FALSE(now.rights.allowed.contains(PricesEdit));
    EXPECT_EQ(now.name, QStringLiteral("Office boss")) << "a name is no right";
}

TEST_F(RoleRuleTest, ARetiredRoleIsKeptButNotGiven)
{
    const OwnRole role = draft(QStringLiteral("Summer help"), Role::Barista);
    ASSERT_EQ(create(manager, role).outcome, Outcome::Applied);
    ASSERT_EQ(give(manager, barista, role.id).outcome, Outcome::Applied);
    OwnRole retired = role;
    retired.retired = true;
    ASSERT_EQ(edit(manager, role, retired).outcome, Outcome::Applied);
    EXPECT_TRUE(world.person(barista.id)->may(SalesCreate));
    Person renamed = *world.person(barista.id);
    renamed.name = QStringLiteral("Bea B.");
    EXPECT_EQ(apply(operation::personEdit, manager, {QStringLiteral("person"), barista.id.value()},
                    editToJson(body::personEdit(*world.person(barista.id), renamed)))
                  .outcome,
              Outcome::Applied);
    const Person other = add(QStringLiteral("Jo"), Role::Warehouse);
    EXPECT_EQ(codeOf(give(manager, other, role.id)), QStringLiteral("role.retired"));
}

TEST_F(RoleRuleTest, ARoleThatIsNotKnownGivesNothing)
{
    const RoleId unknown = newId<RoleId>();
    EXPECT_EQ(codeOf(give(admin, barista, unknown)), QStringLiteral("role.unknown"));
    ASSERT_EQ(give(admin, barista, unknown, MergeMode::Replay).outcome, Outcome::Applied);
    const Person now = *world.person(barista.id);
    for (const Permission permission : allPermissions)
        EXPECT_EQ(entitlementOf(now, permission), Entitlement::Denied);
    EXPECT_EQ(discountLimit(now), 0);
    // An older program reads what is told of the person: the rights stand nowhere beside them.
    EXPECT_TRUE(codec::toJson(now).value(QStringLiteral("permissions")).toArray().isEmpty());
}

TEST_F(RoleRuleTest, ARoleOfOnesOwnIsNoAdministrator)
{
    OwnRole all = draft(QStringLiteral("Everything"), Role::Admin);
    ASSERT_EQ(create(admin, all).outcome, Outcome::Applied);
    EXPECT_EQ(codeOf(give(admin, admin, all.id)), QStringLiteral("person.last_admin"));
}

TEST_F(RoleRuleTest, PeopleDevicesAndSettingsAreNotApproved)
{
    OwnRole role = draft(QStringLiteral("Odd"), Role::Barista);
    role.rights.withApproval.append(PeopleManage);
    role.rights.discountLimit = 10'001;
    role.name.clear();
    const Result<OwnRole> checked = checkedRole(role);
    ASSERT_FALSE(checked);
    EXPECT_EQ(checked.error().fields.size(), 3);
}

/// Whatever is tried in whatever order: nobody ends with more than those who gave it to them had.
TEST_F(RoleRuleTest, NoEditEverGivesWhatItsAuthorDoesNotHold)
{
    std::mt19937_64 dice(7);
    const auto roll = [&dice](int sides) { return static_cast<int>(dice() % static_cast<unsigned>(sides)); };
    QList<PersonId> people{manager.id, barista.id};
    QList<RoleId> roles;
    int taken = 0;
    for (int step = 0; step < 3'000; ++step) {
        // An administrator now and then gives back what the others took from each other.
        const Person actor = *world.person(step % 4 == 0 ? admin.id : people.at(roll(static_cast<int>(people.size()))));
        if (!actor.may(PeopleManage) && step % 5 != 0)
            continue;
        OwnRole wanted = draft(QStringLiteral("Role"), allRoles[static_cast<std::size_t>(roll(allRoles.size()))]);
        for (int i = 0; i < 3; ++i) {
            const Permission permission = allPermissions[static_cast<std::size_t>(roll(allPermissions.size()))];
            wanted.rights.allowed.removeAll(permission);
            wanted.rights.withApproval.removeAll(permission);
            if (roll(3) > 0)
                (roll(2) == 0 && mayBeApproved(permission) ? wanted.rights.withApproval : wanted.rights.allowed)
                    .append(permission);
        }
        wanted.rights.discountLimit = roll(3) * 5'000;
        const Rights held = rightsOf(actor);
        QList<std::pair<PersonId, Rights>> before;
        for (const PersonId &id : std::as_const(people))
            before.append({id, rightsOf(*world.person(id))});
        Effect effect;
        const int what = roll(4);
        if (roles.isEmpty() || what == 0) {
            effect = create(actor, wanted);
            if (effect.outcome == Outcome::Applied)
                roles.append(wanted.id);
        } else if (what == 1) {
            const OwnRole old = *world.role(roles.at(roll(static_cast<int>(roles.size()))));
            wanted.id = old.id;
            effect = edit(actor, old, wanted);
        } else if (people.size() < 6) {
            Person made;
            made.id = newId<PersonId>();
            made.name = QStringLiteral("Somebody");
            made.role = roles.last();
            effect =
                apply(operation::personCreate, actor, {QStringLiteral("person"), made.id.value()}, body::toJson(made));
            if (effect.outcome == Outcome::Applied)
                people.append(made.id);
        } else {
            effect = give(actor, *world.person(people.at(roll(6))), roles.at(roll(static_cast<int>(roles.size()))));
        }
        taken += effect.outcome == Outcome::Applied ? 1 : 0;
        for (const PersonId &id : std::as_const(people)) {
            const auto was = std::ranges::find(before, id, &std::pair<PersonId, Rights>::first);
            const Rights old = was == before.end() ? Rights() : was->second;
            const Rights now = rightsOf(*world.person(id));
            for (const Permission permission : allPermissions) {
                const Entitlement gained = entitlementIn(now, permission);
                EXPECT_TRUE(gained <= entitlementIn(old, permission) || gained <= entitlementIn(held, permission))
                    << "step " << step << ": " << qPrintable(permissionText(permission));
            }
            // Nothing is as much as managers, and above every number.
            const auto refund = [](const Rights &rights) {
                return rights.refundLimit.value_or(largestRefundLimit + 1);
            };
            EXPECT_LE(refund(now), std::max(refund(old), refund(held))) << "step " << step;
            EXPECT_LE(now.discountLimit, std::max(old.discountLimit, held.discountLimit)) << "step " << step;
        }
    }
    EXPECT_GT(taken, 100);
}

} // namespace
} // namespace crema
