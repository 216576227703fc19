// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command/product_import_command.h"

#include "models/base/json.h"
#include "ui/command/session.h"
#include "ui/command/wire_values.h"

#include <QCoreApplication>
#include <QFile>

namespace crema::command {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::command::ProductImportCommand)
};

/// The file to import, open for reading and seekable.
Result<std::unique_ptr<QIODevice>> openFile(Session &session, const QString &path)
{
    const bool isInput = path == u"-";
    const Result<QString> place = isInput ? session.inputFile() : session.environment().pathOf(path);
    if (!place)
        return failure(place.error());
    auto file = std::make_unique<QFile>(*place);
    if (file->open(QIODevice::ReadOnly) && !file->isSequential())
        return file;
    return failure(file->exists() ? ProblemKind::Failed : ProblemKind::NotFound, u"file.unreadable"_s,
                   Texts::tr("\"%1\" cannot be read: %2.").arg(path, file->errorString()),
                   Texts::tr("Check the path and that you may read the file."));
}

Result<QHash<QString, QString>> readColumns(const QStringList &words)
{
    QHash<QString, QString> columns;
    for (const QString &word : words) {
        const qsizetype equals = word.indexOf(u'=');
        if (equals < 1)
            return failure(ProblemKind::Invalid, u"usage.flag_value"_s,
                           Texts::tr("--column does not take \"%1\".").arg(word),
                           Texts::tr("Write --column NAME=HEADER, for example --column \"name=Product title\"."));
        columns.insert(word.left(equals), word.mid(equals + 1));
    }
    return columns;
}

QJsonObject outcomeJson(const presenters::ImportOutcome &outcome, bool dryRun)
{
    QJsonArray setAside;
    for (const sync::ImportProblem &each : outcome.setAside) {
        QJsonObject row = problemJson(each.problem);
        row.insert(u"line"_s, static_cast<qint64>(each.line));
        row.insert(u"reason"_s, each.problem.message);
        setAside.append(row);
    }
    const QString unit = outcome.unit == presenters::AmountUnit::Minor ? u"minor"_s : u"major"_s;
    return {{u"rows"_s, static_cast<qint64>(outcome.rows)},
            {u"created"_s, static_cast<qint64>(outcome.created)},
            {u"changed"_s, static_cast<qint64>(outcome.changed)},
            {u"unchanged"_s, static_cast<qint64>(outcome.unchanged)},
            {u"set_aside_count"_s, static_cast<qint64>(outcome.setAside.size())},
            {u"set_aside"_s, setAside},
            {u"columns_not_read"_s, QJsonArray::fromStringList(outcome.unreadColumns)},
            {u"price_unit"_s, outcome.hasPrices ? QJsonValue(unit) : QJsonValue(QJsonValue::Null)},
            {u"dry_run"_s, dryRun},
            {u"interrupted"_s, outcome.stopped}};
}

/// What is wrong with which column: one that breaks a rule in several names them all.
QString reasonOf(const Problem &problem)
{
    QStringList reasons;
    for (const FieldProblem &field : problem.fields)
        reasons.append(
            Texts::tr("%1: %2", "a column of the file, what is wrong with it").arg(field.field, field.message));
    if (reasons.isEmpty())
        reasons.append(problem.message);
    if (!problem.hint.isEmpty())
        reasons.append(problem.hint);
    return reasons.join(u' ');
}

QStringList warningsOf(const presenters::ImportOutcome &outcome)
{
    QStringList lines;
    for (const sync::ImportProblem &each : outcome.setAside)
        lines.append(Texts::tr("Line %1 set aside: %2").arg(each.line).arg(reasonOf(each.problem)));
    if (!outcome.unreadColumns.isEmpty())
        lines.append(Texts::tr("Columns that were not read: %1.").arg(outcome.unreadColumns.join(u", "_s)));
    if (outcome.hasPrices)
        lines.append(outcome.unit == presenters::AmountUnit::Minor
                         ? Texts::tr("Prices were read in minor units: 1290 is 12.90.")
                         : Texts::tr("Prices were read with decimals: 12.9 is 12.90."));
    if (outcome.stopped)
        lines.append(Texts::tr("Stopped by Ctrl+C after %1 rows; they are kept. Run the command again to go on.")
                         .arg(outcome.rows));
    return lines;
}

