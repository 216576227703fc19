// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/scanner/serial_line.h"

#include <utility>

namespace crema::testing {

/// A serial line with whatever a test says on it. The real one is tested with pseudo terminals.
class ToldSerialLine final : public SerialLine
{
public:
    [[nodiscard]] QList<SerialDevice> devices() const override { return present; }
    [[nodiscard]] Result<void> open(const SerialSetup &setup, SerialListener &listener) override
    {
        close();
        ++tries;
        if (refusal)
            return failure(*refusal);
        path = setup.path;
        m_listener = &listener;
        return {};
    }
    void close() override { m_listener = nullptr; }

    void send(const QByteArray &bytes)
    {
        if (m_listener != nullptr)
            m_listener->bytesCame(bytes);
    }
    void breakOff()
    {
        if (SerialListener *listener = std::exchange(m_listener, nullptr))
            listener->lineLost();
    }
    [[nodiscard]] bool isOpen() const { return m_listener != nullptr; }

    QList<SerialDevice> present{{QStringLiteral("/dev/serial/by-id/usb-Scanner-if00"), QStringLiteral("Scanner")}};
    std::optional<Problem> refusal;
    QString path; ///< of what was opened last
    int tries = 0;

private:
    SerialListener *m_listener = nullptr;
};

inline Problem absentPort()
{
    return {ProblemKind::Device,
            QStringLiteral("serial.absent"),
            QStringLiteral("It is not there."),
            QStringLiteral("Plug it in."),
            {}};
}

} // namespace crema::testing
