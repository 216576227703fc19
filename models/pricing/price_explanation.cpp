// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pricing/price_explanation.h"

#include "models/base/enum_names.h"

#include <array>

namespace crema {
namespace {

constexpr std::array kindNames{
    EnumName<PriceStepKind>{PriceStepKind::CatalogPrice, u"catalog_price"},
    EnumName<PriceStepKind>{PriceStepKind::ListPrice, u"list_price"},
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

} // namespace

QList<PriceStep> explainLine(const SaleLine &line, PricesInclude pricesInclude, const PriceOrigin &origin)
{
    QList<PriceStep> steps;
    addPrices(steps, line, origin);
    for (const SaleDiscount &discount : line.discounts) {
        steps.append({discount.promotion ? PriceStepKind::Promotion : PriceStepKind::Discount, discount.label,
                      discount.coupon, -discount.amount});
    }
    if (!line.cartDiscount.isZero())
        steps.append({PriceStepKind::CartShare, {}, {}, -line.cartDiscount});
    if (pricesInclude == PricesInclude::NoTax)
        steps.append({PriceStepKind::Net, {}, {}, line.net});
    steps.append({PriceStepKind::Tax, {}, {}, line.tax});
    steps.append({PriceStepKind::Total, {}, {}, line.gross});
    return steps;
}

QString priceStepText(PriceStepKind kind)
{
    return enumText(kindNames, kind);
}

} // namespace crema
