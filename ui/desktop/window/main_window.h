// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "ui/desktop/widgets/reading_order.h"
#include "ui/desktop/window/area_pages.h"

#include <QHash>
#include <QLocale>
#include <QWidget>

#include <memory>

class QHBoxLayout;
class QStackedWidget;

namespace crema {
class SerialScanner;
class ShopPresenters;
} // namespace crema

namespace crema::desktop {

class ActionBinder;
class DisplayWindow;
class HeaderBar;
class KeyList;
class PaletteOverlay;
class Rail;
class ChosenTones;
class ScanGate;
class ScannerFilter;
class SyncPanel;
class Tones;
class Theme;

/// The one window: header, rail of work areas, page, status strip, and what lies over them. Everything given outlives
/// it; it may be made anew over the same presenters.
class MainWindow final : public QWidget
{
    Q_OBJECT

public:
    MainWindow(Theme &theme, ShopPresenters &shop, Clock &clock, const QLocale &locale, QWidget *parent = nullptr);
    /// Hides it first: what is told that it is left is still whole then.
    ~MainWindow() override;

    /// The page of an area, made now if nobody has looked at it yet; null for an unknown one.
    [[nodiscard]] AreaPage *page(const QString &area);
    /// Every area in the order of the rail; the till is the first.
    [[nodiscard]] QStringList areas() const;
    /// From now on codes of this scanner are scans, and the page Scanner sets it. Outlives the window.
    void followSerial(SerialScanner &serial);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    bool focusNextPrevChild(bool next) override { return moveFocus(*this, next); }

private:
    void makeFrame(Clock &clock, const QLocale &locale);
    void addArea(const AreaPlan &plan, int number);
    [[nodiscard]] AreaPage *front() const;
    void connectShell();
    void showAddress();
    void showKeys();
    void showDisplay();
    void takeScan(const QString &code);
    void followScanner();
    void showRail();
    void showSync();
    void hideSync();
    void placeSync();
    void fit();

    Theme &m_theme;
    ShopPresenters &m_shop;
    std::unique_ptr<Tones> m_beeps;
    std::unique_ptr<Tones> m_tones; ///< as this device wants to hear them
    HeaderBar *m_header;
    Rail *m_rail;
    QHBoxLayout *m_middle;
    QStackedWidget *m_stack;
    ActionBinder *m_binder;
    PaletteOverlay *m_palette = nullptr;
    SyncPanel *m_sync = nullptr;
    ScannerFilter *m_scanner = nullptr;
    ScanGate *m_scanGate = nullptr;
    SerialScanner *m_serial = nullptr;
    KeyList *m_keys = nullptr;
    QList<AreaPlan> m_plans;            ///< in the order of the rail
    QHash<QString, AreaPage *> m_pages; ///< those that were looked at, by area
    DisplayWindow *m_display = nullptr;
};

} // namespace crema::desktop
