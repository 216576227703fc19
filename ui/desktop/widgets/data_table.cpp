// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/widgets/data_table.h"

#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/cell_editor.h"
#include "ui/desktop/widgets/data_table_delegate.h"
#include "ui/desktop/widgets/data_table_header.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>
#include <QStyle>

#include <algorithm>

namespace crema::desktop {

namespace {

constexpr int narrowestStretch = 200;
constexpr int narrowestColumn = 48;

bool isCopy(const QKeyEvent &key)
{
    return key.key() == Qt::Key_C && (key.modifiers() & Qt::ControlModifier);
}

bool isEnter(const QKeyEvent &key)
{
    return key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
}

} // namespace

DataTable::DataTable(const Theme &theme, const QString &objectName, QWidget *parent)
    : QTableView(parent), m_theme(theme), m_header(new DataTableHeader(theme)), m_edge(cellMargin)
{
    setObjectName(objectName);
    setHorizontalHeader(m_header);
    setItemDelegate(new DataTableDelegate(theme, this));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalHeader()->hide();
    // Qt's own button between the headers, which screen readers meet though nobody sees it.
    if (auto *corner = findChild<QAbstractButton *>(QString(), Qt::FindDirectChildrenOnly))
        corner->setAccessibleName(tr("Select all rows"));
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(theme.controlHeight());
    verticalHeader()->setDefaultSectionSize(theme.controlHeight());

    connect(m_header, &QHeaderView::sectionClicked, this, [this](int column) {
        if (!m_columns.at(column).sortable)
            return;
        const bool further = QApplication::keyboardModifiers() & Qt::ShiftModifier;
        Q_EMIT sortWanted(sortKeysAfter(m_sortKeys, column, further));
    });
    connect(m_header, &QHeaderView::sectionResized, this,
            [this](int column, int, int width) { columnDragged(column, width); });
    connect(m_header, &QHeaderView::sectionMoved, this, [this] {
        fitColumns();
        Q_EMIT layoutTextChanged();
    });
    connect(m_header, &QHeaderView::sectionHandleDoubleClicked, this, [this](int column) {
        columnDragged(column, sizeHintForColumn(column));
        fitColumns();
    });
    m_header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_header, &QWidget::customContextMenuRequested, this,
            [this](const QPoint &position) { showColumnMenu(m_header->mapToGlobal(position)); });
    connect(this, &QAbstractItemView::doubleClicked, this, [this](const QModelIndex &index) {
        if (index.flags() & Qt::ItemIsEditable)
            editCell(index);
        else
            Q_EMIT opened(index);
    });
    connect(&theme, &Theme::changed, this, [this] { viewport()->update(); });
}

void DataTable::setTable(QAbstractItemModel *model, const QList<DataColumn> &columns)
{
    Q_ASSERT(model->columnCount() == columns.size());
    closeEditor();
    m_columns = columns;
    setModel(model);
    m_header->setTable(columns, m_sortKeys);
    connect(model, &QAbstractItemModel::modelReset, this, &DataTable::closeEditor);
    connect(model, &QAbstractItemModel::rowsRemoved, this, [this] {
        if (m_editor && !m_editor->index().isValid())
            closeEditor();
    });
    fitColumns();
}

void DataTable::setSortKeys(const QList<SortKey> &keys)
{
    m_sortKeys = keys;
    m_header->setTable(m_columns, keys);
}

void DataTable::setRowHeight(int px)
{
    verticalHeader()->setMinimumSectionSize(m_theme.scaled(px));
    verticalHeader()->setDefaultSectionSize(m_theme.scaled(px));
}

void DataTable::setEdge(int px)
{
    m_edge = px;
    viewport()->update();
    m_header->viewport()->update();
}

QRect DataTable::roomIn(const QRect &cell, int column) const
{
    const QList<int> shown = shownColumns();
    const int leading = !shown.isEmpty() && shown.first() == column ? m_edge : cellMargin;
    const int trailing = !shown.isEmpty() && shown.last() == column ? m_edge : cellMargin;
    return QStyle::visualRect(layoutDirection(), cell, cell.adjusted(leading, 0, -trailing, -1));
}

