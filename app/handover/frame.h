// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>

#include <optional>

namespace crema::handover {

/// What goes over the socket between a verb and the program that holds its store: four bytes of length (of what
/// follows, the most significant first), one byte that says what it is, and the rest.
enum class FrameKind : quint8 {
    Hello = 1,   ///< verb to holder: who asks (JSON)
    Welcome = 2, ///< holder to verb: who holds (JSON)
    Verb = 3,    ///< verb to holder: what is to be run (JSON); from here on it may have taken effect
    Stop = 4,    ///< verb to holder: Ctrl+C was pressed
    Out = 5,     ///< holder to verb: bytes for standard output
    Error = 6,   ///< holder to verb: bytes for standard error
    Alive = 7,   ///< holder to verb: it is still at it
    Done = 8,    ///< holder to verb: the exit code (JSON)
    Refused = 9, ///< holder to verb, in place of a welcome or instead of running: nothing was done
};

struct Frame {
    FrameKind kind = FrameKind::Alive;
    QByteArray bytes;

    /// The bytes as a JSON object; empty when they are none.
    [[nodiscard]] QJsonObject json() const;
};

[[nodiscard]] QByteArray encoded(FrameKind kind, QByteArrayView bytes = {});
[[nodiscard]] QByteArray encoded(FrameKind kind, const QJsonObject &json);

/// Reads frames from bytes that come in parts, from whoever writes them.
class FrameReader
{
public:
    void append(QByteArrayView bytes) { m_bytes.append(bytes); }
    /// The next whole frame, when there is one. `most` bytes may stand in it.
    [[nodiscard]] std::optional<Frame> next(qsizetype most);
    /// What came is no frame, or a longer one; nothing more is read then.
    [[nodiscard]] bool isBroken() const { return m_isBroken; }

private:
    QByteArray m_bytes;
    bool m_isBroken = false;
};

} // namespace crema::handover
