// SPDX-License-Identifier: GPL-3.0-or-later
// Bundles at the till: put together at one, and sold at any that has heard of them. What lies in one is known to
// whoever put it together, so that its parts are counted without the product.
#include "models/base/uuid7.h"
#include "tests/simulation/world/answer_of.h"
#include "tests/simulation/world/sim_clock.h"
#include "tests/simulation/world/sim_register.h"

namespace crema::simulation {

namespace {

Money euros(std::int64_t minor)
{
    return {minor, *Currency::fromCode(u"EUR")};
}

} // namespace

void SimRegister::useBundles()
{
    if (!m_client->state().openShift)
        return;
    const QList<Oracle::Bundle> known = m_world.oracle.bundles();
    if (known.isEmpty() || m_bundleDice.chance(250))
        makeBundle();
    else
        sellBundle(m_bundleDice.oneOf(known));
}

void SimRegister::makeBundle()
{
    const QList<Variant> &variants = TemplateWorld::instance().variants;
    Product product;
    product.name = QStringLiteral("Set %1.%2").arg(m_number).arg(++m_edits);
    Variant variant;
    variant.id = VariantId(makeUuid7(UtcTime(SimClock::beginMs), m_bundleDice));
    variant.sku = QStringLiteral("SET-%1-%2").arg(m_number).arg(m_edits);
    Oracle::Bundle bundle{variant.id.value(), variant.sku, m_bundleDice.between(0, 1'500), {}};
    variant.price = Price{euros(bundle.priceMinor), 1};
    const auto first = m_bundleDice.between(0, variants.size() - 1);
    const std::int64_t count = m_bundleDice.between(1, 3);
    for (std::int64_t i = 0; i < count; ++i) {
        const VariantId part = variants.at((first + i) % variants.size()).id;
        const Quantity quantity(m_bundleDice.between(1, 3));
        variant.components.append({part, quantity});
        bundle.parts.append({part.value(), quantity.units()});
    }
    // It may be there although the till ends in the middle of it.
    m_world.oracle.bundleIsMade(bundle);
    const auto created = answerOf(m_client->createProduct(product, {variant}));
    note(created && *created ? "puts together " + variant.sku.toUtf8() : "puts nothing together");
    ++m_world.counts["person.bundle"];
}

void SimRegister::sellBundle(const Oracle::Bundle &bundle)
{
    const auto hit = answerOf(m_client->findByCode(bundle.sku));
    if (!hit || !*hit || (*hit)->variant.value() != bundle.variant)
        return; // it has not heard of it yet, or never will
    const std::int64_t count = m_bundleDice.between(1, 2);
    sync::SaleDraft draft;
    draft.lines = {{VariantId(bundle.variant), Quantity(count), {}, {}, {}}};
    if (count == 2)
        draft.customerNote = QStringLiteral("Packed by hand");
    draft.tenders.append({PaymentMethod::Cash, euros(100'000), true});
    QList<Oracle::Line> lines;
    for (const Oracle::Line &part : bundle.parts)
        lines.append({part.variant, part.quantity * count});
    const auto quoted = answerOf(m_client->quote(draft));
    if (quoted && *quoted)
        m_world.oracle.bundleIsOffered(bundle, count, (*quoted)->total.minor());
    ++m_world.counts["person.bundle_sale"];
    recordSale(draft, lines);
}

} // namespace crema::simulation
