// SPDX-License-Identifier: GPL-3.0-or-later
// The audit trail as people read it: asked through its route, of a real database.
#include "models/auditing/audit_record.h"
#include "models/feed/entity_types.h"
#include "models/operations/bodies.h"
#include "models/operations/envelope.h"
#include "models/operations/operation_types.h"
#include "models/security/secret_hash.h"
#include "platform/company/reference_writer.h"
#include "platform/domain/key_verbs.h"
#include "tests/platform/domain/services_fixture.h"

#include <QJsonDocument>

#include <set>

namespace crema::testing {
namespace {

using namespace Qt::StringLiterals;

class AuditRecordsTest : public ServicesTest
{
protected:
    AuditRecordsTest() { background.stop(); }

    /// An access token that names this person.
    QByteArray tokenOf(const Person &person)
    {
        const http::Response response = enrol(newApplicant(), newCode(person.email));
        EXPECT_EQ(response.status, 200) << response.body.constData();
        return json(response).value(u"access_token"_s).toString().toLatin1();
    }

    /// One of a session: the person signed in by password.
    QByteArray sessionOf(const Person &person)
    {
        givePassword(person, u"wet paper crane"_s);
        const http::Response response =
            post("/api/v1/auth/login", {{u"email"_s, person.email}, {u"password"_s, u"wet paper crane"_s}},
                 tokenOf(manager));
        EXPECT_EQ(response.status, 200) << response.body.constData();
        return json(response).value(u"access_token"_s).toString().toLatin1();
    }

    http::Response ask(const QByteArray &token, const AuditFilter &filter = {})
    {
        return get("/api/v1/audit?" + codec::toQuery(filter).toString(QUrl::FullyEncoded).toLatin1(), token);
    }

    AuditPage page(const QByteArray &token, const AuditFilter &filter = {})
    {
        const http::Response response = ask(token, filter);
        EXPECT_EQ(response.status, 200) << response.body.constData();
        const Result<AuditPage> read = codec::readAuditPage(json(response));
        EXPECT_TRUE(read) << response.body.constData();
        return read.value_or(AuditPage());
    }

    QList<AuditRecord> records(const AuditFilter &filter = {}) { return page(managerToken, filter).records; }

    QStringList actions(const AuditFilter &filter = {})
    {
        QStringList actions;
        const QList<AuditRecord> all = records(filter);
        for (const AuditRecord &record : all)
            actions.append(record.action);
        return actions;
    }

    void makeProducts(Till &by, int count)
    {
        for (int i = 0; i < count; ++i)
            EXPECT_EQ(pushOne(by, createProduct(by, newId<ProductId>(), u"Coffee"_s)).outcome, Outcome::Applied);
    }

    /// Somebody who works everywhere.
    Person admin()
    {
        Person person = addPerson(Role::Admin, u"ada@example.org"_s);
        person.locations.clear();
        givePasswordHash(person, hashSecret(u"wet paper crane"_s, randomness));
        return person;
    }

    /// The device is of another place from now on.
    void moveAway(const Till &device)
    {
        Location garden = shop;
        garden.id = newId<LocationId>();
        garden.code = u"GARDEN"_s;
        garden.name = u"Garden Square"_s;
        const auto connection = pool.borrow();
        platform::Transaction transaction(*connection);
        platform::ReferenceWriter writer(transaction);
        writer.save(garden);
        writer.finish();
        transaction.commit();
        connection->runScript("update devices.device set location = '" + garden.id.toString().toLatin1() +
                              "' where id = '" + device.device.toString().toLatin1() + '\'');
    }

