// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/people/person_list_panel.h"

#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/data_table.h"
#include "ui/desktop/widgets/data_table_footer.h"
#include "ui/desktop/widgets/empty_state.h"
#include "ui/desktop/widgets/page_header.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/people/person_table_model.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QStackedWidget>

namespace crema::desktop {

PersonListPanel::PersonListPanel(const Theme &theme, PersonListPresenter &presenter, QWidget *parent)
    : QFrame(parent), m_theme(theme), m_presenter(presenter), m_model(new PersonTableModel(presenter, this)),
      m_header(new PageHeader(theme, QStringLiteral("peopleHeader"))), m_field(new QLineEdit),
      m_icon(m_field->addAction(theme.icon(QStringLiteral("search"), "muted"), QLineEdit::LeadingPosition)),
      m_table(new DataTable(theme, QStringLiteral("peopleTable"))),
      m_empty(new EmptyState(theme, QStringLiteral("peopleEmpty"))), m_blank(new QWidget), m_stack(new QStackedWidget),
      m_footer(new DataTableFooter(theme, QStringLiteral("peopleFooter")))
{
    setObjectName(QStringLiteral("peopleList"));
    build();
    connect(&presenter, &PersonListPresenter::listChanged, this, &PersonListPanel::showList);
    connect(&presenter, &PersonListPresenter::detailChanged, this, &PersonListPanel::showCurrent);
    connect(&presenter, &PersonListPresenter::filterWanted, this, [this] {
        m_field->setFocus(Qt::ShortcutFocusReason);
        m_field->selectAll();
    });
    connect(m_field, &QLineEdit::textEdited, &presenter, &PersonListPresenter::setFilterText);
    const auto openRow = [this](const QModelIndex &index) { m_presenter.open(m_model->at(index.row()).id); };
    connect(m_table, &DataTable::opened, this, openRow);
    connect(m_table, &QAbstractItemView::clicked, this, openRow);
    connect(m_empty, &EmptyState::actionChosen, this, [this] {
        if (m_presenter.phase() == ListPhase::FilteredEmpty)
            m_presenter.setFilterText({});
        else
            m_presenter.refresh();
    });
    connect(&theme, &Theme::changed, this,
            [this] { m_icon->setIcon(m_theme.icon(QStringLiteral("search"), "muted")); });
    showList();
}

void PersonListPanel::build()
{
    m_header->setTitle(tr("People"));
    Action &create = *m_presenter.actions().find(u"people.new");
    auto *add = new TouchButton(m_theme, QStringLiteral("people.new.button"));
    add->setAction(create);
    add->setKind("primary");
    add->setText(tr("Add a person"));
    connect(&create, &Action::changed, add, [add] { add->setText(tr("Add a person")); });
    Action &trail = *m_presenter.actions().find(u"people.trail");
    auto *done = new TouchButton(m_theme, QStringLiteral("people.trail.button"));
    done->setAction(trail);
    const auto offer = [done, &trail] {
        done->setText(tr("Audit trail"));
        done->setVisible(trail.isEnabled());
    };
    connect(&trail, &Action::changed, done, offer);
    Action &roles = *m_presenter.actions().find(u"people.roles");
    auto *toRoles = new TouchButton(m_theme, QStringLiteral("people.roles.button"));
    toRoles->setAction(roles);
    const auto offerRoles = [toRoles, &roles] {
        toRoles->setText(tr("Roles"));
        toRoles->setVisible(roles.isEnabled());
    };
    connect(&roles, &Action::changed, toRoles, offerRoles);
    m_header->addAction(done);
    m_header->addAction(toRoles);
    m_header->addAction(add);
    offer();
    offerRoles();
    m_field->setObjectName(QStringLiteral("peopleFilter"));
    m_field->setProperty("role", QStringLiteral("filter"));
    m_field->setMaximumHeight(m_theme.controlHeight());
    m_field->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_field->setPlaceholderText(tr("Name, e-mail or role"));
    m_field->setAccessibleName(tr("Search people"));
    m_field->setMaximumWidth(m_theme.scaled(480));
    m_icon->setText(tr("Search people"));
    auto *fieldRow = new QHBoxLayout;
    fieldRow->setContentsMargins(16, 4, 16, 8);
    fieldRow->addStrut(m_theme.controlHeight());
    fieldRow->addWidget(m_field, 1);
    fieldRow->addStretch(0);
    m_table->setTable(m_model, PersonTableModel::columns());
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setAccessibleName(tr("People"));
    m_stack->setObjectName(QStringLiteral("peopleStack"));
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

void PersonListPanel::setBeside(bool beside)
{
    restyle(*this, "beside", beside);
    showList();
}

void PersonListPanel::focusList()
{
    m_stack->currentWidget()->setFocus();
    if (!m_table->currentIndex().isValid() && m_model->rowCount() > 0)
        m_table->selectionModel()->setCurrentIndex(m_model->index(0, 0), QItemSelectionModel::NoUpdate);
}

void PersonListPanel::showList()
{
    if (m_field->text() != m_presenter.filterText())
        m_field->setText(m_presenter.filterText());
    m_field->setVisible(!m_presenter.isDenied());
    switch (m_presenter.phase()) {
    case ListPhase::Blank:
    case ListPhase::Loading:
    case ListPhase::LoadingLong: m_stack->setCurrentWidget(m_blank); break;
    case ListPhase::Rows: m_stack->setCurrentWidget(m_table); break;
    case ListPhase::FirstUse:
    case ListPhase::FilteredEmpty:
    case ListPhase::Failed:
        showEmpty();
        m_stack->setCurrentWidget(m_empty);
        break;
    }
    m_footer->setCount(m_presenter.countText());
    showCurrent();
}

void PersonListPanel::showEmpty()
{
    const std::optional<Problem> &problem = m_presenter.problem();
    if (m_presenter.isDenied()) {
        m_empty->showState(QStringLiteral("lock"), tr("People are kept by those who may"),
                           tr("Ask a manager or an administrator to add or change somebody."));
        m_empty->setAction({});
    } else if (m_presenter.phase() == ListPhase::FilteredEmpty) {
        m_empty->showState(QStringLiteral("search"), tr("Nobody fits “%1”").arg(m_presenter.filterText()),
                           tr("Search for a part of the name, the e-mail address or the role."));
        m_empty->setAction(tr("Show everybody"), "plain");
    } else {
        m_empty->showState(QStringLiteral("warn"), tr("Who works here could not be read"),
                           problem ? problem->message : QString(), "error");
        m_empty->setAction(tr("Try again"));
    }
}

void PersonListPanel::showCurrent()
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
