// SPDX-License-Identifier: GPL-3.0-or-later
// Who works here, changed from devices: judged, told to those who may know, and kept in the audit trail.
#include "models/feed/entity_types.h"
#include "models/money/money_json.h"
#include "models/operations/bodies.h"
#include "models/operations/operation_types.h"
#include "models/operations/resolution.h"
#include "models/people/badge.h"
#include "models/people/person_rules.h"
#include "models/security/secret_hash.h"
#include "platform/company/reference_writer.h"
#include "platform/database/transaction.h"
#include "tests/platform/domain/company_fixture.h"

namespace crema::testing {
namespace {

class PeopleTest : public CompanyTest
{
protected:
    Operation create(const Till &by, const Person &made)
    {
        return operationOf(by, operation::personCreate, {entity::person.toString(), made.id.value()},
                           body::toJson(made));
    }

    Operation edit(const Till &by, const Person &before, const Person &after)
    {
        const Edit edit = body::personEdit(before, after);
        return operationOf(by, operation::personEdit, {entity::person.toString(), before.id.value()}, editToJson(edit));
    }

    Operation setBadge(const Till &by, const Person &whose, const QString &hash)
    {
        return operationOf(by, operation::personSetBadge, {entity::person.toString(), whose.id.value()},
                           body::toJson(body::PersonSetBadge{hash}));
    }

    Operation setPin(const Till &by, const Person &whose, const QString &hash)
    {
        return operationOf(by, operation::personSetPin, {entity::person.toString(), whose.id.value()},
                           body::toJson(body::PersonSetPin{hash}));
    }

    Person newPerson(const QString &name, Role role)
    {
        Person person;
        person.id = newId<PersonId>();
        person.name = name;
        person.email = name.toLower() + QStringLiteral("@example.org");
        person.role = role;
        person.locations = {shop.id};
        return person;
    }

    /// The last that a till is told of somebody; nothing: it is told that they are gone, or nothing at all.
    std::optional<Person> toldOf(const Till &who, PersonId id)
    {
        std::optional<Person> told;
        const QList<FeedRow> rows = pullAll(who);
        for (const FeedRow &row : rows) {
            if (row.entityType == entity::person && row.entityId == id.value())
                told = row.deleted ? std::nullopt : std::optional(*codec::readPerson(row.entity.json()));
        }
        return told;
    }

    void keep(const Person &person)
    {
        const auto connection = pool.borrow();
        platform::Transaction transaction(*connection);
        platform::ReferenceWriter writer(transaction);
        writer.save(person, std::nullopt, clock.now());
        writer.finish();
        transaction.commit();
    }

    /// How many entries of this action say this of the changes of a person.
    std::int64_t changesSaid(QStringView action, const QByteArray &test)
    {
        return countOf("select count(*) from identity.audit_entry join identity.audit_details using (chain, number) "
                       "where action = '" +
                       action.toLatin1() + "' and details::jsonb -> 'changes' " + test);
    }

    static Person changed(Person person, Role role)
    {
        person.role = role;
        return person;
    }