    Till till = enrolTill();
    QByteArray managerToken = tokenOf(manager);
};

/// Entries of one moment are in the order of chain and number, so that a page never tells one twice or none.
TEST_F(AuditRecordsTest, PagesGoThroughSeveralChainsOfTheSameMoment)
{
    Till second = enrolTill();
    for (int i = 0; i < 4; ++i) {
        makeProducts(till, 1);
        makeProducts(second, 1);
    }
    clock.advance(1);
    makeProducts(second, 2);
    const QList<AuditRecord> whole = records();
    EXPECT_GE(whole.size(), 10);
    EXPECT_EQ(whole.first().at, clock.now());
    for (qsizetype i = 1; i < whole.size(); ++i)
        EXPECT_GE(whole.at(i - 1).at, whole.at(i).at);
    for (const int size : {1, 3, static_cast<int>(whole.size())}) {
        QList<AuditRecord> paged;
        AuditFilter filter;
        filter.limit = size;
        do {
            const AuditPage one = page(managerToken, filter);
            EXPECT_LE(one.records.size(), size);
            ASSERT_FALSE(one.records.isEmpty()) << "an end is said with the page before it";
            paged += one.records;
            filter.before = one.next;
        } while (filter.before);
        EXPECT_EQ(paged, whole) << "in pages of " << size;
    }
}

TEST_F(AuditRecordsTest, FiltersSayWhichEntries)
{
    const Person barista = addPerson(Role::Barista, u"bea@example.org"_s);
    Till counter = enrolTill(barista);
    clock.advance(1'000);
    const UtcTime opened = clock.now();
    const ShiftId shift = newId<ShiftId>();
    EXPECT_EQ(pushOne(counter, openShift(counter, shift)).outcome, Outcome::Applied);
    clock.advance(1'000);
    makeProducts(till, 2);

    AuditFilter byPerson;
    byPerson.actor = barista.id;
    EXPECT_EQ(actions(byPerson), (QStringList{u"shift.open"_s, u"device.enroll"_s}));
    AuditFilter byDevice;
    byDevice.device = till.device;
    EXPECT_EQ(actions(byDevice), (QStringList{u"product.create"_s, u"product.create"_s, u"device.enroll"_s}));
    AuditFilter bySubject;
    bySubject.subject = shift.value();
    EXPECT_EQ(actions(bySubject), QStringList{u"shift.open"_s});
    AuditFilter byAction;
    byAction.action = u"product.create"_s;
    EXPECT_EQ(actions(byAction).size(), 2);
    byAction.action = u"product."_s;
    EXPECT_EQ(actions(byAction).size(), 2);
    byAction.action = u"product"_s;
    EXPECT_TRUE(actions(byAction).isEmpty()) << "the beginning of a kind only with its point";
    byAction.action = u"%."_s;
    EXPECT_TRUE(actions(byAction).isEmpty()) << "no pattern";
    AuditFilter byTime;
    byTime.from = opened;
    byTime.until = clock.now();
    EXPECT_EQ(actions(byTime), QStringList{u"shift.open"_s}) << "from then on, and before";
}

TEST_F(AuditRecordsTest, TellsWithTheNamesOfToday)
{
    const QList<AuditRecord> enrolled = [this] {
        AuditFilter filter;
        filter.device = till.device;
        return records(filter);
    }();
    ASSERT_EQ(enrolled.size(), 1);
    EXPECT_EQ(enrolled.first().actor, manager.id);
    EXPECT_EQ(enrolled.first().actorName, manager.name);
    EXPECT_EQ(enrolled.first().deviceName, u"Till");
    EXPECT_EQ(enrolled.first().chain, till.device.value());
    EXPECT_EQ(enrolled.first().number, 1);
    Person renamed = manager;
    renamed.name = u"Mina"_s;
    givePasswordHash(renamed, hashSecret(u"wet paper crane"_s, randomness));
    EXPECT_EQ(records().last().actorName, u"Mina");
}

/// The log has the same id, so that an entry and what was written about its call are found by each other.
TEST_F(AuditRecordsTest, AnEntryNamesTheRequestThatCausedIt)
{
    const auto newest = [this](const QString &action) {
        AuditFilter filter;
        filter.action = action;
        return records(filter).value(0);
    };
    clock.advance(1);
    const Applicant applicant = newApplicant();
    const QByteArray token = json(enrol(applicant, newCode())).value(u"access_token"_s).toString().toLatin1();
    const QUuid enrolled = requestId;
    EXPECT_EQ(newest(u"device.enroll"_s).requestId, enrolled);
    clock.advance(1);
    Till own = till;
    own.device = applicant.device;
    own.sequence = 0;
    const Operation made = createProduct(own, newId<ProductId>(), u"Coffee"_s);
    const QJsonObject batch = QJsonDocument::fromJson(writePushRequest({{envelopeOf(own, made)}})).object();
    ASSERT_EQ(post("/api/v1/sync/operations", batch, token).status, 200);
    const QUuid pushed = requestId;
    EXPECT_EQ(newest(u"product.create"_s).requestId, pushed);
    (void)sessionOf(manager);
    const QUuid signedIn = requestId;
    EXPECT_EQ(newest(u"person.sign_in"_s).requestId, signedIn);
}

TEST_F(AuditRecordsTest, WhoApprovedItIsNamedAndFound)
{
    const Person barista = addPerson(Role::Barista, u"bea@example.org"_s);
    Till counter = enrolTill(barista);
    Operation operation = createProduct(counter, newId<ProductId>(), u"Coffee"_s);
    operation.approvedBy = manager.id;
    ASSERT_EQ(pushOne(counter, operation).outcome, Outcome::Applied);
    AuditFilter filter;
    filter.actor = manager.id;
    filter.device = counter.device;
    const QList<AuditRecord> found = records(filter);
    ASSERT_EQ(found.size(), 1);
    EXPECT_EQ(found.first().actorName, barista.name);
    EXPECT_EQ(found.first().approverName, manager.name);
    EXPECT_EQ(found.first().outcome, u"applied");
}

TEST_F(AuditRecordsTest, ARefusalIsToldAsOne)
{
    const Person barista = addPerson(Role::Barista, u"bea@example.org"_s);
    Till counter = enrolTill(barista);
    clock.advance(1);
    ASSERT_EQ(pushOne(counter, createProduct(counter, newId<ProductId>(), u"Coffee"_s)).outcome, Outcome::Refused);
    EXPECT_EQ(records().first().outcome, u"refused");
}

TEST_F(AuditRecordsTest, ChangesOfProductsComeFromTheOperation)
{
    const auto product = newId<ProductId>();
    ASSERT_EQ(pushOne(till, createProduct(till, product, u"Coffee"_s)).outcome, Outcome::Applied);
    clock.advance(1);
    ASSERT_EQ(pushOne(till, editProduct(till, product, u"name"_s, u"Coffee"_s, u"Guji"_s)).outcome, Outcome::Applied);
    const AuditRecord edited = records().first();
    EXPECT_EQ(edited.action, u"product.edit");
    EXPECT_EQ(edited.changes, (QList<AuditChange>{{u"name"_s, u"Coffee"_s, u"Guji"_s}}));
}

TEST_F(AuditRecordsTest, WhatWasMadeIsToldWithItsValues)
{
    const auto product = newId<ProductId>();
    const auto variant = newId<VariantId>();
    ASSERT_EQ(pushOne(till, createProduct(till, product, u"Coffee"_s)).outcome, Outcome::Applied);
    const auto newest = [this](const QString &action) {
        AuditFilter filter;
        filter.action = action;
        return records(filter).value(0).changes;
    };
    const QJsonValue before(QJsonValue::Null);
    const QList<AuditChange> made = newest(u"product.create"_s);
    EXPECT_TRUE(made.contains(AuditChange{u"name"_s, before, u"Coffee"_s}));
    EXPECT_FALSE(std::ranges::any_of(made, [](const AuditChange &change) { return change.field == u"archived"_s; }))
        << "what is nothing was not set";
    ASSERT_EQ(pushOne(till, createVariant(till, variant, product, u"CR-250"_s, {u"4006381333931"_s})).outcome,
              Outcome::Applied);
    const QList<AuditChange> priced = newest(u"variant.create"_s);
    EXPECT_TRUE(priced.contains(AuditChange{u"sku"_s, before, u"CR-250"_s}));
    EXPECT_TRUE(priced.contains(AuditChange{u"barcodes"_s, before, QJsonArray{u"4006381333931"_s}}));
    Edit edit;
    edit.sets.insert(u"barcodes"_s, {{u"20123451"_s}, {u"4006381333931"_s}});
    const SubjectRef subject{entity::variant.toString(), variant.value()};
    ASSERT_EQ(pushOne(till, operationOf(till, operation::variantEdit, subject, editToJson(edit))).outcome,
              Outcome::Applied);
    EXPECT_EQ(newest(u"variant.edit"_s),
              (QList<AuditChange>{{u"barcodes"_s, QJsonArray{u"4006381333931"_s}, QJsonArray{u"20123451"_s}}}));
}

/// ADR 041: the trail had their words by the operation only.
TEST_F(AuditRecordsTest, OfACustomerWhoWasErasedNoValueIsTold)
{
    Customer customer;
    customer.id = newId<CustomerId>();
    customer.name = u"Ada Lovelace"_s;
    const SubjectRef ada{entity::customer.toString(), customer.id.value()};
    ASSERT_EQ(pushOne(till, operationOf(till, operation::customerCreate, ada, body::toJson(customer))).outcome,
              Outcome::Applied);
    AuditFilter filter;
    filter.action = u"customer.create"_s;
    EXPECT_TRUE(records(filter).value(0).changes.contains(
        AuditChange{u"name"_s, QJsonValue(QJsonValue::Null), u"Ada Lovelace"_s}));
    ASSERT_EQ(
        pushOne(till, operationOf(till, operation::customerErase, ada, body::toJson(body::CustomerErase{}))).outcome,
        Outcome::Applied);
    EXPECT_TRUE(records(filter).value(0).changes.isEmpty());
}

TEST_F(AuditRecordsTest, ChangesOfPeopleComeFromTheEntryAndAPinIsNeverTold)
{
    const Person barista = addPerson(Role::Barista, u"bea@example.org"_s);
    const SubjectRef bea{entity::person.toString(), barista.id.value()};
    Person after = barista;
    after.role = Role::Warehouse;
    const Edit edit = body::personEdit(barista, after);
    clock.advance(1);
    ASSERT_EQ(pushOne(till, operationOf(till, operation::personEdit, bea, editToJson(edit))).outcome, Outcome::Applied);
    const AuditRecord edited = records().first();
    EXPECT_EQ(edited.subjectName, barista.name);
    EXPECT_TRUE(edited.changes.contains(AuditChange{u"role"_s, u"barista"_s, u"warehouse"_s}));
    EXPECT_TRUE(std::ranges::any_of(edited.changes, [](const AuditChange &change) {
        return change.field == u"permissions"_s;
    })) << "what the platform made of it, which the operation does not say";

    clock.advance(1);
    const QString hash = hashSecret(u"2580"_s, randomness);
    const Operation pin = operationOf(till, operation::personSetPin, bea, body::toJson(body::PersonSetPin{hash}));
    ASSERT_EQ(pushOne(till, pin).outcome, Outcome::Applied);
    const http::Response response = ask(managerToken);
    EXPECT_FALSE(response.body.contains("argon2")) << response.body.constData();
    const AuditRecord set = records().first();
    EXPECT_EQ(set.action, u"person.set_pin");
    EXPECT_EQ(set.changes, (QList<AuditChange>{{u"pin"_s, QJsonValue(QJsonValue::Undefined), u"set"_s}}));
}

TEST_F(AuditRecordsTest, AManagerOfOnePlaceIsNotToldOfOthersNorOfThePlatformItself)
{
    Till away = enrolTill();
    moveAway(away);
    ASSERT_EQ(platform::rotateTokenKeys({url, {}, {}}, {clock, randomness, log, metrics, checks, background, events}),
              0);
    const QByteArray adminToken = sessionOf(admin());
    const auto tells = [this](const QByteArray &token, const QUuid &chain) {
        const QList<AuditRecord> all = page(token).records;
        return std::ranges::any_of(all, [&](const AuditRecord &record) { return record.chain == chain; });
    };
    EXPECT_TRUE(tells(managerToken, till.device.value()));
    EXPECT_FALSE(tells(managerToken, away.device.value()));
    EXPECT_FALSE(tells(managerToken, QUuid()));
    for (const QUuid &chain : {till.device.value(), away.device.value(), QUuid()})
        EXPECT_TRUE(tells(adminToken, chain)) << qPrintable(chain.toString());
    AuditFilter asked;
    asked.device = away.device;
    EXPECT_TRUE(records(asked).isEmpty()) << "asked for by name";
    const QList<AuditRecord> all = page(adminToken).records;
    const auto rotated = std::ranges::find(all, u"token_key.rotate"_s, &AuditRecord::action);
    ASSERT_NE(rotated, all.end());
    EXPECT_TRUE(rotated->chain.isNull());
    EXPECT_FALSE(rotated->actor);
    EXPECT_TRUE(rotated->deviceName.isEmpty());
}

/// A device in wrong hands names whom it likes: it is told of its own place, whoever that is.
TEST_F(AuditRecordsTest, ADeviceThatNamesAnAdministratorIsToldOfItsOwnPlaceOnly)
{
    Till away = enrolTill();
    moveAway(away);
    const Person ada = admin();
    const auto chains = [&](const QByteArray &token, const Person &person) {
        const http::Response response = get("/api/v1/audit?person=" + person.id.toString().toLatin1(), token);
        EXPECT_EQ(response.status, 200) << response.body.constData();
        const AuditPage told = codec::readAuditPage(json(response)).value_or(AuditPage());
        std::set<QUuid> found;
        for (const AuditRecord &record : told.records)
            found.insert(record.chain);
        return std::pair(found.contains(away.device.value()), told.isOfDevice);
    };
    EXPECT_EQ(chains(managerToken, ada), std::pair(false, true));
    EXPECT_EQ(chains(managerToken, manager), std::pair(false, manager.locations != QList{shop.id}));
    EXPECT_EQ(chains(sessionOf(ada), ada), std::pair(true, false));
    givePassword(manager, u"wet paper crane"_s);
    EXPECT_EQ(chains(sessionOf(manager), ada), std::pair(false, true)) << "somebody else's session";
    Person elsewhere = ada;
    elsewhere.locations = {newId<LocationId>()};
    givePasswordHash(elsewhere, hashSecret(u"wet paper crane"_s, randomness));
    EXPECT_EQ(get("/api/v1/audit?person=" + ada.id.toString().toLatin1(), managerToken).status, 403);
}

TEST_F(AuditRecordsTest, OnlyWhoManagesPeopleIsAnswered)
{
    const Person barista = addPerson(Role::Barista, u"bea@example.org"_s);
    const http::Response refused = ask(tokenOf(barista));
    EXPECT_EQ(refused.status, 403);
    EXPECT_EQ(code(refused), u"audit.not_allowed");
    EXPECT_EQ(ask({}).status, 401) << "no device";
    Person left = manager;
    left.active = false;
    givePasswordHash(left, hashSecret(u"wet paper crane"_s, randomness));
    EXPECT_NE(ask(managerToken).status, 200) << "somebody who may not sign in any more";
}

TEST_F(AuditRecordsTest, AQueryThatDoesNotReadIsRefused)
{
    const http::Response refused = get("/api/v1/audit?limit=many&actor=ada", managerToken);
    EXPECT_EQ(refused.status, 400);
    EXPECT_EQ(code(refused), u"request.malformed");
    EXPECT_EQ(json(refused).value(u"fields"_s).toArray().size(), 2);
}

} // namespace
} // namespace crema::testing
