// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/engine/sync_steps.h"

#include "models/base/planted.h"
#include "models/feed/entity_codec.h"
#include "models/feed/entity_types.h"
#include "models/operations/known_receipts.h"
#include "sync/store/documents.h"

#include <algorithm>
#include <limits>

namespace crema::sync {
namespace {

/// Rows of a page, when nothing smaller was found necessary.
constexpr int largestPage = 2'000;
const QString pageLimitSetting = QStringLiteral("sync.page_limit");
/// Where a line carries no more at once; without it a batch that is too large is halved in each round anew.
const QString batchLimitSetting = QStringLiteral("sync.batch_limit");

/// Whether this store knows of another one of its device, or these rows tell of one.
bool hasSister(LocalStore &store, const QList<FeedRow> &rows)
{
    const DeviceRow &device = store.place().device;
    const auto isOther = [&device](const QJsonObject &document) {
        const Result<Register> reg = codec::readRegister(document);
        return reg && reg->device == device.id && reg->id != device.registerId;
    };
    QList<QByteArray> registers = store.rows().references(entity::registerType);
    registers += store.reload().staged(entity::registerType);
    const bool isKnown = std::any_of(registers.begin(), registers.end(),
                                     [&](const QByteArray &document) { return isOther(objectOf(document)); });
    const bool isTold = std::any_of(rows.begin(), rows.end(), [&](const FeedRow &row) {
        return row.entityType == entity::registerType && !row.deleted && isOther(row.entity.json());
    });
    return isKnown || isTold;
}

} // namespace

Result<QList<PlannedOperation>> takeBatch(LocalStore &store, const BatchLimits &limits, std::int64_t after)
{
    // Most rounds find nothing to send; they shall not write.
    BatchLimits allowed = limits;
    const auto unsent = store.read([&]() -> Result<QList<UnsentOperation>> {
        if (const qsizetype kept = store.device().setting(batchLimitSetting).toLongLong(); kept > 0)
            allowed.operations = std::min(allowed.operations, kept);
        const qsizetype most = CREMA_PLANTED(SendsWithoutBounds) ? 10'000 : allowed.operations;
        return store.queue().unsent(most, after);
    });
    if (!unsent)
        return failure(unsent.error());
    if (unsent->isEmpty())
        return QList<PlannedOperation>();
    return store.write([&]() -> Result<QList<PlannedOperation>> {
        const DeviceRow device = store.device().read().value_or(DeviceRow());
        const QList<PlannedOperation> batch = planBatch(*unsent, device.id, device.epoch, device.lastSequence, allowed);
        for (const PlannedOperation &planned : batch)
            store.queue().markSent(planned.number, device.epoch, planned.envelope.sequence);
        const std::int64_t last = batch.last().envelope.sequence;
        if (last > device.lastSequence)
            store.device().setLastSequence(last);
        return batch;
    });
}

Result<void> keepAcknowledgements(LocalStore &store, const QList<PlannedOperation> &batch,
                                  const QList<Acknowledgement> &acknowledgements)
{
    return store.write([&]() -> Result<void> {
        QList<std::int64_t> numbers;
        for (qsizetype i = 0; i < batch.size(); ++i) {
            store.queue().acknowledge(batch[i].number, acknowledgements[i]);
            numbers.append(batch[i].number);
        }
        store.settle(store.queue().endedAmong(numbers));
        return {};
    });
}

Result<std::int64_t> sharedUpTo(LocalStore &store, const QList<FeedRow> &rows)
{
    return store.read([&]() -> Result<std::int64_t> {
        // In most rounds nothing is open at all.
        if (!store.queue().hasUnsent())
            return 0;
        return hasSister(store, rows) ? std::numeric_limits<std::int64_t>::max() : store.place().exportedTo;
    });
}

Result<bool> mayBeSentElsewhere(LocalStore &store, std::int64_t sharedUpTo)
{
    return store.read([&]() -> Result<bool> { return sharedUpTo > 0 || store.queue().hasUnansweredBroughtIn(); });
}

Result<QList<UnsentOperation>> unansweredAfter(LocalStore &store, std::int64_t number, std::int64_t sharedUpTo)
{
    return store.read([&]() -> Result<QList<UnsentOperation>> {
        return store.queue().unanswered(number, maxKnownReceipts, sharedUpTo);
    });
}

Result<bool> hasUnanswered(LocalStore &store, std::int64_t sharedUpTo)
{
    return store.read([&]() -> Result<bool> {
        return !CREMA_PLANTED(KeepsPagesUnasked) && !store.queue().unanswered(0, 1, sharedUpTo).isEmpty();
    });
}

Result<void> keepReceipts(LocalStore &store, const QList<Acknowledgement> &acknowledgements)
{
    return store.write([&]() -> Result<void> {
        QList<std::int64_t> numbers;
        for (const Acknowledgement &acknowledgement : acknowledgements) {
            if (const auto number = store.queue().openNumberOf(acknowledgement.operation)) {
                store.queue().acknowledge(*number, acknowledgement);
                numbers.append(*number);
            }
        }
        store.settle(store.queue().endedAmong(numbers));
        return {};
    });
}

Result<Question> nextQuestion(LocalStore &store)
{
    return store.read([&]() -> Result<Question> {
        const int kept = store.device().setting(pageLimitSetting).toInt();
        return Question{store.device().read().value_or(DeviceRow()).cursor.value_or(Cursor{1, 0, 0}),
                        kept > 0 ? std::min(kept, largestPage) : largestPage,
                        store.deletions().question(DeletionSource::Platform).has_value()};
    });
}

Result<void> keepPageLimit(LocalStore &store, int limit)
{
    return store.write([&]() -> Result<void> {
        store.device().setSetting(pageLimitSetting, QString::number(limit));
        return {};
    });
}

Result<bool> keepPage(LocalStore &store, const FeedPage &page)
{
    using Asked = Result<bool>;
    const Asked brings = store.read([&]() -> Asked {
        const DeviceRow device = store.device().read().value_or(DeviceRow());
        if (device.cursor.value_or(Cursor{1, 0, 0}) != page.after)
            return false;
        // A question about what was to go ends with a page without it, also an empty one.
        return !page.rows.isEmpty() || store.deletions().question(DeletionSource::Platform) ||
               (page.horizon && !store.queue().pendingBefore(*page.horizon).isEmpty());
    });
    if (!brings || !*brings)
        return brings;
    const Result<void> applied = store.applyPage(page);
    return applied ? Asked(true) : Asked(failure(applied.error()));
}

Result<void> noteClock(LocalStore &store, const ClockSample &sample)
{
    const auto kept = store.read([&]() -> Result<std::int64_t> { return store.place().device.clockOffsetMs; });
    if (!kept)
        return failure(kept.error());
    if (std::abs(sample.offsetMs - *kept) <= 2 * sample.uncertaintyMs)
        return {};
    const Result<void> noted = store.write([&]() -> Result<void> {
        store.device().setClockOffset(sample.offsetMs);
        return {};
    });
    store.forgetPlace();
    return noted;
}

Result<void> noteSynced(LocalStore &store)
{
    return store.noteSynced();
}

} // namespace crema::sync
