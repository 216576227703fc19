// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/catalog/catalog_filter.h"

#include "models/text/fold.h"

namespace crema {

namespace {

/// Blanks part the text, but not inside of quotes: category:"espresso bar".
QStringList parts(const QString &text)
{
    QStringList found;
    QString part;
    bool quoted = false;
    for (const QChar letter : text) {
        if (letter == u'"')
            quoted = !quoted;
        if (letter.isSpace() && !quoted) {
            if (!part.isEmpty())
                found.append(std::exchange(part, {}));
        } else {
            part.append(letter);
        }
    }
    if (!part.isEmpty())
        found.append(part);
    return found;
}

const Category *categoryOf(const QString &name, const QList<Category> &categories)
{
    const QString wanted = searchKey(name);
    const Category *beginning = nullptr;
    for (const Category &category : categories) {
        const QString folded = searchKey(category.name);
        if (folded == wanted)
            return &category;
        if (!beginning && !wanted.isEmpty() && folded.startsWith(wanted))
            beginning = &category;
    }
    return beginning;
}

bool takeCondition(CatalogFilter &filter, const QString &part, const QList<Category> &categories)
{
    const QString folded = part.toLower();
    if (folded == u"no:price")
        return filter.withoutPrice = true;
    if (folded == u"no:barcode")
        return filter.withoutBarcode = true;
    if (folded == u"is:archived")
        return filter.archived = true;
    const QLatin1String key("category:");
    if (!folded.startsWith(key))
        return false;
    const QString name = part.sliced(key.size()).remove(u'"').trimmed();
    if (name.isEmpty())
        return false; // the name is still being typed
    const Category *category = categoryOf(name, categories);
    filter.category = category ? std::optional(category->id) : std::nullopt;
    filter.categoryName = category ? category->name : name;
    return true;
}

} // namespace

int CatalogFilter::conditions() const
{
    return (categoryName.isEmpty() ? 0 : 1) + (withoutPrice ? 1 : 0) + (withoutBarcode ? 1 : 0) + (archived ? 1 : 0);
}

bool CatalogFilter::takes(const CatalogRow &row) const
{
    return row.archived == archived && (!withoutPrice || !row.price) && (!withoutBarcode || row.barcodes.isEmpty()) &&
           (categoryName.isEmpty() || category);
}

CatalogFilter readCatalogFilter(const QString &text, const QList<Category> &categories)
{
    CatalogFilter filter;
    QStringList words;
    for (const QString &part : parts(text)) {
        if (!takeCondition(filter, part, categories))
            words.append(part);
    }
    filter.words = words.join(u' ');
    return filter;
}

QString catalogFilterText(const CatalogFilter &filter)
{
    QStringList texts;
    if (!filter.categoryName.isEmpty()) {
        const QString name = filter.categoryName.toLower();
        texts.append(name.contains(u' ') ? QStringLiteral("category:\"%1\"").arg(name)
                                         : QStringLiteral("category:%1").arg(name));
    }
    if (filter.withoutPrice)
        texts.append(QStringLiteral("no:price"));
    if (filter.withoutBarcode)
        texts.append(QStringLiteral("no:barcode"));
    if (filter.archived)
        texts.append(QStringLiteral("is:archived"));
    if (!filter.words.isEmpty())
        texts.append(filter.words);
    return texts.join(u' ');
}

} // namespace crema
