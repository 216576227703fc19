// SPDX-License-Identifier: GPL-3.0-or-later
// The demo's promotions and price lists.
#include "models/feed/entity_types.h"
#include "models/operations/bodies.h"
#include "models/operations/operation_types.h"
#include "platform/demo/demo_builder.h"
#include "platform/demo/demo_files.h"

#include <QJsonArray>

namespace crema::platform {
namespace {

/// The same with ids in place of what is named.
QJsonValue resolved(const QJsonValue &value, const QHash<QString, QString> &ids)
{
    if (value.isString())
        return ids.value(value.toString(), value.toString());
    if (value.isArray()) {
        QJsonArray array;
        const QJsonArray named = value.toArray();
        for (const QJsonValue &each : named)
            array.append(resolved(each, ids));
        return array;
    }
    if (!value.isObject())
        return value;
    QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member)
        *member = resolved(*member, ids);
    return object;
}

} // namespace

QHash<QString, QString> DemoBuilder::namedIds() const
{
    QHash<QString, QString> ids;
    for (auto category = m_categories.begin(); category != m_categories.end(); ++category)
        ids.insert(QStringLiteral("category:") + category.key(), category->toString());
    const QJsonArray products = demoFile(QStringLiteral("products")).value(QStringLiteral("products")).toArray();
    for (const QJsonValue &product : products) {
        const QString sku = product[QStringLiteral("sku")].toString();
        for (const DemoOffer &offer : m_offers) {
            if (offer.product.name == product[QStringLiteral("name")].toString())
                ids.insert(QStringLiteral("product:") + sku, offer.product.id.toString());
        }
    }
    for (const DemoOffer &offer : m_offers)
        ids.insert(QStringLiteral("variant:") + offer.variant.sku, offer.variant.id.toString());
    return ids;
}

Result<void> DemoBuilder::addPricing()
{
    const QJsonObject file = resolved(demoFile(QStringLiteral("promotions")), namedIds()).toObject();
    const QJsonArray promotions = file.value(QStringLiteral("promotions")).toArray();
    for (const QJsonValue &value : promotions) {
        const Result<Promotion> promotion = codec::readPromotion(value.toObject()).and_then(&checkedPromotion);
        if (!promotion)
            return failure(promotion.error());
        m_devices.back().record(operation::promotionCreate, {entity::promotion.toString(), promotion->id.value()},
                                body::toJson(*promotion), m_people.constFirst().id, m_begin);
    }
    const QJsonArray lists = file.value(QStringLiteral("price_lists")).toArray();
    for (const QJsonValue &value : lists) {
        const Result<PriceList> list = codec::readPriceList(value.toObject()).and_then(&checkedPriceList);
        if (!list)
            return failure(list.error());
        m_devices.back().record(operation::priceListCreate, {entity::priceList.toString(), list->id.value()},
                                body::toJson(*list), m_people.constFirst().id, m_begin);
    }
    return m_devices.back().push(m_now);
}

} // namespace crema::platform
