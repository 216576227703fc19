// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "ui/desktop/till/size_class.h"

#include <QFrame>
#include <QLocale>

#include <memory>

class QLabel;

namespace crema {
class ShopPresenters;
}

namespace crema::desktop {

class AccountButton;
class Theme;
class TouchButton;

/// The 56 px at the head of the window: whose shop, which till, the way to every command, how sync stands, who works,
/// the time.
class HeaderBar final : public QFrame
{
    Q_OBJECT

public:
    HeaderBar(const Theme &theme, ShopPresenters &shop, Clock &clock, const QLocale &locale, QWidget *parent = nullptr);

    void setSizeClass(SizeClass size);

Q_SIGNALS:
    /// The button that stands for the rail in a narrow window was pressed.
    void railWanted();

private:
    void showSearchKey();
    void makeButtons();
    void showHeader();
    void tick();
    void showTime();

    const Theme &m_theme;
    ShopPresenters &m_shop;
    Clock &m_clock;
    QLocale m_locale;
    TouchButton *m_menu;
    QWidget *m_logoSlot;
    QLabel *m_brand;
    QLabel *m_business;
    QLabel *m_place;
    TouchButton *m_search;
    TouchButton *m_pill;
    AccountButton *m_account;
    QLabel *m_time;
    std::unique_ptr<Timer> m_timer;
    bool m_showsKey = false; ///< of the palette, beside its name
};

} // namespace crema::desktop
