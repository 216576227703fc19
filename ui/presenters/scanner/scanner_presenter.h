// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/scanner/scanner_setup.h"

#include <QObject>

namespace crema {

/// The scanner of this device: what is set, and teaching it by three scans. Preferences outlive it.
class ScannerPresenter final : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype samplesWanted = 3;

    explicit ScannerPresenter(Preferences &preferences, QObject *parent = nullptr);

    [[nodiscard]] const ScannerSetup &setup() const { return m_setup; }
    void setSounds(ScanSounds sounds);
    /// Sets what was typed. Errors: `scanner.suffix` (one sign that is no letter and no digit).
    [[nodiscard]] Result<void> set(const ScannerSetup &setup);
    /// As usual again; the sounds stay.
    void reset();
    /// Another program may have set it: takes over what is kept now.
    void lookAgain();

    /// From now on samples are wanted.
    void begin();
    void stop();
    [[nodiscard]] bool isListening() const { return m_isListening; }
    [[nodiscard]] qsizetype sampleCount() const { return m_readings.size(); }
    /// A scan that came while samples are wanted. The third one ends it.
    void take(const ScanSample &sample);

    /// A scan that came while nothing is taught: shown, and nothing learned.
    void show(const ScanSample &sample);

    /// What was made of the last scan; nothing before the first.
    [[nodiscard]] const std::optional<SampleReading> &reading() const { return m_reading; }
    /// What to do or what came of it.
    [[nodiscard]] QString message() const { return m_message; }
    [[nodiscard]] QString hint() const { return m_hint; }
    [[nodiscard]] bool isFailure() const { return m_isFailure; }

    /// What is set, for people: "Before each code: Q", "Pause up to 100 ms".
    [[nodiscard]] QList<SampleFact> facts() const;

Q_SIGNALS:
    void changed();
    /// Codes are told from typing in another way now, or sound differently.
    void setupChanged();

private:
    void keep(const ScannerSetup &setup);
    void learn();
    void say(const QString &message, const QString &hint, bool isFailure);

    Preferences &m_preferences;
    ScannerSetup m_setup;
    bool m_isListening = false;
    QList<SampleReading> m_readings;
    std::optional<SampleReading> m_reading;
    QString m_message;
    QString m_hint;
    bool m_isFailure = false;
};

} // namespace crema
