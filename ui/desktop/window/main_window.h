// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"

#include <QHash>
#include <QLocale>
#include <QWidget>

class QHBoxLayout;
class QStackedWidget;

namespace crema {
class ShopPresenters;
}

namespace crema::desktop {

class ActionBinder;
class AreaPage;
class HeaderBar;
class KeyList;
class PaletteOverlay;
class Rail;
class ScanGate;
class ScannerFilter;
class SyncPanel;
class Theme;

/// The one window: header, rail of work areas, page, status strip, and what lies over them. Everything given outlives
/// it; it may be made anew over the same presenters.
class MainWindow final : public QWidget
{
    Q_OBJECT

public:
    MainWindow(Theme &theme, ShopPresenters &shop, Clock &clock, const QLocale &locale, QWidget *parent = nullptr);

    [[nodiscard]] AreaPage *page(const QString &area) const { return m_pages.value(area); }
    [[nodiscard]] QStringList areas() const { return m_order; }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void makeFrame(Clock &clock, const QLocale &locale);
    void addArea(AreaPage *page);
    void connectShell();
    void showAddress();
    void showKeys();
    void takeScan(const QString &code);
    void showRail();
    void showSync();
    void hideSync();
    void placeSync();
    void fit();

    Theme &m_theme;
    ShopPresenters &m_shop;
    HeaderBar *m_header;
    Rail *m_rail;
    QHBoxLayout *m_middle;
    QStackedWidget *m_stack;
    ActionBinder *m_binder;
    PaletteOverlay *m_palette = nullptr;
    SyncPanel *m_sync = nullptr;
    ScannerFilter *m_scanner = nullptr;
    ScanGate *m_scanGate = nullptr;
    KeyList *m_keys = nullptr;
    QHash<QString, AreaPage *> m_pages; ///< by area
    QStringList m_order;                ///< areas in the order of the rail; the till is the first
};

} // namespace crema::desktop
