// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/window/main_window.h"

#include "ui/desktop/input/scanner_filter.h"
#include "ui/desktop/theme/focus_ring.h"
#include "ui/desktop/theme/theme.h"
#include "ui/desktop/till/till_page.h"
#include "ui/desktop/window/action_binder.h"
#include "ui/desktop/window/header_bar.h"
#include "ui/desktop/window/rail.h"
#include "ui/desktop/window/status_strip.h"
#include "ui/presenters/till/till_presenter.h"

#include <QAction>
#include <QHBoxLayout>
#include <QStackedWidget>

namespace crema::desktop {

MainWindow::MainWindow(Theme &theme, TillPresenter &till, Clock &clock, const QLocale &locale, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_till(new TillPage(theme, till, clock)), m_rail(new Rail(theme)),
      m_pages(new QStackedWidget), m_scanner(new ScannerFilter(clock, this))
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
    column->addWidget(new HeaderBar(theme, till, clock, locale));
    column->addLayout(middle, 1);
    column->addWidget(new StatusStrip(theme, till));

    addArea(QStringLiteral("till"), tr("Till"), QStringLiteral("till"), m_till);
    connect(m_rail, &Rail::areaChosen, this, &MainWindow::goTo);
    connect(m_scanner, &ScannerFilter::scanned, this, [this](const QString &code) {
        goTo(0);
        m_till->takeScan(code);
    });
    bindActions(theme, till.actions(), *this);
    addKeys();
    new FocusRing(theme, this);
    resize(QSize(1366, 768).boundedTo(screen()->availableSize()));
}

void MainWindow::addArea(const QString &id, const QString &name, const QString &iconName, QWidget *page)
{
    m_pages->addWidget(page);
    m_rail->addArea(id, name, iconName);
    auto *jump = new QAction(tr("Go to %1").arg(name), this);
    jump->setObjectName(QStringLiteral("action.go.") + id);
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
    m_till->setSizeClass(size);
}

} // namespace crema::desktop
