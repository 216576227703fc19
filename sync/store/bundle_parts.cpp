// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/bundle_parts.h"

#include "models/money/rounding.h"
#include "models/pricing/bundle_lines.h"
#include "models/pricing/price_list.h"
#include "sync/store/sale_recording.h"

#include <QCoreApplication>

namespace crema::sync {
namespace {

QString nameOf(const Product &product, const Variant &variant)
{
    const QString options = variant.optionText();
    return options.isEmpty() ? product.name : product.name + QLatin1Char(' ') + options;
}

tl::unexpected<Problem> archivedPart(const Variant &part)
{
    return failure(
        ProblemKind::Conflict, QStringLiteral("bundle.archived_component"),
        QCoreApplication::translate("Selling", "%1 is archived, so no bundle with it can be sold.").arg(part.sku),
        QCoreApplication::translate("Selling", "Put something else into the bundle, or sell its other parts."));
}

tl::unexpected<Problem> unpricedBundle(const Variant &bundle)
{
    return failure(ProblemKind::Conflict, QStringLiteral("sale.unpriced"),
                   QCoreApplication::translate("Selling", "%1 has no price, so it cannot be sold.").arg(bundle.sku),
                   QCoreApplication::translate("Selling", "Give it a price first."));
}

tl::unexpected<Problem> unpricedPart(const Variant &part)
{
    return failure(
        ProblemKind::Conflict, QStringLiteral("bundle.unpriced_component"),
        QCoreApplication::translate("Selling", "%1 has no price, so no bundle with it can be sold.").arg(part.sku),
        QCoreApplication::translate("Selling", "Give it a price first."));
}

bool isArchived(LocalStore &store, const Variant &variant)
{
    const std::optional<Product> product = store.rows().catalog().product(variant.product);
    return variant.archived || !product || product->archived;
}

/// One part at what it costs by itself, for whoever buys it: a list that holds for them holds for it.
Result<CartLine> partLine(LocalStore &store, const KnownComponent &known, Quantity bundles,
                          const BundlePricing &pricing)
{
    const Variant &part = *known.variant;
    if (isArchived(store, part))
        return archivedPart(part);
    const Quantity all(known.component.quantity.units() * bundles.units());
    const auto found = listedPrice(store.place().priceRules.lists, part.id, all, pricing.currency, pricing.occasion);
    if (!found && !part.price)
        return unpricedPart(part);
    Result<CartLine> line = catalogLine(store, part.id, found ? std::optional(found->price) : std::nullopt);
    if (line)
        line->quantity = known.component.quantity;
    return line;
}

} // namespace

QList<KnownComponent> knownComponents(LocalStore &store, const Variant &variant)
{
    QList<KnownComponent> known;
    for (const BundleComponent &component : variant.components)
        known.append({component, store.rows().catalog().variant(component.variant)});
    return known;
}

QList<BundlePartView> partsOf(LocalStore &store, const Variant &variant)
{
    QList<BundlePartView> parts;
    const QList<KnownComponent> components = knownComponents(store, variant);
    for (const KnownComponent &each : components) {
        BundlePartView part;
        part.variant = each.component.variant;
        part.quantity = each.component.quantity;
        const std::optional<Product> product =
            each.variant ? store.rows().catalog().product(each.variant->product) : std::nullopt;
        if (product) {
            part.name = nameOf(*product, *each.variant);
            part.sku = each.variant->sku;
            part.unit = each.variant->unit;
            part.price = each.variant->price;
            part.archived = product->archived || each.variant->archived;
        }
        parts.append(part);
    }
    return parts;
}

Quantity onHandAt(LocalStore &store, const Variant &variant, LocationId location)
{
    if (!variant.isBundle())
        return store.rows().selling().onHand(variant.id, location);
    std::optional<std::int64_t> least;
    for (const BundleComponent &component : variant.components) {
        const std::int64_t there = store.rows().selling().onHand(component.variant, location).units();
        const std::int64_t enough = divideRounded(Int128(there), component.quantity.units(), Rounding::Floor);
        least = std::min(least.value_or(enough), enough);
    }
    return Quantity(least.value_or(0));
}

Result<QList<CartLine>> bundleCartLines(LocalStore &store, const SaleLineDraft &draft, const Variant &bundle,
                                        const BundlePricing &pricing)
{
    const std::optional<Price> &price = pricing.listed ? pricing.listed : bundle.price;
    if (!price)
        return unpricedBundle(bundle);
    const QList<KnownComponent> components = knownComponents(store, bundle);
    if (const Result<void> fit = checkComponents(components); !fit)
        return failure(fit.error());
    BundleOffer offer;
    offer.variant = bundle.id;
    const std::optional<Product> product = store.rows().catalog().product(bundle.product);
    offer.name = product ? nameOf(*product, bundle) : bundle.sku;
    offer.place = pricing.place;
    offer.price = *price;
    offer.isPriceByHand = draft.price.has_value();
    offer.quantity = draft.quantity;
    offer.note = draft.note;
    for (const DiscountDraft &discount : draft.discounts)
        offer.discounts.append({discount.label, discount.tenThousandths, discount.amount});
    for (const KnownComponent &each : components) {
        Result<CartLine> line = partLine(store, each, draft.quantity, pricing);
        if (!line)
            return failure(line.error());
        offer.parts.append(*std::move(line));
    }
    return bundleLines(offer);
}

} // namespace crema::sync