ExitCode exitCodeFor(const presenters::ImportOutcome &outcome)
{
    if (outcome.stopped)
        return ExitCode::Interrupted;
    return outcome.setAside.isEmpty() ? ExitCode::Done : ExitCode::SomeFailed;
}

Answer answerFor(const presenters::ImportOutcome &outcome, bool dryRun)
{
    const QString sentence =
        dryRun
            ? Texts::tr("Would create %1 products and look at %2 known ones; %3 rows set aside. Nothing was changed.")
            : Texts::tr("%1 products created, %2 changed, %3 rows set aside, %4 unchanged.");
    const QString filled =
        dryRun ? sentence.arg(outcome.created).arg(outcome.changed).arg(outcome.setAside.size())
               : sentence.arg(outcome.created).arg(outcome.changed).arg(outcome.setAside.size()).arg(outcome.unchanged);
    return {.schema = u"product-import/1"_s,
            .object = outcomeJson(outcome, dryRun),
            .columns = {{u"rows"_s, Texts::tr("Rows")},
                        {u"created"_s, Texts::tr("Created")},
                        {u"changed"_s, Texts::tr("Changed")},
                        {u"unchanged"_s, Texts::tr("Unchanged")},
                        {u"set_aside_count"_s, Texts::tr("Set aside")}},
            .sentence = filled,
            .warnings = warningsOf(outcome),
            .next = u"crema product list"_s,
            .exitCode = exitCodeFor(outcome)};
}

QCoro::Task<Result<Answer>> importProducts(Session &session)
{
    const Invocation &invocation = session.invocation();
    const Result<QHash<QString, QString>> columns = readColumns(invocation.all(u"column"));
    if (!columns)
        co_return failure(columns.error());
    const Result<std::unique_ptr<QIODevice>> file = openFile(session, invocation.argument(0));
    if (!file)
        co_return failure(file.error());
    const bool dryRun = invocation.has(u"dry-run");
    const auto services = co_await session.services(dryRun ? StoreAccess::Read : StoreAccess::Write);
    if (!services)
        co_return failure(services.error());

    presenters::ImportRequest request;
    request.columns = *columns;
    request.defaultPrice = invocation.number(u"default-price");
    request.dryRun = dryRun;
    request.stopRequested = session.environment().stopRequested;
    if (session.environment().errorIsTerminal && invocation.form() == Form::Human)
        request.progress = [&session](qint64 rows) { session.showProgress(Texts::tr("%1 rows").arg(rows)); };
    const Result<presenters::ImportOutcome> outcome = co_await (*services)->productImport.run(**file, request);
    session.endProgress();
    if (!outcome)
        co_return failure(outcome.error());
    co_return answerFor(*outcome, dryRun);
}

} // namespace

Verb productImportVerb()
{
    return {
        .name = u"import"_s,
        .summary = Texts::tr("Takes products from a CSV file into the catalog."),
        .examples = {{u"crema product import products.csv"_s, {}},
                     {u"crema product import list.csv --column \"name=Product title\""_s, {}},
                     {u"crema product import new.csv --default-price 1290 --dry-run"_s, {}}},
        .arguments = {{.name = u"FILE.csv"_s, .help = Texts::tr("the file; \"-\" is standard input"), .file = true}},
        .flags = {{.name = u"column"_s,
                   .kind = Flag::Kind::Text,
                   .value = u"NAME=HEADER"_s,
                   .help = Texts::tr("which column is the name, barcode …"),
                   .repeated = true},
                  {.name = u"default-price"_s,
                   .kind = Flag::Kind::Number,
                   .value = u"MINOR"_s,
                   .help = Texts::tr("for products without a price"),
                   .minimum = 0,
                   .maximum = json::maxInteger}},
        .common = {u"dry-run"_s},
        .notes = Texts::tr("Columns are recognised by their header: barcode, name, sku, price, cost, category, brand, "
                           "description. A name, and a barcode or SKU, are needed. Without a SKU the barcode is the "
                           "SKU; without a price the product cannot be sold until it has one.\n"
                           "A row that cannot be taken is set aside with its line and reason, and the exit code is "
                           "6; all others are taken. Running the same file again makes no doubles.\n"
                           "Prices are minor units, unless one of them has a decimal mark: then all are read as "
                           "amounts like 12.90."),
        .handler = importProducts};
}

} // namespace crema::command
