// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feed/entity_types.h"
#include "models/operations/bodies.h"
#include "models/operations/erased_operation.h"
#include "models/operations/operation_codec.h"
#include "models/operations/operation_types.h"
#include "models/operations/storage_failure.h"
#include "platform/database/transaction.h"
#include "platform/domain/audit_verbs.h"
#include "platform/domain/key_verbs.h"
#include "platform/identity/audit_sealing.h"
#include "platform/identity/audit_verifier.h"
#include "platform/sync/record_rows.h"
#include "tests/platform/domain/services_fixture.h"

namespace crema::testing {
namespace {

using platform::AuditFault;

TEST(AuditSealDocument, IsReadAsItIsWritten)
{
    const platform::AuditSeal seal{
        3, UtcTime(1'700'000'000'000), QByteArray(32, 'p'), {{QUuid(), 7, QByteArray(32, 'h')}}};
    const auto read = platform::readSealDocument(platform::sealDocument(seal));
    ASSERT_TRUE(read);
    EXPECT_EQ(*read, seal);
    EXPECT_FALSE(platform::readSealDocument("{}"));
    EXPECT_FALSE(platform::readSealDocument("{\"at\":1"));
}

/// Somebody who owns the database and goes past the platform. The first entry of the till's chain is its enrolment.
class AuditTrailTest : public ServicesTest
{
protected:
    AuditTrailTest() { background.stop(); }

    void makeEntries(int count)
    {
        for (int i = 0; i < count; ++i) {
            const Operation made = createProduct(till, newId<ProductId>(), QStringLiteral("Coffee %1").arg(i));
            EXPECT_EQ(pushOne(till, made).outcome, Outcome::Applied);
        }
    }

    QString seal()
    {
        const auto made = platform::sealAuditTrail(*pool.borrow(), clock.now(), randomness);
        return made ? platform::sealText(made->number, made->hash) : QString();
    }

    /// Statements that the triggers of the trail would refuse.
    void tamper(const QByteArray &statements)
    {
        pool.borrow()->runScript("set session_replication_role = replica; " + statements +
                                 "; set session_replication_role = origin");
    }

    int verify(const QStringList &arguments = {})
    {
        ::testing::internal::CaptureStderr();
        const int code = platform::verifyAuditTrail({url, {}, arguments},
                                                    {clock, randomness, log, metrics, checks, background, events});
        complaint = QString::fromStdString(::testing::internal::GetCapturedStderr());
        return code;
    }

    Operation createCustomer(const QString &name)
    {
        Customer customer;
        customer.id = newId<CustomerId>();
        customer.name = name;
        return operationOf(till, operation::customerCreate, {entity::customer.toString(), customer.id.value()},
                           body::toJson(customer));
    }

    Operation createPerson(const QString &name)
    {
        Person person;
        person.id = newId<PersonId>();
        person.name = name;
        person.role = Role::Barista;
        person.locations = {shop.id};
        return operationOf(till, operation::personCreate, {entity::person.toString(), person.id.value()},
                           body::toJson(person));
    }

    Operation disable(const Operation &made)
    {
        const Edit edit{{{QStringLiteral("active"), {true, false}}}, {}};
        return operationOf(till, operation::personEdit, made.subject, editToJson(edit));
    }

    Operation erase(const Operation &made)
    {
        return operationOf(till, operation::personErase, made.subject, body::toJson(body::CustomerErase{}));
    }

    /// These bytes stand where those of the operation stood.
    void keep(const Operation &operation, const QByteArray &bytes)
    {
        tamper("update sync.operation set payload = decode('" + bytes.toHex() +
               "', 'hex') where id = " + idOf(operation));
    }

    static QByteArray idOf(const Operation &operation) { return '\'' + operation.id.toString().toLatin1() + '\''; }
    QByteArray tillChain() const { return '\'' + till.device.toString().toLatin1() + '\''; }

