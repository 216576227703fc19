// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/window/watched_application.h"

#include <QEvent>
#include <QLoggingCategory>
#include <QMetaEnum>

namespace crema::desktop {

namespace {

Q_LOGGING_CATEGORY(stallLog, "crema.stall")

} // namespace

WatchedApplication::WatchedApplication(int &argc, char **argv, const Clock &clock)
    : QApplication(argc, argv), m_clock(clock)
{
    installEventFilter(&m_toolTips);
}

bool WatchedApplication::notify(QObject *receiver, QEvent *event)
{
    if (m_depth > 0)
        return QApplication::notify(receiver, event);
    const std::int64_t beganMs = m_clock.monotonicMs();
    const QMetaObject *kind = receiver->metaObject();
    const QEvent::Type type = event->type();
    ++m_depth;
    const bool taken = QApplication::notify(receiver, event);
    --m_depth;
    const std::int64_t tookMs = m_clock.monotonicMs() - beganMs;
    if (tookMs > longestMs) {
        const char *name = QMetaEnum::fromType<QEvent::Type>().valueToKey(type);
        note(QStringLiteral("%1 of %2")
                 .arg(QString::fromLatin1(name ? name : "event"), QString::fromLatin1(kind->className())),
             tookMs);
    }
    return taken;
}

void WatchedApplication::note(const QString &what, std::int64_t tookMs)
{
    ++m_stalls;
    m_longestStallMs = qMax(m_longestStallMs, tookMs);
    qCWarning(stallLog, "The window stood still for %lld ms: %s", static_cast<long long>(tookMs), qUtf8Printable(what));
}

} // namespace crema::desktop
