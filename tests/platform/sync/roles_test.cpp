// SPDX-License-Identifier: GPL-3.0-or-later
// Roles of a company on the platform: judged, told to everybody, kept in the audit trail, and asked for at every door.
#include "models/feed/entity_types.h"
#include "models/operations/bodies.h"
#include "models/operations/operation_types.h"
#include "models/people/role_rules.h"
#include "platform/company/reference_writer.h"
#include "platform/company/stored_reference.h"
#include "platform/database/transaction.h"
#include "tests/platform/domain/company_fixture.h"

namespace crema::testing {
namespace {

class RolesTest : public CompanyTest
{
protected:
    Operation create(const Till &by, const OwnRole &role)
    {
        return operationOf(by, operation::roleCreate, {entity::role.toString(), role.id.value()}, body::toJson(role));
    }

    Operation edit(const Till &by, const OwnRole &before, const OwnRole &after)
    {
        return operationOf(by, operation::roleEdit, {entity::role.toString(), before.id.value()},
                           editToJson(body::roleEdit(before, after)));
    }

    Operation give(const Till &by, const Person &before, const RoleRef &role)
    {
        Person after = before;
        after.role = role;
        return operationOf(by, operation::personEdit, {entity::person.toString(), before.id.value()},
                           editToJson(body::personEdit(before, after)));
    }

    OwnRole newRole(const QString &name, Role base)
    {
        return *checkedRole({newId<RoleId>(), name, base, rightsOf(base), false});
    }

    Person storedNow(PersonId id)
    {
        const auto connection = pool.borrow();
        platform::Transaction transaction(*connection);
        return platform::loadPerson(transaction, id);
    }

    std::optional<OwnRole> toldRole(const Till &who, RoleId id)
    {
        std::optional<OwnRole> told;
        const QList<FeedRow> rows = pullAll(who);
        for (const FeedRow &row : rows) {
            if (row.entityType == entity::role && row.entityId == id.value())
                told = *codec::readRole(row.entity.json());
        }
        return told;
    }

    Till till = enrolTill();
};

TEST_F(RolesTest, AreMadeChangedToldAndKeptInTheTrail)
{
    const OwnRole made = newRole(QStringLiteral("Shift lead"), Role::Barista);
    ASSERT_EQ(pushOne(till, create(till, made)).outcome, Outcome::Applied);
    EXPECT_EQ(toldRole(till, made.id), made);
    OwnRole more = made;
    more.rights.allowed.append(Permission::StockAdjust);
    more = *checkedRole(more);
    ASSERT_EQ(pushOne(till, edit(till, made, more)).outcome, Outcome::Applied);
    EXPECT_EQ(toldRole(till, made.id), more);
    EXPECT_EQ(countOf("select count(*) from identity.audit_entry where action = 'role.edit' and "
                      "document::jsonb #> '{document,changes,allowed,to}' ? 'stock.adjust' and not "
                      "document::jsonb #> '{document,changes,allowed,from}' ? 'stock.adjust'"),
              1);
    EXPECT_EQ(countOf("select count(*) from identity.audit_entry where action = 'role.create' and "
                      "document::jsonb #>> '{document,changes,name,to}' = 'Shift lead'"),
              1);
}

TEST_F(RolesTest, WhoeverHasOneMayWhatItGivesNow)
{
    const Person bea = addPerson(Role::Barista, QStringLiteral("bea@example.org"));
    Till counter = enrolTill(bea);
    OwnRole role = newRole(QStringLiteral("Keeper"), Role::Barista);
    role.rights.allowed.append(Permission::CatalogEdit);
    role = *checkedRole(role);
    const auto makesProduct = [&] {
        clock.advance(1);
        return pushOne(counter, createProduct(counter, newId<ProductId>(), QStringLiteral("Coffee"))).outcome;
    };
    EXPECT_EQ(makesProduct(), Outcome::Refused);
    ASSERT_EQ(pushOne(till, create(till, role)).outcome, Outcome::Applied);
    ASSERT_EQ(pushOne(till, give(till, bea, role.id)).outcome, Outcome::Applied);
    EXPECT_EQ(makesProduct(), Outcome::Applied);
    EXPECT_TRUE(storedNow(bea.id).may(Permission::CatalogEdit));
    OwnRole less = role;
    less.rights.allowed.removeAll(Permission::CatalogEdit);
    ASSERT_EQ(pushOne(till, edit(till, role, less)).outcome, Outcome::Applied);
    EXPECT_EQ(makesProduct(), Outcome::Refused);
    EXPECT_FALSE(storedNow(bea.id).may(Permission::CatalogEdit));
    // What is told of the person to older programs gives nothing by itself.
    EXPECT_EQ(countOf("select count(*) from identity.person where document -> 'permissions' = '[]'::jsonb"), 1);
}

TEST_F(RolesTest, WhatIsNotHeldIsNotPutIn)
{
    OwnRole much = newRole(QStringLiteral("Much"), Role::Manager);
    much.rights.allowed.append(Permission::SettingsManage);
    const Acknowledgement answer = pushOne(till, create(till, *checkedRole(much)));
    EXPECT_EQ(answer.outcome, Outcome::Refused);
    EXPECT_EQ(answer.problem->code, QStringLiteral("role.beyond_rights"));
    EXPECT_EQ(pushOne(till, give(till, addPerson(Role::Barista, QStringLiteral("b@example.org")), much.id)).outcome,
              Outcome::Refused)
        << "there is no such role";
}

TEST_F(RolesTest, TwoEditsFromOneStateAreOneRoleAndACard)
{
    Till other = enrolTill();
    const OwnRole made = newRole(QStringLiteral("Office lead"), Role::Office);
    ASSERT_EQ(pushOne(till, create(till, made)).outcome, Outcome::Applied);
    OwnRole first = made;
    first.rights.allowed.removeAll(Permission::PricesEdit);
    OwnRole second = made;
    second.rights.discountLimit = 1'000;
    ASSERT_EQ(pushOne(till, edit(till, made, first)).outcome, Outcome::Applied);
    EXPECT_EQ(pushOne(other, edit(other, made, second)).outcome, Outcome::Conflict);
    EXPECT_EQ(toldRole(till, made.id), first);
}

} // namespace
} // namespace crema::testing
