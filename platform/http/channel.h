// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/http/tls_identity.h"

#include <QByteArrayView>

#include <boost/asio/ip/tcp.hpp>

#include <memory>
#include <span>

namespace crema::http {

/// The bytes of one connection, plain or inside TLS. Nothing blocks: what cannot go on now ends with `would_block`, and
/// the call is made again when the socket is ready for readWait() or writeWait().
class Channel
{
public:
    using Wait = boost::asio::ip::tcp::socket::wait_type;

    /// Plain without an identity.
    Channel(boost::asio::ip::tcp::socket socket, TlsIdentity *identity);

    void start();
    [[nodiscard]] boost::asio::ip::tcp::socket &socket() { return m_socket; }
    [[nodiscard]] bool isSecure() const { return m_tls != nullptr; }
    /// The handshake is over; from the beginning on a plain one.
    [[nodiscard]] bool isOpen() const;
    /// The other side spoke plain HTTP to a channel of TLS.
    [[nodiscard]] bool isPlainHttp() const { return m_isPlainHttp; }

    [[nodiscard]] std::size_t read(std::span<char> into, boost::system::error_code &code);
    /// After `would_block` the next call must bring the same bytes again.
    [[nodiscard]] std::size_t write(QByteArrayView bytes, boost::system::error_code &code);
    [[nodiscard]] Wait readWait() const { return m_readWait; }
    [[nodiscard]] Wait writeWait() const { return m_writeWait; }
    /// More may have come than one read took, of which no wait will tell.
    [[nodiscard]] bool hasUnread() const { return m_hasUnread; }

    /// Says that nothing more is sent.
    void endSending(boost::system::error_code &code);
    void close();

private:
    struct FreeTls {
        void operator()(ssl_st *tls) const;
    };

    /// What a call of OpenSSL that did not succeed means.
    [[nodiscard]] boost::system::error_code failureOf(int result, Wait &wait);

    boost::asio::ip::tcp::socket m_socket;
    std::unique_ptr<ssl_st, FreeTls> m_tls;
    Wait m_readWait = boost::asio::ip::tcp::socket::wait_read;
    Wait m_writeWait = boost::asio::ip::tcp::socket::wait_write;
    bool m_hasUnread = false;
    bool m_isPlainHttp = false;
    bool m_isBroken = false; ///< no more calls but those that free it
};

} // namespace crema::http
