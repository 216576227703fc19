// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/auditors_outbox.h"

#include "sync/store/setting_names.h"

#include <QCoreApplication>

namespace crema::sync {
namespace {

using auditing::ChainHead;
using auditing::ChainRequest;
using auditing::Countersignature;
using auditing::SentEntry;

/// Up to this row everything was countersigned, or given up.
std::int64_t donePosition(LocalStore &store)
{
    return store.device().setting(setting::journalDone).toLongLong();
}

void setDonePosition(LocalStore &store, std::int64_t position)
{
    store.device().setSetting(setting::journalDone, QString::number(position));
}

std::optional<std::int64_t> positionOf(LocalStore &store, const QUuid &chain, std::int64_t number)
{
    const QVariant found = store.database().value("read_auditor_position", {chain, number});
    return found.isValid() ? std::optional<std::int64_t>(found.toLongLong()) : std::nullopt;
}

/// The next rows of the register that this store is. One that it was before goes on elsewhere, or had gone further than
/// this store knows (sync.md rule 29); its last head here stands in the first entry of the chain that follows.
std::vector<AuditorRow> ownRows(LocalStore &store)
{
    const std::optional<RegisterId> here = store.place().device.registerId;
    const auto isOwn = [&here](const AuditorRow &row) {
        const Result<auditing::ChainState> state = auditing::readChainState(row.state, ChainHead());
        return state && here && state->registerId == *here;
    };
    std::vector<AuditorRow> rows = store.auditors().rows(donePosition(store), ChainRequest::maxEntries);
    while (!rows.empty() && !isOwn(rows.front())) {
        const auto own = std::find_if(rows.begin(), rows.end(), isOwn);
        const std::int64_t last = std::prev(own)->position;
        rows = store.auditors().rows(last, ChainRequest::maxEntries);
    }
    return rows;
}

SentEntry sent(const AuditorRow &row, Documents documents)
{
    if (row.operation && documents == Documents::Named)
        return {row.operationId, row.entry.signature};
    return {row.entry.document, row.entry.signature};
}

/// What an entry adds to a request, at most: quotes inside of a document take a backslash each.
qsizetype sizeOf(const SentEntry &entry)
{
    const auto *bytes = std::get_if<QByteArray>(&entry.document);
    return 250 + (bytes ? bytes->size() + bytes->count('"') : 0);
}

} // namespace

std::optional<ChainRequest> nextEntries(LocalStore &store, Documents documents)
{
    const std::vector<AuditorRow> rows = ownRows(store);
    if (rows.empty())
        return std::nullopt;
    const AuditorRow &first = rows.front();
    ChainRequest request;
    request.after = {first.chain, first.entry.number - 1, auditing::chainStart()};
    if (first.entry.number > 1)
        request.after.hash =
            store.database().value("read_auditor_hash", {first.chain, first.entry.number - 1}).toByteArray();
    qsizetype bytes = 1'000;
    for (const AuditorRow &row : rows) {
        if (row.chain != first.chain || !row.isAcknowledged)
            break;
        const SentEntry entry = sent(row, documents);
        bytes += sizeOf(entry);
        if (bytes > ChainRequest::maxBytes && !request.entries.isEmpty())
            break;
        request.entries.append(entry);
    }
    request.last = store.database().value("read_last_auditor_number", {first.chain}).toLongLong();
    return request.entries.isEmpty() ? std::nullopt : std::optional(request);
}

std::optional<ChainHead> headAfter(LocalStore &store, const ChainRequest &request)
{
    ChainHead head = request.after;
    head.number += request.entries.size();
    head.hash = store.database().value("read_auditor_hash", {head.chain, head.number}).toByteArray();
    return head.hash.isEmpty() ? std::nullopt : std::optional(head);
}

Result<void> keepCountersignature(LocalStore &store, const Countersignature &signature)
{
    const ChainHead &head = signature.head;
    const QByteArray hash = store.database().value("read_auditor_hash", {head.chain, head.number}).toByteArray();
    const auto position = positionOf(store, head.chain, head.number);
    if (!position || hash != head.hash || !auditing::isGenuine(signature)) {
        return failure(
            ProblemKind::Invalid, QStringLiteral("journal.other_head"),
            QCoreApplication::translate("Store", "The platform signed another entry of the auditor's journal."),
            QCoreApplication::translate("Store", "It is asked again at the next sync."));
    }
    store.database().run("save_auditor_head", {head.chain, head.number, head.hash, signature.at.msSinceEpoch(),
                                               signature.signature, signature.key});
    setDonePosition(store, *position);
    return {};
}

Result<void> resumeEntries(LocalStore &store, const QUuid &chain, std::int64_t number)
{
    // One that the register does not have: then its own end is what it can show.
    const std::int64_t last = store.database().value("read_last_auditor_number", {chain}).toLongLong();
    if (const auto position = positionOf(store, chain, std::min(number, last)))
        setDonePosition(store, *position - 1);
    return {};
}

Result<void> leaveChain(LocalStore &store, const QUuid &chain)
{
    const std::int64_t last = store.database().value("read_last_auditor_number", {chain}).toLongLong();
    const auto position = positionOf(store, chain, last);
    if (!position)
        return {};
    store.database().run("refuse_auditor_chain", {chain});
    setDonePosition(store, *position);
    if (store.auditors().rows(*position, 1).empty())
        store.auditors().beginAnew();
    return {};
}

void askAboutLastEntry(LocalStore &store)
{
    const std::int64_t done = donePosition(store);
    if (done > 0)
        setDonePosition(store, done - 1);
}

} // namespace crema::sync
