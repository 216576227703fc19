// SPDX-License-Identifier: GPL-3.0-or-later
// The presenter's ways to find an item: search as you type and the grid of tiles.
#include "models/text/fold.h"
#include "ui/presenters/till/till_presenter.h"
#include "ui/presenters/till/till_weighing.h"

#include <algorithm>

namespace crema {

namespace {

constexpr int maxTiles = 500;
/// The id of their chip, where that of a category would stand.
const QLatin1String favouritesChip("favourites");
/// More than the largest window shows at once.
constexpr int firstTiles = 64;

/// Whether each word stands in the product or in this variant, one of a letter or two where a word begins.
bool carries(const Product &product, const Variant &variant, const QStringList &words)
{
    constexpr qsizetype shortWord = 2;
    const QString text = u' ' + foldForSearch(product.name + u' ' + product.brand + u' ' + variant.optionText() + u' ' +
                                              variant.sku + u' ' + variant.barcodes.join(u' '));
    return std::all_of(words.cbegin(), words.cend(), [&text](const QString &word) {
        return text.contains(word.size() > shortWord ? word : u' ' + word);
    });
}

QString stockText(const TillTexts &texts, const TillItem &item)
{
    return item.isStockHidden ? QString() : texts.stock(item.onHand, item.unit);
}

QString lowStockText(const TillTexts &texts, const TillItem &item)
{
    return item.isStockHidden ? QString() : texts.lowStock(item.onHand, item.unit);
}

} // namespace

void TillPresenter::setSearchText(const QString &text)
{
    if (text == m_searchText)
        return;
    if (!text.isEmpty())
        closeOptions();
    m_searchText = text;
    m_searchTimer.reset();
    m_searchStop.request_stop();
    m_searchStop = std::stop_source();
    if (text.trimmed().isEmpty())
        showHits(text, {});
    else
        m_searchTimer = m_clock.after(searchDelayMs, [this] { runSearch(); });
    Q_EMIT searchChanged();
}

void TillPresenter::runSearch()
{
    search(this, m_searchStop.get_token(), m_searchText);
}

QCoro::Task<> TillPresenter::search(Self self, std::stop_token stop, QString text)
{
    const Result<QList<sync::ProductView>> found = co_await self->m_desk.findProducts(text, maxHits);
    if (stop.stop_requested() || !self)
        co_return;
    if (!found)
        self->say(found.error());
    self->showHits(text, found.value_or(QList<sync::ProductView>()));
    Q_EMIT self->searchChanged();
}

void TillPresenter::showHits(const QString &text, const QList<sync::ProductView> &products)
{
    m_hitsText = text;
    m_hitItems.clear();
    m_hits.clear();
    // What carries every word comes first, whatever its product; the others may still be what was meant.
    const QStringList words = searchWords(text);
    QList<TillItem> others;
    for (const sync::ProductView &product : products) {
        for (const sync::VariantView &variant : product.variants) {
            if (!variant.variant.archived)
                (carries(product.product, variant.variant, words) ? m_hitItems : others)
                    .append(tillItem(product, variant));
        }
    }
    m_hitItems = (m_hitItems + others).mid(0, maxHits);
    for (const TillItem &item : std::as_const(m_hitItems)) {
        m_hits.append({item.variant.toString(), item.name, item.product, item.options, item.sku,
                       m_texts.price(item.price, item.unit), stockText(m_texts, item), item.price.has_value(),
                       matchRanges(item.name, text), matchRanges(item.sku, text)});
    }
}

void TillPresenter::addHit(int row)
{
    if (row < 0 || row >= m_hitItems.size() || !prepareSale())
        return;
    const TillItem item = m_hitItems.at(row);
    setSearchText({});
    addItem(item, takeMultiplier());
}

void TillPresenter::acceptSearch()
{
    const QString text = m_searchText.trimmed();
    if (text.isEmpty())
        return;
    if (hitsAreCurrent() && !m_hits.isEmpty()) {
        addHit(0);
        return;
    }
    setSearchText({});
    enterCode(text);
}

void TillPresenter::showItems()
{
    if (m_mode < TillMode::Selling)
        return;
    readCategories(this, m_stop.get_token());
}

QCoro::Task<> TillPresenter::readCategories(Self self, std::stop_token stop)
{
    const Result<QList<Category>> categories = co_await self->m_desk.categories();
    if (stop.stop_requested() || !self)
        co_return;
    if (!categories) {
        self->say(categories.error());
        co_return;
    }
    self->showCategories(*categories);
    self->selectCategory(self->m_category);
}

void TillPresenter::showCategories(const QList<Category> &categories)
{
    const QString kept = m_category < m_categories.size() ? m_categories.at(m_category).id : QString();
    QList<CategoryChip> chips;
    if (!m_favourites.isEmpty())
        chips.append({favouritesChip, tr("Favourites")});
    chips.append({QString(), tr("All items")});
    m_seriesOfCategory.clear();
    for (const Category &category : categories) {
        if (category.archived)
            continue;
        const int wished = category.colourToken.right(1).toInt();
        const int series = wished >= 1 && wished <= 6 ? wished - 1 : static_cast<int>(m_seriesOfCategory.size() % 6);
        m_seriesOfCategory.insert(category.id, series);
        chips.append({category.id.toString(), category.name});
    }
    m_category = 0; // the first page
    for (int row = 0; row < chips.size() && !m_categories.isEmpty(); ++row) {
        if (chips.at(row).id == kept)
            m_category = row;
    }
    if (chips == m_categories)
        return;
    m_categories = chips;
    Q_EMIT categoriesChanged();
}

void TillPresenter::selectCategory(int row)
{
    if (row < 0 || row >= m_categories.size())
        return;
    const bool other = row != m_category;
    m_category = row;
    if (other)
        closeOptions();
    if (m_categories.at(row).id == favouritesChip) {
        m_tilesStop.request_stop();
        m_tilesStop = std::stop_source();
        readFavourites(this, m_tilesStop.get_token(), m_favourites);
        if (other)
            Q_EMIT categoriesChanged();
        return;
    }
    sync::ProductFilter filter;
    filter.category = CategoryId::fromString(m_categories.at(row).id);
    // What is seen first comes first; who reads again already sees the whole list.
    filter.limit = other || m_tiles.isEmpty() ? firstTiles : maxTiles;
    m_tilesStop.request_stop();
    m_tilesStop = std::stop_source();
    readTiles(this, m_tilesStop.get_token(), filter);
    if (other)
        Q_EMIT categoriesChanged();
}

void TillPresenter::setFavourites(const QList<ProductId> &favourites)
{
    if (favourites == m_favourites)
        return;
    m_favourites = favourites;
    showItems();
}

QCoro::Task<> TillPresenter::readFavourites(Self self, std::stop_token stop, QList<ProductId> favourites)
{
    QList<sync::ProductView> products;
    for (const ProductId &id : std::as_const(favourites)) {
        const Result<sync::ProductView> product = co_await self->m_desk.product(id);
        if (stop.stop_requested() || !self)
            co_return;
        if (product && !product->product.archived)
            products.append(*product);
    }
    self->showTiles(products);
}

QCoro::Task<> TillPresenter::readTiles(Self self, std::stop_token stop, sync::ProductFilter filter)
{
    const Result<QList<sync::ProductView>> products = co_await self->m_desk.products(filter);
    if (stop.stop_requested() || !self)
        co_return;
    if (!products) {
        self->say(products.error());
        co_return;
    }
    self->showTiles(*products);
    if (filter.limit == maxTiles || products->size() < filter.limit)
        co_return;
    filter.limit = maxTiles;
    readTiles(self, stop, filter);
}

void TillPresenter::showTiles(const QList<sync::ProductView> &products)
{
    m_tileItems.clear();
    m_tiles.clear();
    for (const sync::ProductView &product : products) {
        QList<TillItem> items;
        for (const sync::VariantView &variant : product.variants) {
            if (!variant.variant.archived)
                items.append(tillItem(product, variant));
        }
        if (items.isEmpty() || m_tiles.size() == maxTiles)
            continue;
        m_tiles.append(tileOf(product, items));
        m_tileItems.append(items);
    }
    Q_EMIT tilesChanged();
}

ProductTile TillPresenter::tileOf(const sync::ProductView &product, const QList<TillItem> &items) const
{
    ProductTile tile;
    tile.id = product.product.id.toString();
    tile.name = items.size() == 1 ? items.first().name : product.product.name;
    tile.choices = static_cast<int>(items.size());
    tile.series =
        product.product.categories.isEmpty() ? 5 : m_seriesOfCategory.value(product.product.categories.first(), 5);
    const TillItem *cheapest = nullptr;
    bool samePrice = true;
    for (const TillItem &item : items) {
        tile.inCart += m_sale.quantityOf(item.variant);
        if (!item.price)
            continue;
        samePrice = samePrice && (!cheapest || (cheapest->price == item.price && cheapest->unit == item.unit));
        const bool less = cheapest && item.price->amount.minor() * cheapest->price->per <
                                          cheapest->price->amount.minor() * item.price->per;
        if (!cheapest || less)
            cheapest = &item;
    }
    tile.sellable = cheapest != nullptr;
    const QString price = cheapest ? m_texts.price(cheapest->price, cheapest->unit) : tr("No price");
    tile.priceText = samePrice ? price : tr("from %1", "the lowest price of several").arg(price);
    if (items.size() == 1)
        tile.stockText = lowStockText(m_texts, items.first());
    return tile;
}

void TillPresenter::updateTileCounts()
{
    bool different = false;
    for (qsizetype row = 0; row < m_tiles.size(); ++row) {
        std::int64_t count = 0;
        for (const TillItem &item : m_tileItems.at(row))
            count += m_sale.quantityOf(item.variant);
        different = different || m_tiles.at(row).inCart != count;
        m_tiles[row].inCart = count;
    }
    if (different)
        Q_EMIT tilesChanged();
}

void TillPresenter::addTile(int row)
{
    if (row < 0 || row >= m_tileItems.size() || !prepareSale())
        return;
    const QList<TillItem> items = m_tileItems.at(row);
    if (items.size() == 1) {
        addItem(items.first(), takeMultiplier());
        return;
    }
    m_optionItems = items;
    showOptions();
}

void TillPresenter::showOptions()
{
    OptionsView view;
    view.product = m_optionItems.first().product;
    for (const TillItem &item : std::as_const(m_optionItems)) {
        view.choices.append({item.variant.toString(), item.options.isEmpty() ? item.sku : item.options,
                             item.price ? m_texts.price(item.price, item.unit) : tr("No price"),
                             lowStockText(m_texts, item), m_sale.quantityOf(item.variant), item.price.has_value()});
    }
    m_options = view;
    updateActions();
    Q_EMIT optionsChanged();
}

void TillPresenter::chooseOption(int row)
{
    if (m_options && m_asked)
        return chooseModifier(row);
    if (!m_options || row < 0 || row >= m_optionItems.size())
        return;
    const TillItem item = m_optionItems.at(row);
    closeOptions();
    if (prepareSale())
        addItem(item, takeMultiplier());
}

void TillPresenter::closeOptions()
{
    m_weighing->close();
    if (!m_options)
        return;
    m_options.reset();
    m_asked.reset();
    m_optionItems.clear();
    updateActions();
    Q_EMIT optionsChanged();
}

} // namespace crema
