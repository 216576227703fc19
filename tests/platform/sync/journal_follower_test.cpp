// SPDX-License-Identifier: GPL-3.0-or-later
// How the platform follows the auditor's journal of a register (sync.md rule 34). The storage is the one in memory,
// which storage_conformance_test holds against PostgreSQL.
#include "platform/sync/journal_follower.h"

#include "models/auditing/chain_state.h"
#include "models/operations/operation_codec.h"
#include "models/operations/operation_types.h"
#include "tests/simulation/platform/memory_database.h"
#include "tests/testing/fixed_clock.h"
#include "tests/testing/seeded_randomness.h"

#include "models/base/uuid7.h"

#include <gtest/gtest.h>

namespace crema::platform {
namespace {

using auditing::ChainBegin;
using auditing::ChainHead;
using auditing::ChainRequest;
using auditing::SentEntry;

class JournalFollowerTest : public ::testing::Test
{
protected:
    JournalFollowerTest() { database.devices.insert(device, {key.publicKey(), newId<LocationId>(), reg, false}); }

    template<class AnyId>
    AnyId newId()
    {
        return makeId<AnyId>(clock.now(), randomness);
    }

    /// Begins a chain and adds so many documents, which the platform has as operations.
    void grow(int documents)
    {
        if (bytes.isEmpty()) {
            ChainBegin begin;
            begin.chain = chain;
            begin.reason = reason;
            begin.device = device;
            begin.registerId = reg;
            begin.publicKey = key.publicKey();
            begin.at = clock.now();
            begin.previous = previous;
            add(auditing::canonicalBytes(begin), {});
        }
        for (int i = 0; i < documents; ++i) {
            Operation operation;
            operation.id = newId<OperationId>();
            operation.type = operation::shiftOpen.toString();
            operation.subject = {QStringLiteral("shift"), newId<ShiftId>().value()};
            operation.registerId = reg;
            operation.occurredAt = clock.now();
            operation.clock.boot = clock.bootId();
            const QByteArray document = canonicalBytes(operation);
            StoredOperation stored;
            stored.id = operation.id;
            stored.device = device;
            stored.payload = document;
            database.state.operations.insert(operation.id, {stored, 1});
            add(document, operation.id);
        }
    }

    void add(const QByteArray &document, OperationId operation)
    {
        const QByteArray before = heads.isEmpty() ? auditing::chainStart() : heads.last().hash;
        heads.append({chain, heads.size() + 1, auditing::chainHash(before, document)});
        bytes.append(document);
        operations.append(operation);
    }

    /// The entries after this one, as the register sends them.
    [[nodiscard]] ChainRequest requestAfter(std::int64_t number) const
    {
        ChainRequest request;
        request.after = number == 0 ? ChainHead{chain, 0, auditing::chainStart()} : heads[number - 1];
        request.last = heads.size();
        for (qsizetype i = number; i < heads.size(); ++i) {
            SentEntry entry;
            if (operations[i].isNull())
                entry.document = bytes[i];
            else
                entry.document = operations[i];
            entry.signature = key.sign(auditing::entryMessage(heads[i]));
            request.entries.append(entry);
        }
        return request;
    }

    JournalAnswer take(const ChainRequest &request)
    {
        return JournalFollower(database, platformKey).take(request, device, clock.now());
    }

    [[nodiscard]] QString problemOf(const JournalAnswer &answer) const
    {
        return answer.signature ? QString() : answer.signature.error().code;
    }

