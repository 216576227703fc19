// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/scanner/serial_setup.h"

namespace crema {

/// A serial port that is there now.
struct SerialDevice {
    QString path; ///< one that stays the same when other devices come and go, where there is one
    QString name; ///< who made it and what it is, as far as it says; may be empty

    bool operator==(const SerialDevice &) const = default;
};

/// Who hears what comes over a serial line. Called from the event loop, never from within open().
class SerialListener
{
public:
    virtual ~SerialListener() = default;

    virtual void bytesCame(const QByteArray &bytes) = 0;
    /// It was pulled out, or broke; the line is closed.
    virtual void lineLost() = 0;
};

/// One serial line of this machine at a time. Nothing of it waits.
class SerialLine
{
public:
    virtual ~SerialLine() = default;

    [[nodiscard]] virtual QList<SerialDevice> devices() const = 0;

    /// Closes what was open. `listener` is called until close(). Errors (of the kind Device): `serial.absent`,
    /// `serial.forbidden`, `serial.busy` (another program has it, which is named), `serial.failed`.
    [[nodiscard]] virtual Result<void> open(const SerialSetup &setup, SerialListener &listener) = 0;
    virtual void close() = 0;
};

} // namespace crema
