// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/channel.h"

#include <openssl/err.h>
#include <openssl/ssl.h>

namespace crema::http {
namespace {

namespace asio = boost::asio;
using boost::system::error_code;

} // namespace

void Channel::FreeTls::operator()(ssl_st *tls) const
{
    SSL_free(tls);
}

Channel::Channel(asio::ip::tcp::socket socket, TlsIdentity *identity) : m_socket(std::move(socket))
{
    if (!identity)
        return;
    m_tls.reset(identity->makeServer(static_cast<int>(m_socket.native_handle())));
    // Without memory for it the connection ends at its first byte; it never goes on in plain.
    m_isBroken = !m_tls;
}

void Channel::start()
{
    error_code ignored;
    m_socket.non_blocking(true, ignored);
    m_socket.set_option(asio::ip::tcp::no_delay(true), ignored);
}

bool Channel::isOpen() const
{
    return !m_tls || SSL_is_init_finished(m_tls.get()) != 0;
}

std::size_t Channel::read(std::span<char> into, error_code &code)
{
    if (m_isBroken) {
        code = asio::error::connection_aborted;
        return 0;
    }
    if (!m_tls)
        return m_socket.read_some(asio::buffer(into.data(), into.size()), code);
    std::size_t read = 0;
    code.clear();
    // A record is at most 16 KiB; all that is here is taken, since the socket tells only of what is still in it.
    while (read < into.size()) {
        std::size_t count = 0;
        ERR_clear_error();
        const int result = SSL_read_ex(m_tls.get(), into.data() + read, into.size() - read, &count);
        if (result != 1) {
            code = failureOf(result, m_readWait);
            break;
        }
        read += count;
    }
    // Not SSL_has_pending(): it counts a part of a record too, whose rest only the socket tells of.
    m_hasUnread = read == into.size();
    if (read > 0)
        code.clear(); // an end comes again with the next call
    return read;
}

std::size_t Channel::write(QByteArrayView bytes, error_code &code)
{
    if (m_isBroken) {
        code = asio::error::connection_aborted;
        return 0;
    }
    if (!m_tls)
        return m_socket.write_some(asio::buffer(bytes.data(), static_cast<std::size_t>(bytes.size())), code);
    std::size_t written = 0;
    code.clear();
    ERR_clear_error();
    const int result = SSL_write_ex(m_tls.get(), bytes.data(), static_cast<std::size_t>(bytes.size()), &written);
    if (result != 1)
        code = failureOf(result, m_writeWait);
    return written;
}

error_code Channel::failureOf(int result, Wait &wait)
{
    switch (SSL_get_error(m_tls.get(), result)) {
    case SSL_ERROR_WANT_READ: wait = asio::ip::tcp::socket::wait_read; return asio::error::would_block;
    case SSL_ERROR_WANT_WRITE: wait = asio::ip::tcp::socket::wait_write; return asio::error::would_block;
    case SSL_ERROR_ZERO_RETURN: return asio::error::eof;
    default: break;
    }
    const unsigned long reason = ERR_peek_error();
    m_isPlainHttp = ERR_GET_LIB(reason) == ERR_LIB_SSL && ERR_GET_REASON(reason) == SSL_R_HTTP_REQUEST;
    m_isBroken = true;
    return asio::error::connection_reset;
}

void Channel::endSending(error_code &code)
{
    if (m_tls && !m_isBroken && isOpen()) {
        ERR_clear_error();
        (void)SSL_shutdown(m_tls.get()); // at most a record; where it does not fit, the end of the stream has to do
    }
    m_socket.shutdown(asio::ip::tcp::socket::shutdown_send, code);
}

void Channel::close()
{
    error_code ignored;
    endSending(ignored);
    m_socket.shutdown(asio::ip::tcp::socket::shutdown_both, ignored);
    m_socket.close(ignored);
}

} // namespace crema::http
