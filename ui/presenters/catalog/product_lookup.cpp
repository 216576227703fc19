// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/catalog/product_lookup.h"

#include "ui/presenters/till/bundle_words.h"

namespace crema {

ProductLookup::ProductLookup(ShopDesk &desk, const QLocale &locale, QObject *parent)
    : QObject(parent), m_desk(desk), m_texts(locale)
{}

ProductLookup::~ProductLookup()
{
    m_stop.request_stop();
}

void ProductLookup::scan(const QString &code)
{
    begin(code, Search::CodeOnly);
}

void ProductLookup::enter(const QString &text)
{
    begin(text, Search::CodeOrWords);
}

void ProductLookup::begin(const QString &text, Search search)
{
    const QString wanted = text.trimmed();
    if (wanted.isEmpty())
        return;
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_reading = true;
    find(this, m_stop.get_token(), wanted, search);
}

void ProductLookup::choose(qsizetype hit)
{
    if (hit >= 0 && hit < m_hits.size())
        show(m_hits.at(hit).product, m_hits.at(hit).variant);
}

void ProductLookup::show(ProductId product, VariantId variant)
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_reading = true;
    read(this, m_stop.get_token(), product, variant);
}

void ProductLookup::clear()
{
    m_stop.request_stop();
    m_reading = false;
    m_view = {};
    m_hits.clear();
    Q_EMIT changed();
}

QCoro::Task<> ProductLookup::find(Self self, std::stop_token stop, QString text, Search search)
{
    const Result<sync::CodeHit> hit = co_await self->m_desk.findByCode(text);
    if (stop.stop_requested() || !self)
        co_return;
    if (hit) {
        self->showVariant(hit->product, hit->variant);
        co_return;
    }
    if (search == Search::CodeOnly || hit.error().kind != ProblemKind::NotFound) {
        self->refuse(hit.error());
        co_return;
    }
    const Result<QList<sync::ProductView>> products = co_await self->m_desk.findProducts(text, maxHits);
    if (stop.stop_requested() || !self)
        co_return;
    if (products)
        self->showHits(text, *products);
    else
        self->refuse(products.error());
}

QCoro::Task<> ProductLookup::read(Self self, std::stop_token stop, ProductId product, VariantId variant)
{
    const Result<sync::ProductView> found = co_await self->m_desk.product(product);
    if (stop.stop_requested() || !self)
        co_return;
    if (found)
        self->showVariant(*found, variant);
    else
        self->refuse(found.error());
}

void ProductLookup::refuse(const Problem &problem)
{
    m_reading = false;
    Q_EMIT refused(problem);
}

void ProductLookup::showHits(const QString &text, const QList<sync::ProductView> &products)
{
    QList<LookupHit> hits;
    for (const sync::ProductView &product : products) {
        const QList<CatalogRow> rows = catalogRows(product);
        for (const CatalogRow &row : rows) {
            if (!row.archived && hits.size() < maxHits)
                hits.append({row.product, row.variant, CatalogTexts::title(row), m_texts.fullPrice(row), row.sku});
        }
    }
    if (hits.isEmpty()) {
        refuse({ProblemKind::NotFound,
                QStringLiteral("product.unknown_words"),
                tr("Nothing has “%1” in its name or code.").arg(text),
                tr("Try a part of the word, or scan the code."),
                {}});
        return;
    }
    if (hits.size() == 1) {
        show(hits.first().product, hits.first().variant);
        return;
    }
    m_reading = false;
    m_view = {};
    m_hits = hits;
    Q_EMIT changed();
}

QString ProductLookup::otherText(const CatalogRow &row, const QString &price) const
{
    return row.isStockHidden ? tr("%1: %2", "a variant and its price").arg(row.option, price)
                             : tr("%1: %2, %3 on hand").arg(row.option, price, m_texts.stock(row));
}

void ProductLookup::showVariant(const sync::ProductView &product, VariantId variant)
{
    LookupView view;
    const QList<CatalogRow> rows = catalogRows(product);
    for (const CatalogRow &row : rows) {
        const QString price = row.price ? m_texts.fullPrice(row) : tr("no price");
        if (row.variant != variant) {
            if (!row.archived)
                view.otherVariants.append(otherText(row, price));
            continue;
        }
        view.name = row.name;
        view.option = row.option;
        view.priceText = price;
        view.stockText = m_texts.stock(row);
        view.sku = row.sku;
        view.barcodes = CatalogTexts::barcodes(row.barcodes);
        view.category = row.category;
        view.weight = m_texts.weight(row);
    }
    for (const sync::VariantView &each : product.variants) {
        if (each.variant.id == variant)
            view.parts = partTexts(each.parts, Quantity(1), TillTexts(m_texts.locale()));
    }
    view.brand = product.product.brand;
    view.description = product.product.description;
    m_reading = false;
    m_hits.clear();
    m_view = view;
    Q_EMIT changed();
}

} // namespace crema
