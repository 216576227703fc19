// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/catalog/catalog_list_panel.h"

#include "ui/desktop/catalog/catalog_filter_bar.h"
#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/data_table.h"
#include "ui/desktop/widgets/data_table_footer.h"
#include "ui/desktop/widgets/empty_state.h"
#include "ui/desktop/widgets/message_strip.h"
#include "ui/desktop/widgets/page_header.h"
#include "ui/desktop/widgets/skeleton.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/catalog/catalog_presenter.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLineEdit>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace crema::desktop {

CatalogListPanel::CatalogListPanel(const Theme &theme, CatalogPresenter &presenter, QWidget *parent)
    : QWidget(parent), m_presenter(presenter), m_header(new PageHeader(theme, QStringLiteral("catalogHeader"))),
      m_copy(new TouchButton(theme, QStringLiteral("catalogCopy"))), m_filter(new CatalogFilterBar(theme, presenter)),
      m_messageRow(new QWidget), m_message(new MessageStrip(theme)), m_stack(new QStackedWidget),
      m_table(new DataTable(theme, QStringLiteral("catalogTable"))),
      m_skeleton(new Skeleton(theme, QStringLiteral("catalogSkeleton"))),
      m_empty(new EmptyState(theme, QStringLiteral("catalogEmpty"))),
      m_footer(new DataTableFooter(theme, QStringLiteral("catalogFooter")))
{
    setObjectName(QStringLiteral("catalogList"));
    setAttribute(Qt::WA_StyledBackground);
    m_copy->setIconSize(20);
    m_header->setTitle(tr("Catalog"));
    Action &copy = *presenter.actions().find(u"catalog.copy");
    m_copy->setAction(copy);
    connect(&copy, &Action::changed, this, [this] { setNarrow(m_narrow); }); // the button takes the action's text
    m_header->addAction(m_copy);
    m_messageRow->setObjectName(QStringLiteral("catalogMessageRow"));
    auto *messageRow = new QHBoxLayout(m_messageRow);
    messageRow->setContentsMargins(16, 0, 16, 8);
    messageRow->addWidget(m_message);
    for (QWidget *face :
         {static_cast<QWidget *>(m_table), static_cast<QWidget *>(m_skeleton), static_cast<QWidget *>(m_empty)})
        m_stack->addWidget(face);
    m_stack->setProperty("role", QStringLiteral("list"));
    m_table->setAccessibleName(tr("Catalog"));
    m_skeleton->setRowHeight(theme.controlHeight());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_filter);
    column->addWidget(m_messageRow);
    column->addWidget(m_stack, 1);
    column->addWidget(m_footer);

    m_table->setTable(&presenter.table(), presenter.table().columns());
    m_table->setLayoutText(presenter.columnLayout());
    connect(m_table, &DataTable::layoutTextChanged, &presenter,
            [this] { m_presenter.keepColumnLayout(m_table->layoutText()); });
    m_skeleton->follow(m_table->horizontalHeader());
    connectTable();
    connect(&presenter, &CatalogPresenter::faceChanged, this, &CatalogListPanel::showFace);
    connect(&presenter, &CatalogPresenter::problemChanged, this, &CatalogListPanel::showProblem);
    connect(&presenter, &CatalogPresenter::footerChanged, this, &CatalogListPanel::showFooter);
    connect(&presenter, &CatalogPresenter::filterWanted, this, [this] {
        m_filter->field()->setFocus(Qt::ShortcutFocusReason);
        m_filter->field()->selectAll();
    });
    connect(m_filter, &CatalogFilterBar::left, this, [this] {
        if (m_presenter.face() == CatalogFace::Rows)
            takeFocus();
    });
    connect(m_filter->columnsButton(), &QPushButton::clicked, this, [this] {
        const TouchButton *button = m_filter->columnsButton();
        m_table->showColumnMenu(button->mapToGlobal(QPoint(0, button->height() + 4)));
    });
    connect(m_message, &MessageStrip::accepted, &presenter, &CatalogPresenter::retry);
    connect(m_message, &MessageStrip::dismissed, &presenter, &CatalogPresenter::clearProblem);
    connect(m_empty, &EmptyState::actionChosen, this, [this] {
        if (m_presenter.face() == CatalogFace::EmptyFiltered)
            m_presenter.clearFilter();
        else if (m_presenter.face() == CatalogFace::Error)
            m_presenter.retry();
        else
            QApplication::clipboard()->setText(CatalogPresenter::importCommand());
    });
    showFace();
    showProblem();
    showFooter();
}

void CatalogListPanel::connectTable()
{
    CatalogTableModel &model = m_presenter.table();
    connect(m_table, &DataTable::sortWanted, &m_presenter, &CatalogPresenter::setSortKeys);
    connect(&m_presenter, &CatalogPresenter::sortChanged, m_table,
            [this] { m_table->setSortKeys(m_presenter.sortKeys()); });
    connect(m_table, &DataTable::opened, &m_presenter,
            [this](const QModelIndex &index) { m_presenter.openRow(index.row()); });
    connect(m_table, &DataTable::editSubmitted, &m_presenter, [this](const QModelIndex &index, const QString &text) {
        m_presenter.submitCell(index.row(), index.column(), text);
    });
    connect(m_table, &DataTable::editRefused, &m_presenter,
            [this](const QModelIndex &index) { m_presenter.explainCell(index.column()); });
    connect(m_table, &DataTable::editingChanged, &m_presenter, &CatalogPresenter::setEditing);
    connect(m_table, &DataTable::editLinkChosen, &m_presenter, &CatalogPresenter::openLinked);
    connect(&m_presenter, &CatalogPresenter::cellSaved, m_table, &DataTable::acceptEdit);
    connect(&m_presenter, &CatalogPresenter::cellRefused, m_table, &DataTable::refuseEdit);
    connect(&m_presenter, &CatalogPresenter::editWanted, m_table,
            [this] { m_table->editCell(m_table->currentIndex()); });
    connect(&m_presenter, &CatalogPresenter::copyWanted, m_table, [this] { m_table->copyRows(TableHeader::Included); });
    connect(m_table, &DataTable::selectedRowsChanged, this, &CatalogListPanel::showFooter);
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, &CatalogListPanel::keepCurrent);
    connect(&model, &QAbstractItemModel::modelReset, this, &CatalogListPanel::restoreCurrent);
}

