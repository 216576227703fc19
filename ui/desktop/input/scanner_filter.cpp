// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/input/scanner_filter.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>

#include <iterator>

namespace crema::desktop {

namespace {

constexpr char16_t endOfText = 0x03;
constexpr char16_t endOfTransmission = 0x04;
constexpr std::int64_t longAgoMs = -1'000'000;
/// A timer that is later than this was held up by other work.
constexpr std::int64_t punctualMs = 10;
/// Long enough for the window system to hand over what it holds.
constexpr std::int64_t drainMs = 20;

/// The widget that a key press reaches first; null while none has the focus.
QWidget *keyTarget()
{
    if (QWidget *popup = QApplication::activePopupWidget())
        return popup->focusWidget() ? popup->focusWidget() : popup;
    return QApplication::focusWidget();
}

QChar letterOf(const QKeyEvent &event)
{
    return event.text().size() == 1 ? event.text().at(0) : QChar();
}

bool isPrintable(const QKeyEvent &event)
{
    const Qt::KeyboardModifiers chord = Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier;
    return !(event.modifiers() & chord) && letterOf(event).isPrint();
}

/// Scanners send what stands between and around the elements of a code as Control and a letter: GS is Ctrl+].
bool isControlLetter(const QKeyEvent &event)
{
    const QChar letter = letterOf(event);
    return !letter.isNull() && letter.category() == QChar::Other_Control && event.key() != Qt::Key_Escape &&
           event.key() != Qt::Key_Backspace && event.key() != Qt::Key_Delete;
}

bool isModifierOnly(const QKeyEvent &event)
{
    return event.key() == Qt::Key_Shift || event.key() == Qt::Key_Control || event.key() == Qt::Key_CapsLock ||
           event.key() == Qt::Key_NumLock;
}

bool endsScan(const QKeyEvent &event)
{
    const QChar letter = letterOf(event);
    return event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter || event.key() == Qt::Key_Tab ||
           letter == u'\r' || letter == u'\n' || letter == endOfText || letter == endOfTransmission;
}

} // namespace

ScannerFilter::ScannerFilter(Clock &clock, QObject *parent, const WedgeLimits &limits)
    : QObject(parent), m_clock(clock), m_scanner(limits), m_scanEndMs(longAgoMs)
{
    qApp->installEventFilter(this);
}

ScannerFilter::~ScannerFilter() = default;

void ScannerFilter::setLimits(const WedgeLimits &limits)
{
    release();
    forget();
    m_scanner = WedgeScanner(limits);
}

std::int64_t ScannerFilter::timeOf(const QKeyEvent &event) const
{
    // The time at which the key was pressed, not the one at which a busy program got to it: what a person typed
    // meanwhile would look like a scan. Made-up events carry no time.
    return event.timestamp() > 0 ? static_cast<std::int64_t>(event.timestamp()) : m_clock.monotonicMs();
}

bool ScannerFilter::eventFilter(QObject *watched, QEvent *event)
{
    if (m_releasing || (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride))
        return false;
    // An event that its receiver leaves alone goes on to the parents; it is looked at once.
    QWidget *target = keyTarget();
    if (!watched->isWidgetType() || (target && watched != target))
        return false;
    auto &key = static_cast<QKeyEvent &>(*event);
    if (event->type() == QEvent::KeyPress)
        return keyPressed(key, *static_cast<QWidget *>(watched));
    return keyOverridden(key);
}

bool ScannerFilter::keyOverridden(QKeyEvent &event)
{
    const std::int64_t now = timeOf(event);
    // A letter of a scan is never a shortcut, and neither is Ctrl+J that comes for a line feed.
    const bool letter = isPrintable(event) && event.key() != Qt::Key_Space;
    const bool control = isControlLetter(event) && (m_scanner.isScanning(now) || isTail(now));
    if (!letter && !control)
        return false;
    event.accept();
    return true;
}

bool ScannerFilter::keyPressed(QKeyEvent &event, QWidget &target)
{
    const std::int64_t now = timeOf(event);
    if (isModifierOnly(event))
        return false;
    if (endsScan(event) || m_scanner.isSuffix(letterOf(event)))
        return ended(event, now);
    if (isControlLetter(event) && m_scanner.isScanning(now)) {
        m_scanner.key(letterOf(event), now);
        return true;
    }
    const bool startsWithSpace = event.key() == Qt::Key_Space && m_held.empty();
    if (!isPrintable(event) || event.isAutoRepeat() || startsWithSpace) {
        release();
        forget();
        return false;
    }
    hold(event, target, now);
    return true;
}

bool ScannerFilter::ended(QKeyEvent &event, std::int64_t nowMs)
{
    if (const std::optional<QString> code = m_scanner.end(nowMs)) {
        takeScan(*code, nowMs);
        return true;
    }
    if (m_held.empty() && isTail(nowMs)) {
        m_scanEndMs = nowMs;
        return true;
    }
    if (m_scanner.isSuffix(letterOf(event)) && isPrintable(event))
        return false; // a letter like any other when no code stands before it
    release();
    forget();
    return false;
}

void ScannerFilter::takeScan(const QString &code, std::int64_t nowMs)
{
    m_timer.reset();
    m_held.clear();
    takeBack(m_touched);
    if (m_scanner.tookEarlierKeys())
        takeBack(m_touchedBefore);
    m_touchedBefore.clear();
    m_scanEndMs = nowMs;
    passOn(code, nowMs);
}

void ScannerFilter::takeCode(const QString &code)
{
    passOn(code, m_clock.monotonicMs());
}

void ScannerFilter::passOn(const QString &code, std::int64_t atMs)
{
    auto *field = qobject_cast<QLineEdit *>(keyTarget());
    if (field && field->property("acceptsCodes").toBool()) {
        field->selectAll();
        field->insert(code);
        return;
    }
    if (!m_scanner.isRepeat(code, atMs))
        Q_EMIT scanned(code);
}

void ScannerFilter::hold(const QKeyEvent &event, QWidget &target, std::int64_t nowMs)
{
    m_scanner.key(letterOf(event), nowMs);
    if (m_scanner.hasBegun()) {
        release();
        if (m_scanner.mayReachBack())
            std::move(m_touched.begin(), m_touched.end(), std::back_inserter(m_touchedBefore));
        else
            m_touchedBefore.clear();
        m_touched.clear();
    }
    m_held.push_back({std::unique_ptr<QKeyEvent>(event.clone()), &target});
    wait(m_scanner.patienceMs());
}

void ScannerFilter::wait(std::int64_t delayMs)
{
    const std::int64_t dueMs = m_clock.monotonicMs() + delayMs;
    m_timer = m_clock.after(delayMs, [this, dueMs] {
        // Who comes late to the timer comes late to the keys as well: those that wait are looked at first.
        if (m_clock.monotonicMs() - dueMs > punctualMs)
            wait(drainMs);
        else
            waited();
    });
}

void ScannerFilter::waited()
{
    const bool scanning = m_scanner.patienceMs() == m_scanner.maxGapMs();
    if (!scanning || !m_scanner.looksLikeCode()) {
        release();
        return;
    }
    // So many digits so fast are a code whose end is missing. Half a code is no quantity, price or PIN. Should the rest
    // come after all, the code is whole again.
    m_timer.reset();
    m_held.clear();
    takeBack(m_touched);
    Q_EMIT cutOff(m_scanner.row());
}

void ScannerFilter::takeBack(std::vector<FieldMemento> &touched)
{
    m_releasing = true;
    for (auto each = touched.rbegin(); each != touched.rend(); ++each)
        each->restore();
    m_releasing = false;
    touched.clear();
}

void ScannerFilter::release()
{
    m_timer.reset();
    const auto held = std::exchange(m_held, {});
    m_releasing = true;
    for (const HeldKey &key : held) {
        // A widget that is gone or hidden since takes no keys, and the one that came instead was not meant.
        if (!key.target || !key.target->isVisible())
            continue;
        if (m_touched.empty() || !m_touched.back().isOf(*key.target))
            m_touched.emplace_back(*key.target);
        m_touched.back().count();
        QCoreApplication::sendEvent(key.target, key.event.get());
    }
    m_releasing = false;
}

void ScannerFilter::forget()
{
    m_scanner.reset();
    m_touched.clear();
    m_touchedBefore.clear();
}

} // namespace crema::desktop
