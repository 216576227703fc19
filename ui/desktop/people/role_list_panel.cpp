// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/people/role_list_panel.h"

#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/data_table.h"
#include "ui/desktop/widgets/empty_state.h"
#include "ui/desktop/widgets/page_header.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/people/role_table_model.h"

#include <QStackedWidget>
#include <QVBoxLayout>

namespace crema::desktop {

RoleListPanel::RoleListPanel(const Theme &theme, RoleListPresenter &presenter, QWidget *parent)
    : QFrame(parent), m_theme(theme), m_presenter(presenter), m_model(new RoleTableModel(presenter, this)),
      m_header(new PageHeader(theme, QStringLiteral("rolesHeader"))),
      m_table(new DataTable(theme, QStringLiteral("rolesTable"))),
      m_empty(new EmptyState(theme, QStringLiteral("rolesEmpty"))), m_blank(new QWidget), m_stack(new QStackedWidget)
{
    setObjectName(QStringLiteral("rolesList"));
    build();
    connect(&presenter, &RoleListPresenter::listChanged, this, &RoleListPanel::showList);
    connect(&presenter, &RoleListPresenter::detailChanged, this, &RoleListPanel::showCurrent);
    const auto openRow = [this](const QModelIndex &index) { m_presenter.open(m_model->at(index.row()).id); };
    connect(m_table, &DataTable::opened, this, openRow);
    connect(m_table, &QAbstractItemView::clicked, this, openRow);
    connect(m_empty, &EmptyState::actionChosen, &presenter, &RoleListPresenter::refresh);
    connect(m_header, &PageHeader::parentChosen, &presenter, &RoleListPresenter::peopleWanted);
    showList();
}

void RoleListPanel::build()
{
    m_header->setTitle(tr("Roles"));
    m_header->setParentPlace(tr("People"));
    Action &create = *m_presenter.actions().find(u"roles.new");
    auto *add = new TouchButton(m_theme, QStringLiteral("roles.new.button"));
    add->setAction(create);
    add->setKind("primary");
    add->setText(tr("Make a role"));
    connect(&create, &Action::changed, add, [add] { add->setText(tr("Make a role")); });
    m_header->addAction(add);
    m_table->setTable(m_model, RoleTableModel::columns());
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setAccessibleName(tr("Roles"));
    m_stack->setObjectName(QStringLiteral("rolesStack"));
    for (QWidget *page : std::initializer_list<QWidget *>{m_blank, m_table, m_empty})
        m_stack->addWidget(page);
    m_blank->setProperty("noRing", true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_stack, 1);
}

void RoleListPanel::setBeside(bool beside)
{
    restyle(*this, "beside", beside);
    showList();
}

void RoleListPanel::focusList()
{
    m_stack->currentWidget()->setFocus();
    if (!m_table->currentIndex().isValid() && m_model->rowCount() > 0)
        m_table->selectionModel()->setCurrentIndex(m_model->index(0, 0), QItemSelectionModel::NoUpdate);
}

void RoleListPanel::showList()
{
    if (m_presenter.phase() == ListPhase::Rows) {
        m_stack->setCurrentWidget(m_table);
    } else if (m_presenter.phase() != ListPhase::Failed) {
        m_stack->setCurrentWidget(m_blank);
    } else if (m_presenter.isDenied()) {
        m_empty->showState(QStringLiteral("lock"), tr("Roles are kept by those who may"),
                           tr("Ask a manager or an administrator to make or change one."));
        m_empty->setAction({});
        m_stack->setCurrentWidget(m_empty);
    } else {
        const std::optional<Problem> &problem = m_presenter.problem();
        m_empty->showState(QStringLiteral("warn"), tr("The roles could not be read"),
                           problem ? problem->message : QString(), "error");
        m_empty->setAction(tr("Try again"));
        m_stack->setCurrentWidget(m_empty);
    }
    showCurrent();
}

void RoleListPanel::showCurrent()
{
    const int row = m_model->rowOf(m_presenter.openId());
    if (row < 0) {
        m_table->clearSelection();
        return;
    }
    if (m_table->currentIndex().row() == row && m_table->selectionModel()->isRowSelected(row, {}))
        return;
    m_table->selectionModel()->setCurrentIndex(m_model->index(row, 0),
                                               QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_table->scrollTo(m_model->index(row, 0));
}

} // namespace crema::desktop
