// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/ready_report.h"

#include <QEvent>
#include <QWidget>

#include <cstdio>

namespace crema::desktop {

ReadyReport::ReadyReport(QWidget &window, const TillPresenter &till) : QObject(&window), m_till(till)
{
    window.installEventFilter(this);
}

bool ReadyReport::eventFilter(QObject *, QEvent *event)
{
    // The window paints in answer to this event; a queued call comes after the picture stands.
    if (event->type() == QEvent::UpdateRequest && !m_reported && m_till.mode() == TillMode::Selling &&
        !m_till.tiles().isEmpty()) {
        m_reported = true;
        QMetaObject::invokeMethod(
            this,
            [] {
                std::puts("till ready");
                std::fflush(stdout);
            },
            Qt::QueuedConnection);
    }
    return false;
}

} // namespace crema::desktop
