// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/catalog/product_import_presenter.h"

#include "sync/client/reading_right.h"
#include "ui/presenters/catalog/import_row_reader.h"

#include <QCoreApplication>
#include <QIODevice>

namespace crema::presenters {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::presenters::ProductImportPresenter)
};

/// Rows handed to the store at once: enough to be quick, few enough that Ctrl+C is heard soon.
constexpr qsizetype batchSize = 200;

Result<ImportColumns> readHeader(CsvReader &reader, const QHash<QString, QString> &chosen)
{
    const std::optional<CsvRecord> header = reader.next();
    if (!header)
        return failure(ProblemKind::Invalid, u"import.empty"_s, Texts::tr("The file is empty."),
                       Texts::tr("Its first line names the columns, for example: barcode,name,price."));
    if (header->problem)
        return failure(*header->problem);
    QStringList names;
    for (const QString &name : header->fields)
        names.append(name.trimmed());
    return ImportColumns::recognise(names, chosen);
}

/// Looks through the price columns: one decimal mark shows that the file counts major units.
AmountUnit unitOf(QIODevice &file, const ImportColumns &columns)
{
    file.seek(0);
    CsvReader reader(file);
    [[maybe_unused]] const std::optional<CsvRecord> header = reader.next();
    while (const std::optional<CsvRecord> record = reader.next()) {
        if (record->fields.size() != columns.count())
            continue;
        if (hasDecimalMark(columns.text(record->fields, ImportField::Price)) ||
            hasDecimalMark(columns.text(record->fields, ImportField::Cost)))
            return AmountUnit::Major;
    }
    return AmountUnit::Minor;
}

/// The next rows of the file; those that are none go to `outcome.setAside`.
QList<sync::ImportRow> nextBatch(CsvReader &reader, ImportRowReader &rows, ImportOutcome &outcome)
{
    QList<sync::ImportRow> batch;
    while (batch.size() < batchSize) {
        const std::optional<CsvRecord> record = reader.next();
        if (!record)
            break;
        ++outcome.rows;
        Result<sync::ImportRow> row = rows.read(*record);
        if (row)
            batch.append(*std::move(row));
        else
            outcome.setAside.append({record->line, row.error()});
    }
    return batch;
}

void add(ImportOutcome &outcome, const sync::ImportReport &report)
{
    outcome.created += report.created;
    outcome.changed += report.changed;
    outcome.unchanged += report.unchanged;
    outcome.setAside += report.setAside;
}

QString codeOf(const sync::ImportRow &row)
{
    return row.sku.isEmpty() ? row.barcodes.value(0) : row.sku;
}

/// Counts what is new and what is known, and records nothing.
QCoro::Task<Result<sync::ImportReport>> lookUp(sync::Client &client, QList<sync::ImportRow> rows)
{
    sync::ImportReport report;
    for (const sync::ImportRow &row : rows) {
        const Result<sync::CodeHit> hit = co_await client.findByCode(codeOf(row));
        if (!hit && hit.error().kind != ProblemKind::NotFound)
            co_return failure(hit.error());
        ++(hit ? report.changed : report.created);
    }
    co_return report;
}

/// The default price is for products that have none: a price that somebody has set meanwhile stays.
QCoro::Task<Result<void>> fillPrices(sync::Client &client, QList<sync::ImportRow> &rows, Money defaultPrice)
{
    for (sync::ImportRow &row : rows) {
        if (row.price)
            continue;
        const Result<sync::CodeHit> hit = co_await client.findByCode(codeOf(row));
        if (!hit && hit.error().kind != ProblemKind::NotFound)
            co_return failure(hit.error());
        if (!hit || !hit->hit().variant.price)
            row.price = defaultPrice;
    }
    co_return Result<void>();
}

/// Records the rows, or only looks at them.
QCoro::Task<Result<sync::ImportReport>> takeIn(sync::Client &client, QList<sync::ImportRow> rows,
                                               std::optional<Money> defaultPrice, bool dryRun)
{
    if (rows.isEmpty())
        co_return sync::ImportReport();
    if (dryRun)
        co_return co_await lookUp(client, rows);
    if (defaultPrice) {
        const Result<void> filled = co_await fillPrices(client, rows, *defaultPrice);
        if (!filled)
            co_return failure(filled.error());
    }
    co_return co_await client.importProducts(rows);
}

/// Nothing is taken in rather than all but the costs: whoever made the file relies on them.
Problem mayNotImportCosts(const Problem &refusal)
{
    Problem problem = refusal;
    problem.hint = Texts::tr("Take the column of costs out of the file, or let somebody import it who sees costs.");
    return problem;
}

} // namespace

QCoro::Task<Result<ImportOutcome>> ProductImportPresenter::run(QIODevice &file, ImportRequest request) const
{
    sync::Client &client = m_client;
    CsvReader reader(file);
    const Result<ImportColumns> columns = readHeader(reader, request.columns);
    if (!columns)
        co_return failure(columns.error());

    if (const auto right = sync::mayRead(client.state(), Reading::Costs); !right && columns->has(ImportField::Cost))
        co_return failure(mayNotImportCosts(right.error()));

    const Currency currency = client.state().currency();
    ImportOutcome outcome;
    outcome.unreadColumns = columns->unread();
    outcome.hasPrices = columns->has(ImportField::Price) || columns->has(ImportField::Cost);
    if (outcome.hasPrices)
        outcome.unit = unitOf(file, *columns);

    ImportRowReader rows(*columns, currency, outcome.unit);
    const std::optional<Money> defaultPrice =
        request.defaultPrice ? std::optional(Money(*request.defaultPrice, currency)) : std::nullopt;

    file.seek(0);
    CsvReader again(file);
    [[maybe_unused]] const std::optional<CsvRecord> header = again.next();
    while (true) {
        if (request.stopRequested && request.stopRequested()) {
            outcome.stopped = true;
            break;
        }
        const std::int64_t before = outcome.rows;
        const QList<sync::ImportRow> batch = nextBatch(again, rows, outcome);
        if (outcome.rows == before)
            break;
        const Result<sync::ImportReport> report = co_await takeIn(client, batch, defaultPrice, request.dryRun);
        if (!report)
            co_return failure(report.error());
        add(outcome, *report);
        if (request.progress)
            request.progress(outcome.rows);
    }
    std::stable_sort(outcome.setAside.begin(), outcome.setAside.end(),
                     [](const sync::ImportProblem &a, const sync::ImportProblem &b) { return a.line < b.line; });
    co_return outcome;
}

} // namespace crema::presenters
