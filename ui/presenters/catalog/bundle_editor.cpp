// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/catalog/bundle_editor.h"

#include <algorithm>

namespace crema {

BundleEditor::BundleEditor(ShopDesk &desk, Notices &notices, const CatalogTexts &texts, QObject *parent)
    : QObject(parent), m_desk(desk), m_notices(notices), m_texts(texts)
{}

BundleEditor::~BundleEditor()
{
    m_stop.request_stop();
    m_searchStop.request_stop();
}

void BundleEditor::open(ProductId product, VariantId variant)
{
    const sync::ClientState &state = m_desk.state();
    if (state.readOnly || !state.may(Permission::CatalogEdit)) {
        Q_EMIT explained({ProblemKind::NotAllowed,
                          QStringLiteral("auth.not_allowed"),
                          tr("You may look at the catalog but not change it."),
                          tr("Ask a manager to do it."),
                          {}});
        return;
    }
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_isSaving = false;
    read(this, m_stop.get_token(), product, variant);
}

BundleEditor::Article BundleEditor::articleOf(const sync::ProductView &product, const sync::VariantView &view)
{
    const QString options = view.variant.optionText();
    return {view.variant, options.isEmpty() ? product.product.name : product.product.name + QLatin1Char(' ') + options,
            product.product.archived || view.variant.archived};
}

QCoro::Task<> BundleEditor::read(Self self, std::stop_token stop, ProductId product, VariantId variant)
{
    const Result<sync::ProductView> found = co_await self->m_desk.product(product);
    if (stop.stop_requested() || !self)
        co_return;
    if (!found) {
        Q_EMIT self->explained(found.error());
        co_return;
    }
    const auto view = std::ranges::find_if(found->variants,
                                           [&](const sync::VariantView &each) { return each.variant.id == variant; });
    if (view == found->variants.end())
        co_return;
    const Article bundle = articleOf(*found, *view);
    QList<Article> articles;
    QList<Quantity> quantities;
    for (const sync::BundlePartView &part : view->parts) {
        const QString code = part.variant.toString();
        const Result<sync::CodeHit> hit = co_await self->m_desk.findByCode(code);
        if (stop.stop_requested() || !self)
            co_return;
        Article article;
        article.variant.id = part.variant;
        if (hit)
            article = articleOf(hit->product, hit->hit());
        articles.append(article);
        quantities.append(part.quantity);
    }
    self->m_before = bundle.variant;
    self->m_title = bundle.name;
    self->m_articles = articles;
    self->m_quantities = quantities;
    self->m_problem.clear();
    self->setSearchText({});
    self->showRows();
    Q_EMIT self->wanted();
}

QList<BundleComponent> BundleEditor::components() const
{
    QList<BundleComponent> components;
    for (qsizetype i = 0; i < m_articles.size(); ++i)
        components.append({m_articles.at(i).variant.id, m_quantities.at(i)});
    return components;
}

QList<KnownComponent> BundleEditor::known() const
{
    QList<KnownComponent> known;
    for (qsizetype i = 0; i < m_articles.size(); ++i) {
        const Article &article = m_articles.at(i);
        const bool isKnown = !article.name.isEmpty();
        known.append(
            {{article.variant.id, m_quantities.at(i)}, isKnown ? std::optional(article.variant) : std::nullopt});
    }
    return known;
}

QString BundleEditor::sumText() const
{
    const Result<Money> worth = m_articles.isEmpty() ? Result<Money>(Money()) : worthOf(known());
    if (m_articles.isEmpty() || !worth)
        return {};
    const QString oneByOne = m_texts.amount(*worth);
    if (!m_before.price)
        return tr("One by one they cost %1. The bundle has no price yet.").arg(oneByOne);
    return tr("One by one they cost %1. The bundle costs %2.").arg(oneByOne, m_texts.amount(m_before.price->amount));
}

void BundleEditor::showRows()
{
    m_rows.clear();
    for (qsizetype i = 0; i < m_articles.size(); ++i) {
        const Article &article = m_articles.at(i);
        BundleEditorRow row;
        row.variant = article.variant.id;
        row.name = article.name.isEmpty() ? tr("An unknown article") : article.name;
        row.sku = article.variant.sku;
        row.quantity = m_quantities.at(i).units();
        row.unit = article.variant.unit;
        const Result<Money> price =
            article.variant.price ? article.variant.price->extended(m_quantities.at(i)) : Result<Money>(Money());
        if (article.variant.price && price)
            row.priceText = m_texts.amount(*price);
        if (article.name.isEmpty())
            row.problemText = tr("It is not known here.");
        else if (article.archived)
            row.problemText = tr("It is archived, so the bundle cannot be sold.");
        else if (!article.variant.price)
            row.problemText = tr("It has no price, so the bundle cannot be sold.");
        m_rows.append(row);
    }
    Q_EMIT changed();
}

void BundleEditor::refuse(const Problem &problem)
{
    const QString message = problem.fields.isEmpty() ? problem.message : problem.fields.first().message;
    m_problem = problem.hint.isEmpty() ? message : message + QLatin1Char('\n') + problem.hint;
    Q_EMIT changed();
}

bool BundleEditor::add(const Article &article)
{
    m_problem.clear();
    if (article.variant.id == m_before.id) {
        m_problem = tr("A bundle is no part of itself.");
        Q_EMIT changed();
        return false;
    }
    const KnownComponent one{{article.variant.id, Quantity(1)}, article.variant};
    if (const Result<void> fits = checkComponents({one}); !fits) {
        refuse(fits.error());
        return false;
    }
    const auto there =
        std::ranges::find_if(m_articles, [&](const Article &each) { return each.variant.id == article.variant.id; });
    if (there != m_articles.end()) {
        const auto row = static_cast<int>(std::distance(m_articles.begin(), there));
        setQuantity(row, m_quantities.at(row).units() + 1);
        return true;
    }
    if (m_articles.size() >= maxBundleComponents) {
        m_problem = tr("A bundle has at most %1 different parts.").arg(maxBundleComponents);
        Q_EMIT changed();
        return false;
    }
    m_articles.append(article);
    m_quantities.append(Quantity(1));
    showRows();
    return true;
}

void BundleEditor::setQuantity(int row, std::int64_t quantity)
{
    if (row < 0 || row >= m_articles.size() || quantity > maxBundleQuantity)
        return;
    if (quantity <= 0) {
        remove(row);
        return;
    }
    m_problem.clear();
    m_quantities[row] = Quantity(quantity);
    showRows();
}

void BundleEditor::remove(int row)
{
    if (row < 0 || row >= m_articles.size())
        return;
    m_problem.clear();
    m_articles.removeAt(row);
    m_quantities.removeAt(row);
    showRows();
}

void BundleEditor::setSearchText(const QString &text)
{
    m_searchText = text.trimmed();
    m_searchStop.request_stop();
    m_searchStop = std::stop_source();
    m_found.clear();
    m_hits.clear();
    if (!m_searchText.isEmpty())
        search(this, m_searchStop.get_token(), m_searchText);
    Q_EMIT changed();
}

QCoro::Task<> BundleEditor::search(Self self, std::stop_token stop, QString text)
{
    const Result<QList<sync::ProductView>> found = co_await self->m_desk.findProducts(text, maxHits);
    if (stop.stop_requested() || !self || !found)
        co_return;
    for (const sync::ProductView &product : *found) {
        for (const sync::VariantView &view : product.variants) {
            // What may be in no bundle is not offered.
            const Article article = articleOf(product, view);
            if (article.archived || view.variant.isBundle() || view.variant.id == self->m_before.id)
                continue;
            const std::optional<Price> &price = view.variant.price;
            self->m_found.append(article);
            self->m_hits.append(
                {article.name, view.variant.sku, price ? self->m_texts.amount(price->amount) : QString()});
        }
    }
    Q_EMIT self->changed();
}

void BundleEditor::addHit(int row)
{
    if (row >= 0 && row < m_found.size())
        add(m_found.at(row));
}

void BundleEditor::enter(const QString &text)
{
    if (const QString code = text.trimmed(); !code.isEmpty())
        addCode(this, m_stop.get_token(), code);
}

QCoro::Task<> BundleEditor::addCode(Self self, std::stop_token stop, QString code)
{
    const Result<sync::CodeHit> hit = co_await self->m_desk.findByCode(code);
    if (stop.stop_requested() || !self)
        co_return;
    const bool isSearched = self->m_searchText == code;
    bool isTaken = false;
    if (hit)
        isTaken = self->add(articleOf(hit->product, hit->hit()));
    else if (!self->m_found.isEmpty() && isSearched)
        isTaken = self->add(self->m_found.first());
    else
        self->refuse(hit.error());
    if (!isTaken)
        co_return;
    if (isSearched)
        self->setSearchText({});
    Q_EMIT self->taken(code);
}

void BundleEditor::save()
{
    if (!isChanged() || m_isSaving)
        return;
    m_isSaving = true;
    Variant after = m_before;
    after.components = components();
    Q_EMIT changed();
    record(this, m_stop.get_token(), m_before, after, false);
}

QCoro::Task<> BundleEditor::record(Self self, std::stop_token stop, Variant before, Variant after, bool isUndo)
{
    const Result<sync::ProductView> edited = co_await self->m_desk.editVariant(before, after);
    if (stop.stop_requested() || !self)
        co_return;
    if (!isUndo)
        self->m_isSaving = false;
    if (!edited && isUndo) {
        Q_EMIT self->explained(edited.error());
        co_return;
    }
    if (!edited) {
        self->refuse(edited.error());
        co_return;
    }
    if (!isUndo)
        self->post(after);
    Q_EMIT self->saved(catalogRows(*edited));
}

void BundleEditor::post(const Variant &after)
{
    const Self self = this;
    const Variant before = m_before;
    m_before = after;
    const QString text =
        after.isBundle() ? tr("The parts of %1 changed").arg(m_title) : tr("%1 is no bundle any more").arg(m_title);
    m_notices.post(text, [self, before, after] {
        if (self)
            record(self, self->m_stop.get_token(), after, before, true);
    });
}

} // namespace crema
