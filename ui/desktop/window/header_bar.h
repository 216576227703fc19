// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"

#include <QFrame>
#include <QLocale>

#include <memory>

class QLabel;

namespace crema {
class TillPresenter;
}

namespace crema::desktop {

class Theme;
class TouchButton;

/// The 56 px at the head of the window: whose shop, which till, who sells, how sync stands, the time.
class HeaderBar final : public QFrame
{
    Q_OBJECT

public:
    HeaderBar(const Theme &theme, TillPresenter &presenter, Clock &clock, const QLocale &locale,
              QWidget *parent = nullptr);

private:
    void showHeader();
    void tick();

    const Theme &m_theme;
    TillPresenter &m_presenter;
    Clock &m_clock;
    QLocale m_locale;
    QLabel *m_logo;
    QLabel *m_business;
    QLabel *m_place;
    TouchButton *m_pill;
    QLabel *m_person;
    QLabel *m_time;
    std::unique_ptr<Timer> m_timer;
};

} // namespace crema::desktop
