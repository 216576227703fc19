// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/scanner/serial_line.h"

#include <memory>

class QSerialPort;

namespace crema {

/// The serial ports of this machine: built-in ones and those of USB, by QSerialPort. Reading is left to the event loop.
class SystemSerialLine final : public SerialLine
{
public:
    SystemSerialLine();
    ~SystemSerialLine() override;

    [[nodiscard]] QList<SerialDevice> devices() const override;
    [[nodiscard]] Result<void> open(const SerialSetup &setup, SerialListener &listener) override;
    void close() override;

private:
    void readFrom(QSerialPort &port, SerialListener &listener);

    /// Deleted by the event loop: it may be closed from within one of its own signals.
    struct Later {
        void operator()(QSerialPort *port) const;
    };
    std::unique_ptr<QSerialPort, Later> m_port;
};

} // namespace crema
