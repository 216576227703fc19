// SPDX-License-Identifier: GPL-3.0-or-later
// Who works here, changed on this device.
#include "models/feed/entity_codec.h"
#include "models/feed/entity_types.h"
#include "models/operations/bodies.h"
#include "models/operations/operation_types.h"
#include "models/people/person_rules.h"
#include "sync/engine/sync_steps.h"
#include "sync/store/documents.h"
#include "sync/store/people_recording.h"
#include "tests/sync/client_fixture.h"

namespace crema::sync::testing {
namespace {

Person named(const QString &name, Role role)
{
    Person person;
    person.name = name;
    person.email = name.toLower() + QStringLiteral("@example.org");
    person.role = role;
    return person;
}

class PeopleClientTest : public ClientTest
{
protected:
    QString codeOf(const Result<Person> &result) { return result ? QString() : result.error().code; }
};

TEST_F(PeopleClientTest, ANewPersonSignsInByPinAtOnceAndOffline)
{
    const Result<Person> made =
        now(client.createPerson(named(QStringLiteral("Jo"), Role::Manager), QStringLiteral("4711")));
    ASSERT_TRUE(made) << qPrintable(made.error().message);
    EXPECT_EQ(made->permissions, permissionsOf(Role::Manager));
    EXPECT_TRUE(made->pinHash.startsWith(QStringLiteral("$argon2id$")));
    ASSERT_TRUE(now(client.switchByPin(made->id, QStringLiteral("4711"))));
    EXPECT_EQ(client.state().person->id, made->id);
    // What may be done is another thing from now on.
    EXPECT_EQ(codeOf(now(client.createPerson(named(QStringLiteral("Eve"), Role::Admin), {}))),
              QStringLiteral("person.beyond_rights"));
    EXPECT_TRUE(now(client.createPerson(named(QStringLiteral("Bea"), Role::Barista), {})));
}

TEST_F(PeopleClientTest, APinIsChangedAtOnceAndIsNeverKeptInClear)
{
    const Person made = *now(client.createPerson(named(QStringLiteral("Jo"), Role::Barista), QStringLiteral("4711")));
    for (int i = 0; i < 5; ++i)
        EXPECT_FALSE(now(client.switchByPin(made.id, QStringLiteral("0000"))));
    EXPECT_FALSE(now(client.switchByPin(made.id, QStringLiteral("4711")))) << "who guesses waits";
    ASSERT_TRUE(now(client.setPin(made.id, QStringLiteral("27182818"))));
    EXPECT_FALSE(now(client.switchByPin(made.id, QStringLiteral("4711"))));
    EXPECT_TRUE(now(client.switchByPin(made.id, QStringLiteral("27182818")))) << "with the new one nobody waits";
    EXPECT_EQ(codeOf(now(client.setPin(made.id, QStringLiteral("12a4")))), QStringLiteral("pin.rules"));
    const Result<void> closed = now(client.close());
    ASSERT_TRUE(closed);
    for (const QString &name : {QStringLiteral("store.sqlite"), QStringLiteral("store.sqlite-wal")}) {
        QFile file(folder.folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        EXPECT_FALSE(file.readAll().contains("27182818")) << qPrintable(name);
    }
}

TEST_F(PeopleClientTest, ABadgeSignsInOfflineUntilItIsTakenAway)
{
    const Person made = *now(client.createPerson(named(QStringLiteral("Jo"), Role::Manager), {}));
    const PersonId owner = client.state().person->id;
    const Result<IssuedBadge> first = now(client.makeBadge(made.id));
    ASSERT_TRUE(first) << qPrintable(first.error().message);
    EXPECT_EQ(first->person.badgeHash, badgeHash(first->code));
    ASSERT_TRUE(now(client.switchByBadge(first->code.toLower())));
    EXPECT_EQ(client.state().person->id, made.id);
    EXPECT_EQ(codeOf(now(client.takeBadge(owner))), QStringLiteral("person.beyond_rights"));

    const Result<IssuedBadge> second = now(client.makeBadge(made.id));
    ASSERT_TRUE(second);
    EXPECT_EQ(codeOf(now(client.switchByBadge(first->code))), QStringLiteral("auth.unknown_badge")) << "replaced";
    EXPECT_TRUE(now(client.switchByBadge(second->code)));
    ASSERT_TRUE(now(client.takeBadge(made.id)));
    EXPECT_EQ(codeOf(now(client.switchByBadge(second->code))), QStringLiteral("auth.unknown_badge"));
    const Result<void> closed = now(client.close());
    ASSERT_TRUE(closed);
    for (const QString &name : {QStringLiteral("store.sqlite"), QStringLiteral("store.sqlite-wal")}) {
        QFile file(folder.folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        EXPECT_FALSE(file.readAll().contains(second->code.toLatin1())) << qPrintable(name);
    }
}

/// ADR 044: not before they are kept from signing in, and then nothing is changed about them any more.
TEST_F(PeopleClientTest, WhoLeftIsErasedHereAtOnce)
{
    Person made = *now(client.createPerson(named(QStringLiteral("Jo"), Role::Barista), QStringLiteral("4711")));
    EXPECT_EQ(codeOf(now(client.erasePerson(made.id, EraseReason::Requested))), QStringLiteral("person.still_active"));
    Person left = made;
    left.active = false;
    made = *now(client.editPerson(made, left));
    const Result<Person> erased = now(client.erasePerson(made.id, EraseReason::NotNeeded));
    ASSERT_TRUE(erased) << qPrintable(erased.error().message);
    EXPECT_EQ(*erased, erasedPerson(made, *erased->erasedAt));
    EXPECT_EQ(codeOf(now(client.editPerson(*erased, made))), QStringLiteral("person.erased"));
    EXPECT_EQ(codeOf(now(client.setPin(made.id, QStringLiteral("4711")))), QStringLiteral("person.erased"));
    EXPECT_EQ(codeOf(now(client.erasePerson(made.id, EraseReason::Requested))), QStringLiteral("person.erased"));
    EXPECT_TRUE(now(client.createPerson(named(QStringLiteral("Jo"), Role::Barista), {}))) << "the address is free";
}

TEST_F(PeopleClientTest, UnknownBadgesMakeTheDeviceWaitAndNoPin)
{
    const Person made = *now(client.createPerson(named(QStringLiteral("Jo"), Role::Barista), QStringLiteral("4711")));
    const Result<IssuedBadge> badge = now(client.makeBadge(made.id));
    ASSERT_TRUE(badge);
    const QString unknown = QStringLiteral("CB") + QString(34, u'0');
    for (int i = 0; i < 5; ++i)
        EXPECT_EQ(codeOf(now(client.switchByBadge(unknown))), QStringLiteral("auth.unknown_badge"));
    EXPECT_EQ(codeOf(now(client.switchByBadge(badge->code))), QStringLiteral("auth.too_many_badges"));
    EXPECT_TRUE(now(client.switchByPin(made.id, QStringLiteral("4711")))) << "a PIN is another thing";
    folder.clock.advance(31'000);
    EXPECT_TRUE(now(client.switchByBadge(badge->code)));
    EXPECT_EQ(codeOf(now(client.switchByBadge(unknown))), QStringLiteral("auth.unknown_badge")) << "counted anew";
}

TEST_F(PeopleClientTest, WhoIsDisabledOrWorksElsewhereHasNoBadgeHere)
{
    Person jo = *now(client.createPerson(named(QStringLiteral("Jo"), Role::Barista), {}));
    const QString code = now(client.makeBadge(jo.id))->code;
    Person elsewhere = jo;
    elsewhere.locations = {LocationId(QUuid::createUuidV5(QUuid(), QStringLiteral("elsewhere")))};
    jo = *now(client.editPerson(jo, elsewhere));
    EXPECT_FALSE(jo.badgeHash.isEmpty());
    EXPECT_EQ(codeOf(now(client.switchByBadge(code))), QStringLiteral("auth.unknown_badge"));
    Person off = jo;
    off.active = false;
    jo = *now(client.editPerson(jo, off));
    EXPECT_TRUE(jo.badgeHash.isEmpty());
    EXPECT_FALSE(now(client.makeBadge(jo.id)));
}

TEST_F(PeopleClientTest, TheLastAdministratorStaysOneAndAnAddressIsTakenOnce)
{
    const Person owner = *client.state().person;
    ASSERT_EQ(owner.role, Role::Admin);
    Person off = owner;
    off.active = false;
    EXPECT_EQ(codeOf(now(client.editPerson(owner, off))), QStringLiteral("person.last_admin"));
    const Person second = *now(client.createPerson(named(QStringLiteral("Bo"), Role::Admin), {}));
    EXPECT_EQ(codeOf(now(client.createPerson(named(QStringLiteral("BO"), Role::Barista), {}))),
              QStringLiteral("person.email_taken"));
    EXPECT_FALSE(now(client.editPerson(owner, off))->active);
    EXPECT_EQ(now(client.people())->size(), 1);
    EXPECT_EQ(now(client.everybody())->size(), 2);
    EXPECT_EQ(codeOf(now(client.setPin(second.id, QStringLiteral("4711")))), QStringLiteral("auth.not_allowed"))
        << "who is disabled does nothing more";
}

class PeopleStoreTest : public ::testing::Test
{
protected:
    void SetUp() override { store = folder.openEnrolled(); }

    std::optional<Person> personAt(PersonId id)
    {
        const auto document = store->rows().document({entity::person.toString(), id.value()});
        return document ? std::optional(*codec::readPerson(objectOf(*document))) : std::nullopt;
    }

    void answer(Outcome outcome)
    {
        const QList<PlannedOperation> batch = *takeBatch(*store, {});
        QList<Acknowledgement> answers;
        for (const PlannedOperation &planned : batch) {
            Acknowledgement given{planned.envelope.sequence, planned.id, outcome, {}, {}, {}, {}};
            if (outcome == Outcome::Applied)
                given.visibleAt = Cursor{1, 100, 1};
            answers.append(given);
        }
        ASSERT_TRUE(keepAcknowledgements(*store, batch, answers));
    }

    void page(std::uint64_t xid, const Person &person)
    {
        const Cursor after = store->device().read()->cursor.value_or(Cursor{1, 0, 0});
        const FeedRow row{
            Cursor{1, xid, 1},    entity::person.toString(), person.id.value(), QStringLiteral("company"), false,
            codec::toJson(person)};
        ASSERT_TRUE(keepPage(*store, {{row}, row.cursor, false, after, std::nullopt}));
    }

    Person add(const QString &name, Role role)
    {
        Person person = named(name, role);
        person.id = PersonId(QUuid::createUuidV5(QUuid(), name));
        person.permissions = permissionsOf(role);
        page(10, person);
        return person;
    }

    StoreFolder folder;
    std::unique_ptr<LocalStore> store;
};

TEST_F(PeopleStoreTest, WhatIsRefusedLeavesTheViewWithItsAnswer)
{
    const Person bea = add(QStringLiteral("Bea"), Role::Barista);
    Person raised = bea;
    raised.role = Role::Manager;
    ASSERT_TRUE(store->write([&] { return recordPersonEdit(*store, bea, raised); }));
    EXPECT_EQ(personAt(bea.id)->permissions, permissionsOf(Role::Manager));
    answer(Outcome::Refused);
    EXPECT_EQ(*personAt(bea.id), bea);
}

TEST_F(PeopleStoreTest, RightsThatSomebodyElseGaveAreNotLaidOver)
{
    const Person bea = add(QStringLiteral("Bea"), Role::Barista);
    Person raised = bea;
    raised.role = Role::Manager;
    raised.name = QStringLiteral("Bea B.");
    ASSERT_TRUE(store->write([&] { return recordPersonEdit(*store, bea, raised); }));
    Person theirs = bea;
    theirs.role = Role::Warehouse;
    theirs.permissions = permissionsOf(Role::Warehouse);
    page(20, theirs);
    EXPECT_EQ(personAt(bea.id)->permissions, permissionsOf(Role::Warehouse));
    EXPECT_EQ(personAt(bea.id)->name, QStringLiteral("Bea B."));
}

TEST_F(PeopleStoreTest, APartOfTheRightsIsNotLaidOverWhatSomebodyElseGave)
{
    const Person bea = add(QStringLiteral("Bea"), Role::Barista);
    Person off = bea;
    off.active = false;
    ASSERT_TRUE(store->write([&] { return recordPersonEdit(*store, bea, off); }));
    EXPECT_FALSE(personAt(bea.id)->active);
    Person theirs = bea;
    theirs.role = Role::Warehouse;
    theirs.permissions = permissionsOf(Role::Warehouse);
    page(20, theirs);
    EXPECT_EQ(*personAt(bea.id), theirs);
}

/// What an actor did before they lost the right is looked at again when the news comes.
TEST_F(PeopleStoreTest, WhoLostTheRightHasGivenNothingHere)
{
    const Person owner = folder.shop.person;
    const Person bea = add(QStringLiteral("Bea"), Role::Barista);
    Person raised = bea;
    raised.role = Role::Manager;
    ASSERT_TRUE(store->write([&] { return recordPersonEdit(*store, bea, raised); }));
    Person demoted = owner;
    demoted.role = Role::Barista;
    demoted.permissions = permissionsOf(Role::Barista);
    page(20, demoted);
    EXPECT_EQ(personAt(bea.id)->permissions, permissionsOf(Role::Barista));
    page(30, owner);
    EXPECT_EQ(personAt(bea.id)->permissions, permissionsOf(Role::Manager));
}

} // namespace
} // namespace crema::sync::testing
