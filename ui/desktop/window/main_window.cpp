// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/window/main_window.h"

#include "ui/desktop/input/scanner_filter.h"
#include "ui/desktop/theme/focus_ring.h"
#include "ui/desktop/theme/theme.h"
#include "ui/desktop/window/action_binder.h"
#include "ui/desktop/window/area_page.h"
#include "ui/desktop/window/area_pages.h"
#include "ui/desktop/window/header_bar.h"
#include "ui/desktop/window/rail.h"
#include "ui/desktop/window/status_strip.h"
#include "ui/presenters/shop_presenters.h"

#include <QAction>
#include <QHBoxLayout>
#include <QStackedWidget>

namespace crema::desktop {

MainWindow::MainWindow(Theme &theme, ShopPresenters &shop, Clock &clock, const QLocale &locale, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_rail(new Rail(theme)), m_pages(new QStackedWidget)
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(tr("Crema"));
    setMinimumSize(800, 600);
    m_pages->setObjectName(QStringLiteral("pageArea"));
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_rail);
    middle->addWidget(m_pages, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new HeaderBar(theme, shop.till, clock, locale));
    column->addLayout(middle, 1);
    column->addWidget(new StatusStrip(theme, shop.till));

    for (AreaPage *page : makeAreaPages(theme, shop, clock, locale))
        addArea(page);
    // The filter installed last sees keys first: a scan is told from typing before any page hears of it.
    m_scanner = new ScannerFilter(clock, this);
    connect(m_rail, &Rail::areaChosen, this, &MainWindow::goTo);
    connect(m_scanner, &ScannerFilter::scanned, this, &MainWindow::takeScan);
    addKeys();
    new FocusRing(theme, this);
    resize(QSize(1366, 768).boundedTo(screen()->availableSize()));
}

void MainWindow::addArea(AreaPage *page)
{
    const AreaPage::Area named = page->area();
    m_pages->addWidget(page);
    m_areas.append(page);
    m_rail->addArea(named.id, named.name, named.iconName);
    if (ActionList *actions = page->actionList())
        bindActions(m_theme, *actions, *this);
    auto *jump = new QAction(tr("Go to %1").arg(named.name), this);
    jump->setObjectName(QStringLiteral("action.go.") + named.id);
    const int area = areaCount() - 1;
    jump->setShortcut(QKeySequence(QStringLiteral("Alt+%1").arg(area + 1)));
    connect(jump, &QAction::triggered, this, [this, area] { goTo(area); });
    addAction(jump);
}

int MainWindow::areaCount() const
{
    return m_pages->count();
}

void MainWindow::goTo(int area)
{
    if (area < 0 || area >= areaCount())
        return;
    m_pages->setCurrentIndex(area);
    m_rail->setCurrent(area);
}

void MainWindow::takeScan(const QString &code)
{
    if (m_areas.at(m_pages->currentIndex())->takeScan(code))
        return;
    goTo(0);
    (void)m_areas.first()->takeScan(code);
}

void MainWindow::addKeys()
{
    auto *fullScreen = new QAction(tr("Full screen"), this);
    fullScreen->setObjectName(QStringLiteral("action.program.full-screen"));
    fullScreen->setShortcuts({QKeySequence(QStringLiteral("F11")), QKeySequence(QStringLiteral("Ctrl+Shift+F"))});
    connect(fullScreen, &QAction::triggered, this, [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });
    auto *quit = new QAction(tr("Quit"), this);
    quit->setObjectName(QStringLiteral("action.program.quit"));
    quit->setShortcut(QKeySequence(QStringLiteral("Ctrl+Q")));
    connect(quit, &QAction::triggered, this, &QWidget::close);
    addActions({fullScreen, quit});
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void MainWindow::fit()
{
    const SizeClass size = sizeClassOf(width());
    m_rail->setSizeClass(size);
    for (AreaPage *page : std::as_const(m_areas))
        page->setSizeClass(size);
}

} // namespace crema::desktop
