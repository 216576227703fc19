// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/engine/comparison_steps.h"

#include "sync/engine/reload_steps.h"
#include "sync/store/server_layer.h"
#include "sync/store/setting_names.h"
#include "sync/store/store_comparison.h"

#include <QCoreApplication>

namespace crema::sync {
namespace {

/// Rows of a step: a few milliseconds.
constexpr int measuredRows = 500;

Problem movedMeanwhile()
{
    return {ProblemKind::Unavailable,
            QStringLiteral("sync.moved"),
            QCoreApplication::translate("Store", "Something came from the platform meanwhile."),
            QCoreApplication::translate("Store", "It is compared again soon."),
            {}};
}

std::optional<Cursor> cursorOf(LocalStore &store)
{
    return store.device().read().value_or(DeviceRow()).cursor;
}

QString typeAfter(const QString &type)
{
    const auto from = type.isEmpty()
                          ? snapshotOrder.begin()
                          : std::next(std::find(snapshotOrder.begin(), snapshotOrder.end(), QStringView(type)));
    const auto next = std::find_if(from, snapshotOrder.end(), &isCompared);
    return next == snapshotOrder.end() ? QString() : next->toString();
}

} // namespace

Result<std::optional<Cursor>> placeToCompare(LocalStore &store, bool anyway)
{
    return store.read([&]() -> Result<std::optional<Cursor>> {
        // The chunks of a first load had their hashes.
        const bool isFirst = !store.place().device.lastSyncAt;
        const bool isDue = !isFirst && (anyway || isComparisonDue(store.place().comparison, store.clock().now()));
        if (!isDue || store.isReadOnly() || store.reload().state())
            return std::optional<Cursor>();
        return cursorOf(store);
    });
}

Result<Measurement> measureNext(LocalStore &store, const Measurement &measurement)
{
    return store.read([&]() -> Result<Measurement> {
        if (cursorOf(store) != measurement.at || store.reload().state())
            return failure(movedMeanwhile());
        Measurement next = measurement;
        if (next.place.id.isNull()) {
            next.place.type = typeAfter(next.place.type);
            next.isWhole = next.place.type.isEmpty();
        }
        if (!next.isWhole)
            next.digests[next.place.type].add(ServerLayer(store.database(), store.place().device)
                                                  .measure(next.place.type, next.place.id, measuredRows));
        return next;
    });
}

Result<bool> noteComparison(LocalStore &store, const QStringList &different, bool anew)
{
    const Result<QStringList> noted = store.write([&]() -> Result<QStringList> {
        const ComparisonStep step = afterComparison(store.place().comparison, different, store.clock().now(), anew);
        store.device().setSetting(setting::comparison, comparisonToText(step.comparison));
        beginPart(store, step.readAnew);
        return step.readAnew;
    });
    store.forgetPlace();
    return noted ? Result<bool>(!noted->isEmpty()) : Result<bool>(failure(noted.error()));
}

} // namespace crema::sync
