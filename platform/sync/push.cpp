// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sync/push.h"

#include "models/base/planted.h"
#include "platform/database/transaction.h"
#include "platform/identity/device_revocations.h"
#include "platform/sync/feed_problems.h"
#include "platform/sync/operation_judge.h"

#include <QCoreApplication>

namespace crema::platform {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("crema::platform::Push", text);
}

Problem gap(std::int64_t expected)
{
    return {ProblemKind::Conflict,
            QStringLiteral("sync.gap"),
            tr("Operation %1 of this device is expected next.").arg(expected),
            tr("Send the operations from there on."),
            {{QStringLiteral("expected"), QString::number(expected)}}};
}

Problem sequenceReused(const Envelope &envelope)
{
    return {ProblemKind::Conflict,
            QStringLiteral("sync.sequence_reused"),
            tr("The number %1 was used for another operation before.").arg(envelope.sequence),
            tr("The store of this device is an older copy: give it a new epoch."),
            {{QStringLiteral("sequence"), QString::number(envelope.sequence)},
             {QStringLiteral("epoch"), QString::number(envelope.epoch)}}};
}

Result<void> checkEnvelopes(const QList<Envelope> &envelopes, DeviceId device)
{
    for (qsizetype i = 0; i < envelopes.size(); ++i) {
        if (envelopes[i].device != device) {
            return failure(ProblemKind::NotAllowed, QStringLiteral("sync.other_device"),
                           tr("A device sends its own operations only."), tr("Sign in as the device that made them."));
        }
        if (envelopes[i].epoch != envelopes[0].epoch) {
            return failure(ProblemKind::Invalid, QStringLiteral("sync.mixed_epochs"),
                           tr("A batch holds operations of one epoch."), tr("Send each epoch on its own."));
        }
        if (i > 0 && envelopes[i].sequence != envelopes[i - 1].sequence + 1)
            return failure(gap(envelopes[i - 1].sequence + 1));
    }
    return {};
}

/// An operation that storage does not take however often it is tried: the value of a field that it cannot hold, a
/// record that breaks one of its rules.
Problem notStorable(const DatabaseFailure &failure)
{
    return {
        ProblemKind::Invalid,
        QStringLiteral("operation.not_storable"),
        tr("The platform could not store what this operation says (%1).").arg(QString::fromLatin1(failure.sqlState())),
        tr("Look at it under needs attention and enter it again; the platform keeps it whole."),
        {}};
}

bool isOfTheOperation(const DatabaseFailure &failure)
{
    // Classes 22 and 23: data exceptions and broken constraints.
    return failure.sqlState().startsWith("22") || failure.sqlState().startsWith("23");
}

/// So many rows of the feed one operation may add: a sale with its shift and the level of every line.
constexpr qsizetype rowsOfOneOperation = 600;

bool isFull(const UnitOfWork &unit)
{
    return unit.feedRows() > maxFeedRowsOfTransaction - rowsOfOneOperation;
}

/// One batch, or as much of it as fits, inside its unit of work.
class Batch
{
public:
    Batch(UnitOfWork &unit, UtcTime now, const QStringList &audiences, std::optional<std::int64_t> feedEpoch)
        : m_unit(unit), m_judge(unit, now, locationAmong(audiences)), m_feedEpoch(feedEpoch)
    {}

    Result<void> take(const QList<Envelope> &envelopes)
    {
        if (const Result<void> begun = begin(envelopes.constFirst()); !begun)
            return begun;
        expectFresh(envelopes);
        for (const Envelope &envelope : envelopes) {
            if (const Result<void> taken = takeOne(envelope); !taken)
                return taken;
            if (isFull(m_unit))
                break;
        }
        m_unit.saveStream(envelopes.constFirst().device, envelopes.constFirst().epoch, m_stream);
        return {};
    }

    Result<void> setAside(const Envelope &envelope, const Problem &problem)
    {
        if (const Result<void> begun = begin(envelope); !begun)
            return begun;
        if (envelope.sequence == m_stream.expected) {
            m_judge.setAside(envelope, problem);
            ++m_stream.expected;
        }
        m_unit.saveStream(envelope.device, envelope.epoch, m_stream);
        return addReceipt(envelope, payloadHash(envelope.operation));
    }

