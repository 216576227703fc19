// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "ui/desktop/till/size_class.h"

#include <QLocale>
#include <QWidget>

class QStackedWidget;

namespace crema {
class TillPresenter;
}

namespace crema::desktop {

class Rail;
class ScannerFilter;
class Theme;
class TillPage;

/// The one window: header, rail of work areas, page, status strip. Everything given outlives it.
class MainWindow final : public QWidget
{
    Q_OBJECT

public:
    MainWindow(Theme &theme, TillPresenter &till, Clock &clock, const QLocale &locale, QWidget *parent = nullptr);

    /// Adds a work area behind the till; its page belongs to the window.
    void addArea(const QString &id, const QString &name, const QString &iconName, QWidget *page);
    void goTo(int area);
    [[nodiscard]] int areaCount() const;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void addKeys();
    void fit();

    Theme &m_theme;
    TillPage *m_till;
    Rail *m_rail;
    QStackedWidget *m_pages;
    ScannerFilter *m_scanner;
};

} // namespace crema::desktop
