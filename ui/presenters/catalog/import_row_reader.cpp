// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/catalog/import_row_reader.h"

#include "models/catalog/barcode.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace crema::presenters {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::presenters::ImportRowReader)
};

tl::unexpected<Problem> rowProblem(const QString &code, const QString &field, const QString &message,
                                   const QString &hint)
{
    return failure(ProblemKind::Invalid, code, message, hint, {{field, message}});
}

/// A value that no rule knows the column of.
tl::unexpected<Problem> inField(const QString &field, Problem problem)
{
    if (problem.fields.isEmpty())
        problem.fields.append({field, problem.message});
    return failure(problem);
}

bool onlyDigits(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// A code of the shop's own may be anything, but digits of an odd length in a barcode column are a GTIN that lost
/// some: taken as they are, they would never be found by a scan.
Result<Barcode> readBarcode(const QString &text)
{
    const Result<Barcode> barcode = Barcode::parse(text);
    if (barcode && barcode->kind() == Barcode::Kind::Code && onlyDigits(text))
        return rowProblem(
            u"barcode.length"_s, u"barcode"_s,
            Texts::tr("Barcode \"%1\" has %2 digits; a GTIN has 8, 12, 13 or 14.").arg(text).arg(text.size()),
            Texts::tr("Scan the product again, or put a code of your own in the column sku."));
    return barcode;
}

} // namespace

ImportRowReader::ImportRowReader(ImportColumns columns, Currency currency, AmountUnit unit)
    : m_columns(std::move(columns)), m_currency(currency), m_unit(unit)
{}

Result<sync::ImportRow> ImportRowReader::read(const CsvRecord &record)
{
    if (record.problem)
        return failure(*record.problem);
    if (record.fields.size() != m_columns.count())
        return failure(ProblemKind::Invalid, u"import.field_count"_s,
                       Texts::tr("The row has %1 fields; the first line names %2.")
                           .arg(record.fields.size())
                           .arg(m_columns.count()),
                       Texts::tr("Put fields that hold a separator in quotes."));
    sync::ImportRow row;
    row.line = record.line;
    row.name = m_columns.text(record.fields, ImportField::Name);
    row.sku = m_columns.text(record.fields, ImportField::Sku);
    if (row.name.isEmpty())
        return rowProblem(u"import.no_name"_s, u"name"_s, Texts::tr("The row has no name."),
                          Texts::tr("Give the product a name."));
    Result<QStringList> barcodes = readBarcodes(m_columns.text(record.fields, ImportField::Barcode));
    if (!barcodes)
        return failure(barcodes.error());
    row.barcodes = *std::move(barcodes);
    const Result<std::optional<Money>> price = readMoney(record.fields, ImportField::Price);
    const Result<std::optional<Money>> cost = readMoney(record.fields, ImportField::Cost);
    if (!price || !cost)
        return failure(price ? cost.error() : price.error());
    row.price = *price;
    row.cost = *cost;
    row.category = m_columns.text(record.fields, ImportField::Category);
    if (m_columns.has(ImportField::Brand))
        row.brand = m_columns.text(record.fields, ImportField::Brand);
    if (m_columns.has(ImportField::Description))
        row.description = m_columns.text(record.fields, ImportField::Description);
    if (const Result<void> claimed = claimCodes(row); !claimed)
        return failure(claimed.error());
    return row;
}

Result<QStringList> ImportRowReader::readBarcodes(const QString &text) const
{
    static const QRegularExpression between(u"[\\s|;]+"_s);
    QStringList barcodes;
    for (const QString &each : text.split(between, Qt::SkipEmptyParts)) {
        const Result<Barcode> barcode = readBarcode(each);
        if (!barcode)
            return inField(u"barcode"_s, barcode.error());
        // As it is printed: without a SKU of its own it becomes the SKU, which people read.
        if (!barcodes.contains(barcode->display()))
            barcodes.append(barcode->display());
    }
    return barcodes;
}

Result<std::optional<Money>> ImportRowReader::readMoney(const QStringList &record, ImportField field) const
{
    const QString text = m_columns.text(record, field);
    if (text.isEmpty())
        return std::optional<Money>();
    const Result<Money> money = readAmount(text, m_unit, m_currency);
    if (!money)
        return inField(field == ImportField::Price ? u"price"_s : u"cost"_s, money.error());
    return std::optional<Money>(*money);
}

Result<void> ImportRowReader::claimCodes(const sync::ImportRow &row)
{
    const QString skuMark = u"sku "_s;
    QStringList codes = row.barcodes;
    if (!row.sku.isEmpty())
        codes.append(skuMark + row.sku);
    if (codes.isEmpty())
        return rowProblem(u"import.no_code"_s, u"sku"_s, Texts::tr("The row has neither a barcode nor a SKU."),
                          Texts::tr("Give the product one of them."));
    for (const QString &code : codes) {
        if (const auto seen = m_lineOfCode.constFind(code); seen != m_lineOfCode.constEnd())
            return rowProblem(u"import.repeated_code"_s, code.startsWith(skuMark) ? u"sku"_s : u"barcode"_s,
                              Texts::tr("Line %1 of this file has the same code.").arg(*seen),
                              Texts::tr("Keep one of the two rows."));
    }
    for (const QString &code : codes)
        m_lineOfCode.insert(code, row.line);
    return {};
}

} // namespace crema::presenters
