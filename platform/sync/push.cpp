// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sync/push.h"

#include "models/operations/operation_codec.h"
#include "platform/database/transaction.h"
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

Problem sequenceReused(std::int64_t sequence)
{
    return {ProblemKind::Conflict,
            QStringLiteral("sync.sequence_reused"),
            tr("The number %1 was used for another operation before.").arg(sequence),
            tr("The store of this device is an older copy: give it a new epoch."),
            {{QStringLiteral("sequence"), QString::number(sequence)}}};
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

/// One batch inside its unit of work.
class Batch
{
public:
    Batch(UnitOfWork &unit, UtcTime now) : m_unit(unit), m_judge(unit, now) {}

    Result<void> take(const QList<Envelope> &envelopes)
    {
        const Envelope &first = envelopes.constFirst();
        m_stream = m_unit.lockStream(first.device, first.epoch);
        if (first.term < m_stream.term) {
            return failure(ProblemKind::Conflict, QStringLiteral("sync.old_term"),
                           tr("Another device of this location sends its operations now."),
                           tr("Wait: the store elects who sends."));
        }
        m_stream.term = first.term;
        if (first.sequence > m_stream.expected)
            return failure(gap(m_stream.expected));
        expectFresh(envelopes);
        for (const Envelope &envelope : envelopes) {
            if (const Result<void> taken = takeOne(envelope); !taken)
                return taken;
        }
        m_judge.judgeWaiting();
        m_unit.saveStream(first.device, first.epoch, m_stream);
        return {};
    }

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
    void expectFresh(const QList<Envelope> &envelopes)
    {
        QList<Operation> operations;
        for (const Envelope &envelope : envelopes) {
            if (envelope.sequence < m_stream.expected)
                continue;
            if (const Result<Operation> operation = readOperation(envelope.operation))
                operations.append(*operation);
        }
        if (operations.size() > 1)
            m_unit.expect(operations);
    }

    Result<void> takeOne(const Envelope &envelope)
    {
        if (envelope.sequence == m_stream.expected) {
            m_judge.judge(envelope);
            ++m_stream.expected;
        }
        const auto receipt = m_unit.receipt(envelope.device, envelope.epoch, envelope.sequence);
        Q_ASSERT(receipt);
        if (receipt->payloadHash != payloadHash(envelope.operation))
            return failure(sequenceReused(envelope.sequence));
        m_receipts.append(*receipt);
        return {};
    }

    UnitOfWork &m_unit;
    OperationJudge m_judge;
    Stream m_stream;
    QList<Receipt> m_receipts;
};

} // namespace

Result<PushOutcome> Push::take(const PushRequest &request, DeviceId device, const QStringList &audiences,
                               UtcTime now) const
{
    if (const Result<void> fits = checkEnvelopes(request.envelopes, device); !fits)
        return failure(fits.error());
    if (request.envelopes.isEmpty())
        return PushOutcome{};
    try {
        return retrying([&] { return takeAtOnce(request.envelopes, audiences, now); });
    } catch (const StorageFailure &) {
        if (request.envelopes.size() == 1)
            throw;
        return takeOneByOne(request.envelopes, audiences, now);
    }
}

Result<PushOutcome> Push::takeAtOnce(const QList<Envelope> &envelopes, const QStringList &audiences, UtcTime now) const
{
    const std::unique_ptr<UnitOfWork> unit = m_makeUnit();
    Batch batch(*unit, now);
    if (const Result<void> taken = batch.take(envelopes); !taken)
        return failure(taken.error());
    unit->commit(audiences);
    return batch.outcome();
}

Result<PushOutcome> Push::takeOneByOne(const QList<Envelope> &envelopes, const QStringList &audiences,
                                       UtcTime now) const
{
    PushOutcome all;
    for (const Envelope &envelope : envelopes) {
        const Result<PushOutcome> one = retrying([&] { return takeAtOnce({envelope}, audiences, now); });
        if (!one)
            return one;
        all.answer.acknowledgements += one->answer.acknowledgements;
        all.answer.expected = one->answer.expected;
        all.reusedIds += one->reusedIds;
    }
    return all;
}

} // namespace crema::platform
