// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/sales/sale_list_panel.h"

#include "ui/desktop/sales/sale_filter_bar.h"
#include "ui/desktop/sales/sale_row_delegate.h"
#include "ui/desktop/theme/large_text.h"
#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/data_table.h"
#include "ui/desktop/widgets/data_table_footer.h"
#include "ui/desktop/widgets/empty_state.h"
#include "ui/desktop/widgets/message_strip.h"
#include "ui/desktop/widgets/page_header.h"
#include "ui/desktop/widgets/skeleton.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/selling/sale_table_model.h"
#include "ui/presenters/shell/shell_presenter.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QStackedWidget>

namespace crema::desktop {

namespace {

constexpr int narrowestTable = 784; ///< px at text scale 1.0: sale, time, customer, total and state

/// A list with the focus has a row that arrow keys start from.
void markFirst(QAbstractItemView &list)
{
    if (!list.currentIndex().isValid() && list.model()->rowCount() > 0)
        list.selectionModel()->setCurrentIndex(list.model()->index(0, 0), QItemSelectionModel::NoUpdate);
}

} // namespace

SaleListPanel::SaleListPanel(const Theme &theme, SaleListPresenter &presenter, ShellPresenter &shell, QWidget *parent)
    : QFrame(parent), m_theme(theme), m_presenter(presenter), m_shell(shell),
      m_model(new SaleTableModel(presenter, this)), m_header(new PageHeader(theme, QStringLiteral("salesHeader"))),
      m_filter(new SaleFilterBar(theme, presenter)), m_problemRow(new QWidget), m_problem(new MessageStrip(theme)),
      m_table(new DataTable(theme, QStringLiteral("salesTable"))), m_rows(new QListView),
      m_skeleton(new Skeleton(theme, QStringLiteral("salesSkeleton"))),
      m_empty(new EmptyState(theme, QStringLiteral("salesEmpty"))), m_blank(new QWidget), m_stack(new QStackedWidget),
      m_footer(new DataTableFooter(theme, QStringLiteral("salesFooter")))
{
    setObjectName(QStringLiteral("salesList"));
    m_header->setTitle(tr("Sales"));
    // In large text the list needs the height: the palette leads there as well.
    if (Action *payments = m_shell.actions().find(u"go.payments"); payments && !isLargeText(theme)) {
        auto *button = new TouchButton(theme, QStringLiteral("salesPaymentsButton"));
        button->setAction(*payments);
        const auto name = [button] { button->setText(tr("Online payments")); };
        connect(payments, &Action::changed, button, name);
        name();
        m_header->addAction(button);
    }
    auto *problemRow = new QHBoxLayout(m_problemRow);
    problemRow->setContentsMargins(16, 0, 16, 8);
    problemRow->addWidget(m_problem);
    m_problem->setAnswers(tr("Try again"), tr("Close"));

    m_table->setTable(m_model, SaleTableModel::columns());
    m_table->setSortKeys({m_model->sortKey()});
    m_rows->setObjectName(QStringLiteral("salesRows"));
    m_rows->setModel(m_model);
    m_rows->setItemDelegate(new SaleRowDelegate(theme, *m_model, presenter, m_rows));
    m_rows->setUniformItemSizes(true);
    for (QAbstractItemView *view :
         {static_cast<QAbstractItemView *>(m_table), static_cast<QAbstractItemView *>(m_rows)})
        connectView(view);

    m_stack->setObjectName(QStringLiteral("salesStack"));
    for (QWidget *page : std::initializer_list<QWidget *>{m_blank, m_table, m_rows, m_skeleton, m_empty})
        m_stack->addWidget(page);
    m_blank->setProperty("noRing", true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_filter);
    column->addWidget(m_problemRow);
    column->addWidget(m_stack, 1);
    column->addWidget(m_footer);

    connect(&presenter, &SaleListPresenter::listChanged, this, &SaleListPanel::showPhase);
    connect(&presenter, &SaleListPresenter::queryChanged, this, &SaleListPanel::showPhase);
    connect(&presenter, &SaleListPresenter::queryChanged, this, [this] { m_table->setSortKeys({m_model->sortKey()}); });
    connect(m_table, &DataTable::sortWanted, this,
            [this](const QList<SortKey> &keys) { m_model->sortBy(keys.last()); });
    connect(&presenter, &SaleListPresenter::summaryChanged, this, &SaleListPanel::showSummary);
    connect(&presenter, &SaleListPresenter::detailChanged, this, &SaleListPanel::showCurrent);
    connect(m_filter, &SaleFilterBar::listWanted, this, &SaleListPanel::focusList);
    connect(m_problem, &MessageStrip::accepted, &presenter, &SaleListPresenter::refresh);
    connect(m_problem, &MessageStrip::dismissed, m_problemRow, &QWidget::hide);
    connect(m_empty, &EmptyState::actionChosen, this, [this] {
        switch (m_presenter.phase()) {
        case ListPhase::Failed: m_presenter.refresh(); break;
        case ListPhase::FilteredEmpty: m_presenter.clearFilters(); break;
        default: m_shell.go({QStringLiteral("till"), {}}); break;
        }
    });
    connect(m_table, &DataTable::opened, this, [this](const QModelIndex &index) { openRow(index.row()); });
    connect(&theme, &Theme::changed, this, [this] { m_rows->viewport()->update(); });
    showPhase();
    showSummary();
}

void SaleListPanel::connectView(QAbstractItemView *view)
{
    view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setAccessibleName(tr("Sales"));
    view->installEventFilter(this);
    connect(view, &QAbstractItemView::clicked, this, [this](const QModelIndex &index) {
        // With Ctrl or Shift a person marks rows for the sum.
        if (!(QApplication::keyboardModifiers() & (Qt::ControlModifier | Qt::ShiftModifier)))
            openRow(index.row());
    });
    connect(view->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this, view] {
        if (view != this->view())
            return;
        QStringList keys;
        for (const QItemSelectionRange &range : view->selectionModel()->selection()) {
            for (int row = range.top(); row <= range.bottom(); ++row)
                keys.append(m_model->at(row).key);
        }
        m_presenter.setSelection(keys);
    });
}