QList<int> DataTable::selectedRows() const
{
    QList<int> rows;
    if (!selectionModel())
        return rows;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.append(row);
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

QList<int> DataTable::shownColumns() const
{
    QList<int> shown;
    for (int place = 0; place < m_columns.size(); ++place) {
        const int column = m_header->logicalIndex(place);
        if (!isColumnHidden(column))
            shown.append(column);
    }
    return shown;
}

void DataTable::copyRows(TableHeader header)
{
    QList<int> rows = selectedRows();
    if (rows.isEmpty() && currentIndex().isValid())
        rows.append(currentIndex().row());
    if (!rows.isEmpty())
        QApplication::clipboard()->setText(tabSeparated(*model(), rows, shownColumns(), header));
}

bool DataTable::event(QEvent *event)
{
    // The keys of the table come before shortcuts of the window that use the same ones.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto &key = static_cast<QKeyEvent &>(*event);
        const bool plain = !(key.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
        if (isCopy(key) || (plain && (isEnter(key) || key.key() == Qt::Key_F2))) {
            event->accept();
            return true;
        }
    }
    return QTableView::event(event);
}

void DataTable::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex current = currentIndex();
    if (isCopy(*event)) {
        copyRows(event->modifiers() & Qt::ShiftModifier ? TableHeader::LeftOut : TableHeader::Included);
    } else if (event->key() == Qt::Key_F2 && current.isValid()) {
        editCell(current);
    } else if (isEnter(*event) && !(event->modifiers() & Qt::ControlModifier)) {
        if (current.isValid())
            Q_EMIT opened(current);
    } else if (event->key() == Qt::Key_Space && current.isValid()) {
        selectionModel()->select(current, QItemSelectionModel::Toggle | QItemSelectionModel::Rows);
    } else if (event->key() == Qt::Key_Escape || (!event->text().isEmpty() && event->text().at(0).isPrint() &&
                                                  !(event->modifiers() & Qt::ControlModifier))) {
        event->ignore();
    } else {
        QTableView::keyPressEvent(event);
    }
}

// Columns

int DataTable::widthOf(int column) const
{
    return m_theme.scaled(m_widths.value(column, m_columns.at(column).width));
}

int DataTable::stretchColumn() const
{
    const auto found =
        std::find_if(m_columns.begin(), m_columns.end(), [](const DataColumn &c) { return c.stretches; });
    return found == m_columns.end() ? 0 : static_cast<int>(found - m_columns.begin());
}

void DataTable::fitColumns()
{
    if (m_fitting || m_columns.isEmpty() || !model())
        return;
    m_fitting = true;
    const int stretch = stretchColumn();
    const int room = viewport()->width();
    QList<int> wanted;
    int taken = 0;
    for (int column = 0; column < m_columns.size(); ++column) {
        if (m_unwanted.contains(column))
            continue;
        wanted.append(column);
        taken += column == stretch ? m_theme.scaled(narrowestStretch) : widthOf(column);
    }
    while (taken > room) {
        const auto least = std::max_element(wanted.begin(), wanted.end(), [this](int a, int b) {
            return m_columns.at(a).importance < m_columns.at(b).importance;
        });
        if (least == wanted.end() || m_columns.at(*least).importance == 0)
            break;
        taken -= widthOf(*least);
        wanted.erase(least);
    }
    for (int column = 0; column < m_columns.size(); ++column) {
        setColumnHidden(column, !wanted.contains(column));
        if (wanted.contains(column) && column != stretch)
            m_header->resizeSection(column, widthOf(column));
    }
    if (wanted.contains(stretch))
        m_header->resizeSection(
            stretch, std::max(m_theme.scaled(narrowestStretch), room - taken + m_theme.scaled(narrowestStretch)));
    m_fitting = false;
}

void DataTable::columnDragged(int column, int width)
{
    if (m_fitting || column == stretchColumn())
        return;
    m_widths.insert(column, std::max(narrowestColumn, qRound(width * 100.0 / m_theme.scaled(100))));
    fitColumns();
    Q_EMIT layoutTextChanged();
}

void DataTable::setColumnWanted(int column, bool wanted)
{
    if (wanted)
        m_unwanted.remove(column);
    else
        m_unwanted.insert(column);
    fitColumns();
    Q_EMIT layoutTextChanged();
}

void DataTable::showColumnMenu(const QPoint &globalPosition)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int column = 0; column < m_columns.size(); ++column) {
        QAction *entry = menu->addAction(m_columns.at(column).title);
        entry->setCheckable(true);
        entry->setChecked(isColumnWanted(column));
        entry->setEnabled(m_columns.at(column).importance > 0);
        connect(entry, &QAction::toggled, this, [this, column](bool wanted) { setColumnWanted(column, wanted); });
    }
    menu->addSeparator();
    menu->addAction(tr("Reset columns"), this, &DataTable::resetLayout);
    menu->popup(globalPosition);
}

void DataTable::resetLayout()
{
    m_widths.clear();
    m_unwanted.clear();
    for (int column = 0; column < m_columns.size(); ++column)
        m_header->moveSection(m_header->visualIndex(column), column);
    fitColumns();
    Q_EMIT layoutTextChanged();
}

