// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/widgets/filtered_list.h"

#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/data_table.h"
#include "ui/desktop/widgets/data_table_footer.h"
#include "ui/desktop/widgets/empty_state.h"
#include "ui/desktop/widgets/page_header.h"
#include "ui/presenters/selling/sale_list_view.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStackedWidget>

namespace crema::desktop {
namespace {

constexpr int widestField = 480;

} // namespace

FilteredList::FilteredList(const Theme &theme, const QString &name, QWidget *parent)
    : QFrame(parent), m_theme(theme), m_header(new PageHeader(theme, name + QStringLiteral("Header"))),
      m_field(new QLineEdit),
      m_icon(m_field->addAction(theme.icon(QStringLiteral("search"), "muted"), QLineEdit::LeadingPosition)),
      m_table(new DataTable(theme, name + QStringLiteral("Table"))),
      m_empty(new EmptyState(theme, name + QStringLiteral("Empty"))), m_blank(new QWidget), m_stack(new QStackedWidget),
      m_footer(new DataTableFooter(theme, name + QStringLiteral("Footer")))
{
    setObjectName(name + QStringLiteral("List"));
    build(name);
    const auto choose = [this](const QModelIndex &index) { Q_EMIT rowChosen(index.row()); };
    connect(m_table, &DataTable::opened, this, choose);
    connect(m_table, &QAbstractItemView::clicked, this, choose);
    connect(m_field, &QLineEdit::textEdited, this, &FilteredList::filterTyped);
    connect(m_field, &QLineEdit::returnPressed, this, [this] {
        if (m_stack->currentWidget() == m_table && m_table->model()->rowCount() > 0)
            Q_EMIT rowChosen(0);
    });
    m_field->installEventFilter(this);
    connect(&theme, &Theme::changed, this,
            [this] { m_icon->setIcon(m_theme.icon(QStringLiteral("search"), "muted")); });
}

void FilteredList::build(const QString &name)
{
    m_field->setObjectName(name + QStringLiteral("Filter"));
    m_field->setProperty("role", QStringLiteral("filter"));
    m_field->setMaximumHeight(m_theme.controlHeight());
    m_field->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_field->setMaximumWidth(m_theme.scaled(widestField));
    auto *fieldRow = new QHBoxLayout;
    fieldRow->setContentsMargins(16, 4, 16, 8);
    fieldRow->addStrut(m_theme.controlHeight());
    fieldRow->addWidget(m_field, 1);
    fieldRow->addStretch(0);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_stack->setObjectName(name + QStringLiteral("Stack"));
    for (QWidget *page : std::initializer_list<QWidget *>{m_blank, m_table, m_empty})
        m_stack->addWidget(page);
    m_blank->setProperty("noRing", true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addLayout(fieldRow);
    column->addWidget(m_stack, 1);
    column->addWidget(m_footer);
}

void FilteredList::setTable(QAbstractItemModel *model, const QList<DataColumn> &columns, const QString &title)
{
    m_table->setTable(model, columns);
    m_table->setAccessibleName(title);
    m_header->setTitle(title);
}

void FilteredList::setSearch(const QString &title, const QString &hint)
{
    m_field->setAccessibleName(title);
    m_field->setPlaceholderText(hint);
    m_icon->setText(title);
}

void FilteredList::setFilterText(const QString &text)
{
    if (m_field->text() != text)
        m_field->setText(text);
}

void FilteredList::setFilterVisible(bool visible)
{
    m_field->setVisible(visible);
}

void FilteredList::focusFilter()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void FilteredList::focusList()
{
    m_stack->currentWidget()->setFocus();
    if (!m_table->currentIndex().isValid() && m_table->model()->rowCount() > 0)
        m_table->selectionModel()->setCurrentIndex(m_table->model()->index(0, 0), QItemSelectionModel::NoUpdate);
}

void FilteredList::showCurrent(int row)
{
    if (row < 0) {
        m_table->clearSelection();
        return;
    }
    if (m_table->currentIndex().row() == row && m_table->selectionModel()->isRowSelected(row, {}))
        return;
    const QModelIndex index = m_table->model()->index(row, 0);
    m_table->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_table->scrollTo(index);
}

// From what was typed straight into what was found.
bool FilteredList::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Down) {
        focusList();
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

bool FilteredList::showPhase(ListPhase phase)
{
    switch (phase) {
    case ListPhase::Blank:
    case ListPhase::Loading:
    case ListPhase::LoadingLong: m_stack->setCurrentWidget(m_blank); break;
    case ListPhase::Rows: m_stack->setCurrentWidget(m_table); break;
    case ListPhase::FirstUse:
    case ListPhase::FilteredEmpty:
    case ListPhase::Failed: m_stack->setCurrentWidget(m_empty); break;
    }
    return m_stack->currentWidget() == m_empty;
}

} // namespace crema::desktop
