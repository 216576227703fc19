// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/seams/system_descriptor.h"

#include <atomic>

namespace crema {

/// An open way to a printer, read and written without waiting for longer than is said. Blocks its thread; a stop is
/// heard within a fifth of a second.
class PrinterLine
{
public:
    enum class Heard {
        Answer,  ///< at least one byte
        End,     ///< the other side has read everything and closed
        Broken,  ///< it closed without having read everything
        Nothing, ///< in time
    };

    /// Raw TCP. Errors: `printer.unreachable`.
    [[nodiscard]] static Result<PrinterLine> connect(const QString &host, int port, int timeoutMs,
                                                     const std::atomic<bool> &stop);
    /// Errors: `printer.unreachable`.
    [[nodiscard]] static Result<PrinterLine> open(const QString &path, const std::atomic<bool> &stop);

    /// All of it; `timeoutMs` without a byte taken is too long. Errors: `printer.cut_off`.
    [[nodiscard]] Result<void> write(QByteArrayView bytes, int timeoutMs);
    /// Waits until the device has taken what was written: a printer at a cable loses what is on its way when it is
    /// closed. A file and a pipe have it at once. Errors: `printer.cut_off`.
    [[nodiscard]] Result<void> drain(int timeoutMs);
    /// Says that nothing more comes.
    void endWriting();
    [[nodiscard]] Heard hear(int timeoutMs);

private:
    PrinterLine(int fd, const std::atomic<bool> &stop)
        : m_descriptor(std::make_unique<sync::SystemDescriptor>(fd)), m_stop(&stop)
    {}

    /// Whether the event came; false after the time or a stop.
    [[nodiscard]] bool wait(short event, int timeoutMs) const;

    std::unique_ptr<sync::SystemDescriptor> m_descriptor;
    const std::atomic<bool> *m_stop;
};

} // namespace crema
