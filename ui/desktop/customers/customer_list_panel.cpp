// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/customers/customer_list_panel.h"

#include "ui/desktop/widgets/data_table_footer.h"
#include "ui/desktop/widgets/empty_state.h"
#include "ui/desktop/widgets/page_header.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/customers/customer_table_model.h"

namespace crema::desktop {

CustomerListPanel::CustomerListPanel(const Theme &theme, CustomerListPresenter &presenter, QWidget *parent)
    : FilteredList(theme, QStringLiteral("customers"), parent), m_presenter(presenter),
      m_model(new CustomerTableModel(presenter, this))
{
    setTable(m_model, CustomerTableModel::columns(), tr("Customers"));
    setSearch(tr("Search customers"), tr("Name, e-mail, phone or tax number"));
    auto *duplicates = new TouchButton(theme, QStringLiteral("customers.duplicates.button"));
    duplicates->setAction(*presenter.actions().find(u"customers.duplicates"));
    header().addAction(duplicates);
    Action &create = *presenter.actions().find(u"customers.new");
    auto *add = new TouchButton(theme, QStringLiteral("customers.new.button"));
    add->setAction(create);
    add->setKind("primary");
    header().addAction(add);
    connect(&presenter, &CustomerListPresenter::listChanged, this, &CustomerListPanel::showList);
    connect(&presenter, &CustomerListPresenter::detailChanged, this,
            [this] { showCurrent(m_model->rowOf(m_presenter.openId())); });
    connect(&presenter, &CustomerListPresenter::filterWanted, this, &FilteredList::focusFilter);
    connect(this, &FilteredList::filterTyped, &presenter, &CustomerListPresenter::setFilterText);
    connect(this, &FilteredList::rowChosen, this, [this](int row) { m_presenter.open(m_model->at(row).id); });
    connect(&empty(), &EmptyState::actionChosen, this, &CustomerListPanel::choose);
    showList();
}

void CustomerListPanel::setBeside(bool beside)
{
    restyle(*this, "beside", beside);
    showList();
}

void CustomerListPanel::showList()
{
    setFilterText(m_presenter.filterText());
    setFilterVisible(!m_presenter.isDenied());
    if (showPhase(m_presenter.phase()))
        showReason();
    footer().setCount(m_presenter.countText());
    showCurrent(m_model->rowOf(m_presenter.openId()));
}

void CustomerListPanel::showReason()
{
    const std::optional<Problem> &problem = m_presenter.problem();
    if (m_presenter.isDenied()) {
        empty().showState(QStringLiteral("lock"), tr("Customers are seen by those who may"),
                          tr("Ask a manager or an administrator for this right."));
        empty().setAction({});
    } else if (m_presenter.phase() == ListPhase::FirstUse) {
        const bool mayAdd = m_presenter.actions().find(u"customers.new")->isEnabled();
        empty().showState(QStringLiteral("user"), tr("No customers yet"),
                          tr("Whoever is kept here is found at every till, also without a network."));
        empty().setAction(mayAdd ? tr("Add a customer") : QString());
    } else if (m_presenter.phase() == ListPhase::FilteredEmpty) {
        empty().showState(QStringLiteral("search"), tr("No customer fits “%1”").arg(m_presenter.filterText()),
                          tr("Search for a part of the name, the e-mail address, the phone number or the tax number."));
        empty().setAction(tr("Show all customers"), "plain");
    } else {
        empty().showState(QStringLiteral("warn"), tr("The customers could not be read"),
                          problem ? problem->message : QString(), "error");
        empty().setAction(tr("Try again"));
    }
}

void CustomerListPanel::choose()
{
    if (m_presenter.phase() == ListPhase::FirstUse)
        m_presenter.open(CustomerListPresenter::newId);
    else if (m_presenter.phase() == ListPhase::FilteredEmpty)
        m_presenter.setFilterText({});
    else
        m_presenter.refresh();
}

} // namespace crema::desktop
