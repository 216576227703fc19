// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/syncing/load_words.h"

#include "models/feed/entity_types.h"

#include <QCoreApplication>

namespace crema {
namespace {

class LoadWords
{
    Q_DECLARE_TR_FUNCTIONS(crema::LoadWords)
};

/// Whole sentences: what is read cannot be put into one of them in every language.
const char *readingText(const QString &type)
{
    if (type == entity::promotion || type == entity::priceList || type == entity::product || type == entity::variant)
        return QT_TRANSLATE_NOOP("crema::LoadWords", "Fetching products and prices: %1 %.");
    if (type == entity::taxClass || type == entity::category)
        return QT_TRANSLATE_NOOP("crema::LoadWords", "Fetching categories and taxes: %1 %.");
    if (type == entity::customer)
        return QT_TRANSLATE_NOOP("crema::LoadWords", "Fetching customers: %1 %.");
    if (type == entity::giftCard)
        return QT_TRANSLATE_NOOP("crema::LoadWords", "Fetching gift cards: %1 %.");
    if (type == entity::stockLevel)
        return QT_TRANSLATE_NOOP("crema::LoadWords", "Fetching stock: %1 %.");
    if (type == entity::sale || type == entity::cashMovement || type == entity::acknowledgement)
        return QT_TRANSLATE_NOOP("crema::LoadWords", "Fetching earlier sales: %1 %.");
    if (type == entity::shift || type == entity::attention || type == entity::parkedCart ||
        type == entity::paymentIntent)
        return QT_TRANSLATE_NOOP("crema::LoadWords", "Fetching open shifts and open decisions: %1 %.");
    if (type.isEmpty())
        return QT_TRANSLATE_NOOP("crema::LoadWords", "Bringing in what changed: %1 %.");
    return QT_TRANSLATE_NOOP("crema::LoadWords", "Fetching the shop and its people: %1 %.");
}

} // namespace

QString loadText(const sync::LoadProgress &load)
{
    const QString reading = LoadWords::tr(readingText(load.entityType)).arg(load.percent);
    if (!load.maySell)
        return reading;
    const QString selling = load.first
                                ? LoadWords::tr("You can sell already; the rest is on its way.")
                                : LoadWords::tr("You can go on selling; what is here is compared with the platform.");
    return LoadWords::tr("%1 %2", "two sentences").arg(selling, reading);
}

} // namespace crema