    crema::testing::FixedClock clock;
    crema::testing::SeededRandomness randomness{7};
    simulation::MemoryDatabase database;
    SigningKey key = SigningKey::generate(randomness);
    SigningKey platformKey = SigningKey::generate(randomness);
    DeviceId device = newId<DeviceId>();
    RegisterId reg = newId<RegisterId>();
    QUuid chain = newId<OperationId>().value();
    ChainBegin::Reason reason = ChainBegin::Reason::First;
    std::optional<ChainHead> previous;
    QList<ChainHead> heads;
    QByteArrayList bytes;
    QList<OperationId> operations;
};

TEST_F(JournalFollowerTest, CountersignsWhatExtendsTheLastHead)
{
    grow(2);
    const JournalAnswer first = take(requestAfter(0));
    ASSERT_TRUE(first.signature) << qPrintable(problemOf(first));
    EXPECT_EQ(first.signature->head, heads.last());
    EXPECT_TRUE(auditing::isGenuine(*first.signature));
    EXPECT_FALSE(first.alarm);
    grow(3);
    const JournalAnswer second = take(requestAfter(3));
    ASSERT_TRUE(second.signature);
    EXPECT_EQ(second.signature->head.number, 6);
    // A lost answer: the same again, from before what was signed.
    const JournalAnswer again = take(requestAfter(3));
    ASSERT_TRUE(again.signature);
    EXPECT_EQ(again.signature->head, second.signature->head);
    EXPECT_TRUE(database.state.chains.isEmpty()); // no alarm in the audit trail
}

TEST_F(JournalFollowerTest, NamesTheEntryItExpectsAfterAGap)
{
    grow(5);
    const JournalAnswer answer = take(requestAfter(3));
    EXPECT_EQ(problemOf(answer), QStringLiteral("sync.gap"));
    EXPECT_EQ(answer.signature.error().fields.first().message, QStringLiteral("1"));
}

TEST_F(JournalFollowerTest, AHeadThatGoesBackIsAnAlarm)
{
    grow(5);
    ASSERT_TRUE(take(requestAfter(0)).signature);
    heads.removeLast();
    bytes.removeLast();
    operations.removeLast();
    const JournalAnswer answer = take(requestAfter(3));
    EXPECT_EQ(problemOf(answer), QStringLiteral("journal.disagrees"));
    EXPECT_EQ(answer.alarm, QStringLiteral("journal.disagrees"));
    EXPECT_EQ(database.state.chains.value(device.value()).number, 1); // and it stands in the audit trail
}

TEST_F(JournalFollowerTest, AnotherPastThanTheOneThatWasSignedIsAnAlarm)
{
    grow(3);
    ASSERT_TRUE(take(requestAfter(0)).signature);
    // The whole chain is computed and signed again without its second document.
    const QByteArrayList documents = bytes;
    const QList<OperationId> ids = operations;
    heads.clear();
    bytes.clear();
    operations.clear();
    for (qsizetype i = 0; i < documents.size(); ++i) {
        if (i != 2)
            add(documents[i], ids[i]);
    }
    grow(2);
    EXPECT_EQ(problemOf(take(requestAfter(0))), QStringLiteral("journal.disagrees"));
}

TEST_F(JournalFollowerTest, ADocumentThatDiffersFromTheOperationIsAnAlarm)
{
    grow(2);
    database.state.operations[operations.last()].value.payload = bytes[1];
    EXPECT_EQ(problemOf(take(requestAfter(0))), QStringLiteral("journal.disagrees"));
}

TEST_F(JournalFollowerTest, ASignatureOfAnotherKeyIsAnAlarm)
{
    grow(2);
    ChainRequest request = requestAfter(0);
    request.entries[1].signature = platformKey.sign(auditing::entryMessage(heads[1]));
    EXPECT_EQ(problemOf(take(request)), QStringLiteral("journal.disagrees"));
}

TEST_F(JournalFollowerTest, ADocumentThatItDoesNotHaveHasToComeAlong)
{
    grow(2);
    database.state.operations.clear();
    ChainRequest request = requestAfter(0);
    EXPECT_EQ(problemOf(take(request)), QStringLiteral("journal.unknown_operation"));
    for (qsizetype i = 0; i < request.entries.size(); ++i)
        request.entries[i].document = bytes[i];
    EXPECT_TRUE(take(request).signature);
}

TEST_F(JournalFollowerTest, ANewChainOfTheSameRegisterThatDoesNotNameTheLastHeadIsAnAlarm)
{
    grow(2);
    ASSERT_TRUE(take(requestAfter(0)).signature);
    const ChainHead last = heads.last();
    const auto begin = [&](const std::optional<ChainHead> &named) {
        chain = newId<OperationId>().value();
        previous = named;
        heads.clear();
        bytes.clear();
        operations.clear();
        grow(1);
        return take(requestAfter(0));
    };
    const JournalAnswer silent = begin(std::nullopt);
    ASSERT_TRUE(silent.signature);
    EXPECT_EQ(silent.alarm, QStringLiteral("journal.restarted"));
    reason = ChainBegin::Reason::Recovery;
    EXPECT_EQ(begin(last).alarm, QStringLiteral("journal.restarted"));
    // Another register of the device may follow on an older head: a backup was put in place (rule 29).
    reason = ChainBegin::Reason::Register;
    reg = newId<RegisterId>();
    EXPECT_FALSE(begin(last).alarm);
}

} // namespace
} // namespace crema::platform
