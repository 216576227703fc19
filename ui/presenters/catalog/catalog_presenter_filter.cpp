// SPDX-License-Identifier: GPL-3.0-or-later
// Filter, order, counts: what of the catalog is listed and what is said about it.
#include "ui/presenters/catalog/catalog_presenter.h"

#include "sync/client/reading_right.h"

#include <QDateTime>
#include <QTimeZone>

namespace crema {

namespace {

const QLatin1String noPrice("no:price");
const QLatin1String noBarcode("no:barcode");
const QLatin1String isArchived("is:archived");
const QLatin1String categoryKey("category:");
const QLatin1String columnsKey("catalog.columns");

} // namespace

void CatalogPresenter::declareActions()
{
    const auto add = [this](const char *id, const QString &text, const char *icon, ActionCategory category,
                            const QStringList &shortcuts, std::function<void()> run) {
        m_actions.add({QString::fromLatin1(id), text, QString::fromLatin1(icon), category, shortcuts, {}},
                      std::move(run));
    };
    const auto keys = [](auto... key) { return QStringList{QString::fromLatin1(key)...}; };
    add("catalog.filter", tr("Filter the catalog"), "filter", ActionCategory::Search, keys("Ctrl+F"),
        [this] { Q_EMIT filterWanted(); });
    add("catalog.clear", tr("Clear filters"), "x", ActionCategory::Search, {}, [this] { clearFilter(); });
    add("catalog.edit", tr("Edit the cell"), "edit", ActionCategory::Record, keys("F2"),
        [this] { Q_EMIT editWanted(); });
    add("catalog.copy", tr("Copy rows for a spreadsheet"), "copy", ActionCategory::Record, {},
        [this] { Q_EMIT copyWanted(); });
    add("catalog.refresh", tr("Read the catalog again"), "sync", ActionCategory::Record, {}, [this] { retry(); });
    add("catalog.back", tr("Back to the list"), "left", ActionCategory::Go, {}, [this] { closeDetail(); });
}

void CatalogPresenter::updateActions()
{
    const auto allow = [this](QStringView id, const QString &reason) { m_actions.find(id)->setDisabledReason(reason); };
    const QString closed = m_desk.state().open ? QString() : tr("The store is being opened.");
    const QString empty = m_table.rows().isEmpty() ? tr("There are no rows.") : closed;
    const bool mayEdit = !m_editing.editableColumns().isEmpty();
    allow(u"catalog.filter", closed);
    allow(u"catalog.clear", m_filterText.isEmpty() ? tr("There is no filter.") : QString());
    allow(u"catalog.edit", mayEdit ? empty : tr("You may look at the catalog but not change it."));
    allow(u"catalog.copy", empty);
    allow(u"catalog.refresh", closed);
    allow(u"catalog.back", m_detail.place().isEmpty() ? tr("The list is shown already.") : QString());
}

void CatalogPresenter::setFilterText(const QString &text)
{
    if (text == m_filterText)
        return;
    m_filterText = text;
    m_filterTimer = m_clock.after(filterDelayMs, [this] { applyFilterText(); });
    updateActions();
}

void CatalogPresenter::applyFilterText()
{
    m_filterTimer.reset();
    const CatalogFilter filter = readCatalogFilter(m_filterText, m_categories);
    if (filter == m_filter)
        return;
    m_filter = filter;
    Q_EMIT filterChanged();
    beginReading();
}

void CatalogPresenter::setFilter(const CatalogFilter &filter)
{
    m_filterTimer.reset();
    m_filter = filter;
    m_filterText = catalogFilterText(filter);
    updateActions();
    Q_EMIT filterChanged();
    beginReading();
}

QList<FilterChip> CatalogPresenter::chips() const
{
    QList<FilterChip> chips;
    if (!m_filter.categoryName.isEmpty())
        chips.append({categoryKey + m_filter.categoryName, tr("Category is %1").arg(m_filter.categoryName)});
    if (m_filter.withoutPrice)
        chips.append({QString(noPrice), tr("No price")});
    if (m_filter.withoutBarcode)
        chips.append({QString(noBarcode), tr("No barcode")});
    if (m_filter.archived)
        chips.append({QString(isArchived), tr("Archived")});
    return chips;
}

QList<FilterChip> CatalogPresenter::furtherChips() const
{
    QList<FilterChip> chips;
    if (!m_filter.withoutPrice)
        chips.append({QString(noPrice), tr("No price")});
    if (!m_filter.withoutBarcode)
        chips.append({QString(noBarcode), tr("No barcode")});
    if (!m_filter.archived)
        chips.append({QString(isArchived), tr("Archived")});
    for (const Category &category : m_categories) {
        if (!category.archived && category.name != m_filter.categoryName)
            chips.append({categoryKey + category.name, tr("Category is %1").arg(category.name)});
    }
    return chips;
}

void CatalogPresenter::addChip(const QString &id)
{
    CatalogFilter filter = readCatalogFilter(m_filterText, m_categories);
    filter.withoutPrice = filter.withoutPrice || id == noPrice;
    filter.withoutBarcode = filter.withoutBarcode || id == noBarcode;
    filter.archived = filter.archived || id == isArchived;
    for (const Category &category : std::as_const(m_categories)) {
        if (id == categoryKey + category.name) {
            filter.category = category.id;
            filter.categoryName = category.name;
        }
    }
    setFilter(filter);
}

void CatalogPresenter::removeChip(const QString &id)
{
    CatalogFilter filter = readCatalogFilter(m_filterText, m_categories);
    filter.withoutPrice = filter.withoutPrice && id != noPrice;
    filter.withoutBarcode = filter.withoutBarcode && id != noBarcode;
    filter.archived = filter.archived && id != isArchived;
    if (id.startsWith(categoryKey)) {
        filter.category.reset();
        filter.categoryName.clear();
    }
    setFilter(filter);
}

void CatalogPresenter::clearFilter()
{
    setFilter({});
}

void CatalogPresenter::setSortKeys(const QList<SortKey> &keys)
{
    if (keys == m_sortKeys)
        return;
    m_sortKeys = keys;
    Q_EMIT sortChanged();
    if (m_begun)
        beginReading();
}

QList<CatalogOrder::Key> CatalogPresenter::order() const
{
    QList<CatalogOrder::Key> keys;
    for (const SortKey &key : m_sortKeys)
        keys.append({m_table.columnAt(key.column), key.order});
    return keys;
}

QString CatalogPresenter::columnLayout() const
{
    return m_preferences.value(QString(columnsKey));
}

void CatalogPresenter::keepColumnLayout(const QString &text)
{
    m_preferences.setValue(QString(columnsKey), text);
}

QString CatalogPresenter::countText(qsizetype selected) const
{
    const qsizetype rows = m_table.rows().size();
    if (selected > 1)
        return tr("%1 of %2 selected").arg(m_texts.number(selected), m_texts.number(rows));
    if (m_reading.isComplete())
        return tr("%n variant(s)", nullptr, static_cast<int>(rows));
    if (m_filter.isEmpty())
        return tr("First %1 variants of %2 products").arg(m_texts.number(rows), m_texts.number(m_productCount));
    return tr("First %1 variants").arg(m_texts.number(rows));
}

QList<AmountRow> CatalogPresenter::sums(const QList<int> &rows) const
{
    if (!sync::mayRead(m_desk.state(), Reading::Stock))
        return {};
    std::int64_t pieces = 0;
    std::int64_t grams = 0;
    const auto add = [&](const CatalogRow &row) { (row.unit == Unit::Gram ? grams : pieces) += row.onHand.units(); };
    if (rows.size() > 1) {
        for (const int row : rows)
            add(m_table.rows().at(row));
    } else if (m_reading.isComplete()) {
        for (const CatalogRow &row : m_table.rows())
            add(row);
    } else {
        return {};
    }
    QList<AmountRow> sums{{tr("In stock"), m_texts.number(pieces)}};
    if (grams != 0)
        sums.append({tr("Weighed"), tr("%1 kg").arg(m_texts.locale().toString(static_cast<double>(grams) / 1000))});
    return sums;
}

QString CatalogPresenter::asOfText() const
{
    const sync::ClientState &state = m_desk.state();
    if (state.link != sync::Link::Offline || !state.lastSyncAt)
        return {};
    const QTimeZone zone = state.location ? QTimeZone(state.location->timeZone) : QTimeZone::systemTimeZone();
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(state.lastSyncAt->msSinceEpoch(), zone);
    return tr("As of %1").arg(m_texts.locale().toString(at.time(), QLocale::ShortFormat));
}

QString CatalogPresenter::emptyText() const
{
    const int filters = m_filter.conditions() + (m_filter.words.isEmpty() ? 0 : 1);
    if (!m_filter.categoryName.isEmpty() && !m_filter.category)
        return tr("There is no category “%1”").arg(m_filter.categoryName);
    return tr("No products match %n filter(s)", nullptr, filters);
}

} // namespace crema
