// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/till/bundle_words.h"

#include "ui/presenters/till/price_steps.h"

#include <QCoreApplication>

#include <algorithm>

namespace crema {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::BundleWords)
};

Problem cannotSell(const QString &code, const QString &message, const QString &hint)
{
    return {ProblemKind::Conflict, code, message, hint, {}};
}

/// What the parts cost one by one.
Money worthOfRow(const Sale &sale, const SaleLineRow &row)
{
    Money worth = rowListAmount(sale.lines, row, sale.pricesInclude);
    for (qsizetype i = row.first; i < row.first + row.count; ++i) {
        if (const SaleDiscount *own = bundleDiscount(sale.lines.at(i)))
            worth += own->amount;
    }
    return worth;
}

} // namespace

std::optional<Problem> whyNoBundle(const TillItem &item)
{
    for (const sync::BundlePartView &part : item.parts) {
        if (part.name.isEmpty())
            return cannotSell(QStringLiteral("bundle.unknown_component"),
                              Texts::tr("A part of “%1” is not known here, so it cannot be sold.").arg(item.name),
                              Texts::tr("Fetch the latest changes, or sell its other parts one by one."));
        if (part.archived)
            return cannotSell(
                QStringLiteral("bundle.archived_component"),
                Texts::tr("“%1” is archived, so “%2” cannot be sold.", "part, bundle").arg(part.name, item.name),
                Texts::tr("Put something else into the bundle, or sell its other parts one by one."));
        if (!part.price)
            return cannotSell(
                QStringLiteral("bundle.unpriced_component"),
                Texts::tr("“%1” has no price, so “%2” cannot be sold.", "part, bundle").arg(part.name, item.name),
                Texts::tr("Give the part a price in the catalog, then add the bundle again."));
    }
    return std::nullopt;
}

QStringList partTexts(const QList<sync::BundlePartView> &parts, Quantity bundles, const TillTexts &texts)
{
    QStringList all;
    for (const sync::BundlePartView &part : parts) {
        const QString name = part.name.isEmpty() ? Texts::tr("an unknown article") : part.name;
        const Quantity quantity(part.quantity.units() * bundles.units());
        all.append(Texts::tr("%1 × %2", "quantity, part of a bundle").arg(texts.quantity(quantity, part.unit), name));
    }
    return all;
}

bool isRowOf(const Sale &quoted, const SaleLineRow &row, VariantId variant)
{
    const SaleLine &line = quoted.lines.at(row.first);
    return (line.bundle ? line.bundle->variant : line.variant) == variant;
}

Price priceOfRow(const Sale &quoted, const SaleLineRow &row)
{
    const SaleLine &line = quoted.lines.at(row.first);
    if (!row.isBundle)
        return line.price;
    const Money all = rowListAmount(quoted.lines, row, quoted.pricesInclude);
    const std::int64_t bundles = std::max<std::int64_t>(line.bundle->quantity.units(), 1);
    if (all.minor() % bundles == 0)
        return {Money(all.minor() / bundles, all.currency()), 1};
    return {all, bundles};
}

bool isSoldAsParts(const Sale &quoted, const SaleLineRow &row)
{
    return row.isBundle && worthOfRow(quoted, row) == rowListAmount(quoted.lines, row, quoted.pricesInclude);
}

Money paidOfRow(const Sale &quoted, const SaleLineRow &row)
{
    Money paid(0, quoted.total.currency());
    for (qsizetype i = row.first; i < row.first + row.count; ++i)
        paid += quoted.pricesInclude == PricesInclude::Tax ? quoted.lines.at(i).gross : quoted.lines.at(i).net;
    return paid;
}

QStringList priceStepsOfRow(const Sale &sale, qsizetype row, const QLocale &locale)
{
    const QList<SaleLineRow> rows = saleLineRows(sale.lines);
    if (row < 0 || row >= rows.size())
        return {};
    const SaleLineRow &place = rows.at(row);
    if (!place.isBundle)
        return priceStepsOfLine(sale, place.first, locale);
    const TillTexts texts(locale);
    const SaleBundle &bundle = *sale.lines.at(place.first).bundle;
    const QString quantity = texts.quantity(bundle.quantity, Unit::Piece);
    const QString worth = texts.amount(worthOfRow(sale, place));
    QStringList steps;
    if (isSoldAsParts(sale, place))
        steps.append(
            Texts::tr("%1 × %2 costs no more than its parts one by one, which is %3.", "quantity, bundle, amount")
                .arg(quantity, bundle.name, worth));
    else
        steps.append(
            Texts::tr("The parts of %1 × %2 cost %3 one by one, and together %4.", "quantity, bundle, amount, amount")
                .arg(quantity, bundle.name, worth, texts.amount(rowListAmount(sale.lines, place, sale.pricesInclude))));
    for (qsizetype i = place.first; i < place.first + place.count; ++i)
        steps += priceStepsOfLine(sale, i, locale);
    if (place.count > 1)
        steps.append(Texts::tr("All of its parts together: %1.").arg(texts.amount(paidOfRow(sale, place))));
    return steps;
}

} // namespace crema
