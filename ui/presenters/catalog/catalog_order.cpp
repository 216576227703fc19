// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/catalog/catalog_order.h"

#include "models/text/fold.h"

#include <algorithm>

namespace crema {

namespace {

bool isNumber(CatalogColumn column)
{
    return column == CatalogColumn::Price || column == CatalogColumn::Stock || column == CatalogColumn::Weight;
}

bool isNatural(CatalogColumn column)
{
    return column == CatalogColumn::Sku || column == CatalogColumn::Option || column == CatalogColumn::Barcode;
}

QString textOf(const CatalogRow &row, CatalogColumn column)
{
    switch (column) {
    case CatalogColumn::Name: return row.name;
    case CatalogColumn::Option: return row.option;
    case CatalogColumn::Sku: return row.sku;
    case CatalogColumn::Barcode: return row.barcodes.value(0);
    case CatalogColumn::Category: return row.category;
    default: return {};
    }
}

std::optional<std::int64_t> numberOf(const CatalogRow &row, CatalogColumn column)
{
    if (column == CatalogColumn::Stock)
        return row.onHand.units();
    if (column == CatalogColumn::Weight)
        return row.weightGrams;
    return row.price ? std::optional(row.price->amount.minor()) : std::nullopt;
}

} // namespace

CatalogOrder::CatalogOrder(const QLocale &locale, const QList<Key> &keys)
    : m_collator(locale.language() == QLocale::C ? QLocale(QLocale::English) : locale), m_keys(keys)
{
    m_collator.setCaseSensitivity(Qt::CaseInsensitive);
    m_collator.setNumericMode(true);
}

CatalogOrder::Value CatalogOrder::valueOf(const CatalogRow &row, CatalogColumn column) const
{
    Value value;
    if (isNumber(column)) {
        const std::optional<std::int64_t> number = numberOf(row, column);
        value.number = number.value_or(0);
        value.missing = !number;
        return value;
    }
    const QString text = textOf(row, column);
    value.missing = text.isEmpty();
    if (isNatural(column))
        value.natural = text;
    else
        value.text = m_collator.sortKey(text);
    return value;
}

int CatalogOrder::compare(const Value &a, const Value &b, CatalogColumn column) const
{
    if (isNumber(column))
        return a.number < b.number ? -1 : a.number > b.number ? 1 : 0;
    if (isNatural(column))
        return naturalLess(a.natural, b.natural) ? -1 : naturalLess(b.natural, a.natural) ? 1 : 0;
    return a.text->compare(*b.text);
}

bool CatalogOrder::less(const Entry &a, const Entry &b) const
{
    for (qsizetype i = 0; i < m_keys.size(); ++i) {
        const Value &left = a.values[static_cast<std::size_t>(i)];
        const Value &right = b.values[static_cast<std::size_t>(i)];
        if (left.missing != right.missing)
            return right.missing;
        if (left.missing)
            continue;
        const int difference = compare(left, right, m_keys.at(i).column);
        if (difference != 0)
            return m_keys.at(i).order == Qt::AscendingOrder ? difference < 0 : difference > 0;
    }
    return false;
}

void CatalogOrder::add(const QList<CatalogRow> &page)
{
    const auto before = static_cast<std::ptrdiff_t>(m_entries.size());
    for (const CatalogRow &row : page) {
        Entry entry{row, {}};
        for (const Key &key : std::as_const(m_keys))
            entry.values.push_back(valueOf(row, key.column));
        m_entries.push_back(std::move(entry));
    }
    const auto byKeys = [this](const Entry &a, const Entry &b) { return less(a, b); };
    std::stable_sort(m_entries.begin() + before, m_entries.end(), byKeys);
    std::inplace_merge(m_entries.begin(), m_entries.begin() + before, m_entries.end(), byKeys);
}

QList<CatalogRow> CatalogOrder::takeRows()
{
    QList<CatalogRow> rows;
    rows.reserve(static_cast<qsizetype>(m_entries.size()));
    for (Entry &entry : m_entries)
        rows.append(std::move(entry.row));
    m_entries.clear();
    return rows;
}

} // namespace crema
