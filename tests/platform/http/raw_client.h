// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace crema::testing {

/// A TCP connection to a port on loopback that sends exactly the bytes it is given, so that a test can say what no
/// proper HTTP client would. Reads wait at most 10 seconds.
class RawClient
{
public:
    explicit RawClient(quint16 port, int receiveBuffer = 0);
    ~RawClient();
    RawClient(const RawClient &) = delete;
    RawClient &operator=(const RawClient &) = delete;

    /// False when the other side has closed.
    bool send(const QByteArray &bytes) const;
    void endSending() const;

    /// One answer: head and, by Content-Length, body; what follows stays for the next call.
    [[nodiscard]] QByteArray readAnswer(bool isHead = false);
    /// Everything until the other side closes.
    [[nodiscard]] QByteArray readToEnd();
    /// Everything up to and with the marker.
    [[nodiscard]] QByteArray readUntil(const QByteArray &marker);
    [[nodiscard]] bool isClosedByPeer();

private:
    bool receive();

    int m_socket = -1;
    QByteArray m_buffer;
};

[[nodiscard]] int statusOfAnswer(const QByteArray &answer);
[[nodiscard]] QByteArray headerOfAnswer(const QByteArray &answer, const QByteArray &name);
[[nodiscard]] QByteArray bodyOfAnswer(const QByteArray &answer);

} // namespace crema::testing