QAbstractItemView *SaleListPanel::view() const
{
    return m_twoLines ? static_cast<QAbstractItemView *>(m_rows) : m_table;
}

void SaleListPanel::setBeside(bool beside)
{
    m_beside = beside;
    restyle(*this, "beside", beside);
    m_filter->setStacked(beside);
    chooseView();
    showSummary();
}

void SaleListPanel::chooseView()
{
    m_twoLines = m_beside || width() < m_theme.scaled(narrowestTable);
    m_skeleton->setRowHeight(m_twoLines ? m_theme.scaled(64) : m_theme.controlHeight());
    m_skeleton->follow(m_twoLines ? nullptr : m_table->horizontalHeader());
    showPhase();
    showCurrent();
}

void SaleListPanel::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    if (m_twoLines != (m_beside || width() < m_theme.scaled(narrowestTable)))
        chooseView();
}

void SaleListPanel::focusList()
{
    QAbstractItemView *list = view();
    if (m_presenter.phase() == ListPhase::FilteredEmpty) {
        m_filter->field()->setFocus();
        return;
    }
    // While the rows are read the focus waits on what stands in their place; the stack hands it on to them.
    m_stack->currentWidget()->setFocus();
    markFirst(*list);
}

void SaleListPanel::openRow(int row)
{
    m_presenter.openSale(m_model->at(row).key);
}

void SaleListPanel::showCurrent()
{
    // The open sale is the marked row, also when history or a scan led to it.
    const int row = m_model->rowOf(m_presenter.openKey());
    if (row < 0)
        return;
    QAbstractItemView *list = view();
    const QModelIndex index = m_model->index(row, 0);
    if (list->currentIndex().row() == row && list->selectionModel()->isRowSelected(row, {}))
        return;
    list->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    list->scrollTo(index);
}

void SaleListPanel::showPhase()
{
    m_filter->setVisible(!m_presenter.isDenied());
    const std::optional<Problem> &problem = m_presenter.problem();
    m_problemRow->setVisible(problem && m_presenter.phase() == ListPhase::Rows);
    if (problem)
        m_problem->showMessage(Tone::Warning, problem->message, problem->hint);
    switch (m_presenter.phase()) {
    case ListPhase::Blank: m_stack->setCurrentWidget(m_blank); break;
    case ListPhase::Loading:
    case ListPhase::LoadingLong:
        m_skeleton->setSentence(m_presenter.phase() == ListPhase::LoadingLong ? tr("Reading the sales of this shop")
                                                                              : QString());
        m_stack->setCurrentWidget(m_skeleton);
        break;
    case ListPhase::Rows:
        m_stack->setCurrentWidget(view());
        if (view()->hasFocus())
            markFirst(*view());
        break;
    case ListPhase::FirstUse:
    case ListPhase::FilteredEmpty:
    case ListPhase::Failed:
        showEmpty();
        m_stack->setCurrentWidget(m_empty);
        break;
    }
}

void SaleListPanel::showEmpty()
{
    if (m_presenter.isDenied()) {
        m_empty->showState(QStringLiteral("lock"), tr("Sales are seen by those who may"),
                           tr("Ask a manager or an administrator for this right."));
        m_empty->setAction({});
        return;
    }
    switch (m_presenter.phase()) {
    case ListPhase::Failed:
        m_empty->showState(QStringLiteral("warn"), tr("The sales could not be read"),
                           m_presenter.problem() ? m_presenter.problem()->message : QString(), "error");
        m_empty->setAction(tr("Try again"));
        break;
    case ListPhase::FilteredEmpty: {
        const QString hint = m_presenter.filterHint();
        m_empty->showState(QStringLiteral("filter"),
                           tr("No sale matches %n filters", nullptr, m_presenter.query().filterCount()),
                           hint.isEmpty() ? tr("Sales of other days or states are hidden by them.") : hint);
        m_empty->setAction(tr("Clear filters"), "plain");
        break;
    }
    default:
        m_empty->showState(QStringLiteral("orders"), tr("Find every sale again"),
                           tr("Each sale rung up here gets a line with its receipt, payments and state."));
        m_empty->setAction(tr("Go to the till"));
        break;
    }
}

void SaleListPanel::showSummary()
{
    const SaleSummary &summary = m_presenter.summary();
    m_footer->setCount(summary.note.isEmpty()
                           ? summary.countText
                           : tr("%1 · %2", "count of sales, a note").arg(summary.countText, summary.note));
    m_footer->setSums(summary.totalText.isEmpty() ? QList<AmountRow>()
                                                  : QList<AmountRow>{{tr("Total"), summary.totalText}});
    m_footer->setAside(m_beside ? QString() : summary.asOfText);
}

bool SaleListPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || watched != view())
        return QFrame::eventFilter(watched, event);
    const auto &key = static_cast<QKeyEvent &>(*event);
    const bool plain = !(key.modifiers() & ~Qt::KeypadModifier);
    if (m_twoLines && plain && (key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter)) {
        if (view()->currentIndex().isValid())
            openRow(view()->currentIndex().row());
        return true;
    }
    if (plain && key.key() == Qt::Key_Escape && !m_presenter.query().isEmpty() && m_presenter.openKey().isEmpty()) {
        m_presenter.clearFilters();
        return true;
    }
    return false;
}

} // namespace crema::desktop
