// SPDX-License-Identifier: GPL-3.0-or-later
// Who may change whom, and what becomes of it.
#include "models/base/uuid7.h"
#include "models/feed/entity_codec.h"
#include "models/operations/apply.h"
#include "models/operations/attention_card.h"
#include "models/operations/bodies.h"
#include "models/operations/operation_types.h"
#include "models/people/badge.h"
#include "models/people/permission.h"
#include "models/people/person_rules.h"
#include "models/security/secret_hash.h"
#include "tests/testing/fixed_clock.h"
#include "tests/testing/memory_aggregates.h"
#include "tests/testing/seeded_randomness.h"

#include <QJsonDocument>

#include <gtest/gtest.h>

namespace crema {
namespace {

class PeopleRuleTest : public ::testing::Test
{
protected:
    PeopleRuleTest()
    {
        admin = add(QStringLiteral("Ada"), Role::Admin);
        manager = add(QStringLiteral("Mina"), Role::Manager);
        barista = add(QStringLiteral("Bea"), Role::Barista);
    }

    PersonId newId() { return makeId<PersonId>(clock.now(), randomness); }

    Person add(const QString &name, Role role, const QList<LocationId> &places = {})
    {
        Person person;
        person.id = newId();
        person.name = name;
        person.email = name.toLower() + QStringLiteral("@example.org");
        person.role = role;
        person.permissions = permissionsOf(role);
        person.locations = places;
        world.save(person);
        return person;
    }

    Effect apply(QStringView type, const Person &actor, PersonId subject, const QJsonObject &body,
                 MergeMode mode = MergeMode::Judge)
    {
        Operation operation;
        operation.id = makeId<OperationId>(clock.now(), randomness);
        operation.actor = actor.id;
        operation.type = type.toString();
        operation.subject = {QStringLiteral("person"), subject.value()};
        operation.body = body;
        return applyOperation(operation, world, mode);
    }

    Effect create(const Person &actor, const Person &made)
    {
        return apply(operation::personCreate, actor, made.id, body::toJson(made));
    }

    Effect edit(const Person &actor, const Person &before, const Person &after, MergeMode mode = MergeMode::Judge)
    {
        const Edit edit = body::personEdit(before, after);
        return apply(operation::personEdit, actor, before.id, editToJson(edit), mode);
    }

    Effect setPin(const Person &actor, const Person &whose, const QString &hash)
    {
        return apply(operation::personSetPin, actor, whose.id, body::toJson(body::PersonSetPin{hash}));
    }

    Effect setBadge(const Person &actor, const Person &whose, const QString &hash)
    {
        return apply(operation::personSetBadge, actor, whose.id, body::toJson(body::PersonSetBadge{hash}));
    }

    Effect erase(const Person &actor, PersonId whose, MergeMode mode = MergeMode::Judge)
    {
        return apply(operation::personErase, actor, whose, body::toJson(body::CustomerErase{}), mode);
    }

    /// Somebody who left, with all that is known of people.
    Person addLeft(Role role)
    {
        Person person = add(QStringLiteral("Jo Marsh"), role);
        person.pinHash = hashSecret(QStringLiteral("4711"), randomness);
        person.active = false;
        world.save(person);
        return person;
    }

    static QString refusal(const Effect &effect)
    {
        return effect.outcome == Outcome::Refused && effect.problem ? effect.problem->code : QString();
    }

    static Person withRole(Person person, Role role)
    {
        person.role = role;
        return person;
    }

