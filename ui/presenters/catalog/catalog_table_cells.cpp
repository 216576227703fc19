// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in the cells of the catalog's tables, and over them.
#include "ui/presenters/catalog/catalog_table_model.h"

namespace crema {

namespace {

/// "€" or "CHF": what the locale writes beside an amount.
QString symbolOf(Currency currency, const CatalogTexts &texts)
{
    QString symbol;
    for (const QChar letter : texts.amount(Money(0, currency))) {
        if (!letter.isDigit() && !letter.isSpace() && !letter.isPunct())
            symbol.append(letter);
    }
    return symbol;
}

} // namespace

QList<DataColumn> CatalogTableModel::columns() const
{
    QList<DataColumn> described;
    for (const CatalogColumn column : m_columns)
        described.append(describe(column));
    if (!m_columns.contains(CatalogColumn::Name)) { // a product's own variants are known by their options
        described.first().kind = ColumnKind::Name;
        described.first().stretches = true;
        described.first().importance = 0;
    }
    return described;
}

DataColumn CatalogTableModel::describe(CatalogColumn column) const
{
    const auto id = [](const char *name) { return QString::fromLatin1(name); };
    switch (column) {
    case CatalogColumn::Name:
        return {.id = id("name"), .title = tr("Product"), .kind = ColumnKind::Name, .width = 280, .stretches = true};
    case CatalogColumn::Option: return {.id = id("option"), .title = tr("Option"), .width = 152, .importance = 1};
    case CatalogColumn::Sku:
        return {.id = id("sku"), .title = tr("SKU"), .kind = ColumnKind::Muted, .width = 146, .importance = 2};
    case CatalogColumn::Barcode:
        return {.id = id("barcode"),
                .title = tr("Barcode"),
                .kind = ColumnKind::Muted,
                .width = 150,
                .importance = 4,
                .takesCodes = true};
    case CatalogColumn::Category: return {.id = id("category"), .title = tr("Category"), .width = 130, .importance = 5};
    case CatalogColumn::Price:
        return {.id = id("price"),
                .title = tr("Price, %1").arg(symbolOf(m_currency, m_texts)),
                .kind = ColumnKind::Number,
                .width = 110};
    case CatalogColumn::Stock:
        return {.id = id("stock"), .title = tr("In stock"), .kind = ColumnKind::Number, .width = 96, .importance = 1};
    case CatalogColumn::Weight:
        return {.id = id("weight"), .title = tr("Weight"), .kind = ColumnKind::Number, .width = 96, .importance = 6};
    case CatalogColumn::Status: break;
    }
    return {.id = id("status"),
            .title = tr("Status"),
            .kind = ColumnKind::Badge,
            .width = 150,
            .sortable = false,
            .importance = 3};
}

QString CatalogTableModel::text(const CatalogRow &row, CatalogColumn column) const
{
    switch (column) {
    case CatalogColumn::Name: return row.name;
    case CatalogColumn::Option: return row.option;
    case CatalogColumn::Sku: return row.sku;
    case CatalogColumn::Barcode: return CatalogTexts::barcodes(row.barcodes);
    case CatalogColumn::Category: return row.category;
    case CatalogColumn::Price: return m_texts.price(row);
    case CatalogColumn::Stock: return m_texts.stock(row);
    case CatalogColumn::Weight: return m_texts.weight(row);
    case CatalogColumn::Status: break;
    }
    const std::optional<CellBadge> shown = badge(row);
    return shown ? shown->text : QString();
}

QString CatalogTableModel::typedText(const CatalogRow &row, CatalogColumn column) const
{
    return column == CatalogColumn::Price ? m_texts.typedPrice(row) : text(row, column);
}

QVariant CatalogTableModel::raw(const CatalogRow &row, CatalogColumn column) const
{
    switch (column) {
    case CatalogColumn::Price: return m_texts.typedPrice(row);
    case CatalogColumn::Stock: return row.isStockHidden ? QString() : QString::number(row.onHand.units());
    case CatalogColumn::Weight: return row.weightGrams ? QString::number(*row.weightGrams) : QString();
    default: return text(row, column);
    }
}

std::optional<CellBadge> CatalogTableModel::badge(const CatalogRow &row) const
{
    const RecordState state = std::max(m_states.value(row.variant.value()), m_states.value(row.product.value()));
    if (state != RecordState::Synced)
        return recordBadge(state);
    if (row.archived)
        return CellBadge{QStringLiteral("folder"), tr("Archived"), Tone::Neutral};
    if (!row.price)
        return CellBadge{QStringLiteral("warn"), tr("No price"), Tone::Warning};
    if (const QString low = m_texts.lowStock(row); !low.isEmpty())
        return CellBadge{QStringLiteral("box"), low, Tone::Warning};
    return std::nullopt;
}

} // namespace crema
