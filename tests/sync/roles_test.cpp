// SPDX-License-Identifier: GPL-3.0-or-later
// Roles of a company on a device: made and changed here, and come with the feed.
#include "models/feed/entity_codec.h"
#include "models/feed/entity_types.h"
#include "models/operations/operation_types.h"
#include "models/people/role_rules.h"
#include "sync/engine/sync_steps.h"
#include "sync/store/people_recording.h"
#include "sync/store/role_recording.h"
#include "tests/sync/client_fixture.h"

namespace crema::sync::testing {
namespace {

OwnRole leadRole()
{
    OwnRole role{{}, QStringLiteral("Shift lead"), Role::Barista, rightsOf(Role::Barista), false};
    role.rights.allowed.append(Permission::StockAdjust);
    role.rights.withApproval.removeAll(Permission::PricesEdit);
    return role;
}

class RolesClientTest : public ClientTest
{
protected:
    template<class Value>
    QString codeOf(const Result<Value> &result)
    {
        return result ? QString() : result.error().code;
    }

    Person bea()
    {
        Person person;
        person.name = QStringLiteral("Bea");
        return person;
    }
};

TEST_F(RolesClientTest, ARoleIsMadeGivenAndChangedOffline)
{
    const Result<OwnRole> made = now(client.createRole(leadRole()));
    ASSERT_TRUE(made) << qPrintable(made.error().message);
    Person person = bea();
    person.role = made->id;
    const Result<Person> created = now(client.createPerson(person, QStringLiteral("4711")));
    ASSERT_TRUE(created) << qPrintable(created.error().message);
    EXPECT_TRUE(created->may(Permission::StockAdjust));
    ASSERT_TRUE(now(client.switchByPin(created->id, QStringLiteral("4711"))));
    EXPECT_TRUE(client.state().may(Permission::StockAdjust));
    EXPECT_FALSE(client.state().may(Permission::CatalogEdit));
    EXPECT_EQ(codeOf(now(client.createRole(leadRole()))), QStringLiteral("role.name_taken"));
    OwnRole other = leadRole();
    other.name = QStringLiteral("Other");
    EXPECT_EQ(codeOf(now(client.createRole(other))), QStringLiteral("auth.not_allowed"));
    EXPECT_EQ(now(client.roles())->size(), 1);
}

TEST_F(RolesClientTest, WhoIsSignedInHasWhatTheRoleGivesNow)
{
    const OwnRole made = *now(client.createRole(leadRole()));
    const Person owner = *client.state().person;
    Person second = bea();
    second.role = Role::Admin;
    ASSERT_TRUE(now(client.createPerson(second, {})));
    Person changed = owner;
    changed.role = made.id;
    ASSERT_TRUE(now(client.editPerson(owner, changed)));
    EXPECT_TRUE(client.state().may(Permission::StockAdjust));
    EXPECT_FALSE(client.state().may(Permission::PeopleManage));
}

TEST_F(RolesClientTest, ARoleThatNobodyKnowsIsNotGiven)
{
    Person person = bea();
    person.role = RoleId(QUuid::createUuidV5(QUuid(), QStringLiteral("elsewhere")));
    EXPECT_EQ(codeOf(now(client.createPerson(person, {}))), QStringLiteral("role.unknown"));
}

class RolesStoreTest : public ::testing::Test
{
protected:
    void SetUp() override { store = folder.openEnrolled(); }

    template<class Entity>
    void page(std::uint64_t xid, QStringView type, const Entity &entity)
    {
        const Cursor after = store->device().read()->cursor.value_or(Cursor{1, 0, 0});
        const FeedRow row{Cursor{1, xid, 1},         type.toString(), entity.id.value(),
                          QStringLiteral("company"), false,           codec::toJson(entity)};
        ASSERT_TRUE(keepPage(*store, {{row}, row.cursor, false, after, std::nullopt}));
    }

    OwnRole known()
    {
        OwnRole role = leadRole();
        role.id = RoleId(QUuid::createUuidV5(QUuid(), QStringLiteral("lead")));
        return *checkedRole(role);
    }

    Person holder()
    {
        Person person;
        person.id = PersonId(QUuid::createUuidV5(QUuid(), QStringLiteral("holder")));
        person.name = QStringLiteral("Bea");
        person.role = known().id;
        return person;
    }

    StoreFolder folder;
    std::unique_ptr<LocalStore> store;
};

TEST_F(RolesStoreTest, APersonWhoseRoleHasNotComeHasNothingUntilItDoes)
{
    page(10, entity::person, holder());
    const auto before = store->rows().person(holder().id);
    ASSERT_TRUE(before);
    for (const Permission permission : allPermissions)
        EXPECT_EQ(entitlementOf(*before, permission), Entitlement::Denied);
    page(20, entity::role, known());
    EXPECT_TRUE(store->rows().person(holder().id)->may(Permission::StockAdjust));
    EXPECT_EQ(entitlementOf(*store->rows().person(holder().id), Permission::PricesEdit), Entitlement::Denied);
}

TEST_F(RolesStoreTest, WhatARoleGivesIsNotLaidOverWhatSomebodyElseMadeOfIt)
{
    page(10, entity::role, known());
    page(11, entity::person, holder());
    OwnRole mine = known();
    mine.rights.discountLimit = 5'000;
    mine.name = QStringLiteral("Lead");
    ASSERT_TRUE(store->write([&] { return recordRoleEdit(*store, known(), mine); }));
    EXPECT_EQ(discountLimit(*store->rows().person(holder().id)), 5'000);
    OwnRole theirs = known();
    theirs.rights.allowed.removeAll(Permission::StockAdjust);
    page(20, entity::role, theirs);
    const OwnRole now = *store->rows().role(known().id);
    EXPECT_EQ(now.rights, theirs.rights);
    EXPECT_EQ(now.name, QStringLiteral("Lead")) << "the name waits for nobody";
    EXPECT_FALSE(store->rows().person(holder().id)->may(Permission::StockAdjust));
}

/// Who makes a role has to hold what it gives when the news comes, too.
TEST_F(RolesStoreTest, WhoLostTheRightHasMadeNothingHere)
{
    const PersonId here = store->place().person->id;
    ASSERT_TRUE(store->write([&]() -> Result<void> { return recordNewRole(*store, known()).map([](RoleId) {}); }));
    ASSERT_TRUE(store->rows().role(known().id));
    Person less = *store->place().person;
    less.role = Role::Barista;
    less.permissions = permissionsOf(Role::Barista);
    ASSERT_EQ(less.id, here);
    page(20, entity::person, less);
    EXPECT_FALSE(store->rows().role(known().id));
}

} // namespace
} // namespace crema::sync::testing
