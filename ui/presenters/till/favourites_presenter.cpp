// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/till/favourites_presenter.h"

#include <algorithm>

namespace crema {

namespace {

const QString favouritesKey = QStringLiteral("till.favourites");

} // namespace

FavouritesPresenter::FavouritesPresenter(ShopDesk &desk, TillPresenter &till, Preferences &preferences, QObject *parent)
    : QObject(parent), m_desk(desk), m_till(till), m_preferences(preferences)
{
    m_actions.add({QStringLiteral("till.favourites"),
                   tr("Favourites"),
                   QStringLiteral("star"),
                   ActionCategory::Sale,
                   {QStringLiteral("Alt+F")},
                   {}},
                  [this] {
                      read();
                      Q_EMIT wanted();
                  });
    const QStringList kept = preferences.value(favouritesKey).split(u' ', Qt::SkipEmptyParts);
    QList<ProductId> ids;
    for (const QString &text : kept) {
        const std::optional<ProductId> id = ProductId::fromString(text);
        if (!id || ids.contains(*id) || ids.size() == most)
            continue;
        ids.append(*id);
        m_rows.append({*id, {}});
    }
    m_till.setFavourites(ids);
}

FavouritesPresenter::~FavouritesPresenter()
{
    m_stop.request_stop();
    m_searchStop.request_stop();
}

void FavouritesPresenter::keep()
{
    QStringList texts;
    QList<ProductId> ids;
    for (const FavouriteRow &row : std::as_const(m_rows)) {
        texts.append(row.id.toString());
        ids.append(row.id);
    }
    m_preferences.setValue(favouritesKey, texts.join(u' '));
    m_till.setFavourites(ids);
    showHits();
    Q_EMIT changed();
}

void FavouritesPresenter::read()
{
    readNames(this, m_stop.get_token());
}

QCoro::Task<> FavouritesPresenter::readNames(Self self, std::stop_token stop)
{
    const QList<FavouriteRow> rows = self->m_rows;
    for (const FavouriteRow &row : rows) {
        const Result<sync::ProductView> product = co_await self->m_desk.product(row.id);
        if (stop.stop_requested() || !self)
            co_return;
        const auto known = std::ranges::find(self->m_rows, row.id, &FavouriteRow::id);
        if (known != self->m_rows.end())
            known->name = product ? product->product.name : tr("No longer in the catalog");
    }
    Q_EMIT self->changed();
}

void FavouritesPresenter::add(ProductId product)
{
    const bool isThere = std::ranges::any_of(m_rows, [&](const FavouriteRow &row) { return row.id == product; });
    if (isThere || m_rows.size() >= most)
        return;
    m_rows.append({product, {}});
    keep();
    read();
}

void FavouritesPresenter::addVariant(VariantId variant)
{
    addProductOf(this, m_stop.get_token(), variant);
}

QCoro::Task<> FavouritesPresenter::addProductOf(Self self, std::stop_token stop, VariantId variant)
{
    const Result<sync::CodeHit> hit = co_await self->m_desk.findByCode(variant.toString());
    if (stop.stop_requested() || !self)
        co_return;
    if (hit)
        self->add(hit->product.product.id);
    else
        self->m_till.say(hit.error());
}

void FavouritesPresenter::sell(int row)
{
    if (row >= 0 && row < m_rows.size())
        sellProduct(this, m_stop.get_token(), m_rows.at(row).id);
}

QCoro::Task<> FavouritesPresenter::sellProduct(Self self, std::stop_token stop, ProductId product)
{
    const Result<sync::ProductView> found = co_await self->m_desk.product(product);
    if (stop.stop_requested() || !self)
        co_return;
    if (!found) {
        self->m_till.say(found.error());
        co_return;
    }
    QList<VariantId> variants;
    for (const sync::VariantView &view : found->variants) {
        if (!view.variant.archived && !found->product.archived)
            variants.append(view.variant.id);
    }
    if (variants.size() == 1)
        self->m_till.addProduct(*found, variants.first());
    else if (variants.isEmpty())
        self->m_till.say(Tone::Warning, tr("%1 is archived, so it cannot be sold.").arg(found->product.name));
    else
        Q_EMIT self->variantWanted(found->product.name);
}

void FavouritesPresenter::remove(int row)
{
    if (row < 0 || row >= m_rows.size())
        return;
    m_rows.removeAt(row);
    keep();
}

void FavouritesPresenter::move(int row, int by)
{
    const int to = row + by;
    if (row < 0 || row >= m_rows.size() || to < 0 || to >= m_rows.size() || by == 0)
        return;
    m_rows.move(row, to);
    keep();
}

void FavouritesPresenter::setSearchText(const QString &text)
{
    m_searchText = text.trimmed();
    m_searchStop.request_stop();
    m_searchStop = std::stop_source();
    m_found.clear();
    if (m_searchText.isEmpty())
        showHits();
    else
        search(this, m_searchStop.get_token(), m_searchText);
    Q_EMIT changed();
}

QCoro::Task<> FavouritesPresenter::search(Self self, std::stop_token stop, QString text)
{
    const Result<QList<sync::ProductView>> found = co_await self->m_desk.findProducts(text, maxHits);
    if (stop.stop_requested() || !self || !found)
        co_return;
    for (const sync::ProductView &view : *found) {
        if (!view.product.archived)
            self->m_found.append({view.product.id, view.product.name});
    }
    self->showHits();
    Q_EMIT self->changed();
}

void FavouritesPresenter::showHits()
{
    m_hits = m_found;
    m_hits.removeIf([this](const FavouriteRow &hit) {
        return std::ranges::any_of(m_rows, [&](const FavouriteRow &row) { return row.id == hit.id; });
    });
}

void FavouritesPresenter::addHit(int row)
{
    if (row >= 0 && row < m_hits.size())
        add(m_hits.at(row).id);
}

} // namespace crema
