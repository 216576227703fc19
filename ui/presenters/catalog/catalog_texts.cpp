// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/catalog/catalog_texts.h"

#include "models/catalog/barcode.h"
#include "models/money/money_text.h"

#include <QCoreApplication>

namespace crema {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("CatalogTexts", text);
}

} // namespace

QString CatalogTexts::price(const CatalogRow &row) const
{
    if (!row.price)
        return {};
    const QString amount = formatAmount(row.price->amount, m_locale);
    if (row.unit == Unit::Gram && row.price->per == 1000)
        return tr("%1 / kg").arg(amount);
    if (row.unit == Unit::Gram)
        return tr("%1 / %2 g").arg(amount, number(row.price->per));
    return row.price->per == 1 ? amount : tr("%1 / %2").arg(amount, number(row.price->per));
}

QString CatalogTexts::typedPrice(const CatalogRow &row) const
{
    return row.price ? plainAmount(row.price->amount).replace(u'.', m_locale.decimalPoint()) : QString();
}

QString CatalogTexts::stock(const CatalogRow &row) const
{
    return row.isStockHidden ? QString() : m_texts.quantity(row.onHand, row.unit);
}

QString CatalogTexts::lowStock(const CatalogRow &row) const
{
    return row.isStockHidden ? QString() : m_texts.lowStock(row.onHand, row.unit);
}

QString CatalogTexts::weight(const CatalogRow &row) const
{
    return row.weightGrams ? tr("%1 g").arg(number(*row.weightGrams)) : QString();
}

QString CatalogTexts::barcodes(const QStringList &normalised)
{
    QStringList shown;
    for (const QString &code : normalised) {
        const Result<Barcode> barcode = Barcode::parse(code);
        shown.append(barcode ? barcode->display() : code);
    }
    return shown.join(QStringLiteral(", "));
}

QString CatalogTexts::title(const CatalogRow &row)
{
    // A product with one variant often has its size in its name already.
    return row.option.isEmpty() || row.name.contains(row.option) ? row.name : row.name + u' ' + row.option;
}

} // namespace crema
