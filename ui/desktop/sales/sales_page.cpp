// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/sales/sales_page.h"

#include "ui/desktop/sales/return_panel.h"
#include "ui/desktop/sales/sale_detail_panel.h"
#include "ui/desktop/sales/sale_list_panel.h"
#include "ui/presenters/selling/return_presenter.h"
#include "ui/presenters/selling/sale_list_presenter.h"
#include "ui/presenters/shell/shell_presenter.h"

#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStackedWidget>

namespace crema::desktop {

namespace {

constexpr int listWidth = 520;

} // namespace

SalesPage::SalesPage(const Theme &theme, SaleListPresenter &presenter, ReturnPresenter &returns,
                     PrintPresenter &printing, ShellPresenter &shell, QWidget *parent)
    : ListDetailPage(theme, listWidth, parent), m_presenter(presenter), m_returns(returns),
      m_list(new SaleListPanel(theme, presenter, shell)), m_detail(new SaleDetailPanel(theme, presenter)),
      m_return(new ReturnPanel(theme, returns, printing)), m_open(new QStackedWidget)
{
    setObjectName(QStringLiteral("salesPage"));
    m_open->addWidget(m_detail);
    m_open->addWidget(m_return);
    setPanels(m_list, m_open);
    connect(&presenter, &SaleListPresenter::detailChanged, this, &SalesPage::showPanels);
    connect(&presenter, &SaleListPresenter::placeChanged, this, &AreaPage::placeChanged);
    // Another sale is open, or none.
    connect(&presenter, &SaleListPresenter::placeChanged, &returns, &ReturnPresenter::close);
    connect(&returns, &ReturnPresenter::stepChanged, this, &SalesPage::followReturn);
    connect(&presenter, &SaleListPresenter::copied, this,
            [](const QString &text) { QApplication::clipboard()->setText(text); });
    setSizeClass(SizeClass::Medium);
}

AreaPage::Area SalesPage::area()
{
    return {QStringLiteral("orders"), tr("Orders"), QStringLiteral("orders")};
}

bool SalesPage::isOpen() const
{
    return !m_presenter.openKey().isEmpty();
}

void SalesPage::setPanelsBeside(bool beside)
{
    m_list->setBeside(beside);
    m_detail->setBeside(beside);
    m_return->setBeside(beside);
}

void SalesPage::focusList()
{
    m_list->focusList();
}

void SalesPage::focusDetail()
{
    if (m_returns.step() == ReturnStep::Closed)
        m_detail->focusSale();
    else
        m_return->focusStart();
}

void SalesPage::followReturn()
{
    const bool isReturning = m_returns.step() != ReturnStep::Closed;
    m_open->setCurrentWidget(isReturning ? static_cast<QWidget *>(m_return) : m_detail);
    showPanels();
    if (isVisible())
        focusDetail();
}

void SalesPage::arrive()
{
    m_presenter.arrive();
    focusPanel();
}

bool SalesPage::takeScan(const QString &code)
{
    return m_presenter.takeScan(code) || m_returns.takeScan(code);
}

QString SalesPage::place() const
{
    return m_presenter.place();
}

void SalesPage::showPlace(const QString &place)
{
    m_presenter.showPlace(place);
}

void SalesPage::showEvent(QShowEvent *event)
{
    AreaPage::showEvent(event);
    m_presenter.arrive();
}

void SalesPage::hideEvent(QHideEvent *event)
{
    AreaPage::hideEvent(event);
    m_presenter.leave();
}

void SalesPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_returns.step() != ReturnStep::Closed) {
        m_returns.close();
        return;
    }
    if (event->key() == Qt::Key_Escape && isOpen()) {
        m_presenter.closeSale();
        return;
    }
    if (event->text() == QLatin1String("/") && !qobject_cast<QLineEdit *>(QApplication::focusWidget())) {
        m_presenter.actions().find(u"sales.filter")->trigger();
        return;
    }
    AreaPage::keyPressEvent(event);
}

} // namespace crema::desktop
