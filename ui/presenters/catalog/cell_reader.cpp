// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/catalog/cell_reader.h"

#include "models/catalog/barcode.h"
#include "models/catalog/product_rules.h"
#include "models/money/money_input.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace crema {

namespace {

constexpr std::int64_t gramsPerPrice = 1000;

QString tr(const char *text)
{
    return QCoreApplication::translate("CellReader", text);
}

} // namespace

Result<QString> readNameCell(const QString &text)
{
    Product product;
    product.name = text;
    const Result<Product> checked = checkedProduct(product);
    if (!checked)
        return failure(checked.error());
    return checked->name;
}

Result<std::optional<Price>> readPriceCell(const QString &text, const CatalogRow &row, Currency currency,
                                           const QLocale &locale)
{
    if (text.trimmed().isEmpty())
        return std::optional<Price>();
    const Result<Money> amount = MoneyInput::parse(text.trimmed(), currency, locale);
    if (!amount)
        return failure(amount.error());
    if (amount->isNegative())
        return failure(ProblemKind::Invalid, QStringLiteral("price.negative"),
                       tr("A price cannot be less than nothing."), tr("Type the price without a minus."));
    if (amount->minor() > maxPriceMinor)
        return failure(ProblemKind::Invalid, QStringLiteral("price.too_large"),
                       tr("This price is too large to be kept."), tr("Check for digits too many."));
    const std::int64_t per = row.price ? row.price->per : row.unit == Unit::Gram ? gramsPerPrice : 1;
    return std::optional(Price{*amount, per});
}

Result<QStringList> readBarcodesCell(const QString &text)
{
    static const QRegularExpression between(QStringLiteral("[\\s,;]+"));
    QStringList codes;
    for (const QString &part : text.split(between, Qt::SkipEmptyParts)) {
        const Result<Barcode> barcode = Barcode::parse(part);
        if (!barcode)
            return failure(barcode.error());
        if (!codes.contains(barcode->normalised()))
            codes.append(barcode->normalised());
    }
    return codes;
}

} // namespace crema
