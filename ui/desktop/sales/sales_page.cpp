// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/sales/sales_page.h"

#include "ui/desktop/sales/sale_detail_panel.h"
#include "ui/desktop/sales/sale_list_panel.h"
#include "ui/desktop/theme/theme.h"
#include "ui/presenters/selling/sale_list_presenter.h"
#include "ui/presenters/shell/shell_presenter.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>

namespace crema::desktop {

namespace {

constexpr int listWidth = 520;

} // namespace

SalesPage::SalesPage(const Theme &theme, SaleListPresenter &presenter, ShellPresenter &shell, QWidget *parent)
    : AreaPage(parent), m_theme(theme), m_presenter(presenter), m_list(new SaleListPanel(theme, presenter, shell)),
      m_detail(new SaleDetailPanel(theme, presenter))
{
    setObjectName(QStringLiteral("salesPage"));
    setFocusPolicy(Qt::ClickFocus);
    setProperty("noRing", true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_list, 1);
    row->addWidget(m_detail, 1);
    connect(&presenter, &SaleListPresenter::detailChanged, this, &SalesPage::showPanels);
    connect(&presenter, &SaleListPresenter::placeChanged, this, &AreaPage::placeChanged);
    connect(&presenter, &SaleListPresenter::copied, this,
            [](const QString &text) { QApplication::clipboard()->setText(text); });
    setSizeClass(SizeClass::Medium);
}

AreaPage::Area SalesPage::area()
{
    return {QStringLiteral("orders"), tr("Orders"), QStringLiteral("orders")};
}

void SalesPage::setSizeClass(SizeClass size)
{
    m_beside = size == SizeClass::Wide;
    m_list->setMinimumWidth(m_beside ? m_theme.scaled(listWidth) : 0);
    m_list->setMaximumWidth(m_beside ? m_theme.scaled(listWidth) : QWIDGETSIZE_MAX);
    m_list->setBeside(m_beside);
    m_detail->setBeside(m_beside);
    showPanels();
}

void SalesPage::showPanels()
{
    const bool open = !m_presenter.openNumber().isEmpty();
    const bool wasOpen = !m_detail->isHidden();
    m_list->setVisible(m_beside || !open);
    m_detail->setVisible(m_beside || open);
    if (m_beside || wasOpen == open || !isVisible())
        return;
    // The panel that had the focus is gone: the one that came takes it.
    if (open)
        m_detail->focusSale();
    else
        m_list->focusList();
}

void SalesPage::arrive()
{
    m_presenter.arrive();
    if (!m_beside && !m_presenter.openNumber().isEmpty())
        m_detail->focusSale();
    else
        m_list->focusList();
}

bool SalesPage::takeScan(const QString &code)
{
    return m_presenter.takeScan(code);
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
    if (event->key() == Qt::Key_Escape && !m_presenter.openNumber().isEmpty()) {
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