    [[nodiscard]] qsizetype taken() const { return m_receipts.size(); }
    [[nodiscard]] const QList<OperationId> &causes() const { return m_judge.causes(); }

    /// The answers, with what became of each operation by now.
    [[nodiscard]] PushOutcome outcome() const
    {
        PushOutcome outcome;
        outcome.answer.expected = m_stream.expected;
        outcome.reusedIds = m_judge.reusedIds();
        for (const Receipt &receipt : m_receipts) {
            Acknowledgement acknowledgement = receipt.acknowledgement
                                                  ? *receipt.acknowledgement
                                                  : m_unit.operation(receipt.operation)->acknowledgement;
            acknowledgement.sequence = receipt.sequence;
            outcome.answer.acknowledgements.append(acknowledgement);
        }
        return outcome;
    }

private:
    Result<void> begin(const Envelope &first)
    {
        m_stream = m_unit.lockStream(first.device, first.epoch);
        if (m_stream.isShutOut && !CREMA_PLANTED(AcceptsWhoIsShutOut))
            return failure(shutOut());
        if (m_feedEpoch && *m_feedEpoch != m_stream.feedEpoch)
            return failure(otherEpoch(m_stream.feedEpoch));
        if (first.term < m_stream.term) {
            return failure(ProblemKind::Conflict, QStringLiteral("sync.old_term"),
                           tr("Another device of this location sends its operations now."),
                           tr("Wait: the store elects who sends."));
        }
        m_stream.term = first.term;
        if (first.sequence > m_stream.expected)
            return failure(gap(m_stream.expected));
        return {};
    }

    void expectFresh(const QList<Envelope> &envelopes)
    {
        QList<OperationContent> operations;
        for (const Envelope &envelope : envelopes) {
            if (envelope.sequence < m_stream.expected)
                continue;
            const Result<OperationContent> content = readContent(envelope.operation);
            m_read.insert(envelope.sequence, content);
            if (content)
                operations.append(*content);
        }
        if (operations.size() > 1)
            m_unit.expect(operations);
    }

    Result<void> takeOne(const Envelope &envelope)
    {
        const QByteArray hash = payloadHash(envelope.operation);
        if (envelope.sequence == m_stream.expected) {
            m_judge.judge(envelope, m_read.take(envelope.sequence), hash);
            ++m_stream.expected;
        }
        return addReceipt(envelope, hash);
    }

    Result<void> addReceipt(const Envelope &envelope, const QByteArray &hash)
    {
        const auto receipt = m_unit.receipt(envelope.device, envelope.epoch, envelope.sequence);
        Q_ASSERT(receipt);
        if (receipt->payloadHash != hash)
            return failure(sequenceReused(envelope));
        m_receipts.append(*receipt);
        return {};
    }

    UnitOfWork &m_unit;
    OperationJudge m_judge;
    std::optional<std::int64_t> m_feedEpoch; ///< that the device has read
    Stream m_stream;
    QHash<std::int64_t, Result<OperationContent>> m_read; ///< what the operations of this part say, by sequence
    QList<Receipt> m_receipts;
};

/// Puts in what became of operations after their part of the batch was committed.
void update(PushAnswer &answer, const QHash<OperationId, Acknowledgement> &later)
{
    for (Acknowledgement &acknowledgement : answer.acknowledgements) {
        const auto it = later.constFind(acknowledgement.operation);
        if (it == later.constEnd() || acknowledgement.outcome != Outcome::Waiting)
            continue;
        const std::int64_t sequence = acknowledgement.sequence;
        acknowledgement = *it;
        acknowledgement.sequence = sequence;
    }
}

} // namespace

