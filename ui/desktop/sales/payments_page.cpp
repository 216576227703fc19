// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/sales/payments_page.h"

#include "ui/desktop/sales/payment_detail_panel.h"
#include "ui/desktop/sales/payment_list_panel.h"
#include "ui/presenters/selling/payment_list_presenter.h"

#include <QKeyEvent>

namespace crema::desktop {
namespace {

constexpr int listWidth = 640;

} // namespace

PaymentsPage::PaymentsPage(const Theme &theme, PaymentListPresenter &presenter, QWidget *parent)
    : ListDetailPage(theme, listWidth, parent), m_presenter(presenter), m_list(new PaymentListPanel(theme, presenter)),
      m_detail(new PaymentDetailPanel(theme, presenter))
{
    setObjectName(QStringLiteral("paymentsPage"));
    setPanels(m_list, m_detail);
    connect(&presenter, &PaymentListPresenter::detailChanged, this, &PaymentsPage::showPanels);
    connect(&presenter, &PaymentListPresenter::placeChanged, this, &AreaPage::placeChanged);
    setSizeClass(SizeClass::Medium);
}

AreaPage::Area PaymentsPage::area()
{
    return {QStringLiteral("payments"),
            tr("Online payments"),
            QStringLiteral("link"),
            QStringLiteral("Ctrl+Shift+Y"),
            false,
            QStringLiteral("orders")};
}

bool PaymentsPage::isOpen() const
{
    return !m_presenter.openId().isEmpty();
}

void PaymentsPage::setPanelsBeside(bool beside)
{
    m_list->setBeside(beside);
    m_detail->setBeside(beside);
}

void PaymentsPage::focusList()
{
    m_list->focusList();
}

void PaymentsPage::focusDetail()
{
    m_detail->focusPayment();
}

void PaymentsPage::arrive()
{
    m_presenter.arrive();
    focusPanel();
}

QString PaymentsPage::place() const
{
    return m_presenter.place();
}

void PaymentsPage::showPlace(const QString &place)
{
    m_presenter.showPlace(place);
}

void PaymentsPage::showEvent(QShowEvent *event)
{
    AreaPage::showEvent(event);
    m_presenter.arrive();
}

void PaymentsPage::hideEvent(QHideEvent *event)
{
    AreaPage::hideEvent(event);
    m_presenter.leave();
}

void PaymentsPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_presenter.question())
        m_presenter.dropQuestion();
    else if (event->key() == Qt::Key_Escape && isOpen())
        m_presenter.close();
    else
        AreaPage::keyPressEvent(event);
}

} // namespace crema::desktop
