// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/people/audit_list_panel.h"

#include "ui/desktop/people/audit_filter_bar.h"
#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/data_table.h"
#include "ui/desktop/widgets/data_table_footer.h"
#include "ui/desktop/widgets/empty_state.h"
#include "ui/desktop/widgets/message_strip.h"
#include "ui/desktop/widgets/page_header.h"
#include "ui/desktop/widgets/skeleton.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/people/audit_table_model.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QStackedWidget>

namespace crema::desktop {

AuditListPanel::AuditListPanel(const Theme &theme, AuditPresenter &presenter, QWidget *parent)
    : QFrame(parent), m_theme(theme), m_presenter(presenter), m_model(new AuditTableModel(presenter, this)),
      m_header(new PageHeader(theme, QStringLiteral("auditHeader"))), m_filters(new AuditFilterBar(theme, presenter)),
      m_problemRow(new QWidget), m_problem(new MessageStrip(theme)),
      m_table(new DataTable(theme, QStringLiteral("auditTable"))),
      m_skeleton(new Skeleton(theme, QStringLiteral("auditSkeleton"))),
      m_empty(new EmptyState(theme, QStringLiteral("auditEmpty"))), m_blank(new QWidget), m_stack(new QStackedWidget),
      m_footer(new DataTableFooter(theme, QStringLiteral("auditFooter")))
{
    setObjectName(QStringLiteral("auditList"));
    build();
    connect(&presenter, &AuditPresenter::listChanged, this, &AuditListPanel::showList);
    connect(&presenter, &AuditPresenter::detailChanged, this, &AuditListPanel::showCurrent);
    const auto openRow = [this](const QModelIndex &index) { m_presenter.open(m_model->at(index.row()).id); };
    connect(m_table, &DataTable::opened, this, openRow);
    connect(m_table, &QAbstractItemView::clicked, this, openRow);
    connect(m_header, &PageHeader::parentChosen, this, &AuditListPanel::peopleWanted);
    connect(m_filters, &AuditFilterBar::listWanted, this, &AuditListPanel::focusList);
    connect(m_problem, &MessageStrip::accepted, &presenter, &AuditPresenter::refresh);
    connect(m_problem, &MessageStrip::dismissed, m_problemRow, &QWidget::hide);
    connect(m_empty, &EmptyState::actionChosen, this, &AuditListPanel::chooseAction);
    keepCurrent();
    showList();
}

/// What came meanwhile stands above: the cursor stays on its entry.
void AuditListPanel::keepCurrent()
{
    connect(m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        const QModelIndex current = m_table->currentIndex();
        m_currentId = current.isValid() ? m_model->at(current.row()).id : QString();
    });
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        if (const int row = m_model->rowOf(m_currentId); row >= 0)
            m_table->selectRow(row);
    });
}

void AuditListPanel::build()
{
    m_header->setTitle(tr("Audit trail"));
    m_header->setParentPlace(tr("People"));
    Action &ask = *m_presenter.actions().find(u"audit.refresh");
    auto *refresh = new TouchButton(m_theme, QStringLiteral("audit.refresh.button"));
    refresh->setAction(ask);
    refresh->setText(tr("Ask again"));
    connect(&ask, &Action::changed, refresh, [refresh] { refresh->setText(tr("Ask again")); });
    m_header->addAction(refresh);
    auto *problemRow = new QHBoxLayout(m_problemRow);
    problemRow->setContentsMargins(16, 0, 16, 8);
    problemRow->addWidget(m_problem);
    m_problem->setAnswers(tr("Try again"), tr("Close"));
    m_table->setTable(m_model, AuditTableModel::columns());
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setAccessibleName(tr("Audit trail"));
    m_skeleton->setRowHeight(m_theme.controlHeight());
    m_skeleton->follow(m_table->horizontalHeader());
    m_stack->setObjectName(QStringLiteral("auditStack"));
    for (QWidget *page : std::initializer_list<QWidget *>{m_blank, m_table, m_skeleton, m_empty})
        m_stack->addWidget(page);
    m_blank->setProperty("noRing", true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_filters);
    column->addWidget(m_problemRow);
    column->addWidget(m_stack, 1);
    column->addWidget(m_footer);
}

