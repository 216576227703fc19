// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/input/press_times.h"

#include <QCoreApplication>
#include <QInputEvent>

namespace crema::desktop {

namespace {

/// Shortcuts are asked for before a key is pressed for anybody.
bool isPress(QEvent::Type type)
{
    switch (type) {
    case QEvent::ShortcutOverride:
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonDblClick:
    case QEvent::TouchBegin: return true;
    default: return false;
    }
}

} // namespace

PressTimes::PressTimes(QObject *parent) : QObject(parent)
{
    QCoreApplication::instance()->installEventFilter(this);
}

bool PressTimes::eventFilter(QObject *watched, QEvent *event)
{
    if (isPress(event->type())) {
        const auto atMs = static_cast<std::int64_t>(static_cast<QInputEvent *>(event)->timestamp());
        // What the program makes up itself has no time.
        if (atMs > 0 && atMs != m_lastMs) {
            m_lastMs = atMs;
            Q_EMIT pressed(atMs);
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace crema::desktop
