// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;

namespace crema {
class PrintPresenter;
class TillPresenter;
} // namespace crema

namespace crema::desktop {

class Theme;

/// The 28 px at the foot of the window: the last thing that went well, and how the devices stand.
class StatusStrip final : public QFrame
{
    Q_OBJECT

public:
    StatusStrip(const Theme &theme, TillPresenter &presenter, PrintPresenter &printing, QWidget *parent = nullptr);

private:
    void showState();

    const Theme &m_theme;
    TillPresenter &m_presenter;
    PrintPresenter &m_printing;
    QLabel *m_message;
    QLabel *m_printIcon;
    QLabel *m_print;
    QLabel *m_queueIcon;
    QLabel *m_queue;
};

} // namespace crema::desktop
