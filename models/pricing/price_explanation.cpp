// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pricing/price_explanation.h"

#include "models/base/enum_names.h"
#include "models/pricing/bundle_lines.h"

#include <algorithm>
#include <array>

namespace crema {
namespace {

constexpr std::array kindNames{
    EnumName<PriceStepKind>{PriceStepKind::CatalogPrice, u"catalog_price"},
    EnumName<PriceStepKind>{PriceStepKind::ListPrice, u"list_price"},
    EnumName<PriceStepKind>{PriceStepKind::Part, u"part"},
    EnumName<PriceStepKind>{PriceStepKind::Bundle, u"bundle"},
    EnumName<PriceStepKind>{PriceStepKind::Promotion, u"promotion"},
    EnumName<PriceStepKind>{PriceStepKind::Discount, u"discount"},
    EnumName<PriceStepKind>{PriceStepKind::CartShare, u"cart_share"},
    EnumName<PriceStepKind>{PriceStepKind::Net, u"net"},
    EnumName<PriceStepKind>{PriceStepKind::Tax, u"tax"},
    EnumName<PriceStepKind>{PriceStepKind::Total, u"total"},
};

void addPrices(QList<PriceStep> &steps, const SaleLine &line, const PriceOrigin &origin)
{
    const Result<Money> catalog =
        origin.catalog ? origin.catalog->extended(line.quantity) : line.price.extended(line.quantity);
    const bool isListed = !origin.listName.isEmpty();
    if (catalog && (origin.catalog || !isListed))
        steps.append({PriceStepKind::CatalogPrice, {}, {}, *catalog});
    const Result<Money> charged = line.price.extended(line.quantity);
    if (isListed && charged)
        steps.append({PriceStepKind::ListPrice, origin.listName, {}, *charged});
}

PriceStepKind kindOf(const SaleDiscount &discount, const SaleDiscount *ofBundle)
{
    if (&discount == ofBundle)
        return PriceStepKind::Bundle;
    return discount.promotion ? PriceStepKind::Promotion : PriceStepKind::Discount;
}

/// More of a step that is there already, or another one behind it.
void addTo(QList<PriceStep> &steps, const PriceStep &step)
{
    for (PriceStep &there : steps) {
        if (there.kind == step.kind && there.label == step.label && there.coupon == step.coupon) {
            there.amount += step.amount;
            return;
        }
    }
    steps.append(step);
}

} // namespace

QList<PriceStep> explainLine(const SaleLine &line, PricesInclude pricesInclude, const PriceOrigin &origin)
{
    QList<PriceStep> steps;
    addPrices(steps, line, origin);
    const SaleDiscount *ofBundle = bundleDiscount(line);
    for (const SaleDiscount &discount : line.discounts)
        steps.append({kindOf(discount, ofBundle), discount.label, discount.coupon, -discount.amount});
    if (!line.cartDiscount.isZero())
        steps.append({PriceStepKind::CartShare, {}, {}, -line.cartDiscount});
    if (pricesInclude == PricesInclude::NoTax)
        steps.append({PriceStepKind::Net, {}, {}, line.net});
    steps.append({PriceStepKind::Tax, {}, {}, line.tax});
    steps.append({PriceStepKind::Total, {}, {}, line.gross});
    return steps;
}

QList<PriceStep> explainBundle(const QList<SaleLine> &parts, PricesInclude pricesInclude)
{
    QList<PriceStep> prices;
    QList<PriceStep> others;
    for (const SaleLine &part : parts) {
        const QString name = part.options.isEmpty() ? part.name : part.name + QLatin1Char(' ') + part.options;
        const QList<PriceStep> steps = explainLine(part, pricesInclude);
        for (const PriceStep &step : steps) {
            if (step.kind == PriceStepKind::CatalogPrice)
                prices.append({PriceStepKind::Part, name, {}, step.amount});
            else
                addTo(others, step);
        }
    }
    // A part of which nothing was taken off has its later steps in the places of the others.
    std::ranges::stable_sort(others, {}, &PriceStep::kind);
    return prices + others;
}

QString priceStepText(PriceStepKind kind)
{
    return enumText(kindNames, kind);
}

} // namespace crema
