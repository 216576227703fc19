// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody who left is erased on a real database: a search of every column finds none of their words, also where the
// audit trail had them, and its chains verify (ADR 044).
#include "models/base/json.h"
#include "models/feed/entity_codec.h"
#include "models/feed/entity_types.h"
#include "models/operations/bodies.h"
#include "models/operations/operation_types.h"
#include "models/operations/resolution.h"
#include "models/people/badge.h"
#include "models/people/person_rules.h"
#include "models/security/secret_hash.h"
#include "platform/database/transaction.h"
#include "platform/sync/record_rows.h"
#include "tests/platform/domain/audit_check.h"
#include "tests/platform/domain/company_fixture.h"
#include "tests/platform/domain/word_search.h"

namespace crema::testing {
namespace {

class PersonErasureTest : public CompanyTest
{
protected:
    PersonErasureTest()
    {
        bea.id = newId<PersonId>();
        bea.name = QStringLiteral("PLANT Bea Brandt");
        bea.email = QStringLiteral("plant.bea@example.org");
        bea.role = Role::Barista;
        bea.locations = {shop.id};
    }

    SubjectRef her() const { return {entity::person.toString(), bea.id.value()}; }

    Operation create(const Till &till) { return operationOf(till, operation::personCreate, her(), body::toJson(bea)); }

    Operation edit(const Till &till, const QString &field, const QJsonValue &from, const QJsonValue &to)
    {
        return operationOf(till, operation::personEdit, her(), editToJson(Edit{{{field, {from, to}}}, {}}));
    }

    Operation rename(const Till &till, const QString &from, const QString &to)
    {
        return edit(till, QStringLiteral("name"), from, to);
    }

    Operation disable(const Till &till) { return edit(till, QStringLiteral("active"), true, false); }

    Operation erase(const Till &till)
    {
        return operationOf(till, operation::personErase, her(), body::toJson(body::CustomerErase{}));
    }

    Operation resolve(const Till &till, const QUuid &card, const Resolution &resolution)
    {
        return operationOf(till, operation::attentionResolve, {entity::attention.toString(), card},
                           resolutionToJson(resolution));
    }

    QStringList placesOf(const QByteArrayList &words) { return placesOfWords(url, words); }

    QByteArray herId() const { return '\'' + bea.id.toString().toLatin1() + '\''; }

    /// An entry as platforms of before wrote them: what it says of her is hashed.
    void writeEntryOfBefore(const QJsonObject &document)
    {
        const auto connection = pool.borrow();
        platform::Transaction transaction(*connection);
        platform::writeAudit(transaction, {{first.device.value(), clock.now(), manager.id,
                                            QStringLiteral("person.edit"), her(), std::nullopt, document}});
        transaction.commit();
    }

    /// She gave something its name.
    void plantChange()
    {
        pool.borrow()->runScript("insert into sync.field_change values (gen_random_uuid(), 'name', "
                                 "json_build_object('person', " +
                                 herId() + "::text, 'person_name', 'PLANT Bea Brandt'::text))");
    }

    /// What she signs in with, and mail that is on its way to her.
    void plantAccount()
    {
        pool.borrow()->runScript(
            "insert into identity.credential values (" + herId() + ", '$argon2id$PLANT', now()); " +
            "insert into identity.totp (person, secret, confirmed_at, last_step) values (" + herId() +
            ", convert_to('PLANT secret', 'UTF8'), now(), 1); " + "insert into identity.recovery_code values (" +
            herId() + ", convert_to('PLANT code', 'UTF8'), null); " + "insert into identity.password_code values (" +
            herId() + ", 'plant.bea@example.org', 'x', now() + interval '1 hour'); " +
            "insert into identity.owed_mail (person, kind, document, due_at, ends_at) values (" + herId() +
            ", 'address_changed', '{\"mailbox\": \"plant.old@example.org\"}', now(), now()) "
            "on conflict (person, kind) do nothing; " +
            "insert into identity.address_hold values (" + herId() +
            ", 'plant.old@example.org', now() + interval '1 hour', null) on conflict (person) do nothing; " +
            "insert into identity.session (id, person, device, begun_at, used_at, ends_at) values "
            "(gen_random_uuid(), " +
            herId() + ", '" + first.device.toString().toLatin1() +
            "', now(), now(), now() + interval '30 days'); "
            "insert into identity.refresh_token select sha256('t'), id, null, null from identity.session "
            "where person = " +
            herId());
    }

