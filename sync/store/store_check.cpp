// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/operation_codec.h"
#include "models/selling/receipt_number.h"
#include "sync/store/auditors_check.h"
#include "sync/store/local_store.h"
#include "sync/store/migrator.h"
#include "sync/store/store_comparison.h"

#include <QCoreApplication>

#include <set>

namespace crema::sync {
namespace {

void checkFile(Database &database, QStringList &findings)
{
    Rows rows = database.query("check_integrity");
    while (rows.next()) {
        if (rows.text(0) != QLatin1String("ok"))
            findings.append(QCoreApplication::translate("StoreCheck", "SQLite found damage: %1.").arg(rows.text(0)));
    }
}

std::int64_t checkQueue(Database &database, QStringList &findings)
{
    std::int64_t count = 0;
    std::int64_t bad = 0;
    Rows rows = database.query("list_operation_hashes");
    while (rows.next()) {
        ++count;
        if (payloadHash(rows.bytes(0)) != rows.bytes(1))
            ++bad;
    }
    if (bad > 0)
        findings.append(QCoreApplication::translate("StoreCheck", "%n operations do not match their checksum.", nullptr,
                                                    static_cast<int>(bad)));
    return count;
}

/// sync.md: receipt numbers of a register are gapless and unique. Old sales may have left the store, so the numbers
/// that are there have to be a run without holes that ends at the counter.
void checkReceipts(Database &database, QStringList &findings)
{
    QList<std::pair<QByteArray, std::int64_t>> counters;
    {
        Rows rows = database.query("list_receipt_counters");
        while (rows.next())
            counters.append({rows.bytes(0), rows.integer(1)});
    }
    for (const auto &[reg, last] : counters) {
        std::multiset<std::int64_t> numbers;
        Rows rows = database.query("list_receipt_numbers", {reg});
        while (rows.next()) {
            if (const auto number = ReceiptNumber::fromString(rows.text(0)))
                numbers.insert(number->running);
        }
        if (numbers.empty())
            continue;
        const auto span = *numbers.rbegin() - *numbers.begin() + 1;
        const std::set<std::int64_t> different(numbers.begin(), numbers.end());
        if (different.size() != numbers.size())
            findings.append(QCoreApplication::translate("StoreCheck", "Two sales have the same receipt number."));
        if (span != static_cast<std::int64_t>(different.size()) || *numbers.rbegin() != last)
            findings.append(QCoreApplication::translate("StoreCheck", "A receipt number is missing."));
    }
}

} // namespace

StoreCheck LocalStore::check()
{
    StoreCheck result;
    try {
        checkFile(*m_database, result.findings);
        result.operations = checkQueue(*m_database, result.findings);
        checkReceipts(*m_database, result.findings);
        result.journalEntries = checkAuditorsJournal(*this, result.findings);
        if (const std::optional<Problem> differs = differenceWarning(place().comparison))
            result.findings.append(differs->message);
        result.products = m_database->value("count_products").toLongLong();
        result.sales = m_database->value("count_sales").toLongLong();
        result.schemaVersion = Migrator::versionOf(*m_database);
        if (!isReadOnly())
            m_database->run("check_search_index");
    } catch (const StorageFailure &failed) {
        result.findings.append(failed.problem().message);
    }
    return result;
}

} // namespace crema::sync
