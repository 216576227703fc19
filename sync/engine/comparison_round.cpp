// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/engine/comparison_steps.h"
#include "sync/engine/sync_round.h"

#include <QCoreApplication>

namespace crema::sync {
namespace {

/// So often a difference that is mended is looked at again in one round.
constexpr int mostPasses = StoreComparison::mostTries + 1;

Problem differenceFound()
{
    return {ProblemKind::Device,
            QStringLiteral("store.differed"),
            QCoreApplication::translate("Store", "Some records here were not those of the platform."),
            QCoreApplication::translate("Store", "They are fetched anew; what was made here stays."),
            {}};
}

/// Nothing when nothing can be said now.
QCoro::Task<std::optional<Checkpoint>> askForCheckpoint(std::shared_ptr<Round> round, Cursor at, QStringList differs)
{
    const Exchange exchange = co_await round->platform->checkpoint(at, differs);
    if (round->stop.stop_requested() || exchange.verdict != Verdict::Accepted)
        co_return std::optional<Checkpoint>();
    round->moved();
    const Result<Checkpoint> answer = readCheckpoint(exchange.answer.body);
    if (!answer || answer->at != at || answer->moved)
        co_return std::optional<Checkpoint>();
    co_return std::optional<Checkpoint>(*answer);
}

QCoro::Task<std::optional<Digests>> measureAll(std::shared_ptr<Round> round, Cursor at)
{
    Measurement measurement{at, {}};
    while (!measurement.isWhole) {
        auto measuring =
            round->store->run([measurement](LocalStore &local) { return measureNext(local, measurement); });
        const auto next = co_await measuring;
        if (!next || round->stop.stop_requested())
            co_return std::optional<Digests>();
        measurement = *next;
    }
    const Digests digests = measurement.digests;
    co_return std::optional<Digests>(digests);
}

/// The types that are different; nothing when that cannot be said now.
QCoro::Task<std::optional<QStringList>> findDifferences(std::shared_ptr<Round> round, Cursor at)
{
    // The platform first: while it says that more has come there is no use in reading the store.
    const std::optional<Checkpoint> there = co_await askForCheckpoint(round, at, QStringList());
    if (!there)
        co_return std::optional<QStringList>();
    const std::optional<Digests> here = co_await measureAll(round, at);
    if (!here)
        co_return std::optional<QStringList>();
    const QStringList found = differences(*here, there->types);
    if (found.isEmpty())
        co_return std::optional<QStringList>(found);
    // It hears of it, and counts its rows before it says the same again.
    const std::optional<Checkpoint> counted = co_await askForCheckpoint(round, at, found);
    if (!counted)
        co_return std::optional<QStringList>();
    const QStringList stay = differences(*here, counted->types);
    co_return std::optional<QStringList>(stay);
}

} // namespace

QCoro::Task<void> compareWithPlatform(std::shared_ptr<Round> round)
{
    for (int pass = 0; pass < mostPasses && !round->stop.stop_requested(); ++pass) {
        const bool anyway = round->comparesAnyway && pass == 0;
        auto looking = round->store->run([anyway](LocalStore &local) { return placeToCompare(local, anyway); });
        const auto at = co_await looking;
        if (!at || !*at)
            co_return;
        const std::optional<QStringList> found = co_await findDifferences(round, **at);
        if (!found)
            co_return;
        const QStringList different = *found;
        auto noting = round->store->run(
            [different, anyway](LocalStore &local) { return noteComparison(local, different, anyway); });
        const auto repairs = co_await noting;
        if (!repairs)
            co_return;
        round->result.compared = true;
        if (!different.isEmpty())
            round->result.difference = differenceFound();
        if (!*repairs)
            co_return;
        const bool fetched = co_await pullAll(round);
        if (!fetched)
            co_return;
    }
}

} // namespace crema::sync
