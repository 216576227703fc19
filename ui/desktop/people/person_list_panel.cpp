// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/people/person_list_panel.h"

#include "ui/desktop/widgets/data_table_footer.h"
#include "ui/desktop/widgets/empty_state.h"
#include "ui/desktop/widgets/page_header.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/people/person_table_model.h"

namespace crema::desktop {

PersonListPanel::PersonListPanel(const Theme &theme, PersonListPresenter &presenter, QWidget *parent)
    : FilteredList(theme, QStringLiteral("people"), parent), m_presenter(presenter),
      m_model(new PersonTableModel(presenter, this))
{
    setTable(m_model, PersonTableModel::columns(), tr("People"));
    setSearch(tr("Search people"), tr("Name, e-mail or role"));
    addButtons(theme);
    connect(&presenter, &PersonListPresenter::listChanged, this, &PersonListPanel::showList);
    connect(&presenter, &PersonListPresenter::detailChanged, this,
            [this] { showCurrent(m_model->rowOf(m_presenter.openId())); });
    connect(&presenter, &PersonListPresenter::filterWanted, this, &FilteredList::focusFilter);
    connect(this, &FilteredList::filterTyped, &presenter, &PersonListPresenter::setFilterText);
    connect(this, &FilteredList::rowChosen, this, [this](int row) { m_presenter.open(m_model->at(row).id); });
    connect(&empty(), &EmptyState::actionChosen, this, &PersonListPanel::choose);
    showList();
}

void PersonListPanel::addButtons(const Theme &theme)
{
    Action &create = *m_presenter.actions().find(u"people.new");
    auto *add = new TouchButton(theme, QStringLiteral("people.new.button"));
    add->setAction(create);
    add->setKind("primary");
    Action &trail = *m_presenter.actions().find(u"people.trail");
    auto *done = new TouchButton(theme, QStringLiteral("people.trail.button"));
    done->setAction(trail);
    const auto offer = [done, &trail] {
        done->setText(tr("Audit trail"));
        done->setVisible(trail.isEnabled());
    };
    connect(&trail, &Action::changed, done, offer);
    Action &roles = *m_presenter.actions().find(u"people.roles");
    auto *toRoles = new TouchButton(theme, QStringLiteral("people.roles.button"));
    toRoles->setAction(roles);
    const auto offerRoles = [toRoles, &roles] {
        toRoles->setText(tr("Roles"));
        toRoles->setVisible(roles.isEnabled());
    };
    connect(&roles, &Action::changed, toRoles, offerRoles);
    header().addAction(done);
    header().addAction(toRoles);
    header().addAction(add);
    offer();
    offerRoles();
}

void PersonListPanel::setBeside(bool beside)
{
    restyle(*this, "beside", beside);
    showList();
}

void PersonListPanel::showList()
{
    setFilterText(m_presenter.filterText());
    setFilterVisible(!m_presenter.isDenied());
    if (showPhase(m_presenter.phase()))
        showReason();
    footer().setCount(m_presenter.countText());
    showCurrent(m_model->rowOf(m_presenter.openId()));
}

void PersonListPanel::showReason()
{
    const std::optional<Problem> &problem = m_presenter.problem();
    if (m_presenter.isDenied()) {
        empty().showState(QStringLiteral("lock"), tr("People are kept by those who may"),
                          tr("Ask a manager or an administrator to add or change somebody."));
        empty().setAction({});
    } else if (m_presenter.phase() == ListPhase::FilteredEmpty) {
        empty().showState(QStringLiteral("search"), tr("Nobody fits “%1”").arg(m_presenter.filterText()),
                          tr("Search for a part of the name, the e-mail address or the role."));
        empty().setAction(tr("Show everybody"), "plain");
    } else {
        empty().showState(QStringLiteral("warn"), tr("Who works here could not be read"),
                          problem ? problem->message : QString(), "error");
        empty().setAction(tr("Try again"));
    }
}

void PersonListPanel::choose()
{
    if (m_presenter.phase() == ListPhase::FilteredEmpty)
        m_presenter.setFilterText({});
    else
        m_presenter.refresh();
}

} // namespace crema::desktop
