// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/customers/customers_page.h"

#include "ui/desktop/customers/customer_detail_panel.h"
#include "ui/desktop/customers/customer_list_panel.h"
#include "ui/desktop/customers/merge_dialog.h"
#include "ui/presenters/customers/customer_list_presenter.h"
#include "ui/presenters/customers/customer_merge_presenter.h"

#include <QKeyEvent>

namespace crema::desktop {
namespace {

constexpr int listWidth = 560;

} // namespace

CustomersPage::CustomersPage(const Theme &theme, CustomerListPresenter &presenter, QWidget *parent)
    : ListDetailPage(theme, listWidth, parent), m_theme(theme), m_presenter(presenter),
      m_list(new CustomerListPanel(theme, presenter)), m_detail(new CustomerDetailPanel(theme, presenter))
{
    setObjectName(QStringLiteral("customersPage"));
    setPanels(m_list, m_detail);
    connect(&presenter, &CustomerListPresenter::placeChanged, this, &CustomersPage::showPanels);
    connect(&presenter, &CustomerListPresenter::placeChanged, this, &AreaPage::placeChanged);
    connect(&presenter, &CustomerListPresenter::mergeWanted, this, &CustomersPage::askWhoIsTheSame);
    setSizeClass(SizeClass::Medium);
}

void CustomersPage::addCard(QWidget *card)
{
    m_detail->addCard(card);
}

AreaPage::Area CustomersPage::area()
{
    return {QStringLiteral("customers"), tr("Customers"), QStringLiteral("user"), QStringLiteral("Ctrl+Shift+K")};
}

bool CustomersPage::isOpen() const
{
    return !m_presenter.openId().isEmpty();
}

void CustomersPage::setPanelsBeside(bool beside)
{
    m_list->setBeside(beside);
    m_detail->setBeside(beside);
}

void CustomersPage::focusList()
{
    m_list->focusList();
}

void CustomersPage::focusDetail()
{
    m_detail->focusCustomer();
}

void CustomersPage::arrive()
{
    m_presenter.arrive();
    focusPanel();
}

QString CustomersPage::place() const
{
    return m_presenter.place();
}

void CustomersPage::showPlace(const QString &place)
{
    m_presenter.showPlace(place);
    showPanels();
}

void CustomersPage::askWhoIsTheSame(const QString &id)
{
    // Not exec(): the till goes on selling meanwhile.
    auto *dialog = new MergeDialog(m_theme, m_presenter.merging(), window());
    m_presenter.merging().begin(id);
    dialog->open();
}

void CustomersPage::showEvent(QShowEvent *event)
{
    AreaPage::showEvent(event);
    m_presenter.arrive();
}

void CustomersPage::hideEvent(QHideEvent *event)
{
    AreaPage::hideEvent(event);
    m_presenter.leave();
}

void CustomersPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && isOpen()) {
        m_presenter.close();
        return;
    }
    AreaPage::keyPressEvent(event);
}

} // namespace crema::desktop
