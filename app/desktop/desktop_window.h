// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/desktop_options.h"
#include "app/desktop/system_scheme.h"
#include "models/base/clock.h"
#include "ui/desktop/theme/theme.h"

#include <memory>

class QApplication;
class QWidget;

namespace crema {
class SerialScanner;
class ShopPresenters;
} // namespace crema

namespace crema::desktop {

class MainWindow;

/// The window of the program and its look: follows what the person chooses, and makes the window anew where sizes
/// change. The presenters stay, so nothing that was begun is lost. Everything given outlives it.
class DesktopWindow final : public QObject
{
    Q_OBJECT

public:
    /// Options of the command line go before what was chosen, for this run.
    DesktopWindow(QApplication &application, const DesktopOptions &options, ShopPresenters &shop, Clock &clock);
    ~DesktopWindow() override;

    /// Codes of this scanner are scans, in a window that comes later too. Outlives it.
    void followSerial(SerialScanner &serial);

    void show();
    /// The present window; another one after a change of sizes.
    [[nodiscard]] QWidget &widget();

private:
    void takeMeasures();
    void makeWindow();
    void replaceWindow();

    DesktopOptions m_options;
    ShopPresenters &m_shop;
    Clock &m_clock;
    Theme m_theme;
    SystemScheme m_scheme;
    SerialScanner *m_serial = nullptr;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace crema::desktop
