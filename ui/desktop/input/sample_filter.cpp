// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/input/sample_filter.h"

#include <QApplication>
#include <QKeyEvent>
#include <QWidget>

namespace crema::desktop {

namespace {

/// The bound keeps a stuck key from growing the sample.
constexpr qsizetype longestSample = 512;

bool isEnter(const QKeyEvent &event)
{
    return event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
}

} // namespace

SampleFilter::SampleFilter(Clock &clock, QObject *parent) : QObject(parent), m_clock(clock) {}

SampleFilter::~SampleFilter()
{
    listen(false);
}

void SampleFilter::listen(bool wanted)
{
    if (wanted == m_isListening)
        return;
    m_isListening = wanted;
    m_sample = {};
    m_timer.reset();
    // The filter installed last sees keys first.
    if (wanted)
        qApp->installEventFilter(this);
    else
        qApp->removeEventFilter(this);
}

bool SampleFilter::eventFilter(QObject *watched, QEvent *event)
{
    if (!m_isListening || !watched->isWidgetType())
        return false;
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    if (event->type() != QEvent::KeyPress)
        return event->type() == QEvent::KeyRelease;
    const auto &key = static_cast<const QKeyEvent &>(*event);
    // Between scans the buttons of the page can be reached by keyboard.
    const bool isBetween = m_sample.strokes.isEmpty();
    if (isBetween && key.key() == Qt::Key_Escape) {
        Q_EMIT cancelled();
        return true;
    }
    if (isBetween &&
        (isEnter(key) || key.key() == Qt::Key_Tab || key.key() == Qt::Key_Backtab || key.key() == Qt::Key_Space))
        return false;
    take(key);
    return true;
}

void SampleFilter::take(const QKeyEvent &event)
{
    const QString text = event.text();
    const bool isControlEnd = text == QLatin1String("\r") || text == QLatin1String("\n");
    if (isEnter(event) || isControlEnd) {
        end(ScanEnd::Enter);
        return;
    }
    if (event.key() == Qt::Key_Tab) {
        end(ScanEnd::Tab);
        return;
    }
    if (text.isEmpty() || m_sample.strokes.size() >= longestSample)
        return; // Shift and the like
    const std::int64_t atMs =
        event.timestamp() > 0 ? static_cast<std::int64_t>(event.timestamp()) : m_clock.monotonicMs();
    for (const QChar letter : text)
        m_sample.strokes.append({letter, atMs});
    m_timer = m_clock.after(pauseMs, [this] { end(ScanEnd::Nothing); });
}

void SampleFilter::end(ScanEnd end)
{
    m_timer.reset();
    ScanSample sample = std::exchange(m_sample, {});
    if (sample.strokes.isEmpty())
        return;
    sample.end = end;
    Q_EMIT sampled(sample);
}

} // namespace crema::desktop