    Till till = enrolTill();
};

TEST_F(PeopleTest, AreMadeAndChangedByOperationsAndToldToTheirShop)
{
    const Person made = newPerson(QStringLiteral("Jo"), Role::Barista);
    ASSERT_EQ(pushOne(till, create(till, made)).outcome, Outcome::Applied);
    const auto first = toldOf(till, made.id);
    ASSERT_TRUE(first);
    EXPECT_EQ(first->permissions, permissionsOf(Role::Barista));
    EXPECT_EQ(pushOne(till, edit(till, *first, changed(*first, Role::Warehouse))).outcome, Outcome::Applied);
    const QString hash = hashSecret(QStringLiteral("4711"), randomness);
    EXPECT_EQ(pushOne(till, setPin(till, *first, hash)).outcome, Outcome::Applied);
    const QString badge = badgeHash(makeBadgeCode(randomness));
    EXPECT_EQ(pushOne(till, setBadge(till, *first, badge)).outcome, Outcome::Applied);
    const auto second = toldOf(till, made.id);
    ASSERT_TRUE(second);
    EXPECT_EQ(second->permissions, permissionsOf(Role::Warehouse));
    EXPECT_EQ(second->pinHash, hash);
    EXPECT_EQ(second->badgeHash, badge);
    EXPECT_EQ(changesSaid(operation::personSetBadge, "->> 'badge' = 'set'"), 1);
    EXPECT_EQ(countOf("select count(*) from identity.audit_details where details like '%" + badge.toLatin1() + "%'"),
              0);
    // Before and after, and no secret.
    EXPECT_EQ(changesSaid(operation::personEdit, "-> 'role' = '{\"from\":\"barista\",\"to\":\"warehouse\"}'::jsonb"),
              1);
    EXPECT_EQ(changesSaid(operation::personSetPin, "->> 'pin' = 'set'"), 1);
    EXPECT_EQ(countOf("select count(*) from identity.audit_details where details like '%argon2%'"), 0);
    EXPECT_EQ(countOf("select count(*) from identity.audit_entry where document like '%argon2%' or "
                      "document like '%changes%'"),
              0)
        << "it stands beside the entry (ADR 044)";
}

TEST_F(PeopleTest, WhatIsNotHeldIsNotGiven)
{
    const Acknowledgement answer = pushOne(till, create(till, newPerson(QStringLiteral("Eve"), Role::Admin)));
    EXPECT_EQ(answer.outcome, Outcome::Refused);
    EXPECT_EQ(answer.problem->code, QStringLiteral("person.beyond_rights"));
    const Acknowledgement raised = pushOne(till, edit(till, manager, changed(manager, Role::Admin)));
    EXPECT_EQ(raised.problem->code, QStringLiteral("person.beyond_rights"));
    const Person barista = addPerson(Role::Barista, QStringLiteral("bea@example.org"));
    Till hers = enrolTill(barista);
    EXPECT_EQ(pushOne(hers, edit(hers, barista, changed(barista, Role::Manager))).problem->code,
              QStringLiteral("actor.lacks_permission"));
}

/// A decision about a card is no way around it: neither a typed value, nor doing again what was refused.
TEST_F(PeopleTest, ADecisionGivesNothingThatIsNotHeldEither)
{
    const Person barista = addPerson(Role::Barista, QStringLiteral("bea@example.org"));
    Till second = enrolTill();
    ASSERT_EQ(pushOne(second, edit(second, barista, changed(barista, Role::Warehouse))).outcome, Outcome::Applied);
    const Operation mine = edit(till, barista, changed(barista, Role::Manager));
    ASSERT_EQ(pushOne(till, mine).outcome, Outcome::Conflict);
    const auto decide = [&](const QString &role) {
        const Resolution typed{Decision::Fields,
                               {{QStringLiteral("role"), {Keep::Typed, QStringLiteral("warehouse"), role}}}};
        return pushOne(till, operationOf(till, operation::attentionResolve,
                                         {entity::attention.toString(), mine.id.value()}, resolutionToJson(typed)));
    };
    EXPECT_EQ(decide(QStringLiteral("admin")).problem->code, QStringLiteral("person.beyond_rights"));
    EXPECT_EQ(decide(QStringLiteral("office")).outcome, Outcome::Applied);
    EXPECT_EQ(toldOf(till, barista.id)->permissions, permissionsOf(Role::Office));
}

/// What was only seen is no change: nobody is named as who gave it its value.
TEST_F(PeopleTest, WhatAnEditOnlySawIsNoChangeOfTheirs)
{
    const Person barista = addPerson(Role::Barista, QStringLiteral("bea@example.org"));
    Till second = enrolTill();
    ASSERT_EQ(pushOne(second, edit(second, barista, changed(barista, Role::Warehouse))).outcome, Outcome::Applied);
    Person off = barista;
    off.active = false;
    const Acknowledgement answer = pushOne(till, edit(till, barista, off));
    ASSERT_EQ(answer.outcome, Outcome::Conflict);
    ASSERT_EQ(answer.conflicts.size(), 2);
    EXPECT_EQ(answer.conflicts[0].field, QStringLiteral("active"));
    EXPECT_FALSE(answer.conflicts[0].theirs);
    EXPECT_EQ(answer.conflicts[1].field, QStringLiteral("role"));
    ASSERT_TRUE(answer.conflicts[1].theirs);
    EXPECT_EQ(answer.conflicts[1].theirs->device, second.device);
    EXPECT_TRUE(toldOf(till, barista.id)->active);
}

TEST_F(PeopleTest, WhatAManagerMayNotAnAdministratorDoesAgainFromItsCard)
{
    Person admin = addPerson(Role::Admin, QStringLiteral("ada@example.org"));
    const Person made = newPerson(QStringLiteral("Bo"), Role::Admin);
    const Operation refused = create(till, made);
    ASSERT_EQ(pushOne(till, refused).outcome, Outcome::Refused);
    Till hers = enrolTill(admin);
    const Operation again =
        operationOf(hers, operation::attentionResolve, {entity::attention.toString(), refused.id.value()},
                    resolutionToJson({Decision::Retry, {}}));
    EXPECT_EQ(pushOne(hers, again).outcome, Outcome::Applied);
    EXPECT_EQ(toldOf(till, made.id)->role, Role::Admin);
}

TEST_F(PeopleTest, OneBatchDoesNotDisableTheLastTwoAdministrators)
{
    const Person ada = addPerson(Role::Admin, QStringLiteral("ada@example.org"));
    const Person bo = addPerson(Role::Admin, QStringLiteral("bo@example.org"));
    Till hers = enrolTill(ada);
    Person adaOff = ada;
    adaOff.active = false;
    Person boOff = bo;
    boOff.active = false;
    const auto outcome =
        push(hers, {envelopeOf(hers, edit(hers, bo, boOff)), envelopeOf(hers, edit(hers, ada, adaOff))});
    ASSERT_TRUE(outcome);
    EXPECT_EQ(outcome->answer.acknowledgements[0].outcome, Outcome::Applied);
    EXPECT_EQ(outcome->answer.acknowledgements[1].problem->code, QStringLiteral("person.last_admin"));
}

TEST_F(PeopleTest, WhoMovesIsGoneWhereTheyWere)
{
    const Person admin = addPerson(Role::Admin, QStringLiteral("ada@example.org"));
    Till hers = enrolTill(admin);
    const Person made = newPerson(QStringLiteral("Jo"), Role::Barista);
    ASSERT_EQ(pushOne(till, create(till, made)).outcome, Outcome::Applied);
    Person elsewhere = *toldOf(till, made.id);
    elsewhere.locations = {newId<LocationId>()};
    EXPECT_EQ(pushOne(till, edit(till, *toldOf(till, made.id), elsewhere)).outcome, Outcome::Refused)
        << "the manager works here only";
    EXPECT_EQ(pushOne(hers, edit(hers, *toldOf(till, made.id), elsewhere)).outcome, Outcome::Refused)
        << "so does this administrator";
    Person everywhere = admin;
    everywhere.locations.clear();
    keep(everywhere);
    EXPECT_EQ(pushOne(hers, edit(hers, *toldOf(till, made.id), elsewhere)).outcome, Outcome::Applied);
    EXPECT_FALSE(toldOf(till, made.id));
}

TEST_F(PeopleTest, PricesAreSetByWhoMay)
{
    Person editor = addPerson(Role::Office, QStringLiteral("eddie@example.org"));
    editor.permissions.removeAll(Permission::PricesEdit);
    keep(editor);
    Till theirs = enrolTill(editor);
    const auto product = newId<ProductId>();
    ASSERT_EQ(pushOne(theirs, createProduct(theirs, product, QStringLiteral("Guji"))).outcome, Outcome::Applied);
    const auto variant = [&](const QString &sku, const std::optional<Price> &price) {
        Variant made;
        made.id = newId<VariantId>();
        made.product = product;
        made.sku = sku;
        made.price = price;
        return operationOf(theirs, operation::variantCreate, {entity::variant.toString(), made.id.value()},
                           body::toJson(made));
    };
    const Price price{Money(1450, shop.currency), 1};
    EXPECT_EQ(pushOne(theirs, variant(QStringLiteral("G-1"), price)).problem->code,
              QStringLiteral("actor.lacks_permission"));
    const Operation bare = variant(QStringLiteral("G-2"), std::nullopt);
    EXPECT_EQ(pushOne(theirs, bare).outcome, Outcome::Applied);
    const QJsonObject change{{QStringLiteral("from"), QJsonValue()}, {QStringLiteral("to"), priceToJson(price)}};
    const Operation priced = operationOf(theirs, operation::variantEdit, bare.subject,
                                         {{QStringLiteral("fields"), QJsonObject{{QStringLiteral("price"), change}}},
                                          {QStringLiteral("sets"), QJsonObject()}});
    EXPECT_EQ(pushOne(theirs, priced).problem->code, QStringLiteral("actor.lacks_permission"));
    Operation forged = priced;
    forged.id = newId<OperationId>();
    forged.subject.type = entity::customer.toString();
    EXPECT_EQ(pushOne(theirs, forged).outcome, Outcome::DeadLetter) << "as a customer it would ask for less";
    Operation approved = priced;
    approved.id = newId<OperationId>();
    approved.approvedBy = manager.id;
    EXPECT_EQ(pushOne(theirs, approved).outcome, Outcome::Applied);
}

TEST_F(PeopleTest, CostsAreSetByWhoSeesThem)
{
    const Person office = addPerson(Role::Office, QStringLiteral("olga@example.org"));
    Till theirs = enrolTill(office);
    const auto product = newId<ProductId>();
    const auto variant = newId<VariantId>();
    ASSERT_EQ(pushOne(till, createProduct(till, product, QStringLiteral("Guji"))).outcome, Outcome::Applied);
    ASSERT_EQ(pushOne(till, createVariant(till, variant, product, QStringLiteral("G-1"))).outcome, Outcome::Applied);
    const auto edit = [&](const Till &on, const QString &field, const QJsonValue &to) {
        const QJsonObject change{{QStringLiteral("from"), QJsonValue()}, {QStringLiteral("to"), to}};
        return operationOf(
            on, operation::variantEdit, {entity::variant.toString(), variant.value()},
            {{QStringLiteral("fields"), QJsonObject{{field, change}}}, {QStringLiteral("sets"), QJsonObject()}});
    };
    const QJsonObject cost = moneyToJson(Money(620, shop.currency));
    const Operation refused = edit(theirs, QStringLiteral("cost"), cost);
    EXPECT_EQ(pushOne(theirs, refused).problem->code, QStringLiteral("actor.lacks_permission"));
    Operation approved = refused;
    approved.id = newId<OperationId>();
    approved.approvedBy = manager.id;
    EXPECT_EQ(pushOne(theirs, approved).problem->code, QStringLiteral("actor.lacks_permission"))
        << "no PIN makes up for it";
    EXPECT_EQ(pushOne(theirs, edit(theirs, QStringLiteral("weight_grams"), 250)).outcome, Outcome::Applied)
        << "an edit that leaves the cost alone";
    EXPECT_EQ(pushOne(till, edit(till, QStringLiteral("cost"), cost)).outcome, Outcome::Applied);
}

} // namespace
} // namespace crema::testing
