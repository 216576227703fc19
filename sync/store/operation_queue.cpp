// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/operation_queue.h"

#include "models/operations/acknowledgement_writer.h"
#include "models/operations/erased_operation.h"
#include "models/operations/operation_codec.h"
#include "models/operations/operation_types.h"
#include "sync/store/attention_rows.h"
#include "sync/store/device_rows.h"
#include "sync/store/documents.h"
#include "sync/store/erased_names.h"

namespace crema::sync {
namespace {

QueueEntry readEntry(const Rows &rows)
{
    const Result<Operation> operation = readOperation(rows.bytes(0));
    if (!operation)
        throw StorageFailure(operation.error());
    QueueEntry entry;
    entry.operation = *operation;
    entry.state = operationStateFromText(rows.text(1)).value_or(OperationState::Queued);
    if (!rows.isNull(2))
        entry.sequence = rows.integer(2);
    if (!rows.isNull(3)) {
        const auto acknowledgement = acknowledgementFromJson(objectOf(rows.text(3).toUtf8()));
        if (acknowledgement)
            entry.acknowledgement = *acknowledgement;
    }
    entry.needsAttention = rows.integer(4) != 0;
    return entry;
}

} // namespace

std::int64_t OperationQueue::nextNumber()
{
    if (!m_nextNumber)
        m_nextNumber = m_database.value("read_next_operation_number").toLongLong();
    return *m_nextNumber;
}

void OperationQueue::add(const Operation &operation, const QByteArray &bytes, const QByteArray &hash,
                         const QList<PendingKey> &keys, MadeAt madeAt)
{
    const std::int64_t number = nextNumber();
    const std::optional<QueueCounts> before = m_counts;
    const auto upTo = m_unsentUpTo; // what is added comes after it
    addAs(number, operation, bytes, hash, keys, madeAt);
    m_nextNumber = number + 1;
    m_counts = before;
    m_unsentUpTo = upTo;
    if (m_counts)
        ++m_counts->queued;
}

void OperationQueue::addAs(std::int64_t number, const Operation &operation, const QByteArray &bytes,
                           const QByteArray &hash, const QList<PendingKey> &keys, MadeAt madeAt)
{
    m_database.run("add_operation", {number, operation.id, operation.type, operation.subject.id, bytes, hash,
                                     writeKeys(keys), madeAt == MadeAt::Elsewhere ? 1 : 0});
    addKeys(number, keys);
    forgetNumbers();
}

QList<UnsentOperation> OperationQueue::unsent(qsizetype limit, std::int64_t after)
{
    QList<UnsentOperation> result;
    Rows rows = after > 0 ? m_database.query("list_unsent_operations_after", {after, limit})
                          : m_database.query("list_unsent_operations", {limit});
    while (rows.next()) {
        UnsentOperation operation{rows.integer(0), OperationId(rows.uuid(1)), rows.bytes(2), {}, {}};
        if (!rows.isNull(4)) {
            operation.epoch = rows.integer(3);
            operation.sequence = rows.integer(4);
        }
        result.append(operation);
    }
    return result;
}

bool OperationQueue::hasUnsent()
{
    return m_database.value("has_unsent_operations").toLongLong() != 0;
}

qsizetype OperationQueue::countUnknown(qsizetype limit)
{
    return m_database.value("count_unknown_operations", {limit}).toLongLong();
}

QList<UnsentOperation> OperationQueue::unanswered(std::int64_t after, qsizetype limit, std::int64_t sharedUpTo)
{
    QList<UnsentOperation> result;
    Rows rows = m_database.query("list_unanswered_operations", {after, sharedUpTo, limit});
    while (rows.next()) {
        UnsentOperation operation{rows.integer(0), OperationId(rows.uuid(1)), {}, {}, {}};
        if (!rows.isNull(3)) {
            operation.epoch = rows.integer(2);
            operation.sequence = rows.integer(3);
        }
        result.append(operation);
    }
    return result;
}

bool OperationQueue::hasUnansweredBroughtIn()
{
    return m_database.value("has_unanswered_brought_in").toLongLong() != 0;
}

void OperationQueue::markSent(std::int64_t number, std::int64_t epoch, std::int64_t sequence)
{
    m_database.run("mark_operation_sent", {epoch, sequence, number});
    forgetCounts();
}

void OperationQueue::acknowledge(std::int64_t number, const Acknowledgement &acknowledgement)
{
    const std::optional<Cursor> &end = acknowledgement.visibleAt;
    const QByteArray answer = canonicalBytes(acknowledgement);
    m_database.run("mark_operation_receipted", {Utf8Text{answer}, end ? SqlValue(end->toString()) : SqlValue(),
                                                needsCard(acknowledgement.outcome) ? 1 : 0, number});
    if (m_database.changedRows() == 0)
        return;
    forgetCounts();
    if (end)
        addEnd(number, *end);
    // A platform that came back from a backup may take what it had refused: then there is nothing to decide any more.
    if (needsCard(acknowledgement.outcome))
        makeCardOf(number);
    else if (!acknowledgement.operation.isNull())
        AttentionRows(m_database).remove(CardId(acknowledgement.operation.value()));
}

void OperationQueue::noteErasedNames(const Acknowledgement &later)
{
    for (const FieldConflict &conflict : later.conflicts) {
        if (conflict.theirs && isErasedName(*conflict.theirs) && eraseNames(m_database, *conflict.theirs->person))
            m_database.run("open_erasure", {*conflict.theirs->person}); // the files beside the rows as well
    }
}

void OperationQueue::makeCardOf(std::int64_t number)
{
    Rows rows = m_database.query("read_answered_operation", {number});
    if (!rows.next() || rows.isNull(2) || rows.isNull(3))
        return;
    const Result<Operation> operation = readOperation(rows.bytes(0));
    const auto acknowledgement = acknowledgementFromJson(objectOf(rows.text(3).toUtf8()));
    if (!operation || !acknowledgement || !needsCard(acknowledgement->outcome))
        return;
    const StreamPlace place{DeviceId(rows.uuid(4)), rows.integer(1), rows.integer(2)};
    AttentionRows cards(m_database);
    const bool isResolution = operation->type == operation::attentionResolve;
    // Whether a refused resolution leaves its card open the platform says, also where that card is not known yet here.
    if (cards.card(cardIdOf(place, *acknowledgement)) || (isResolution && acknowledgement->outcome == Outcome::Refused))
        return;
    const auto named = isResolution ? cards.card(CardId(operation->subject.id)) : std::nullopt;
    const AttentionCard card = makeCard(place, *operation, *acknowledgement, named ? &*named : nullptr);
    // Brought in for another shop, whose devices decide: nobody would tell this one what came of it.
    if (card.location && !isHere(*card.location))
        return;
    cards.save(card, documentOf(codec::toJson(card)));
}

bool OperationQueue::isHere(LocationId location)
{
    const std::optional<DeviceRow> device = DeviceRows(m_database).read();
    return !device || !device->location || *device->location == location;
}

void OperationQueue::makeMissingCards()
{
    QList<std::int64_t> numbers;
    {
        Rows rows = m_database.query("list_marked_operations");
        while (rows.next())
            numbers.append(rows.integer(0));
    }
    for (const std::int64_t number : std::as_const(numbers))
        makeCardOf(number);
}

std::optional<std::int64_t> OperationQueue::openNumberOf(OperationId id)
{
    Rows rows = m_database.query("find_open_operation", {id});
    return rows.next() ? std::optional(rows.integer(0)) : std::nullopt;
}

std::optional<Operation> OperationQueue::operationOf(std::int64_t number)
{
    const QVariant bytes = m_database.value("read_operation_bytes", {number});
    const auto operation = bytes.isValid() ? readOperation(bytes.toByteArray()) : Result<Operation>(Operation());
    return bytes.isValid() && operation ? std::optional(*operation) : std::nullopt;
}

QList<std::pair<Operation, OperationId>> OperationQueue::waiting(int limit)
{
    QList<std::pair<Operation, OperationId>> result;
    Rows rows = m_database.query("list_waiting_operations", {std::clamp(limit, 1, 1000)});
    while (rows.next()) {
        const Result<Operation> operation = readOperation(rows.bytes(0));
        const auto answer = acknowledgementFromJson(objectOf(rows.text(1).toUtf8()));
        if (operation && answer && !answer->waitingFor.isEmpty())
            result.append({*operation, answer->waitingFor.first()});
    }
    return result;
}

QueueCounts OperationQueue::countStates()
{
    if (m_counts)
        return *m_counts;
    QueueCounts counts;
    if (Rows rows = m_database.query("count_queue"); rows.next()) {
        counts.queued = rows.integer(0);
        counts.sent = rows.integer(1);
        counts.receipted = rows.integer(2);
    }
    // Another process may change what a store holds that is open for reading only.
    if (m_database.access() == Access::ReadWrite)
        m_counts = counts;
    return counts;
}

std::int64_t OperationQueue::unsentUpTo(std::int64_t number)
{
    if (!m_unsentUpTo || m_unsentUpTo->first != number)
        m_unsentUpTo = std::pair(number, std::int64_t(m_database.value("count_unsent_up_to", {number}).toLongLong()));
    return m_unsentUpTo->second;
}

QueueCounts OperationQueue::counts()
{
    QueueCounts counts = countStates();
    counts.receipted -= m_database.value("count_unread_operations").toLongLong();
    counts.needsAttention = m_database.value("count_attention").toLongLong();
    return counts;
}

QList<QueueEntry> OperationQueue::entries(const QueueFilter &filter)
{
    const char *query = filter.needsAttentionOnly ? "list_attention" : "list_queue";
    QList<QueueEntry> result;
    Rows rows = m_database.query(query, {std::clamp(filter.limit, 1, 1000), std::max(filter.offset, 0)});
    while (rows.next())
        result.append(readEntry(rows));
    return result;
}

SyncState OperationQueue::stateOfSubject(const QUuid &subject)
{
    Rows rows = m_database.query("read_subject_state", {subject});
    if (!rows.next())
        return SyncState::Synced;
    if (rows.integer(1) != 0)
        return SyncState::NeedsAttention;
    const auto state = operationStateFromText(rows.text(0)).value_or(OperationState::Queued);
    if (state == OperationState::Queued)
        return SyncState::Queued;
    return state == OperationState::Sent ? SyncState::Sent : SyncState::Synced;
}

} // namespace crema::sync
