// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/catalog/product_detail.h"

#include "models/pricing/tax.h"
#include "ui/presenters/till/bundle_words.h"

namespace crema {

namespace {

QList<CatalogColumn> detailColumns()
{
    using enum CatalogColumn;
    return {Option, Sku, Barcode, Price, Stock, Weight, Status};
}

} // namespace

ProductDetail::ProductDetail(ShopDesk &desk, Clock &clock, Notices &notices, const CatalogTexts &texts, QObject *parent)
    : QObject(parent), m_desk(desk), m_clock(clock), m_texts(texts), m_table(texts, detailColumns()),
      m_editing(desk, notices, texts), m_bundle(desk, notices, texts)
{
    connect(&m_bundle, &BundleEditor::explained, this, &ProductDetail::explained);
    connect(&m_bundle, &BundleEditor::saved, this, [this](const QList<CatalogRow> &product) {
        take(product);
        Q_EMIT rowsSaved(product);
    });
    connect(&m_editing, &CatalogEditing::saved, this, &ProductDetail::showSaved);
    connect(&m_editing, &CatalogEditing::refused, this, &ProductDetail::cellRefused);
    connect(&m_editing, &CatalogEditing::explained, this, &ProductDetail::explained);
    connect(&desk, &ShopDesk::dataChanged, this, &ProductDetail::refreshSoon);
}

ProductDetail::~ProductDetail()
{
    m_stop.request_stop();
}

void ProductDetail::show(ProductId product)
{
    if (product == m_product && m_face != DetailFace::Error)
        return;
    m_product = product;
    m_problem.reset();
    m_face = DetailFace::Loading;
    refresh();
    Q_EMIT changed();
}

void ProductDetail::close()
{
    m_stop.request_stop();
    m_product = {};
    m_face = DetailFace::Closed;
    m_view = {};
    m_table.showRows({});
    Q_EMIT changed();
}

void ProductDetail::refresh()
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    if (m_product.isNull())
        return;
    m_table.setCurrency(m_desk.state().currency());
    m_table.setEditable(m_editing.editableColumns());
    read(this, m_stop.get_token(), m_product);
}

void ProductDetail::refreshSoon()
{
    if (m_product.isNull() || m_refreshTimer)
        return;
    m_refreshTimer = m_clock.after(refreshDelayMs, [this] {
        m_refreshTimer.reset();
        refresh();
    });
}

QCoro::Task<> ProductDetail::read(Self self, std::stop_token stop, ProductId product)
{
    const Result<sync::ProductView> found = co_await self->m_desk.product(product);
    if (stop.stop_requested() || !self)
        co_return;
    if (!found) {
        self->m_face = DetailFace::Error;
        self->m_problem = found.error();
        Q_EMIT self->changed();
        co_return;
    }
    const Result<QList<TaxClass>> classes = co_await self->m_desk.taxClasses();
    if (stop.stop_requested() || !self)
        co_return;
    self->showProduct(*found, classes.value_or(QList<TaxClass>()));
}

QString ProductDetail::taxText(const Product &product, const QList<TaxClass> &classes) const
{
    const Result<TaxClass> found = taxClassFor(product.taxClass, classes);
    if (!found)
        return {};
    constexpr double perPercent = 100;
    const QString rate = m_texts.locale().toString(found->rate.tenThousandths() / perPercent, 'g', 4);
    return tr("%1, %2 %").arg(found->name, rate);
}

/// Of each of its variants that is a bundle, with its options where several are.
QString ProductDetail::partsText(const sync::ProductView &product) const
{
    const TillTexts texts(m_texts.locale());
    QStringList lines;
    for (const sync::VariantView &view : product.variants) {
        if (!view.variant.isBundle())
            continue;
        const QString parts = partTexts(view.parts, Quantity(1), texts).join(QStringLiteral(", "));
        const QString options = view.variant.optionText();
        lines.append(options.isEmpty() ? parts : tr("%1: %2", "a variant and what is in it").arg(options, parts));
    }
    return lines.join(QLatin1Char('\n'));
}

void ProductDetail::editParts(int row)
{
    if (row >= 0 && row < m_table.rows().size())
        m_bundle.open(m_product, m_table.rows().at(row).variant);
}

void ProductDetail::showProduct(const sync::ProductView &product, const QList<TaxClass> &taxClasses)
{
    const Product &described = product.product;
    m_table.showRows(catalogRows(product));
    m_view.name = described.name;
    m_view.brand = described.brand;
    m_view.description = described.description;
    m_view.categories = product.categoryNames.join(QStringLiteral(", "));
    m_view.taxText = taxText(described, taxClasses);
    m_view.variantsText = tr("%n variant(s)", nullptr, static_cast<int>(product.variants.size()));
    m_view.partsText = partsText(product);
    m_view.archived = described.archived;
    m_face = DetailFace::Shown;
    m_problem.reset();
    showState();
}

void ProductDetail::setStates(const RecordStates &states)
{
    m_states = states;
    m_table.setStates(states);
    if (m_face == DetailFace::Shown)
        showState();
}

void ProductDetail::showState()
{
    RecordState worst = m_states.value(m_product.value());
    for (const CatalogRow &row : m_table.rows())
        worst = std::max(worst, m_states.value(row.variant.value()));
    m_view.state = m_desk.state().enrolled || worst != RecordState::Synced ? recordBadge(worst) : CellBadge();
    Q_EMIT changed();
}

void ProductDetail::take(const QList<CatalogRow> &product)
{
    if (!product.isEmpty() && product.first().product == m_product)
        refresh();
}

void ProductDetail::submitCell(int row, int column, const QString &text)
{
    m_editing.submit(m_table.rows().at(row), m_table.columnAt(column), text);
}

void ProductDetail::showSaved(const QList<CatalogRow> &product, VariantId variant, CatalogColumn column)
{
    m_table.showProduct(product);
    m_table.tint(variant, column);
    m_tintTimer = m_clock.after(tintMs, [this] { m_table.clearTints(); });
    Q_EMIT cellSaved();
    Q_EMIT rowsSaved(product);
}

void ProductDetail::openLinked()
{
    if (m_editing.linkedProduct().isNull())
        return;
    show(m_editing.linkedProduct());
    Q_EMIT moved();
}

} // namespace crema
