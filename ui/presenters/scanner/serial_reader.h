// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/scanner/serial_setup.h"

#include <QByteArray>

namespace crema {

/// What was made of the bytes of a serial scanner.
struct SerialReading {
    enum class Kind {
        Code,
        Part,    ///< the ending did not come
        Garbled, ///< these bytes are no text
        TooLong, ///< more than any code has; the rest of it is left out
    };

    Kind kind = Kind::Code;
    QString text; ///< Code and Part: without what stands around it

    bool operator==(const SerialReading &) const = default;
};

/// Cuts the bytes of a serial scanner into codes. Holds one code at most, however much comes.
class SerialReader
{
public:
    static constexpr qsizetype longestCode = 512; ///< bytes

    explicit SerialReader(SerialSetup setup = {}) : m_setup(std::move(setup)) {}

    [[nodiscard]] QList<SerialReading> take(QByteArrayView bytes);
    /// Nothing came for as long as a pause within a code may be.
    [[nodiscard]] std::optional<SerialReading> pause();
    /// The port is gone: what has begun is a part, whatever ends codes.
    [[nodiscard]] std::optional<SerialReading> cutOff();
    /// Whether a code has begun that is not over.
    [[nodiscard]] bool isWaiting() const { return !m_bytes.isEmpty() || m_isSkipping; }

private:
    [[nodiscard]] bool ends(char byte) const;
    /// Nothing for an empty one.
    [[nodiscard]] std::optional<SerialReading> finished(SerialReading::Kind kind);

    SerialSetup m_setup;
    QByteArray m_bytes;
    char m_last = 0;
    bool m_isSkipping = false; ///< the rest of what was too long
};

} // namespace crema