    testing::FixedClock clock;
    testing::SeededRandomness randomness;
    testing::MemoryAggregates world;
    Person admin;
    Person manager;
    Person barista;
};

TEST_F(PeopleRuleTest, ANewPersonHasTheRightsOfTheirRole)
{
    Person made;
    made.id = newId();
    made.name = QStringLiteral("  Jo  Grün ");
    made.email = QStringLiteral(" jo@example.org ");
    made.role = Role::Barista;
    ASSERT_EQ(create(manager, made).outcome, Outcome::Applied);
    const Person kept = *world.person(made.id);
    EXPECT_EQ(kept.name, QStringLiteral("Jo Grün"));
    EXPECT_EQ(kept.email, QStringLiteral("jo@example.org"));
    EXPECT_EQ(kept.permissions, permissionsOf(Role::Barista));
    EXPECT_TRUE(kept.active);
    EXPECT_EQ(refusal(create(manager, made)), QStringLiteral("subject.exists"));
}

TEST_F(PeopleRuleTest, NobodyGrantsWhatTheyDoNotHold)
{
    const QString beyond = QStringLiteral("person.beyond_rights");
    Person made;
    made.id = newId();
    made.name = QStringLiteral("Eve");
    made.role = Role::Admin;
    EXPECT_EQ(refusal(create(manager, made)), beyond);
    EXPECT_EQ(refusal(edit(manager, manager, withRole(manager, Role::Admin))), beyond) << "nobody raises themselves";
    EXPECT_EQ(refusal(edit(manager, barista, withRole(barista, Role::Admin))), beyond);
    EXPECT_EQ(edit(manager, barista, withRole(barista, Role::Manager)).outcome, Outcome::Applied);
    EXPECT_EQ(world.person(barista.id)->permissions, permissionsOf(Role::Manager));
    EXPECT_EQ(create(admin, made).outcome, Outcome::Applied);
}

TEST_F(PeopleRuleTest, NobodyChangesSomebodyWhoMayMore)
{
    const QString beyond = QStringLiteral("person.beyond_rights");
    Person off = admin;
    off.active = false;
    EXPECT_EQ(refusal(edit(manager, admin, off)), beyond);
    Person elsewhere = admin;
    elsewhere.email = QStringLiteral("eve@example.org");
    EXPECT_EQ(refusal(edit(manager, admin, elsewhere)), beyond);
    EXPECT_EQ(refusal(setPin(manager, admin, hashSecret(QStringLiteral("4711"), randomness))), beyond);
    EXPECT_EQ(*world.person(admin.id), admin);
}

TEST_F(PeopleRuleTest, PlacesAreRightsToo)
{
    const LocationId here(newId().value());
    const LocationId there(newId().value());
    const Person local = add(QStringLiteral("Lou"), Role::Manager, {here});
    const QString beyond = QStringLiteral("person.beyond_rights");
    Person made;
    made.id = newId();
    made.name = QStringLiteral("Kim");
    EXPECT_EQ(refusal(create(local, made)), beyond) << "everywhere is more than here";
    made.locations = {here, there};
    EXPECT_EQ(refusal(create(local, made)), beyond);
    made.locations = {here, here};
    EXPECT_EQ(create(local, made).outcome, Outcome::Applied);
    EXPECT_EQ(world.person(made.id)->locations, QList<LocationId>{here});
    EXPECT_EQ(refusal(setPin(local, barista, QString())), beyond) << "she works everywhere";
    EXPECT_TRUE(setPin(local, barista, QString()).problem->message.contains(QStringLiteral("also works where")));
}

TEST_F(PeopleRuleTest, TheLastAdministratorStaysOne)
{
    const QString last = QStringLiteral("person.last_admin");
    Person off = admin;
    off.active = false;
    EXPECT_EQ(refusal(edit(admin, admin, off)), last);
    EXPECT_EQ(refusal(edit(admin, admin, withRole(admin, Role::Barista))), last);
    add(QStringLiteral("Bo"), Role::Admin);
    EXPECT_EQ(edit(admin, admin, withRole(admin, Role::Barista)).outcome, Outcome::Applied);
    EXPECT_EQ(refusal(edit(admin, barista, withRole(barista, Role::Admin))), QStringLiteral("person.beyond_rights"))
        << "she gave it up";
}

TEST_F(PeopleRuleTest, AnAddressBelongsToOnePerson)
{
    Person same = barista;
    same.email = QStringLiteral("MINA@example.org");
    const Effect effect = edit(admin, barista, same);
    EXPECT_EQ(refusal(effect), QStringLiteral("person.email_taken"));
    EXPECT_EQ(effect.problem->fields.first().field, QStringLiteral("email"));
    Person none = barista;
    none.email.clear();
    EXPECT_EQ(edit(admin, barista, none).outcome, Outcome::Applied);
    none = manager;
    none.email.clear();
    EXPECT_EQ(edit(admin, manager, none).outcome, Outcome::Applied) << "many may have none";
}

TEST_F(PeopleRuleTest, AReplayNeverLaysRightsOverThoseThatSomebodyElseGave)
{
    const Person seen = barista;
    Person raised = barista;
    raised.role = Role::Manager;
    raised.name = QStringLiteral("Bea B.");
    Person other = barista;
    other.role = Role::Warehouse;
    other.permissions = permissionsOf(Role::Warehouse);
    world.save(other);
    const Effect effect = edit(admin, seen, raised, MergeMode::Replay);
    ASSERT_EQ(effect.conflicts.size(), 1);
    EXPECT_EQ(effect.conflicts.first().field, QStringLiteral("role"));
    EXPECT_EQ(world.person(barista.id)->role, Role::Warehouse);
    EXPECT_EQ(world.person(barista.id)->permissions, permissionsOf(Role::Warehouse));
    EXPECT_EQ(world.person(barista.id)->name, QStringLiteral("Bea B."));
}

/// As a set it would have merged to no place at all, which means everywhere.
TEST_F(PeopleRuleTest, TwoWhoEachTakeAPlaceAwayLeaveNobodyEverywhere)
{
    const LocationId here(newId().value());
    const LocationId there(newId().value());
    const Person seen = add(QStringLiteral("Kim"), Role::Barista, {here, there});
    Person first = seen;
    first.locations = {here};
    Person second = seen;
    second.locations = {there};
    EXPECT_EQ(edit(admin, seen, first).outcome, Outcome::Applied);
    EXPECT_EQ(edit(admin, seen, second).outcome, Outcome::Conflict);
    EXPECT_EQ(world.person(seen.id)->locations, QList<LocationId>{here});
}

/// The one gives a role at a place, the other all places to who has a lesser role: both together nobody gave.
TEST_F(PeopleRuleTest, TwoWhoEachGiveAPartOfTheRightsDoNotGiveTheWhole)
{
    const LocationId here(newId().value());
    const Person seen = add(QStringLiteral("Kim"), Role::Barista, {here});
    Person everywhere = seen;
    everywhere.locations.clear();
    everywhere.name = QStringLiteral("Kim K.");
    EXPECT_EQ(edit(admin, seen, withRole(seen, Role::Manager)).outcome, Outcome::Applied);
    const Effect effect = edit(admin, seen, everywhere);
    EXPECT_EQ(effect.outcome, Outcome::Conflict);
    QStringList fields;
    for (const FieldConflict &conflict : effect.conflicts)
        fields.append(conflict.field);
    EXPECT_EQ(fields, (QStringList{QStringLiteral("locations"), QStringLiteral("role")}))
        << "whoever decides sees both";
    const Person kept = *world.person(seen.id);
    EXPECT_EQ(kept.role, Role::Manager);
    EXPECT_EQ(kept.locations, QList<LocationId>{here});
    EXPECT_EQ(kept.name, QStringLiteral("Kim K.")) << "what is no right is merged";
    EXPECT_EQ(edit(admin, kept, withRole(kept, Role::Barista)).outcome, Outcome::Applied);
}

/// Rights and the audit trail go by the subject: no other may be named for the same id.
TEST_F(PeopleRuleTest, AnEditThatSaysToBeOfAnotherKindIsNone)
{
    Operation operation;
    operation.actor = admin.id;
    operation.type = operation::personEdit.toString();
    operation.subject = {QStringLiteral("customer"), barista.id.value()};
    operation.body = editToJson(body::personEdit(barista, withRole(barista, Role::Manager)));
    EXPECT_EQ(applyOperation(operation, world, MergeMode::Judge).outcome, Outcome::DeadLetter);
    EXPECT_EQ(world.person(barista.id)->role, Role::Barista);
    operation.subject.type = QStringLiteral("person");
    EXPECT_EQ(applyOperation(operation, world, MergeMode::Judge).outcome, Outcome::Applied);
}

TEST_F(PeopleRuleTest, ThoseWhoSayTheSameDoNotConflict)
{
    Person off = withRole(barista, Role::Warehouse);
    off.active = false;
    EXPECT_EQ(edit(admin, barista, off).outcome, Outcome::Applied);
    EXPECT_EQ(edit(admin, barista, off).outcome, Outcome::Applied);
}

TEST_F(PeopleRuleTest, APinComesAsAHashThatCanBeChecked)
{
    const QString hash = hashSecret(QStringLiteral("4711"), randomness);
    EXPECT_EQ(setPin(manager, barista, hash).outcome, Outcome::Applied);
    EXPECT_EQ(world.person(barista.id)->pinHash, hash);
    for (const QString &bad :
         {QStringLiteral("4711"), QString(hash).replace(QStringLiteral("m=19456"), QStringLiteral("m=9999999")),
          QString(hash).replace(QStringLiteral("argon2id"), QStringLiteral("argon2i"))})
        EXPECT_EQ(refusal(setPin(manager, barista, bad)), QStringLiteral("pin.hash")) << qPrintable(bad);
    EXPECT_EQ(setPin(manager, barista, QString()).outcome, Outcome::Applied);
    EXPECT_TRUE(world.person(barista.id)->pinHash.isEmpty());
}

TEST_F(PeopleRuleTest, ABadgeComesAsAHashAndGoesWithItsOwner)
{
    const QString hash = badgeHash(makeBadgeCode(randomness));
    EXPECT_EQ(setBadge(manager, barista, hash).outcome, Outcome::Applied);
    EXPECT_EQ(world.person(barista.id)->badgeHash, hash);
    for (const QString &bad : {makeBadgeCode(randomness), hash + u'A', hash.chopped(1), QString(43, u'*')})
        EXPECT_EQ(refusal(setBadge(manager, barista, bad)), QStringLiteral("badge.hash")) << qPrintable(bad);
    EXPECT_EQ(refusal(setBadge(manager, admin, hash)), QStringLiteral("person.beyond_rights"));

    const Person before = *world.person(barista.id);
    Person off = before;
    off.active = false;
    EXPECT_EQ(edit(manager, before, off).outcome, Outcome::Applied);
    EXPECT_TRUE(world.person(barista.id)->badgeHash.isEmpty()) << "it may lie about";
    EXPECT_EQ(refusal(setBadge(manager, barista, hash)), QStringLiteral("badge.disabled"));
    EXPECT_EQ(edit(manager, off, before).outcome, Outcome::Applied);
    EXPECT_TRUE(world.person(barista.id)->badgeHash.isEmpty()) << "and does not come back with them";
    EXPECT_EQ(setBadge(manager, barista, hash).outcome, Outcome::Applied);
    EXPECT_EQ(setBadge(manager, barista, {}).outcome, Outcome::Applied);
    EXPECT_TRUE(world.person(barista.id)->badgeHash.isEmpty());
}

/// ADR 044.
TEST_F(PeopleRuleTest, AnErasureLeavesThatSomebodyWasHereAndWhere)
{
    const Person left = addLeft(Role::Barista);
    EXPECT_EQ(erase(manager, left.id).outcome, Outcome::Applied);
    const Person mark = *world.person(left.id);
    EXPECT_TRUE(mark.isErased());
    EXPECT_EQ(mark, erasedPerson(left, *mark.erasedAt));
    const QByteArray json = QJsonDocument(codec::toJson(mark)).toJson();
    for (const char *word : {"Jo", "Marsh", "example.org", "argon2"})
        EXPECT_FALSE(json.contains(word)) << word;
    EXPECT_EQ(codec::readPerson(codec::toJson(mark)), mark);
    EXPECT_FALSE(codec::toJson(manager).contains(QStringLiteral("erased_at"))) << "others read as before";
}

TEST_F(PeopleRuleTest, NothingThatComesAfterAnErasureBringsThemBack)
{
    const Person left = addLeft(Role::Barista);
    ASSERT_EQ(erase(manager, left.id).outcome, Outcome::Applied);
    const Person mark = *world.person(left.id);
    Person back = left;
    back.active = true;
    for (const MergeMode mode : {MergeMode::Judge, MergeMode::Replay}) {
        EXPECT_EQ(edit(manager, left, back, mode).outcome, Outcome::Applied);
        EXPECT_EQ(erase(manager, left.id, mode).outcome, Outcome::Applied);
    }
    EXPECT_EQ(create(manager, left).outcome, Outcome::Applied);
    EXPECT_EQ(setPin(manager, left, left.pinHash).outcome, Outcome::Applied);
    EXPECT_EQ(setBadge(manager, left, badgeHash(makeBadgeCode(randomness))).outcome, Outcome::Applied);
    EXPECT_EQ(world.person(left.id), mark);
}

TEST_F(PeopleRuleTest, WhoMayStillSignInOrDidMoreIsNotErased)
{
    EXPECT_EQ(refusal(erase(manager, barista.id)), QStringLiteral("person.still_active"));
    EXPECT_EQ(world.person(barista.id), barista);
    EXPECT_FALSE(erase(manager, barista.id).problem->message.contains(barista.name)) << "the answer is kept";
    const Person left = addLeft(Role::Admin);
    EXPECT_EQ(refusal(erase(manager, left.id)), QStringLiteral("person.beyond_rights"));
    EXPECT_EQ(erase(admin, left.id).outcome, Outcome::Applied);
    EXPECT_EQ(permissionForOperation(operation::personErase), Permission::PeopleManage);
}

TEST_F(PeopleRuleTest, NoCardCarriesABadge)
{
    Operation operation;
    operation.id = makeId<OperationId>(clock.now(), randomness);
    operation.actor = manager.id;
    operation.type = operation::personSetBadge.toString();
    operation.subject = {QStringLiteral("person"), admin.id.value()};
    operation.body = body::toJson(body::PersonSetBadge{badgeHash(makeBadgeCode(randomness))});
    const Effect effect = applyOperation(operation, world, MergeMode::Judge);
    Acknowledgement answer;
    answer.operation = operation.id;
    answer.outcome = effect.outcome;
    answer.problem = effect.problem;
    ASSERT_EQ(effect.outcome, Outcome::Refused);
    EXPECT_FALSE(makeCard({DeviceId(newId().value()), 1, 1}, operation, answer).operation);
}

TEST_F(PeopleRuleTest, NoCardCarriesAPin)
{
    Operation operation;
    operation.id = makeId<OperationId>(clock.now(), randomness);
    operation.actor = manager.id;
    operation.type = operation::personSetPin.toString();
    operation.subject = {QStringLiteral("person"), admin.id.value()};
    operation.body = body::toJson(body::PersonSetPin{hashSecret(QStringLiteral("4711"), randomness)});
    const Effect effect = applyOperation(operation, world, MergeMode::Judge);
    Acknowledgement answer;
    answer.operation = operation.id;
    answer.outcome = effect.outcome;
    answer.problem = effect.problem;
    EXPECT_FALSE(makeCard({DeviceId(newId().value()), 1, 1}, operation, answer).operation);
}

TEST_F(PeopleRuleTest, ARoleOfANewerVersionIsNotGuessed)
{
    QJsonObject body = body::toJson(barista);
    body.insert(QStringLiteral("role"), QStringLiteral("owner"));
    EXPECT_EQ(apply(operation::personCreate, admin, newId(), body).outcome, Outcome::DeadLetter);
    const QJsonObject change{{QStringLiteral("from"), QStringLiteral("barista")},
                             {QStringLiteral("to"), QStringLiteral("owner")}};
    EXPECT_EQ(apply(operation::personEdit, admin, barista.id,
                    {{QStringLiteral("fields"), QJsonObject{{QStringLiteral("role"), change}}},
                     {QStringLiteral("sets"), QJsonObject()}})
                  .outcome,
              Outcome::DeadLetter);
}

} // namespace
} // namespace crema
