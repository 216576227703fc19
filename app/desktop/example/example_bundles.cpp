// SPDX-License-Identifier: GPL-3.0-or-later
// Bundles of the example shop: what is in them, and what they put into a sale.
#include "app/desktop/example/example_desk.h"
#include "models/catalog/bundle_rules.h"
#include "models/pricing/bundle_lines.h"
#include "models/pricing/quote.h"

#include <algorithm>

namespace crema::desktop {

void ExampleDesk::addBundle(const QString &name, const QString &sku, const QString &barcode, std::int64_t priceMinor,
                            const QList<std::pair<QString, int>> &parts, int category)
{
    QList<BundleComponent> components;
    for (const auto &[code, quantity] : parts) {
        for (const sync::ProductView &product : std::as_const(m_products)) {
            for (const sync::VariantView &view : product.variants) {
                if (view.variant.sku == code)
                    components.append({view.variant.id, Quantity(quantity)});
            }
        }
    }
    addProduct(name, sku, barcode, priceMinor, category);
    sync::VariantView &view = m_products.last().variants.last();
    view.variant.components = components;
    showParts(view);
}

void ExampleDesk::showParts(sync::VariantView &view) const
{
    view.parts.clear();
    std::int64_t least = Quantity::maxLine;
    for (const BundleComponent &component : std::as_const(view.variant.components)) {
        sync::BundlePartView part;
        part.variant = component.variant;
        part.quantity = component.quantity;
        for (const sync::ProductView &product : m_products) {
            for (const sync::VariantView &each : product.variants) {
                if (each.variant.id != component.variant)
                    continue;
                const QString options = each.variant.optionText();
                part.name = options.isEmpty() ? product.product.name : product.product.name + u' ' + options;
                part.sku = each.variant.sku;
                part.unit = each.variant.unit;
                part.price = each.variant.price;
                part.archived = product.product.archived || each.variant.archived;
                least = std::min(least, each.onHand.units() / component.quantity.units());
            }
        }
        view.parts.append(part);
    }
    if (view.variant.isBundle())
        view.onHand = Quantity(least);
}

Result<void> ExampleDesk::checkBundle(const Variant &bundle) const
{
    QList<KnownComponent> known;
    for (const BundleComponent &component : bundle.components) {
        const Variant *part = soldAs(component.variant).second;
        known.append({component, part ? std::optional(*part) : std::nullopt});
    }
    if (const Result<void> fits = checkComponents(known); !fits)
        return fits;
    return bundle.isBundle() ? checkBundlePrice(bundle, known) : Result<void>();
}

void ExampleDesk::sellBundle(Sale &sale, const sync::SaleLineDraft &wanted, const sync::ProductView &product,
                             const Variant &bundle) const
{
    BundleOffer offer;
    offer.variant = bundle.id;
    offer.name = product.product.name;
    const QList<SaleLineRow> rows = saleLineRows(sale.lines);
    offer.place = static_cast<std::int32_t>(std::ranges::count_if(rows, &SaleLineRow::isBundle));
    offer.price = wanted.price ? *wanted.price : *bundle.price;
    offer.quantity = wanted.quantity;
    offer.note = wanted.note;
    for (const sync::DiscountDraft &discount : wanted.discounts)
        offer.discounts.append({discount.label, discount.tenThousandths, discount.amount});
    for (const BundleComponent &component : bundle.components) {
        const auto [partOf, part] = soldAs(component.variant);
        if (!part || !part->price)
            return;
        CartLine line;
        line.variant = part->id;
        line.product = partOf->product.id;
        line.sku = part->sku;
        line.name = partOf->product.name;
        line.options = part->optionText();
        line.unit = part->unit;
        line.price = *part->price;
        line.taxRate = TaxRate(2000);
        line.quantity = component.quantity;
        offer.parts.append(line);
    }
    const Result<QList<CartLine>> lines = bundleLines(offer);
    if (!lines)
        return;
    Cart cart;
    cart.currency = offer.price.amount.currency();
    cart.lines = *lines;
    const Result<Quote> quoted = crema::quote(cart, {});
    if (!quoted)
        return;
    sale.lines += quoted->lines;
    sale.total += quoted->total;
}

} // namespace crema::desktop
