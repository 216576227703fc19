// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "ui/presenters/scanner/scanner_presenter.h"
#include "ui/terminal/application/terminal_screen.h"

#include <optional>

namespace crema {
class SerialScanner;
}

namespace crema::terminal {

/// The scanner of this device: three scans teach what it sends before and behind a code and how fast, and each is shown
/// as it came and as it is read. Everything given outlives it.
class ScannerScreen final : public TerminalScreen
{
    Q_OBJECT

public:
    /// A scan is over when nothing came for so long.
    static constexpr std::int64_t pauseMs = 250;

    /// `serial`: the scanner at a serial port; null where there cannot be one.
    ScannerScreen(Navigator &navigator, Clock &clock, ScannerPresenter &scanner, SerialScanner *serial = nullptr);
    ~ScannerScreen() override;

    [[nodiscard]] Page page() const override;
    [[nodiscard]] QList<TerminalAction> actions() override;
    [[nodiscard]] QString helpText() const override;
    [[nodiscard]] LineEdit *field() override { return &m_field; }
    bool rawKeys(const QList<KeyEvent> &keys) override;
    void submit(const QString &text) override;
    void scan(const QString &code) override;

private:
    void end(ScanEnd end);

    Clock &m_clock;
    ScannerPresenter &m_scanner;
    SerialScanner *m_serial;
    ScanSample m_sample;
    std::optional<ScanStroke> m_first; ///< a character alone, which may begin a scan
    std::unique_ptr<Timer> m_timer;
    LineEdit m_field;
};

} // namespace crema::terminal
