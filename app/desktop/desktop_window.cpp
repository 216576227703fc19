// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktop_window.h"

#include "ui/desktop/window/main_window.h"
#include "ui/presenters/scanner/serial_scanner.h"
#include "ui/presenters/shop_presenters.h"

#include <QApplication>
#include <QLocale>

namespace crema::desktop {

namespace {

int controlPxOf(Density density)
{
    switch (density) {
    case Density::Compact: return 32;
    case Density::Normal: return 40;
    case Density::Touch: return 48;
    }
    Q_UNREACHABLE();
}

QString themeOf(const DesktopOptions &options, const Appearance &appearance)
{
    if (!options.theme.isEmpty())
        return options.theme;
    return qEnvironmentVariable("CREMA_THEME", appearance.themeName());
}

} // namespace

DesktopWindow::DesktopWindow(QApplication &application, const DesktopOptions &options, ShopPresenters &shop,
                             Clock &clock)
    : m_options(options), m_shop(shop), m_clock(clock), m_theme(themeOf(options, shop.appearance)),
      m_scheme(shop.appearance)
{
    m_theme.apply(application);
    takeMeasures();
    makeWindow();
    Appearance &appearance = shop.appearance;
    connect(&appearance, &Appearance::themeChanged, this, [this] {
        m_options.theme.clear(); // what is chosen now goes before what was asked for at the start
        m_theme.setName(m_shop.appearance.themeName());
    });
    // Queued: the button that was pressed belongs to the window that goes.
    connect(&appearance, &Appearance::layoutChanged, this, &DesktopWindow::replaceWindow, Qt::QueuedConnection);
    connect(&appearance, &Appearance::changed, this,
            [this] { m_theme.setMoving(m_shop.appearance.motion() == Motion::Full); });
}

DesktopWindow::~DesktopWindow() = default;

void DesktopWindow::show()
{
    m_window->show();
    m_scheme.follow();
}

void DesktopWindow::followSerial(SerialScanner &serial)
{
    m_serial = &serial;
    m_window->followSerial(serial);
    // It was begun before the window stood.
    if (serial.problem())
        m_shop.till.say(*serial.problem());
}

QWidget &DesktopWindow::widget()
{
    return *m_window;
}

void DesktopWindow::takeMeasures()
{
    const Appearance &appearance = m_shop.appearance;
    const double chosen = appearance.textPercent() / 100.0;
    m_theme.setMeasures(m_options.textScale.value_or(chosen), controlPxOf(appearance.density()));
    m_theme.setMoving(appearance.motion() == Motion::Full);
}

void DesktopWindow::makeWindow()
{
    m_window = std::make_unique<MainWindow>(m_theme, m_shop, m_clock, QLocale());
    if (m_serial)
        m_window->followSerial(*m_serial);
}

void DesktopWindow::replaceWindow()
{
    m_options.textScale.reset();
    const QRect place = m_window->geometry();
    const Qt::WindowStates states = m_window->windowState();
    // The new one comes before the old one goes: a program without a window would end.
    const std::unique_ptr<MainWindow> old = std::move(m_window);
    takeMeasures();
    makeWindow();
    m_window->setGeometry(place);
    m_window->setWindowState(states);
    m_window->show();
    m_window->activateWindow(); // where no window manager does it
}

} // namespace crema::desktop