void CatalogListPanel::setNarrow(bool narrow)
{
    m_narrow = narrow;
    m_copy->setText(narrow ? QString() : m_presenter.actions().find(u"catalog.copy")->text());
    m_filter->columnsButton()->setVisible(!narrow);
}

void CatalogListPanel::setEdge(int px)
{
    m_header->setEdge(px);
    m_filter->setEdge(px);
    m_table->setEdge(px);
    m_footer->layout()->setContentsMargins(px, 0, px, 0);
}

void CatalogListPanel::takeFocus()
{
    if (m_presenter.face() == CatalogFace::EmptyFiltered) {
        m_filter->field()->setFocus(Qt::OtherFocusReason);
        return;
    }
    // While the rows are read the focus waits on what stands in their place; the stack hands it on to them.
    m_stack->currentWidget()->setFocus(Qt::OtherFocusReason);
    markFirst();
}

void CatalogListPanel::markFirst()
{
    const CatalogTableModel &model = m_presenter.table();
    if (m_table->hasFocus() && !m_table->currentIndex().isValid() && model.rowCount() > 0)
        m_table->setCurrentIndex(model.index(0, 0));
}

void CatalogListPanel::keepCurrent()
{
    const QModelIndex current = m_table->currentIndex();
    m_kept = current.isValid() ? m_presenter.table().rows().at(current.row()).variant : VariantId();
    m_keptColumn = current.isValid() ? current.column() : 0;
}

void CatalogListPanel::restoreCurrent()
{
    const int row = m_kept.isNull() ? -1 : m_presenter.table().rowOf(m_kept);
    if (row < 0)
        return;
    // Another filter or order is looked at from its beginning.
    m_table->setAutoScroll(false);
    m_table->setCurrentIndex(m_presenter.table().index(row, m_keptColumn));
    m_table->setAutoScroll(true);
}

void CatalogListPanel::showFace()
{
    switch (m_presenter.face()) {
    case CatalogFace::Blank:
    case CatalogFace::Rows:
        m_stack->setCurrentWidget(m_table);
        markFirst();
        break;
    case CatalogFace::Skeleton:
        m_skeleton->setSentence(m_presenter.progressText());
        m_stack->setCurrentWidget(m_skeleton);
        break;
    default: showEmpty(); m_stack->setCurrentWidget(m_empty);
    }
    m_filter->setVisible(!m_presenter.isDenied());
    m_footer->setVisible(m_presenter.face() == CatalogFace::Rows);
    showProblem();
    showFooter();
}

void CatalogListPanel::showEmpty()
{
    m_empty->setLink({});
    if (m_presenter.isDenied()) {
        m_empty->showState(QStringLiteral("lock"), tr("The catalog is seen by those who may"),
                           tr("Ask a manager or an administrator for this right."));
        m_empty->setAction({});
    } else if (m_presenter.face() == CatalogFace::EmptyFiltered) {
        m_empty->showState(QStringLiteral("filter"), m_presenter.emptyText(),
                           tr("The rest of the catalog is hidden by what stands in the filter."));
        m_empty->setAction(tr("Clear filters"), "plain");
    } else if (m_presenter.face() == CatalogFace::EmptyFirstUse) {
        m_empty->showState(QStringLiteral("catalog"), tr("Sell what you have in a file already"),
                           tr("Crema takes products from a CSV file with names, prices and barcodes: %1")
                               .arg(CatalogPresenter::importCommand()));
        m_empty->setAction(tr("Copy the import command"));
    } else if (m_presenter.problem()) {
        m_empty->showState(QStringLiteral("cloud"), m_presenter.problem()->message, m_presenter.problem()->hint,
                           "error");
        m_empty->setAction(tr("Try again"));
    }
}

void CatalogListPanel::showProblem()
{
    const bool inList = m_presenter.face() == CatalogFace::Error;
    const std::optional<Problem> &problem = m_presenter.problem();
    m_messageRow->setVisible(problem && !inList);
    if (!problem || inList)
        return;
    const bool notAllowed = problem->kind == ProblemKind::NotAllowed;
    m_message->showMessage(notAllowed ? Tone::Warning : Tone::Error, problem->message, problem->hint);
    m_message->setAnswers(notAllowed || problem->kind == ProblemKind::NotFound ? QString() : tr("Try again"),
                          tr("Close"));
}

void CatalogListPanel::showFooter()
{
    const QList<int> rows = m_table->selectedRows();
    const QString progress = m_presenter.progressText();
    m_footer->setCount(progress.isEmpty() ? m_presenter.countText(rows.size()) : progress);
    m_footer->setSums(m_presenter.sums(rows));
    m_footer->setAside(m_presenter.asOfText());
}

} // namespace crema::desktop
