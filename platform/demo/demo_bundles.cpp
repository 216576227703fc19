// SPDX-License-Identifier: GPL-3.0-or-later
// The demo's bundles. The month before was sold without them.
#include "models/base/uuid7.h"
#include "models/operations/bodies.h"
#include "models/operations/operation_types.h"
#include "platform/demo/demo_builder.h"
#include "platform/demo/demo_files.h"

#include <QJsonArray>

namespace crema::platform {

QList<BundleComponent> DemoBuilder::componentsOf(const QJsonArray &parts) const
{
    QList<BundleComponent> components;
    for (const QJsonValue &part : parts) {
        const QString sku = part.toObject().value(QStringLiteral("sku")).toString();
        const Quantity quantity(part.toObject().value(QStringLiteral("quantity")).toInteger());
        for (const DemoOffer &offer : m_offers) {
            if (offer.variant.sku == sku)
                components.append({offer.variant.id, quantity});
        }
    }
    return components;
}

void DemoBuilder::addBundle(const QJsonObject &json)
{
    const Product product = productOf(json);
    Variant variant;
    variant.id = makeId<VariantId>(m_begin, m_randomness);
    variant.product = product.id;
    variant.sku = json.value(QStringLiteral("sku")).toString();
    variant.barcodes = {nextBarcode()};
    const Money price(json.value(QStringLiteral("price")).toInteger(), m_places.constFirst().location.currency);
    variant.price = Price{price, 1};
    variant.components = componentsOf(json.value(QStringLiteral("parts")).toArray());
    const PersonId admin = m_people.constFirst().id;
    m_devices.back().record(operation::productCreate, {QStringLiteral("product"), product.id.value()},
                            body::toJson(product), admin, m_begin);
    m_devices.back().record(operation::variantCreate, {QStringLiteral("variant"), variant.id.value()},
                            body::toJson(variant), admin, m_begin, body::schemaOf(variant));
}

Result<void> DemoBuilder::addBundles()
{
    const QJsonArray bundles = demoFile(QStringLiteral("bundles")).value(QStringLiteral("bundles")).toArray();
    for (const QJsonValue &bundle : bundles)
        addBundle(bundle.toObject());
    return m_devices.back().push(m_now);
}

} // namespace crema::platform
