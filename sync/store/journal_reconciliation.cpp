// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/journal_reconciliation.h"

#include <set>

namespace crema::sync {
namespace {

constexpr std::int64_t longBytes = 32LL * 1024 * 1024;
constexpr std::int64_t mostCarried = 2'000; // some 6 MB

/// Whether the queue has the entry of the highest number.
bool hasHighest(Database &database, const QList<JournalEntry> &entries)
{
    const JournalEntry &entry =
        *std::max_element(entries.begin(), entries.end(),
                          [](const JournalEntry &a, const JournalEntry &b) { return a.number < b.number; });
    Rows rows = database.query("read_operation_hash", {entry.number});
    return rows.next() && rows.view(0) == entry.hash;
}

/// The numbers that the newest entries cover; lines of older versions have none.
std::set<std::int64_t> numbersOf(const QList<JournalEntry> &entries)
{
    std::set<std::int64_t> numbers;
    for (const JournalEntry &entry : entries) {
        if (entry.number > 0)
            numbers.insert(entry.number);
    }
    return numbers;
}

JournalEntry entryOf(const Rows &rows)
{
    return {rows.integer(0), rows.bytes(1), rows.bytes(2), rows.integer(3) != 0 ? MadeAt::Elsewhere : MadeAt::Here};
}

/// Those of the rows that are not among the present ones, which they are from then on.
Result<qsizetype> append(Rows rows, std::set<std::int64_t> &present, EmergencyJournal &journal)
{
    qsizetype added = 0;
    while (rows.next()) {
        if (present.contains(rows.integer(0)))
            continue;
        if (const Result<void> appended = journal.append(entryOf(rows)); !appended)
            return failure(appended.error());
        present.insert(rows.integer(0));
        ++added;
    }
    return added;
}

} // namespace

Result<JournalMatch> reconcile(Database &database, EmergencyJournal &journal)
{
    const Result<QList<JournalEntry>> newest = journal.newest();
    if (!newest)
        return failure(newest.error());
    JournalMatch match;
    std::set<std::int64_t> numbers = numbersOf(*newest);
    if (!numbers.empty())
        match.isAhead = !hasHighest(database, *newest);
    // Lines that a power cut took may lie before those that it left. What is visible in the feed stands on the
    // platform; a journal that was begun anew need not hold it.
    const bool isWhole = numbers.empty() || journal.isShort();
    const std::int64_t first = numbers.empty() ? 0 : *numbers.begin();
    const auto early =
        isWhole ? append(database.query("list_operations_not_visible"), numbers, journal) : Result<qsizetype>(0);
    if (!early)
        return failure(early.error());
    const auto late =
        first > 0 ? append(database.query("list_operations_from", {first}), numbers, journal) : Result<qsizetype>(0);
    if (!late)
        return failure(late.error());
    match.added = *early + *late;
    return match;
}

Result<void> rotateWhenLong(Database &database, EmergencyJournal &journal)
{
    // A long time away leaves a long queue; then all of it is needed, and it fits no memory.
    if (journal.size() < longBytes || database.value("count_operations_not_visible").toLongLong() > mostCarried)
        return {};
    QList<JournalEntry> carried;
    Rows rows = database.query("list_operations_not_visible");
    while (rows.next())
        carried.append(entryOf(rows));
    return journal.beginAnew(carried);
}

} // namespace crema::sync
