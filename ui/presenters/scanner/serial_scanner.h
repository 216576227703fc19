// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "ui/presenters/scanner/serial_line.h"
#include "ui/presenters/scanner/serial_reader.h"

#include <QObject>

namespace crema {

/// The scanner at a serial port of this device: its codes, how its port is, and its settings. What was pulled out is
/// waited for. Everything given outlives it.
class SerialScanner final : public QObject, private SerialListener
{
    Q_OBJECT

public:
    /// Faster than anybody scans: what comes beyond is left out.
    static constexpr int mostInAWindow = 20;
    static constexpr std::int64_t windowMs = 1'000;
    /// How often a port that is not there is looked for.
    static constexpr std::int64_t againMs = 2'000;
    /// A line that breaks for a moment is nothing to tell people.
    static constexpr std::int64_t momentMs = 300;

    SerialScanner(SerialLine &line, Clock &clock, Preferences &preferences, QObject *parent = nullptr);
    ~SerialScanner() override;

    [[nodiscard]] const SerialSetup &setup() const { return m_setup; }
    [[nodiscard]] QList<SerialDevice> devices() const { return m_line.devices(); }

    /// From now on the port is held and codes come.
    void start();
    /// Sets another one, or none. Errors: those of SerialSetup::checked().
    [[nodiscard]] Result<void> set(const SerialSetup &setup);
    /// Another program may have set it: takes over what is kept now.
    void lookAgain();

    /// Whether the port could be had: opens it for a moment unless it is open. Errors: those of SerialLine::open().
    [[nodiscard]] Result<void> look();

    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    /// Why it is not open; nothing while it is and where none is set.
    [[nodiscard]] const std::optional<Problem> &problem() const { return m_problem; }
    /// How it is, for people, and what to do about it.
    [[nodiscard]] QString stateText() const;
    [[nodiscard]] QString stateHint() const { return m_problem ? m_problem->hint : QString(); }

Q_SIGNALS:
    /// Settings or state.
    void changed();
    void scanned(const QString &code);
    /// Something came that is no code; `part` is what can be read of it.
    void refused(const crema::Problem &problem, const QString &part);
    /// It cannot be read from for another reason than before.
    void lost(const crema::Problem &problem);
    /// After lost().
    void back();

private:
    void bytesCame(const QByteArray &bytes) override;
    void lineLost() override;
    void begin();
    void tryOpen();
    void awaitRest(std::int64_t delayMs);
    void paused();
    void take(const SerialReading &reading);
    [[nodiscard]] bool isFlood();

    SerialLine &m_line;
    Clock &m_clock;
    Preferences &m_preferences;
    SerialSetup m_setup;
    SerialReader m_reader;
    bool m_isStarted = false;
    bool m_isOpen = false;
    std::optional<Problem> m_problem;
    bool m_isMissed = false; ///< people know that it is lost
    std::int64_t m_windowMs;
    int m_inWindow = 0;
    bool m_isFloodSaid = false;
    std::unique_ptr<Timer> m_gap;
    std::unique_ptr<Timer> m_again;
};

} // namespace crema