QString DataTable::layoutText() const
{
    QStringList parts;
    for (int place = 0; place < m_columns.size(); ++place) {
        const int column = m_header->logicalIndex(place);
        parts.append(QStringLiteral("%1:%2:%3")
                         .arg(m_columns.at(column).id)
                         .arg(m_widths.value(column, 0))
                         .arg(m_unwanted.contains(column) ? 0 : 1));
    }
    return parts.join(u',');
}

void DataTable::setLayoutText(const QString &text)
{
    int place = 0;
    for (const QString &part : text.split(u',', Qt::SkipEmptyParts)) {
        const QStringList values = part.split(u':');
        const auto found = std::find_if(m_columns.begin(), m_columns.end(),
                                        [&](const DataColumn &column) { return column.id == values.first(); });
        if (values.size() != 3 || found == m_columns.end())
            continue; // a column of another version of the program
        const int column = static_cast<int>(found - m_columns.begin());
        if (const int width = values.at(1).toInt(); width >= narrowestColumn)
            m_widths.insert(column, width);
        if (values.at(2) == u"0" && found->importance > 0)
            m_unwanted.insert(column);
        m_header->moveSection(m_header->visualIndex(column), place++);
    }
    fitColumns();
}

// Editing

void DataTable::editCell(const QModelIndex &index)
{
    if (m_editor && m_editor->index() == index)
        return;
    closeEditor();
    if (!index.isValid())
        return;
    if (!(index.flags() & Qt::ItemIsEditable)) {
        Q_EMIT editRefused(index);
        return;
    }
    setCurrentIndex(index);
    scrollTo(index);
    m_editor = new CellEditor(m_theme, *this, index, m_columns.at(index.column()).kind);
    connect(m_editor, &CellEditor::submitted, this, &DataTable::submitEdit);
    connect(m_editor, &CellEditor::cancelled, this, [this] {
        closeEditor();
        setFocus(Qt::OtherFocusReason);
    });
    connect(m_editor, &CellEditor::linkChosen, this, &DataTable::editLinkChosen);
    m_editor->begin();
    Q_EMIT editingChanged(true);
}

bool DataTable::isEditing() const
{
    return m_editor != nullptr;
}

void DataTable::submitEdit(EditMove move)
{
    const QModelIndex index = m_editor->index();
    if (!index.isValid()) {
        closeEditor();
        return;
    }
    if (!m_editor->isChanged()) {
        m_move = move;
        acceptEdit();
        return;
    }
    m_move = move;
    m_editor->setWaiting(true);
    Q_EMIT editSubmitted(index, m_editor->text());
}

void DataTable::acceptEdit()
{
    if (!m_editor)
        return;
    const QModelIndex index = m_editor->index();
    const bool hadFocus = m_editor->hasFocusInside();
    closeEditor();
    if (hadFocus)
        setFocus(Qt::OtherFocusReason);
    if (index.isValid())
        moveFrom(index, m_move);
}

void DataTable::refuseEdit(const QString &sentence, const QString &link)
{
    if (!m_editor)
        return;
    m_editor->setWaiting(false);
    m_editor->showProblem(sentence, link);
}

void DataTable::closeEditor()
{
    if (!m_editor)
        return;
    CellEditor *editor = std::exchange(m_editor, nullptr);
    editor->end();
    editor->deleteLater();
    Q_EMIT editingChanged(false);
}

void DataTable::moveFrom(const QModelIndex &index, EditMove move)
{
    const QList<int> shown = shownColumns();
    const qsizetype place = shown.indexOf(index.column());
    QModelIndex next;
    if (move == EditMove::Down)
        next = index.siblingAtRow(index.row() + 1);
    else if (move == EditMove::Right && place + 1 < shown.size())
        next = index.siblingAtColumn(shown.at(place + 1));
    else if (move == EditMove::Left && place > 0)
        next = index.siblingAtColumn(shown.at(place - 1));
    if (next.isValid())
        setCurrentIndex(next);
}

// What follows the size and the scroll position

QRect DataTable::ringRect() const
{
    // The ring is painted 4 px outside of what it is given: it ends on the edges of the cell.
    return visualRect(currentIndex()).adjusted(4, 4, -4, -4);
}

void DataTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void DataTable::updateGeometries()
{
    QTableView::updateGeometries();
    if (m_editor)
        m_editor->place();
}

void DataTable::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    if (m_editor)
        m_editor->place();
    // The next rows are on their way before the last one is reached.
    const QScrollBar *bar = verticalScrollBar();
    if (model() && bar->value() + bar->pageStep() >= bar->maximum() && model()->canFetchMore(rootIndex()))
        model()->fetchMore(rootIndex());
}

void DataTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    viewport()->update(); // the ring follows what is painted
}

void DataTable::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    Q_EMIT selectedRowsChanged();
}

} // namespace crema::desktop
