// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/scanner/serial_scanner.h"
#include "ui/terminal/application/terminal_screen.h"

namespace crema::terminal {

/// The scanner at a serial port of this device: how it is, the ports that are there, and what it sent last. What is
/// typed is its port, by number or path, and how it sends. Everything given outlives it.
class SerialScreen final : public TerminalScreen
{
    Q_OBJECT

public:
    SerialScreen(Navigator &navigator, SerialScanner &serial);

    [[nodiscard]] Page page() const override;
    [[nodiscard]] QString helpText() const override;
    [[nodiscard]] LineEdit *field() override { return &m_field; }
    void submit(const QString &text) override;
    void scan(const QString &code) override;
    void shown() override;

private:
    SerialScanner &m_serial;
    QList<SerialDevice> m_devices; ///< as they were when the screen was shown: their numbers stay
    QString m_last;
    LineEdit m_field;
};

} // namespace crema::terminal
