// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/input/scan_detector.h"

namespace crema::terminal {

namespace {

QString textOf(const QList<KeyEvent> &keys)
{
    QString text;
    for (const KeyEvent &key : keys)
        text += key.text;
    return text;
}

} // namespace

QList<Input> ScanDetector::read(const QList<KeyEvent> &keys)
{
    QList<Input> inputs;
    const std::int64_t now = m_clock.monotonicMs();
    const std::int64_t gap = hasPrefix() ? prefixGapMs : m_settings.maximumGapMs;
    if (now - m_lastMs > gap)
        startAfresh(inputs);
    m_lastMs = now;
    for (const KeyEvent &event : keys) {
        if (m_pasting)
            takePasted(event, inputs);
        else
            take(event, inputs);
    }
    // A prefix makes the rest certain, so it is kept back; anything else is shown at once.
    if (!hasPrefix())
        release(inputs);
    return inputs;
}

void ScanDetector::take(const KeyEvent &event, QList<Input> &inputs)
{
    switch (event.key) {
    case Key::Character: takeCharacter(event, inputs); break;
    case Key::Enter: takeEnter(inputs); break;
    case Key::PasteBegin:
        startAfresh(inputs);
        m_pasting = true;
        break;
    case Key::PasteEnd: break;
    default: startAfresh(inputs); inputs.append(TypedKey{event});
    }
}

void ScanDetector::takeCharacter(const KeyEvent &event, QList<Input> &inputs)
{
    if (m_run.size() >= maximumCharacters)
        startAfresh(inputs);
    m_run.append(event);
}

void ScanDetector::takeEnter(QList<Input> &inputs)
{
    if (!isScan()) {
        startAfresh(inputs);
        inputs.append(TypedKey{KeyEvent::of(Key::Enter)});
        return;
    }
    const QString text = textOf(m_run);
    const qsizetype start = hasPrefix() ? m_settings.prefix.size() : 0;
    const bool hasSuffix = !m_settings.suffix.isEmpty() && text.size() > start + m_settings.suffix.size() &&
                           text.endsWith(m_settings.suffix);
    const qsizetype end = text.size() - (hasSuffix ? m_settings.suffix.size() : 0);
    inputs.append(Scan{text.mid(start, end - start), static_cast<int>(m_released)});
    m_run.clear();
    m_released = 0;
}

void ScanDetector::takePasted(const KeyEvent &event, QList<Input> &inputs)
{
    if (event.key == Key::PasteEnd)
        endPaste(inputs);
    else if (m_pasted.size() < 64 * maximumCharacters)
        m_pasted.append(event);
}

void ScanDetector::endPaste(QList<Input> &inputs)
{
    m_pasting = false;
    const QList<KeyEvent> pasted = std::exchange(m_pasted, {});
    const bool oneLine = std::ranges::all_of(pasted, [](const KeyEvent &key) { return key.key == Key::Character; });
    if (oneLine && !pasted.isEmpty()) {
        inputs.append(Scan{textOf(pasted), 0});
        return;
    }
    for (const KeyEvent &event : pasted)
        take(event, inputs);
}

void ScanDetector::release(QList<Input> &inputs)
{
    for (; m_released < m_run.size(); ++m_released)
        inputs.append(TypedKey{m_run[m_released]});
}

void ScanDetector::startAfresh(QList<Input> &inputs)
{
    release(inputs);
    m_run.clear();
    m_released = 0;
}

bool ScanDetector::hasPrefix() const
{
    return !m_settings.prefix.isEmpty() && textOf(m_run).startsWith(m_settings.prefix);
}

bool ScanDetector::isScan() const
{
    if (hasPrefix())
        return textOf(m_run).size() > m_settings.prefix.size();
    return m_settings.timing == ScanTiming::Used && m_run.size() >= m_settings.minimumCharacters;
}

} // namespace crema::terminal