    std::int64_t accountRows()
    {
        return countOf("select (select count(*) from identity.credential where person = " + herId() +
                       ") + (select count(*) from identity.totp where person = " + herId() +
                       ") + (select count(*) from identity.recovery_code where person = " + herId() +
                       ") + (select count(*) from identity.password_code where person = " + herId() +
                       ") + (select count(*) from identity.owed_mail where person = " + herId() +
                       ") + (select count(*) from identity.address_hold where person = " + herId() +
                       ") + (select count(*) from identity.session where person = " + herId() +
                       " and ended_at is null) + (select count(*) from identity.refresh_token)");
    }

    /// Everything that is known of Bea came in by every way that there is, and she left.
    void plant()
    {
        ASSERT_EQ(pushOne(first, create(first)).outcome, Outcome::Applied);
        const QString hash = hashSecret(QStringLiteral("4711"), randomness);
        ASSERT_EQ(
            pushOne(first, operationOf(first, operation::personSetPin, her(), body::toJson(body::PersonSetPin{hash})))
                .outcome,
            Outcome::Applied);
        // A conflict with its card, and a decision about it with a third value.
        ASSERT_EQ(pushOne(second, rename(second, bea.name, QStringLiteral("PLANT Beate"))).outcome, Outcome::Applied);
        conflicting = rename(first, bea.name, QStringLiteral("PLANT Beatrix"));
        ASSERT_EQ(pushOne(first, conflicting).outcome, Outcome::Conflict);
        const Resolution typed{
            Decision::Fields,
            {{QStringLiteral("name"), {Keep::Typed, QStringLiteral("PLANT Beate"), QStringLiteral("PLANT Third")}}}};
        ASSERT_EQ(pushOne(second, resolve(second, conflicting.id.value(), typed)).outcome, Outcome::Applied);
        // Her address becomes another one, so that the one before is held and told.
        ASSERT_EQ(
            pushOne(second, edit(second, QStringLiteral("email"), bea.email, QStringLiteral("plant.new@example.org")))
                .outcome,
            Outcome::Applied);
        // An open conflict, a refusal with its card, and an edit that waits.
        ASSERT_EQ(pushOne(first, rename(first, bea.name, QStringLiteral("PLANT Open"))).outcome, Outcome::Conflict);
        refused = edit(first, QStringLiteral("email"), QStringLiteral("plant.new@example.org"),
                       QStringLiteral("PLANT no address"));
        ASSERT_EQ(pushOne(first, refused).outcome, Outcome::Refused);
        waiting = rename(second, QStringLiteral("PLANT Third"), QStringLiteral("PLANT waits"));
        waiting.after = {newId<OperationId>()};
        ASSERT_EQ(pushOne(second, waiting).outcome, Outcome::Waiting);
        // Two that nobody can read: one of a type of later, one that is no operation at all.
        const Operation later =
            operationOf(first, u"person.tag", her(), {{QStringLiteral("tag"), QStringLiteral("PLANT key holder")}});
        ASSERT_EQ(pushOne(first, later).outcome, Outcome::DeadLetter);
        ASSERT_TRUE(push(second, {envelopeOf(second, R"({"email":"plant.new@example.org"})")}));
        const QJsonObject name{{QStringLiteral("from"), QStringLiteral("PLANT Before")},
                               {QStringLiteral("to"), bea.name}};
        writeEntryOfBefore({{QStringLiteral("changes"), QJsonObject{{QStringLiteral("name"), name}}},
                            {QStringLiteral("outcome"), QStringLiteral("applied")}});
        writeEntryOfBefore({{QStringLiteral("mailbox"), QStringLiteral("plant.told@example.org")}});
        // Somebody else, whose words stay, also in the trail.
        Person other = bea;
        other.id = newId<PersonId>();
        other.name = QStringLiteral("KEPT Charles");
        other.email = QStringLiteral("kept@example.org");
        ASSERT_EQ(pushOne(first, operationOf(first, operation::personCreate,
                                             {entity::person.toString(), other.id.value()}, body::toJson(other)))
                      .outcome,
                  Outcome::Applied);
        ASSERT_EQ(pushOne(first, disable(first)).outcome, Outcome::Applied);
        plantAccount();
        plantChange();
    }

    std::optional<FeedRow> toldOf(const Till &till, const QUuid &what)
    {
        std::optional<FeedRow> told;
        const QList<FeedRow> rows = pullAll(till);
        for (const FeedRow &row : rows) {
            if (row.entityId == what)
                told = row;
        }
        return told;
    }

