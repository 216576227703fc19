// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/engine/sync_steps.h"

namespace crema::sync {

Result<QList<PlannedOperation>> takeBatch(LocalStore &store, const BatchLimits &limits)
{
    // Most rounds find nothing to send; they shall not write.
    const auto unsent =
        store.read([&]() -> Result<QList<UnsentOperation>> { return store.queue().unsent(limits.operations); });
    if (!unsent)
        return failure(unsent.error());
    if (unsent->isEmpty())
        return QList<PlannedOperation>();
    return store.write([&]() -> Result<QList<PlannedOperation>> {
        const DeviceRow device = store.device().read().value_or(DeviceRow());
        const QList<PlannedOperation> batch = planBatch(*unsent, device.id, device.epoch, device.lastSequence, limits);
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
    bool refused = false;
    const Result<void> kept = store.write([&]() -> Result<void> {
        for (qsizetype i = 0; i < batch.size(); ++i) {
            const Acknowledgement &acknowledgement = acknowledgements[i];
            store.queue().acknowledge(batch[i].number, acknowledgement);
            refused =
                refused || (acknowledgement.outcome != Outcome::Applied && acknowledgement.outcome != Outcome::Waiting);
        }
        return {};
    });
    if (!kept || !refused)
        return kept;
    const auto device = store.read([&]() -> Result<DeviceRow> { return store.device().read().value_or(DeviceRow()); });
    if (!device)
        return failure(device.error());
    // An empty page at the present cursor: what was refused leaves the view.
    return store.applyPage(FeedPage{{}, device->cursor.value_or(Cursor{1, 0, 0}), false});
}

Result<void> keepPage(LocalStore &store, const FeedPage &page)
{
    const auto device = store.read([&]() -> Result<DeviceRow> { return store.device().read().value_or(DeviceRow()); });
    if (!device)
        return failure(device.error());
    if (device->cursor.value_or(Cursor{1, 0, 0}) != page.after)
        return {};
    return store.applyPage(page);
}

Result<void> sendAgainFrom(LocalStore &store, std::int64_t sequence)
{
    return store.write([&]() -> Result<void> {
        const DeviceRow device = store.device().read().value_or(DeviceRow());
        store.database().run("send_again", {qint64(device.epoch), qint64(sequence)});
        return {};
    });
}

Result<void> startEpoch(LocalStore &store, std::int64_t feedEpoch)
{
    return store.write([&]() -> Result<void> {
        store.device().setCursor(Cursor{feedEpoch, 0, 0});
        return {};
    });
}

Result<void> noteSynced(LocalStore &store)
{
    const Result<void> noted = store.write([&]() -> Result<void> {
        store.device().setLastSync(store.clock().now());
        return {};
    });
    store.forgetPlace();
    return noted;
}

} // namespace crema::sync
