// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/price_rules.h"

#include "models/feed/entity_codec.h"
#include "models/feed/entity_types.h"
#include "models/feed/promotion_codec.h"
#include "sync/store/documents.h"

namespace crema::sync {
namespace {

template<class Entity>
QList<Entity> readAll(EntityRows &rows, QStringView type, Result<Entity> (*read)(const QJsonObject &))
{
    QList<Entity> entities;
    const QList<QByteArray> documents = rows.references(type);
    for (const QByteArray &document : documents) {
        if (Result<Entity> entity = read(objectOf(document)))
            entities.append(*std::move(entity));
    }
    return entities;
}

} // namespace

QList<CategoryId> PriceRules::withParents(const QList<CategoryId> &categories) const
{
    QList<CategoryId> all = categories;
    // Each is taken once, so that a circle ends as well.
    for (qsizetype i = 0; i < all.size(); ++i) {
        const auto parent = parents.constFind(all[i]);
        if (parent != parents.constEnd() && !all.contains(*parent))
            all.append(*parent);
    }
    return all;
}

PriceRules readPriceRules(EntityRows &rows)
{
    PriceRules rules;
    rules.promotions = readAll<Promotion>(rows, entity::promotion, &codec::readPromotion);
    rules.lists = readAll<PriceList>(rows, entity::priceList, &codec::readPriceList);
    const QList<Category> categories = readAll<Category>(rows, entity::category, &codec::readCategory);
    for (const Category &category : categories) {
        if (category.parent)
            rules.parents.insert(category.id, *category.parent);
    }
    return rules;
}

} // namespace crema::sync
