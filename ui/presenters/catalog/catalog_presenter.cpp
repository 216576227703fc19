// SPDX-License-Identifier: GPL-3.0-or-later
// The list's frame: what is read when, and what stands in its place meanwhile.
#include "ui/presenters/catalog/catalog_presenter.h"

#include "sync/client/reading_right.h"
#include "ui/presenters/people/person_watch.h"

namespace crema {

namespace {

QList<CatalogColumn> listColumns()
{
    using enum CatalogColumn;
    return {Name, Option, Sku, Barcode, Category, Price, Stock, Status};
}

} // namespace

CatalogPresenter::CatalogPresenter(ShopDesk &desk, Clock &clock, Notices &notices, Preferences &preferences,
                                   const QLocale &locale, QObject *parent)
    : QObject(parent), m_desk(desk), m_clock(clock), m_preferences(preferences), m_texts(locale),
      m_table(m_texts, listColumns()), m_reading(desk, locale), m_editing(desk, notices, m_texts),
      m_detail(desk, clock, notices, m_texts)
{
    declareActions();
    updateActions();
    connect(&m_table, &CatalogTableModel::moreWanted, &m_reading, &CatalogReading::readMore);
    connect(&m_reading, &CatalogReading::rowsReplaced, this, &CatalogPresenter::showRows);
    connect(&m_reading, &CatalogReading::rowsAdded, &m_table, &CatalogTableModel::addRows);
    connect(&m_reading, &CatalogReading::advanced, this, &CatalogPresenter::readingAdvanced);
    connect(&m_reading, &CatalogReading::failed, this, &CatalogPresenter::readingFailed);
    connect(&m_editing, &CatalogEditing::saved, this, &CatalogPresenter::showSaved);
    connect(&m_editing, &CatalogEditing::refused, this, &CatalogPresenter::cellRefused);
    connect(&m_editing, &CatalogEditing::explained, this, &CatalogPresenter::say);
    connect(&m_detail, &ProductDetail::rowsSaved, &m_table, &CatalogTableModel::showProduct);
    connect(&m_detail, &ProductDetail::moved, this, &CatalogPresenter::placeChanged);
    connect(&m_detail, &ProductDetail::explained, this, &CatalogPresenter::say);
    connect(&desk, &ShopDesk::changed, this, &CatalogPresenter::followDesk);
    connect(&desk, &ShopDesk::dataChanged, this, &CatalogPresenter::refreshSoon);
    // Whoever is here now may see less of the same rows.
    auto *watch = new PersonWatch(desk, this);
    connect(watch, &PersonWatch::personChanged, this, &CatalogPresenter::refreshSoon);
    connect(watch, &PersonWatch::personChanged, &m_detail, &ProductDetail::refresh);
}

CatalogPresenter::~CatalogPresenter()
{
    m_stop.request_stop();
}

void CatalogPresenter::arrive()
{
    m_inFront = true;
    if (!m_desk.state().open)
        return; // followDesk() comes back when it is
    const bool first = !m_begun;
    followDesk();
    if (first || m_denied)
        return;
    if (m_face == CatalogFace::Error) {
        beginReading();
    } else if (std::exchange(m_stale, false)) {
        m_reading.refresh();
        readCount(this, m_stop.get_token());
    }
}

void CatalogPresenter::followDesk()
{
    const sync::ClientState &state = m_desk.state();
    updateActions();
    if (!state.open || !m_inFront)
        return;
    if (const Result<void> right = sync::mayRead(state, Reading::Catalog); !right) {
        deny(right.error());
        return;
    }
    if (std::exchange(m_denied, false)) {
        m_begun = false;
        clearProblem();
        setFace(CatalogFace::Blank);
    }
    m_table.setCurrency(state.currency());
    m_table.setEditable(m_editing.editableColumns());
    if (!m_begun) {
        beginReading();
        return;
    }
    if (state.queue != m_queue) {
        m_queue = state.queue;
        readStates(this, m_stop.get_token());
    }
    Q_EMIT footerChanged();
}

bool CatalogPresenter::isDenied() const
{
    return !sync::mayRead(m_desk.state(), Reading::Catalog);
}

void CatalogPresenter::deny(const Problem &problem)
{
    if (std::exchange(m_denied, true))
        return;
    m_skeletonTimer.reset();
    m_sayTimer.reset();
    m_progressText.clear();
    m_reading.end();
    closeDetail();
    m_table.showRows({});
    m_problem = problem;
    setFace(CatalogFace::Error);
    Q_EMIT problemChanged();
    Q_EMIT footerChanged();
}

void CatalogPresenter::beginReading()
{
    if (!m_begun) {
        m_begun = true;
        readCategories(this, m_stop.get_token());
        m_queue = m_desk.state().queue;
        readStates(this, m_stop.get_token());
    }
    m_stale = false;
    readCount(this, m_stop.get_token());
    m_progressText.clear();
    m_skeletonTimer = m_clock.after(skeletonAfterMs, [this] {
        if (m_face == CatalogFace::Blank || m_face == CatalogFace::Error)
            setFace(CatalogFace::Skeleton);
    });
    m_sayTimer = m_clock.after(sayAfterMs, [this] {
        m_progressText = m_sortKeys.isEmpty() ? tr("Reading the catalog from this device") : tr("Sorting the catalog");
        Q_EMIT faceChanged();
    });
    m_reading.begin({m_filter, order()});
}

void CatalogPresenter::showRows(const QList<CatalogRow> &rows)
{
    m_table.showRows(rows);
}

void CatalogPresenter::readingAdvanced()
{
    m_table.setMoreToRead(!m_reading.isComplete());
    if (!m_reading.isReading()) {
        m_skeletonTimer.reset();
        m_sayTimer.reset();
        m_progressText.clear();
        if (m_problem && m_problem->kind != ProblemKind::NotAllowed)
            clearProblem();
    }
    if (!m_table.rows().isEmpty())
        setFace(CatalogFace::Rows);
    else if (!m_reading.isReading())
        setFace(m_filter.isEmpty() ? CatalogFace::EmptyFirstUse : CatalogFace::EmptyFiltered);
    Q_EMIT footerChanged();
}

void CatalogPresenter::readingFailed(const Problem &problem)
{
    m_skeletonTimer.reset();
    m_sayTimer.reset();
    m_progressText.clear();
    m_stale = true;
    m_problem = problem;
    setFace(m_table.rows().isEmpty() ? CatalogFace::Error : CatalogFace::Rows);
    Q_EMIT problemChanged();
}

void CatalogPresenter::retry()
{
    if (isDenied())
        return;
    clearProblem();
    beginReading();
}

void CatalogPresenter::setFace(CatalogFace face)
{
    m_face = face;
    updateActions();
    Q_EMIT faceChanged();
}

void CatalogPresenter::say(const Problem &problem)
{
    m_problem = problem;
    Q_EMIT problemChanged();
}

void CatalogPresenter::clearProblem()
{
    if (!m_problem)
        return;
    m_problem.reset();
    Q_EMIT problemChanged();
}

void CatalogPresenter::refreshSoon()
{
    m_stale = true;
    if (!m_inFront || !m_begun || m_denied || m_cellOpen || m_refreshTimer)
        return;
    m_refreshTimer = m_clock.after(refreshDelayMs, [this] {
        m_refreshTimer.reset();
        if (!m_inFront || m_denied || m_cellOpen || !std::exchange(m_stale, false))
            return;
        readCount(this, m_stop.get_token());
        readCategories(this, m_stop.get_token());
        m_reading.refresh();
    });
}

// Cells

void CatalogPresenter::setEditing(bool editing)
{
    m_cellOpen = editing;
    if (!editing && m_stale)
        refreshSoon();
}

void CatalogPresenter::submitCell(int row, int column, const QString &text)
{
    m_editing.submit(m_table.rows().at(row), m_table.columnAt(column), text);
}

void CatalogPresenter::showSaved(const QList<CatalogRow> &product, VariantId variant, CatalogColumn column)
{
    m_table.showProduct(product);
    m_table.tint(variant, column);
    m_tintTimer = m_clock.after(tintMs, [this] { m_table.clearTints(); });
    m_detail.take(product);
    Q_EMIT cellSaved();
    Q_EMIT footerChanged();
}

void CatalogPresenter::openLinked()
{
    if (!m_editing.linkedProduct().isNull())
        open(m_editing.linkedProduct());
}

// One product

void CatalogPresenter::openRow(int row)
{
    if (row >= 0 && row < m_table.rows().size())
        open(m_table.rows().at(row).product);
}

void CatalogPresenter::open(ProductId product)
{
    if (isDenied())
        return;
    m_detail.show(product);
    updateActions();
    Q_EMIT placeChanged();
}

void CatalogPresenter::closeDetail()
{
    if (place().isEmpty())
        return;
    m_detail.close();
    updateActions();
    Q_EMIT placeChanged();
}

void CatalogPresenter::showPlace(const QString &place)
{
    if (place == this->place())
        return;
    const auto id = ProductId::fromString(place);
    if (id && isDenied())
        return;
    if (id) {
        m_detail.show(*id);
    } else {
        m_detail.close();
        if (!place.isEmpty())
            say({ProblemKind::NotFound,
                 QStringLiteral("catalog.unknown_place"),
                 tr("This link leads to no product of the catalog."),
                 tr("Search for the product by name."),
                 {}});
    }
    updateActions();
}

void CatalogPresenter::takeScan(const QString &code)
{
    openCode(this, m_stop.get_token(), code);
}

QCoro::Task<> CatalogPresenter::openCode(Self self, std::stop_token stop, QString code)
{
    const Result<sync::CodeHit> hit = co_await self->m_desk.findByCode(code);
    if (stop.stop_requested() || !self)
        co_return;
    if (!hit) {
        self->say(hit.error());
        co_return;
    }
    self->clearProblem();
    self->open(hit->product.product.id);
}

QCoro::Task<> CatalogPresenter::readCategories(Self self, std::stop_token stop)
{
    const Result<QList<Category>> categories = co_await self->m_desk.categories();
    if (stop.stop_requested() || !self || !categories)
        co_return; // the list itself says why the store cannot be read
    self->m_categories = *categories;
    self->applyFilterText(); // a category that was not known when it was typed may be now
    Q_EMIT self->filterChanged();
}

QCoro::Task<> CatalogPresenter::readCount(Self self, std::stop_token stop)
{
    const Result<std::int64_t> count = co_await self->m_desk.productCount();
    if (stop.stop_requested() || !self || !count)
        co_return;
    self->m_productCount = *count;
    Q_EMIT self->footerChanged();
}

QCoro::Task<> CatalogPresenter::readStates(Self self, std::stop_token stop)
{
    sync::QueueFilter filter;
    filter.limit = 1000;
    const Result<QList<sync::QueueEntry>> queue = co_await self->m_desk.queue(filter);
    if (stop.stop_requested() || !self || !queue)
        co_return;
    const RecordStates states = recordStates(*queue);
    self->m_table.setStates(states);
    self->m_detail.setStates(states);
}

} // namespace crema