void AuditListPanel::setBeside(bool beside)
{
    restyle(*this, "beside", beside);
    showList();
}

void AuditListPanel::focusList()
{
    m_stack->currentWidget()->setFocus();
    if (!m_table->currentIndex().isValid() && m_model->rowCount() > 0)
        m_table->selectionModel()->setCurrentIndex(m_model->index(0, 0), QItemSelectionModel::NoUpdate);
}

void AuditListPanel::showList()
{
    showProblem();
    const ListPhase phase = m_presenter.phase();
    m_filters->setVisible(!m_presenter.isDenied() && phase != ListPhase::Failed);
    const bool hadFocus = m_stack->currentWidget()->hasFocus();
    switch (phase) {
    case ListPhase::Blank: m_stack->setCurrentWidget(m_blank); break;
    case ListPhase::Loading:
    case ListPhase::LoadingLong:
        m_skeleton->setSentence(phase == ListPhase::LoadingLong ? tr("Asking what was done") : QString());
        m_stack->setCurrentWidget(m_skeleton);
        break;
    case ListPhase::Rows: m_stack->setCurrentWidget(m_table); break;
    case ListPhase::FirstUse:
    case ListPhase::FilteredEmpty:
    case ListPhase::Failed:
        showEmpty();
        m_stack->setCurrentWidget(m_empty);
        break;
    }
    if (hadFocus && !m_stack->currentWidget()->hasFocus())
        focusList();
    const QString &count = m_presenter.countText();
    const QString &limit = m_presenter.limitText();
    m_footer->setCount(limit.isEmpty() ? count : tr("%1 · %2", "how many entries, why not more").arg(count, limit));
    showCurrent();
}

void AuditListPanel::showProblem()
{
    const std::optional<Problem> &problem = m_presenter.problem();
    const bool isStale = problem && m_presenter.phase() == ListPhase::Rows;
    m_problemRow->setVisible(isStale);
    if (isStale)
        m_problem->showMessage(Tone::Neutral, tr("This is not of now."), problem->message);
}

void AuditListPanel::showEmpty()
{
    const std::optional<Problem> &problem = m_presenter.problem();
    if (m_presenter.isDenied()) {
        m_empty->showState(QStringLiteral("lock"), tr("Only who manages people sees what was done"),
                           tr("Let a manager sign in, or ask one to give you the right."));
        m_empty->setAction({});
    } else if (problem) {
        m_empty->showState(
            QStringLiteral("offline"), tr("What was done is not known here"),
            tr("The platform keeps the audit trail. %1", "why it does not answer").arg(problem->message));
        m_empty->setAction(tr("Try again"));
    } else if (m_presenter.phase() == ListPhase::FirstUse) {
        m_empty->showState(QStringLiteral("history"), tr("See who did what, where and when"),
                           tr("Each change and each sign-in gets a line here."));
        m_empty->setAction({});
    } else {
        m_empty->showState(QStringLiteral("search"), tr("No entry fits these filters"),
                           tr("Choose somebody else, another kind or a longer time."));
        m_empty->setAction(tr("Show the whole trail"), "plain");
    }
}

void AuditListPanel::chooseAction()
{
    if (m_presenter.phase() == ListPhase::FilteredEmpty)
        m_presenter.clearFilters();
    else
        m_presenter.refresh();
}

void AuditListPanel::showCurrent()
{
    const int row = m_model->rowOf(m_presenter.openId());
    if (row < 0)
        return;
    if (m_table->currentIndex().row() == row && m_table->selectionModel()->isRowSelected(row, {}))
        return;
    m_table->selectionModel()->setCurrentIndex(m_model->index(row, 0),
                                               QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_table->scrollTo(m_model->index(row, 0));
}

} // namespace crema::desktop