    Person bea;
    Till first = enrolTill();
    Till second = enrolTill();
    Operation conflicting;
    Operation refused;
    Operation waiting;
};

} // namespace

TEST_F(PersonErasureTest, ASearchOfEveryColumnFindsNoneOfTheirWords)
{
    ASSERT_NO_FATAL_FAILURE(plant());
    const QByteArrayList words{"PLANT", "Brandt"};
    ASSERT_GE(placesOf(words).size(), 10) << "the search finds what is there";
    ASSERT_GE(accountRows(), 8);
    ASSERT_TRUE(auditVerifies(pool));
    const Acknowledgement answer = pushOne(second, erase(second));
    EXPECT_EQ(answer.outcome, Outcome::Applied) << (answer.problem ? qPrintable(answer.problem->message) : "");
    EXPECT_EQ(placesOf(words), QStringList());
    EXPECT_FALSE(placesOf({"KEPT Charles"}).isEmpty());
    EXPECT_EQ(countOf("select count(*) from identity.audit_details where details like '%KEPT%'"), 1);
    EXPECT_EQ(accountRows(), 0);
    EXPECT_TRUE(auditVerifies(pool));
    EXPECT_EQ(countOf("select count(*) from identity.audit_entry where action = 'person.erase' and "
                      "document::jsonb #>> '{document,reason}' = 'requested' and "
                      "(select count(*) from jsonb_object_keys(document::jsonb #> '{document,entries}')) = 2"),
              1)
        << "it names the entries of before that lost words";
}

/// Whoever lost a field to her keeps what was lost, and to whom of the ids; also where all is decided.
TEST_F(PersonErasureTest, ConflictsThatOthersLostToHerNameNobody)
{
    bea.role = Role::Manager;
    ASSERT_EQ(pushOne(first, create(first)).outcome, Outcome::Applied);
    Till hers = enrolTill(bea);
    const auto product = newId<ProductId>();
    ASSERT_EQ(pushOne(first, createProduct(first, product, QStringLiteral("Guji"))).outcome, Outcome::Applied);
    const auto nameIt = [&](const Till &till, const QString &name) {
        return editProduct(till, product, QStringLiteral("name"), QStringLiteral("Guji"), name);
    };
    ASSERT_EQ(pushOne(hers, nameIt(hers, QStringLiteral("Theirs"))).outcome, Outcome::Applied);
    const Operation lost = nameIt(first, QStringLiteral("Mine"));
    const Envelope envelope = envelopeOf(first, lost);
    const auto answered = push(first, {envelope});
    ASSERT_TRUE(answered);
    const Acknowledgement before = answered->answer.acknowledgements.constFirst();
    ASSERT_EQ(before.outcome, Outcome::Conflict);
    ASSERT_EQ(before.conflicts.constFirst().theirs->personName, bea.name);
    const Operation decided = nameIt(second, QStringLiteral("Another"));
    ASSERT_EQ(pushOne(second, decided).outcome, Outcome::Conflict);
    const QString theirs = QStringLiteral("Theirs");
    const Resolution keep{Decision::Fields, {{QStringLiteral("name"), {Keep::Theirs, theirs, theirs}}}};
    ASSERT_EQ(pushOne(second, resolve(second, decided.id.value(), keep)).outcome, Outcome::Applied);
    ASSERT_EQ(pushOne(first, disable(first)).outcome, Outcome::Applied);
    const QByteArrayList words{"PLANT", "Brandt"};
    ASSERT_GE(placesOf(words).size(), 4) << "the search finds answers, cards, fields and the feed";
    // One that comes in the same breath, when the row that says who named it still has her name.
    const Envelope erasing = envelopeOf(second, erase(second));
    const Envelope late = envelopeOf(second, nameIt(second, QStringLiteral("Late")));
    const auto taken = push(second, {erasing, late});
    ASSERT_TRUE(taken);
    EXPECT_EQ(taken->answer.acknowledgements.at(0).outcome, Outcome::Applied);
    EXPECT_EQ(taken->answer.acknowledgements.at(1).outcome, Outcome::Conflict);
    EXPECT_EQ(placesOf(words), QStringList());
    EXPECT_TRUE(auditVerifies(pool));

    Acknowledgement now = before;
    now.conflicts.first().theirs->personName = QStringLiteral("Erased person");
    const auto replayed = push(first, {envelope});
    ASSERT_TRUE(replayed);
    EXPECT_EQ(replayed->answer.acknowledgements.constFirst(), now) << "all but the name is as it was";
    int told = 0;
    const QList<FeedRow> rows = pullAll(first);
    for (const FeedRow &row : rows) {
        if (row.entityType == entity::acknowledgement && row.entityId == lost.id.value()) {
            EXPECT_EQ(*acknowledgementFromJson(row.entity.json()), now) << "its device is told";
            ++told;
        }
        if (row.entityType != entity::attention || row.deleted)
            continue;
        const AttentionCard card = *codec::readAttentionCard(row.entity.json());
        EXPECT_EQ(card.fields.constFirst().conflict.theirs->person, bea.id);
        EXPECT_EQ(card.fields.constFirst().conflict.theirs->personName, QStringLiteral("Erased person"));
        ++told;
    }
    EXPECT_EQ(told, 4) << "one answer, and the cards of three conflicts, the decided one among them";
}

/// The clock of the device that erases her is ahead: what is left of her session goes by the platform's.
TEST_F(PersonErasureTest, HerSessionsEndByTheClockOfThePlatform)
{
    ASSERT_NO_FATAL_FAILURE(plant());
    Operation late = erase(second);
    late.occurredAt = clock.now().plusMs(10ll * 24 * 60 * 60 * 1000);
    ASSERT_EQ(pushOne(second, late).outcome, Outcome::Applied);
    const QByteArray now = "'" + clock.now().toString().toLatin1() + "'::timestamptz";
    EXPECT_EQ(countOf("select count(*) from identity.session where person = " + herId()), 1);
    EXPECT_EQ(countOf("select count(*) from identity.session where person = " + herId() + " and ends_at <= " + now +
                      " + interval '1 hour'"),
              1);
}

/// Whom she invited is invited still, by nobody who has a name.
TEST_F(PersonErasureTest, AnInvitationThatWaitsNamesHerNoMore)
{
    ASSERT_NO_FATAL_FAILURE(plant());
    const QByteArray his = '\'' + manager.id.toString().toLatin1() + '\'';
    pool.borrow()->runScript("insert into identity.owed_mail (person, kind, document, due_at, ends_at) values (" + his +
                             ", 'invitation', json_build_object('inviter', " + herId() + "::text), now(), now())");
    ASSERT_EQ(pushOne(second, erase(second)).outcome, Outcome::Applied);
    EXPECT_EQ(countOf("select count(*) from identity.owed_mail where person = " + his), 1);
    EXPECT_EQ(countOf("select count(*) from identity.owed_mail where document ->> 'inviter' is not null"), 0);
}

TEST_F(PersonErasureTest, DevicesAreToldTheMarkAndThatNothingIsOpen)
{
    ASSERT_NO_FATAL_FAILURE(plant());
    const Operation operation = erase(second);
    ASSERT_EQ(pushOne(second, operation).outcome, Outcome::Applied);
    const auto told = toldOf(first, bea.id.value());
    ASSERT_TRUE(told);
    EXPECT_FALSE(told->deleted) << "a mark outlives every tombstone";
    EXPECT_EQ(*codec::readPerson(told->entity.json()), erasedPerson(bea, operation.occurredAt));
    const QList<FeedRow> rows = pullAll(first);
    for (const FeedRow &row : rows) {
        const bool isTheirs = row.entityType == entity::attention && !row.deleted &&
                              (row.entityId == conflicting.id.value() || row.entityId == refused.id.value());
        EXPECT_TRUE(!isTheirs || !codec::readAttentionCard(row.entity.json())->isOpen());
    }
    const auto outcome = toldOf(second, waiting.id.value());
    ASSERT_TRUE(outcome) << "whoever waits is told";
    EXPECT_EQ(acknowledgementFromJson(outcome->entity.json())->outcome, Outcome::Applied);
}

TEST_F(PersonErasureTest, WhatComesLateIsTakenAndBringsNothingBack)
{
    ASSERT_NO_FATAL_FAILURE(plant());
    ASSERT_EQ(pushOne(second, erase(second)).outcome, Outcome::Applied);
    const Resolution mine{
        Decision::Fields,
        {{QStringLiteral("name"), {Keep::Mine, QStringLiteral("PLANT Third"), QStringLiteral("PLANT Beatrix")}}}};
    const QString badge = badgeHash(makeBadgeCode(randomness));
    for (const Operation &late :
         {rename(first, QStringLiteral("PLANT Third"), QStringLiteral("PLANT Late")), create(first),
          edit(first, QStringLiteral("active"), false, true), resolve(first, conflicting.id.value(), mine),
          operationOf(first, operation::personSetBadge, her(), body::toJson(body::PersonSetBadge{badge}))}) {
        const Envelope envelope = envelopeOf(first, late);
        const auto taken = push(first, {envelope});
        ASSERT_TRUE(taken);
        EXPECT_EQ(taken->answer.acknowledgements.first().outcome, Outcome::Applied) << qPrintable(late.type);
        const auto replayed = push(first, {envelope});
        ASSERT_TRUE(replayed) << "the same bytes get the same answer, though they are not kept";
        EXPECT_EQ(replayed->answer.acknowledgements, taken->answer.acknowledgements);
    }
    EXPECT_EQ(placesOf({"PLANT", badge.toLatin1()}), QStringList());
    EXPECT_TRUE(auditVerifies(pool));
    EXPECT_EQ(countOf("select count(*) from identity.audit_details where person = " + herId()), 0);
    EXPECT_TRUE(codec::readPerson(toldOf(second, bea.id.value())->entity.json())->isErased());
}

TEST_F(PersonErasureTest, InOneBatchWithWhatMadeThem)
{
    ASSERT_TRUE(push(
        first,
        {envelopeOf(first, create(first)), envelopeOf(first, rename(first, bea.name, QStringLiteral("PLANT Beate"))),
         envelopeOf(first, edit(first, QStringLiteral("email"), bea.email, QStringLiteral("plant.new@example.org"))),
         envelopeOf(first, disable(first)), envelopeOf(first, erase(first)),
         envelopeOf(first, rename(first, QStringLiteral("PLANT Beate"), QStringLiteral("PLANT again")))}));
    EXPECT_EQ(placesOf({"PLANT", "Brandt"}), QStringList());
    EXPECT_EQ(countOf("select count(*) from identity.audit_details where person = " + herId()), 0);
    EXPECT_TRUE(auditVerifies(pool));
}

/// It was refused as long as she might sign in; then somebody decided about its card to do it again.
TEST_F(PersonErasureTest, AnErasureThatIsDoneAgainErasesAsWell)
{
    ASSERT_NO_FATAL_FAILURE(plant());
    ASSERT_EQ(pushOne(first, edit(first, QStringLiteral("active"), false, true)).outcome, Outcome::Applied);
    const Operation early = erase(first);
    ASSERT_EQ(pushOne(first, early).outcome, Outcome::Refused);
    ASSERT_EQ(pushOne(first, disable(first)).outcome, Outcome::Applied);
    ASSERT_FALSE(placesOf({"PLANT", "Brandt"}).isEmpty());
    const Acknowledgement answer = pushOne(second, resolve(second, early.id.value(), {Decision::Retry, {}}));
    EXPECT_EQ(answer.outcome, Outcome::Applied) << (answer.problem ? qPrintable(answer.problem->message) : "");
    EXPECT_EQ(placesOf({"PLANT", "Brandt"}), QStringList());
    EXPECT_EQ(countOf("select count(*) from identity.audit_details where person = " + herId()), 0);
    EXPECT_TRUE(auditVerifies(pool));
    EXPECT_EQ(
        countOf("select count(*) from identity.audit_entry where action = 'person.erase' and subject_id = " + herId() +
                " and document::jsonb #>> '{document,outcome}' = 'applied' and "
                "document::jsonb #>> '{document,reason}' = 'requested'"),
        1);
}

TEST_F(PersonErasureTest, WhoMaySignInIsKeptAndTheAnswerNamesNobody)
{
    ASSERT_EQ(pushOne(first, create(first)).outcome, Outcome::Applied);
    const Acknowledgement answer = pushOne(first, erase(first));
    EXPECT_EQ(answer.outcome, Outcome::Refused);
    EXPECT_EQ(answer.problem->code, QStringLiteral("person.still_active"));
    EXPECT_FALSE(placesOf({"Brandt"}).isEmpty());
    const Person barista = addPerson(Role::Barista, QStringLiteral("b@example.org"));
    Till hers = enrolTill(barista);
    EXPECT_EQ(pushOne(hers, erase(hers)).problem->code, QStringLiteral("actor.lacks_permission"));
    ASSERT_EQ(pushOne(first, disable(first)).outcome, Outcome::Applied);
    ASSERT_EQ(pushOne(first, erase(first)).outcome, Outcome::Applied);
    EXPECT_EQ(placesOf({"PLANT", "Brandt"}), QStringList()) << "nor in the refused one";
    EXPECT_TRUE(auditVerifies(pool));
}

} // namespace crema::testing
