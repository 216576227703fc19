// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/scanner/scanner_presenter.h"

namespace crema {

namespace {

/// Shorter rows are keys that somebody hit.
constexpr qsizetype shortestCode = 3;

} // namespace

ScannerPresenter::ScannerPresenter(Preferences &preferences, QObject *parent)
    : QObject(parent), m_preferences(preferences), m_setup(ScannerSetup::of(preferences))
{}

void ScannerPresenter::keep(const ScannerSetup &setup)
{
    setup.keepIn(m_preferences);
    if (std::exchange(m_setup, setup) != setup)
        Q_EMIT setupChanged();
    Q_EMIT changed();
}

void ScannerPresenter::setSounds(ScanSounds sounds)
{
    ScannerSetup setup = m_setup;
    setup.sounds = sounds;
    keep(setup);
}

Result<void> ScannerPresenter::set(const ScannerSetup &setup)
{
    const bool isSign = setup.suffix.size() == 1 && !setup.suffix.front().isLetterOrNumber();
    if (!setup.suffix.isEmpty() && !isSign) {
        return failure(ProblemKind::Invalid, QStringLiteral("scanner.suffix"),
                       tr("“%1” cannot end a code: one sign can, no letter and no digit.").arg(setup.suffix),
                       tr("Let the scanner send Enter instead."));
    }
    keep(setup);
    return {};
}

void ScannerPresenter::reset()
{
    stop();
    say(tr("The scanner is told from typing as usual."), {}, false);
    keep({.sounds = m_setup.sounds});
}

void ScannerPresenter::lookAgain()
{
    const ScannerSetup now = ScannerSetup::of(m_preferences);
    if (std::exchange(m_setup, now) == now)
        return;
    Q_EMIT setupChanged();
    Q_EMIT changed();
}

void ScannerPresenter::begin()
{
    m_isListening = true;
    m_readings.clear();
    m_reading.reset();
    say(tr("Scan a code, three times."), tr("An article, or the test code shown here."), false);
    Q_EMIT changed();
}

void ScannerPresenter::stop()
{
    if (!std::exchange(m_isListening, false))
        return;
    m_readings.clear();
    say({}, {}, false);
    Q_EMIT changed();
}

void ScannerPresenter::take(const ScanSample &sample)
{
    if (!m_isListening)
        return;
    if (sample.strokes.size() < shortestCode) {
        say(tr("That was no scan."), tr("Scan a code; keys of the keyboard do not count here."), true);
        Q_EMIT changed();
        return;
    }
    m_reading = readSample(sample);
    m_readings.append(*m_reading);
    if (m_readings.size() == samplesWanted)
        learn();
    else
        say(tr("%1 of %2 scans. Scan it again.").arg(m_readings.size()).arg(samplesWanted), {}, false);
    Q_EMIT changed();
}

void ScannerPresenter::show(const ScanSample &sample)
{
    m_reading = readSample(sample);
    Q_EMIT changed();
}

void ScannerPresenter::learn()
{
    const QList<SampleReading> readings = std::exchange(m_readings, {});
    m_isListening = false;
    Result<ScannerSetup> learned = ScannerSetup::learned(readings);
    if (!learned) {
        say(learned.error().message, learned.error().hint, true);
        return;
    }
    learned->sounds = m_setup.sounds;
    say(tr("The scanner is known now."), {}, false);
    keep(*learned);
}

void ScannerPresenter::say(const QString &message, const QString &hint, bool isFailure)
{
    m_message = message;
    m_hint = hint;
    m_isFailure = isFailure;
}

QList<SampleFact> ScannerPresenter::facts() const
{
    const QString nothing = tr("nothing");
    return {{tr("Before each code"), m_setup.prefix.isEmpty() ? nothing : visibleText(m_setup.prefix)},
            {tr("Behind each code"), m_setup.suffix.isEmpty() ? tr("Enter or Tab") : visibleText(m_setup.suffix)},
            {tr("A scan is faster than"), tr("%1 ms for each character").arg(m_setup.meanGapMs)},
            {tr("Longest pause in a code"), tr("%1 ms").arg(m_setup.gapMs)}};
}

} // namespace crema
