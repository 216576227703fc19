// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "ui/desktop/till/size_class.h"

#include <QLocale>
#include <QWidget>

class QStackedWidget;

namespace crema {
class ShopPresenters;
}

namespace crema::desktop {

class AreaPage;
class Rail;
class ScannerFilter;
class Theme;

/// The one window: header, rail of work areas, page, status strip. Everything given outlives it.
class MainWindow final : public QWidget
{
    Q_OBJECT

public:
    MainWindow(Theme &theme, ShopPresenters &shop, Clock &clock, const QLocale &locale, QWidget *parent = nullptr);

    void goTo(int area);
    [[nodiscard]] int areaCount() const;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void addArea(AreaPage *page);
    void takeScan(const QString &code);
    void addKeys();
    void fit();

    Theme &m_theme;
    Rail *m_rail;
    QStackedWidget *m_pages;
    QList<AreaPage *> m_areas; ///< in the order of the rail; the till is the first
    ScannerFilter *m_scanner = nullptr;
};

} // namespace crema::desktop
