// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/scanner/serial_scanner.h"

namespace crema {

namespace {

using namespace Qt::StringLiterals;

constexpr std::int64_t longAgoMs = -1'000'000;
/// A timer that is later than this was held up by other work.
constexpr std::int64_t punctualMs = 10;
/// Long enough for the event loop to hand over what the kernel holds.
constexpr std::int64_t drainMs = 20;

} // namespace

SerialScanner::SerialScanner(SerialLine &line, Clock &clock, Preferences &preferences, QObject *parent)
    : QObject(parent), m_line(line), m_clock(clock), m_preferences(preferences), m_setup(SerialSetup::of(preferences)),
      m_reader(m_setup), m_windowMs(longAgoMs)
{}

SerialScanner::~SerialScanner()
{
    if (m_isOpen)
        m_line.close();
}

void SerialScanner::start()
{
    if (!std::exchange(m_isStarted, true))
        begin();
}

Result<void> SerialScanner::set(const SerialSetup &setup)
{
    if (const Result<void> fits = setup.checked(); !fits)
        return fits;
    // Before it is kept: whoever follows the file finds nothing new in it.
    const bool isNew = std::exchange(m_setup, setup) != setup;
    setup.keepIn(m_preferences);
    if (isNew)
        begin();
    return {};
}

void SerialScanner::lookAgain()
{
    const SerialSetup now = SerialSetup::of(m_preferences);
    if (std::exchange(m_setup, now) != now)
        begin();
}

void SerialScanner::begin()
{
    m_gap.reset();
    m_again.reset();
    m_reader = SerialReader(m_setup);
    if (std::exchange(m_isOpen, false))
        m_line.close();
    m_problem.reset();
    m_isMissed = false;
    if (m_isStarted && m_setup.isSet())
        tryOpen();
    else
        Q_EMIT changed();
}

void SerialScanner::tryOpen()
{
    const Result<void> opened = m_line.open(m_setup, *this);
    const std::optional<Problem> before = m_problem;
    m_isOpen = opened.has_value();
    m_problem = opened ? std::nullopt : std::optional<Problem>(opened.error());
    if (m_isOpen)
        m_again.reset();
    else
        m_again = m_clock.after(againMs, [this] { tryOpen(); });
    if (m_problem && m_problem != before) {
        m_isMissed = true;
        Q_EMIT lost(*m_problem);
    } else if (m_isOpen && std::exchange(m_isMissed, false)) {
        Q_EMIT back();
    }
    if (m_isOpen || m_problem != before)
        Q_EMIT changed();
}

Result<void> SerialScanner::look()
{
    if (m_isOpen)
        return {};
    const Result<void> opened = m_line.open(m_setup, *this);
    if (opened)
        m_line.close();
    return opened;
}

QString SerialScanner::stateText() const
{
    if (!m_setup.isSet())
        return tr("No serial scanner is set.");
    if (m_problem)
        return m_problem->message;
    return m_isOpen ? tr("The serial scanner is connected.") : tr("The serial scanner is being looked for.");
}

void SerialScanner::bytesCame(const QByteArray &bytes)
{
    for (const SerialReading &reading : m_reader.take(bytes))
        take(reading);
    // A code may have led to other settings.
    m_gap.reset();
    if (m_reader.isWaiting())
        awaitRest(m_setup.gapMs);
}

void SerialScanner::awaitRest(std::int64_t delayMs)
{
    const std::int64_t dueMs = m_clock.monotonicMs() + delayMs;
    m_gap = m_clock.after(delayMs, [this, dueMs] {
        // Who comes late to the timer comes late to the bytes as well: those that wait are read first.
        if (m_clock.monotonicMs() - dueMs > punctualMs)
            awaitRest(drainMs);
        else
            paused();
    });
}

void SerialScanner::paused()
{
    if (const std::optional<SerialReading> reading = m_reader.pause())
        take(*reading);
}

void SerialScanner::lineLost()
{
    m_gap.reset();
    m_isOpen = false;
    if (const std::optional<SerialReading> part = m_reader.cutOff())
        take(*part);
    m_again = m_clock.after(momentMs, [this] { tryOpen(); });
    Q_EMIT changed();
}

bool SerialScanner::isFlood()
{
    const std::int64_t now = m_clock.monotonicMs();
    if (now - m_windowMs >= windowMs) {
        const bool goesOn = m_inWindow > mostInAWindow && now - m_windowMs < 2 * windowMs;
        m_isFloodSaid = m_isFloodSaid && goesOn;
        m_windowMs = now;
        m_inWindow = 0;
    }
    return ++m_inWindow > mostInAWindow;
}

void SerialScanner::take(const SerialReading &reading)
{
    if (isFlood()) {
        if (!std::exchange(m_isFloodSaid, true))
            Q_EMIT refused(
                {ProblemKind::Device,
                 u"serial.flood"_s,
                 tr("More codes come than anybody scans; those beyond %1 in a second are left out.").arg(mostInAWindow),
                 tr("Look what is on the line, then scan again what is missing."),
                 {}},
                {});
        return;
    }
    switch (reading.kind) {
    case SerialReading::Kind::Code: Q_EMIT scanned(reading.text); return;
    case SerialReading::Kind::Part:
        Q_EMIT refused({ProblemKind::Device,
                        u"serial.part"_s,
                        tr("Only a part of a code came: %1.").arg(reading.text),
                        tr("Scan it again. If it happens each time, look at what stands behind each code in the "
                           "settings of the serial scanner."),
                        {}},
                       reading.text);
        return;
    case SerialReading::Kind::Garbled:
        Q_EMIT refused({ProblemKind::Device,
                        u"serial.garbled"_s,
                        tr("What the serial scanner sent is no text."),
                        tr("Scan it again. If it happens each time, set the speed that the scanner has."),
                        {}},
                       {});
        return;
    case SerialReading::Kind::TooLong:
        Q_EMIT refused({ProblemKind::Device,
                        u"serial.too_long"_s,
                        tr("The serial scanner sent more than a code holds."),
                        tr("Look at what stands behind each code in the settings of the serial scanner."),
                        {}},
                       {});
        return;
    }
}

} // namespace crema
