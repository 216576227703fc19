// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/input/scanner_filter.h"

#include <QApplication>
#include <QKeyEvent>
#include <QWidget>

namespace crema::desktop {

namespace {

bool isPrintable(const QKeyEvent &event)
{
    const Qt::KeyboardModifiers chord = Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier;
    return !(event.modifiers() & chord) && event.text().size() == 1 && event.text().at(0).isPrint();
}

bool isModifierOnly(const QKeyEvent &event)
{
    return event.key() == Qt::Key_Shift || event.key() == Qt::Key_CapsLock || event.key() == Qt::Key_NumLock;
}

bool endsScan(const QKeyEvent &event)
{
    return event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter || event.key() == Qt::Key_Tab;
}

} // namespace

ScannerFilter::ScannerFilter(Clock &clock, QObject *parent) : QObject(parent), m_clock(clock)
{
    qApp->installEventFilter(this);
}

ScannerFilter::~ScannerFilter() = default;

bool ScannerFilter::eventFilter(QObject *watched, QEvent *event)
{
    if (m_releasing || (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride))
        return false;
    // An event that its receiver leaves alone goes on to the parents; it is looked at once.
    const QWidget *focused = QApplication::focusWidget();
    if (!watched->isWidgetType() || (focused && watched != focused))
        return false;
    auto &key = static_cast<QKeyEvent &>(*event);
    if (event->type() == QEvent::KeyPress)
        return keyPressed(key);
    if (isPrintable(key) && key.key() != Qt::Key_Space) {
        key.accept(); // a letter of a scan is never a shortcut
        return true;
    }
    return false;
}

bool ScannerFilter::keyPressed(QKeyEvent &event)
{
    const std::int64_t now = m_clock.monotonicMs();
    if (isModifierOnly(event))
        return false;
    if (endsScan(event)) {
        if (const std::optional<QString> code = m_scanner.end(now)) {
            m_timer.reset();
            m_held.clear();
            takeBack(std::exchange(m_letGo, 0));
            if (!m_scanner.isRepeat(*code, now))
                Q_EMIT scanned(*code);
            return true;
        }
        release();
        m_letGo = 0;
        return false;
    }
    const bool startsWithSpace = event.key() == Qt::Key_Space && m_held.empty();
    if (!isPrintable(event) || event.isAutoRepeat() || startsWithSpace) {
        release();
        m_scanner.reset();
        m_letGo = 0;
        return false;
    }
    hold(event);
    return true;
}

void ScannerFilter::hold(const QKeyEvent &event)
{
    m_scanner.key(event.text().at(0), m_clock.monotonicMs());
    if (m_scanner.length() == 1) {
        release();
        m_letGo = 0;
    }
    m_held.emplace_back(event.clone());
    m_timer = m_clock.after(m_scanner.patienceMs(), [this] { release(); });
}

void ScannerFilter::release()
{
    m_timer.reset();
    const auto held = std::exchange(m_held, {});
    m_releasing = true;
    for (const std::unique_ptr<QKeyEvent> &event : held) {
        ++m_letGo;
        if (QWidget *focused = QApplication::focusWidget() ? QApplication::focusWidget() : QApplication::activeWindow())
            QCoreApplication::sendEvent(focused, event.get());
    }
    m_releasing = false;
}

void ScannerFilter::takeBack(qsizetype letters)
{
    m_releasing = true;
    for (qsizetype i = 0; i < letters; ++i) {
        QKeyEvent backspace(QEvent::KeyPress, Qt::Key_Backspace, Qt::NoModifier);
        if (QWidget *focused = QApplication::focusWidget())
            QCoreApplication::sendEvent(focused, &backspace);
    }
    m_releasing = false;
}

} // namespace crema::desktop