    Till till = enrolTill();
    QString complaint;
};

/// Who stops the platform to cut off what it wrote last finds a seal behind it.
TEST_F(AuditTrailTest, IsSealedWhenThePlatformStops)
{
    makeEntries(3);
    services.stop();
    EXPECT_TRUE(seal().isEmpty()) << "nothing is left to seal";
    EXPECT_EQ(verify(), 0) << qPrintable(complaint);
    tamper("delete from identity.audit_entry where chain = " + tillChain() +
           " and number = (select max(number) from identity.audit_entry where chain = " + tillChain() + ")");
    EXPECT_NE(verify(), 0) << "the tail was sealed";
}

TEST_F(AuditTrailTest, IsWholeBeforeAndAfterASeal)
{
    makeEntries(3);
    EXPECT_EQ(verify(), 0);
    const QString noted = seal();
    EXPECT_FALSE(noted.isEmpty());
    EXPECT_TRUE(seal().isEmpty()) << "nothing came since";
    makeEntries(2);
    EXPECT_EQ(verify({QStringLiteral("--seal"), noted}), 0) << qPrintable(complaint);
    const QString second = seal();
    EXPECT_TRUE(second.startsWith(u"2:") || second.startsWith(u"3:")) << qPrintable(second);
    EXPECT_EQ(verify({QStringLiteral("--seal"), noted, QStringLiteral("--seal"), second}), 0) << qPrintable(complaint);
}

/// What a verb did has no device.
TEST_F(AuditTrailTest, HoldsTheChainOfThePlatformItself)
{
    ASSERT_EQ(platform::rotateTokenKeys({url, {}, {}}, {clock, randomness, log, metrics, checks, background, events}),
              0);
    EXPECT_EQ(verify(), 0) << qPrintable(complaint);
    const QString noted = seal();
    EXPECT_EQ(verify({QStringLiteral("--seal"), noted}), 0) << qPrintable(complaint);
    tamper("delete from identity.audit_entry where chain = '00000000-0000-0000-0000-000000000000'");
    EXPECT_EQ(verify(), 1);
    EXPECT_TRUE(complaint.contains(QStringLiteral("Chain platform was cut off"))) << qPrintable(complaint);
}

/// A platform of before named no request in its documents.
TEST_F(AuditTrailTest, EntriesWithoutARequestStayWhole)
{
    makeEntries(2);
    const QByteArray last = "chain = " + tillChain() + " and number = 3";
    ASSERT_EQ(pool.borrow()->run("identity/find_audit_end", {till.device}).number(0, 0), 3);
    tamper("update identity.audit_entry set document = replace(document, ',\"request_id\":null', '') where " + last +
           "; update identity.audit_entry set hash = sha256(previous_hash || convert_to(document, 'UTF8')) where " +
           last);
    EXPECT_EQ(verify(), 0) << qPrintable(complaint);
    tamper("update identity.audit_entry set document = replace(document, '\"subject_id\"', "
           "'\"request_id\":null,\"subject_id\"') where " +
           last);
    EXPECT_EQ(verify(), 1) << "the request is hashed with the rest";
}

TEST_F(AuditTrailTest, RefusesChangesThatDoNotGoPastItsTriggers)
{
    makeEntries(1);
    (void)seal();
    for (const char *statement : {"update identity.audit_entry set action = 'x'", "delete from identity.audit_entry",
                                  "truncate identity.audit_entry", "delete from identity.audit_seal"})
        EXPECT_THROW(pool.borrow()->runScript(statement), StorageFailure) << statement;
}

TEST_F(AuditTrailTest, FindsAnEditedEntry)
{
    makeEntries(4);
    tamper("update identity.audit_entry set document = replace(document, 'product.create', 'product.delete') "
           "where number = 2 and chain = " +
           tillChain());
    EXPECT_EQ(verify(), 1);
    EXPECT_TRUE(complaint.contains(QStringLiteral("Entry 2"))) << qPrintable(complaint);
}

TEST_F(AuditTrailTest, FindsAnOperationThatWasEdited)
{
    makeEntries(2);
    const Operation edited = createProduct(till, newId<ProductId>(), QStringLiteral("Guji"));
    ASSERT_EQ(pushOne(till, edited).outcome, Outcome::Applied);
    makeEntries(1);
    ASSERT_EQ(verify(), 0) << qPrintable(complaint);
    tamper("update sync.operation set payload = convert_to(replace(convert_from(payload, 'UTF8'), 'Guji', 'Java'), "
           "'UTF8') where id = " +
           idOf(edited));
    EXPECT_EQ(verify(), 1);
    EXPECT_TRUE(complaint.contains(edited.id.toString())) << qPrintable(complaint);
    EXPECT_TRUE(complaint.contains(QStringLiteral("entry 4"))) << qPrintable(complaint);
    tamper("update sync.operation set payload_hash = sha256(payload)");
    EXPECT_EQ(verify(), 1) << "the trail holds the hash, not what is kept beside the bytes";
    tamper("delete from sync.operation where id = " + idOf(edited));
    EXPECT_EQ(verify(), 1);
    EXPECT_TRUE(complaint.contains(QStringLiteral("is missing"))) << qPrintable(complaint);
}

/// ADR 041: their words are gone, and the hashes stay those of the bytes that came.
TEST_F(AuditTrailTest, PassesOverTheMarksOfACustomerWhoWasErased)
{
    const Operation made = createCustomer(QStringLiteral("Ada Lovelace"));
    const Operation erasure =
        operationOf(till, operation::customerErase, made.subject, body::toJson(body::CustomerErase{}));
    ASSERT_EQ(pushOne(till, made).outcome, Outcome::Applied);
    ASSERT_EQ(pushOne(till, erasure).outcome, Outcome::Applied);
    EXPECT_EQ(verify(), 0) << qPrintable(complaint);
}

TEST_F(AuditTrailTest, FindsAMarkOfWhatNobodyErased)
{
    const Operation product = createProduct(till, newId<ProductId>(), QStringLiteral("Guji"));
    const Operation customer = createCustomer(QStringLiteral("Ada Lovelace"));
    const Operation gone = createCustomer(QStringLiteral("Charles Babbage"));
    const Operation erasure =
        operationOf(till, operation::customerErase, gone.subject, body::toJson(body::CustomerErase{}));
    for (const Operation &operation : {product, customer, gone, erasure})
        ASSERT_EQ(pushOne(till, operation).outcome, Outcome::Applied);
    for (const Operation &hidden : {product, customer}) {
        const QByteArray bytes = canonicalBytes(hidden);
        keep(hidden, canonicalBytes(erasedMark(hidden)));
        EXPECT_EQ(verify(), 1) << qPrintable(hidden.type);
        EXPECT_TRUE(complaint.contains(hidden.id.toString())) << qPrintable(complaint);
        keep(hidden, bytes);
        EXPECT_EQ(verify(), 0) << qPrintable(complaint);
    }
    // The mark of one who was erased is of this very operation.
    Operation other = erasedMark(gone);
    other.actor = newId<PersonId>();
    keep(gone, canonicalBytes(other));
    EXPECT_EQ(verify(), 1) << "somebody else did it";
}

/// ADR 044: they stand beside the entry, and only an erasure may take them away.
TEST_F(AuditTrailTest, FindsWordsAboutAPersonThatNobodyErased)
{
    const Operation made = createPerson(QStringLiteral("Bea Brandt"));
    const Operation other = createPerson(QStringLiteral("Kim Long"));
    ASSERT_EQ(pushOne(till, made).outcome, Outcome::Applied);
    ASSERT_EQ(pushOne(till, other).outcome, Outcome::Applied);
    ASSERT_EQ(verify(), 0) << qPrintable(complaint);
    const QByteArray hers = " where person = '" + made.subject.id.toByteArray(QUuid::WithoutBraces) + '\'';
    for (const QByteArray &statement :
         {"update identity.audit_details set details = replace(details, 'Bea', 'Eve')" + hers,
          "update identity.audit_details set salt = sha256(salt)" + hers,
          "delete from identity.audit_details" + hers}) {
        tamper("create table kept as select * from identity.audit_details; " + statement);
        EXPECT_EQ(verify(), 1) << statement.constData();
        EXPECT_TRUE(complaint.contains(QStringLiteral("says about a person"))) << qPrintable(complaint);
        tamper("delete from identity.audit_details; insert into identity.audit_details select * from kept; "
               "drop table kept");
        ASSERT_EQ(verify(), 0) << qPrintable(complaint);
    }
    EXPECT_THROW(pool.borrow()->runScript("update identity.audit_details set details = '{}'"), StorageFailure);
    ASSERT_EQ(pushOne(till, disable(made)).outcome, Outcome::Applied);
    ASSERT_EQ(pushOne(till, erase(made)).outcome, Outcome::Applied);
    EXPECT_EQ(countOf("select count(*) from identity.audit_details" + hers), 0);
    EXPECT_EQ(verify(), 0) << qPrintable(complaint);
}

/// Entries of before hold the words themselves: they may be taken out once, and an erasure has to say so.
TEST_F(AuditTrailTest, AnEntryLosesWordsOnlyByAnErasureThatNamesIt)
{
    const Operation made = createPerson(QStringLiteral("Bea Brandt"));
    ASSERT_EQ(pushOne(till, made).outcome, Outcome::Applied);
    {
        const auto connection = pool.borrow();
        platform::Transaction transaction(*connection);
        const QJsonObject changes{{QStringLiteral("name"), QStringLiteral("Bea Brandt")}};
        platform::writeAudit(transaction, {{till.device.value(),
                                            clock.now(),
                                            till.person,
                                            QStringLiteral("person.edit"),
                                            made.subject,
                                            std::nullopt,
                                            {{QStringLiteral("changes"), changes}}}});
        transaction.commit();
    }
    makeEntries(1);
    ASSERT_EQ(verify(), 0) << qPrintable(complaint);
    const QByteArray withoutWords = "update identity.audit_entry set document = "
                                    "(document::jsonb #- '{document,changes}' || '{\"erased\": true}')::text "
                                    "where number = 3 and chain = " +
                                    tillChain();
    EXPECT_THROW(pool.borrow()->runScript(QByteArray(withoutWords).replace("#- '{document,changes}'", "- 'actor'")),
                 StorageFailure)
        << "nothing else may go";
    EXPECT_THROW(pool.borrow()->runScript(QByteArray(withoutWords).replace(" where", ", hash = sha256(hash) where")),
                 StorageFailure);
    pool.borrow()->runScript("create table kept as select * from identity.audit_entry");
    pool.borrow()->runScript(withoutWords);
    EXPECT_EQ(verify(), 1) << "nobody erased her";
    EXPECT_TRUE(complaint.contains(QStringLiteral("Entry 3"))) << qPrintable(complaint);
    EXPECT_THROW(pool.borrow()->runScript(withoutWords), StorageFailure) << "once";
    tamper("delete from identity.audit_entry; insert into identity.audit_entry select * from kept; drop table kept");
    ASSERT_EQ(verify(), 0) << qPrintable(complaint);

    ASSERT_EQ(pushOne(till, disable(made)).outcome, Outcome::Applied);
    ASSERT_EQ(pushOne(till, erase(made)).outcome, Outcome::Applied);
    EXPECT_EQ(countOf("select count(*) from identity.audit_entry where document like '%Bea Brandt%'"), 0);
    EXPECT_EQ(verify(), 0) << qPrintable(complaint);
    tamper("update identity.audit_entry set document = replace(document, '\"erased\":true', "
           "'\"erased\":true,\"more\":1') where number = 3 and chain = " +
           tillChain());
    EXPECT_EQ(verify(), 1) << "the erasure holds the hash of what is left";
    EXPECT_TRUE(complaint.contains(QStringLiteral("Entry 3"))) << qPrintable(complaint);
}

TEST_F(AuditTrailTest, FindsAColumnThatSaysSomethingElse)
{
    makeEntries(4);
    tamper("update identity.audit_entry set actor = gen_random_uuid() where number = 3 and chain = " + tillChain());
    EXPECT_EQ(verify(), 1);
    EXPECT_TRUE(complaint.contains(QStringLiteral("entry 3"))) << qPrintable(complaint);
}

TEST_F(AuditTrailTest, FindsADeletedEntryAndOneThatMovedUp)
{
    makeEntries(4);
    tamper("delete from identity.audit_entry where number = 2 and chain = " + tillChain());
    EXPECT_EQ(verify(), 1);
    EXPECT_TRUE(complaint.contains(QStringLiteral("Entry 2"))) << qPrintable(complaint);
    tamper("update identity.audit_entry set number = number - 1 where number > 2 and chain = " + tillChain());
    EXPECT_EQ(verify(), 1);
    EXPECT_TRUE(complaint.contains(QStringLiteral("Entry 2"))) << qPrintable(complaint);
}

TEST_F(AuditTrailTest, FindsAnInsertedEntry)
{
    makeEntries(2);
    tamper("insert into identity.audit_entry (chain, number, at, action, subject_type, document, previous_hash, hash) "
           "select chain, 4, at, action, subject_type, document, hash, previous_hash from identity.audit_entry "
           "where number = 2 and chain = " +
           tillChain());
    EXPECT_EQ(verify(), 1);
    EXPECT_TRUE(complaint.contains(QStringLiteral("Entry 4"))) << qPrintable(complaint);
}

TEST_F(AuditTrailTest, FindsSwappedEntries)
{
    makeEntries(4);
    tamper("update identity.audit_entry set number = case number when 2 then -3 else -2 end "
           "where number in (2, 3) and chain = " +
           tillChain() + "; update identity.audit_entry set number = -number where number < 0");
    EXPECT_EQ(verify(), 1);
    EXPECT_TRUE(complaint.contains(QStringLiteral("Entry 2"))) << qPrintable(complaint);
}

TEST_F(AuditTrailTest, FindsATailThatWasCutOffBehindASeal)
{
    makeEntries(4);
    const QString noted = seal();
    tamper("delete from identity.audit_entry where number > 2 and chain = " + tillChain());
    EXPECT_EQ(verify(), 1);
    EXPECT_TRUE(complaint.contains(QStringLiteral("entry 5"))) << qPrintable(complaint);
    // With the seal gone as well, only a note of it can tell.
    tamper("delete from identity.audit_seal; delete from identity.sealed_chain");
    EXPECT_EQ(verify(), 0);
    EXPECT_EQ(verify({QStringLiteral("--seal"), noted}), 1);
    EXPECT_TRUE(complaint.contains(QStringLiteral("Seal ") + noted.section(u':', 0, 0))) << qPrintable(complaint);
    // Also when the platform has sealed what is left.
    (void)seal();
    EXPECT_EQ(verify({QStringLiteral("--seal"), noted}), 1);
}

/// The log and the metric tell how many there were; both are out of reach of whoever owns the database.
TEST_F(AuditTrailTest, FindsThatThereAreFewerThanThereWere)
{
    makeEntries(4);
    (void)seal();
    const QString before = QString::number(platform::countAuditEntries(*pool.borrow()));
    EXPECT_EQ(before.toInt(), countOf("select count(*) from identity.audit_entry"));
    EXPECT_EQ(verify({QStringLiteral("--expect-at-least"), before}), 0) << qPrintable(complaint);
    makeEntries(1);
    EXPECT_EQ(verify({QStringLiteral("--expect-at-least"), before}), 0) << "there may be more";
    tamper("delete from identity.audit_seal; delete from identity.sealed_chain; "
           "delete from identity.audit_entry where number > 2 and chain = " +
           tillChain());
    EXPECT_EQ(verify(), 0) << "what is left is whole";
    EXPECT_EQ(verify({QStringLiteral("--expect-at-least"), before}), 1);
    EXPECT_TRUE(complaint.contains(QStringLiteral("at least ") + before)) << qPrintable(complaint);
    for (const char *odd : {"0", "-1", "many", ""})
        EXPECT_EQ(verify({QStringLiteral("--expect-at-least"), QString::fromLatin1(odd)}), 2) << odd;
}

TEST_F(AuditTrailTest, TheMetricTellsHowManyEntriesThereAre)
{
    makeEntries(2);
    platform::WorkerPool own{"audit", 1, 4};
    platform::Metrics told;
    platform::AuditSealing sealing({clock, randomness, log, told, checks, own, events}, pool);
    own.stop();
    const QByteArray entries = QByteArray::number(countOf("select count(*) from identity.audit_entry"));
    EXPECT_TRUE(told.text().contains("crema_audit_entries " + entries + '\n')) << told.text().constData();
    sealing.stop();
}

TEST_F(AuditTrailTest, FindsAPastThatWasWrittenAnew)
{
    makeEntries(2);
    (void)seal();
    tamper("delete from identity.audit_entry where chain = " + tillChain());
    makeEntries(3);
    EXPECT_EQ(verify(), 1);
    EXPECT_TRUE(complaint.contains(QStringLiteral("was written anew"))) << qPrintable(complaint);
}

TEST_F(AuditTrailTest, FindsASealThatSomebodyElseSigned)
{
    makeEntries(2);
    (void)seal();
    tamper("update identity.audit_seal set signature = decode(repeat('ab', 64), 'hex')");
    EXPECT_EQ(verify(), 1);
    EXPECT_TRUE(complaint.contains(QStringLiteral("Seal 1"))) << qPrintable(complaint);
}

TEST_F(AuditTrailTest, ASealIsNotedAsTheLogWritesIt)
{
    for (const char *odd : {"1", "x:AAAA", "0:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "1:short", ":", ""})
        EXPECT_EQ(verify({QStringLiteral("--seal"), QString::fromLatin1(odd)}), 2) << odd;
}

} // namespace
} // namespace crema::testing