Result<PushOutcome> Push::take(const PushRequest &request, DeviceId device, const QStringList &audiences, UtcTime now,
                               std::optional<std::int64_t> feedEpoch) const
{
    if (const Result<void> fits = checkEnvelopes(request.envelopes, device); !fits)
        return failure(fits.error());
    PushOutcome all;
    QList<OperationId> causes;
    qsizetype taken = 0;
    qsizetype bound = request.envelopes.size();
    while (taken < request.envelopes.size()) {
        const Call call{request.envelopes.sliced(taken, std::min(bound, request.envelopes.size() - taken)), audiences,
                        now, feedEpoch};
        try {
            const Result<Part> part = takePart(call);
            if (!part)
                return failure(part.error());
            all.answer.acknowledgements += part->outcome.answer.acknowledgements;
            all.answer.expected = part->outcome.answer.expected;
            all.reusedIds += part->outcome.reusedIds;
            causes += part->causes;
            taken += part->outcome.answer.acknowledgements.size();
        } catch (const DatabaseFailure &failure) {
            // Nothing is known about a commit that was under way: the device asks again and gets its receipts.
            if (bound == 1 || failure.isConnectionLost())
                throw;
            bound = 1; // from here on each is a transaction of its own, so that a bad one undoes only itself
        }
    }
    update(all.answer, release(causes, audiences, now));
    return all;
}

Result<Push::Part> Push::takePart(const Call &call) const
{
    const auto work = [&](auto take) -> Result<Part> {
        const std::unique_ptr<UnitOfWork> unit = m_makeUnit();
        Batch batch(*unit, call.now, call.audiences, call.feedEpoch);
        if (const Result<void> taken = take(batch); !taken)
            return failure(taken.error());
        unit->commit(call.audiences);
        return Part{batch.outcome(), batch.causes()};
    };
    const auto take = [&] { return work([&](Batch &batch) { return batch.take(call.envelopes); }); };
    try {
        return retrying(take);
    } catch (const DatabaseFailure &failure) {
        if (call.envelopes.size() > 1 || !isOfTheOperation(failure))
            throw;
        const Problem problem = notStorable(failure);
        return retrying(
            [&] { return work([&](Batch &batch) { return batch.setAside(call.envelopes.constFirst(), problem); }); });
    }
}

QHash<OperationId, Acknowledgement> Push::release(QList<OperationId> causes, const QStringList &audiences,
                                                  UtcTime now) const
{
    QHash<OperationId, Acknowledgement> later;
    OperationPlace place;
    while (!causes.isEmpty()) {
        const Released released = retrying([&] { return releaseSome(causes, place, audiences, now); });
        for (const StoredOperation &operation : released.operations)
            later.insert(operation.id, operation.acknowledgement);
        place = released.next.value_or(OperationPlace());
        if (!released.next)
            causes.clear();
        // What was released may be what others wait for: then from the beginning, with all of them.
        if (!released.causes.isEmpty()) {
            causes += released.causes;
            place = {};
        }
    }
    return later;
}

Push::Released Push::releaseSome(const QList<OperationId> &causes, const OperationPlace &place,
                                 const QStringList &audiences, UtcTime now) const
{
    constexpr int bound = 200;
    const std::unique_ptr<UnitOfWork> unit = m_makeUnit();
    OperationJudge judge(*unit, now);
    Released released;
    QList<OperationId> judged;
    const QList<StoredOperation> waiting = unit->lockWaiting(causes, place, bound);
    for (const StoredOperation &stored : waiting) {
        if (judge.judgeAgain(stored))
            judged.append(stored.id);
        if (isFull(*unit) || (waiting.size() == bound && stored.id == waiting.constLast().id)) {
            released.next = OperationPlace{stored.device, stored.epoch, stored.sequence};
            break;
        }
    }
    if (waiting.isEmpty())
        return released;
    unit->commit(audiences);
    for (const OperationId &id : std::as_const(judged))
        released.operations.append(*unit->operation(id));
    released.causes = judge.causes();
    return released;
}

void Push::releaseOverdue(UtcTime now) const
{
    constexpr int bound = 1'000;
    const QList<OperationId> causes = m_makeUnit()->overdueCauses(bound);
    release(causes, {}, now);
}

} // namespace crema::platform
