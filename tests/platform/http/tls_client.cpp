// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/http/tls_client.h"

#include "models/base/sha256.h"

#include <openssl/ssl.h>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <csignal>

namespace crema::testing {
namespace {

int connectTo(quint16 port)
{
    // OpenSSL writes on both ends of this process; the program ignores the signal too (end_signals.cpp).
    std::signal(SIGPIPE, SIG_IGN);
    const int handle = ::socket(AF_INET, SOCK_STREAM, 0);
    const timeval patience{20, 0};
    ::setsockopt(handle, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(handle, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        qFatal("nobody listens there");
    return handle;
}

} // namespace

TlsClient::TlsClient(quint16 port) : TlsClient(port, Wish()) {}

TlsClient::TlsClient(quint16 port, const Wish &wish)
    : m_socket(connectTo(port)), m_context(SSL_CTX_new(TLS_client_method())), m_tls(SSL_new(m_context))
{
    // Security level 0: what the door refuses is the door's to refuse.
    SSL_set_security_level(m_tls, 0);
    if (wish.lowest != 0)
        SSL_set_min_proto_version(m_tls, wish.lowest);
    if (wish.highest != 0)
        SSL_set_max_proto_version(m_tls, wish.highest);
    if (wish.ciphers)
        SSL_set_cipher_list(m_tls, wish.ciphers);
    if (!wish.protocols.isEmpty())
        SSL_set_alpn_protos(m_tls, reinterpret_cast<const unsigned char *>(wish.protocols.constData()),
                            static_cast<unsigned int>(wish.protocols.size()));
    SSL_set_fd(m_tls, m_socket);
    m_isOpen = SSL_connect(m_tls) == 1;
}

TlsClient::~TlsClient()
{
    SSL_free(m_tls);
    SSL_CTX_free(m_context);
    ::close(m_socket);
}

QByteArray TlsClient::version() const
{
    return SSL_get_version(m_tls);
}

QByteArray TlsClient::pin() const
{
    X509 *shown = SSL_get1_peer_certificate(m_tls);
    unsigned char *der = nullptr;
    const int length = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(shown), &der);
    const QByteArray hash = sha256(QByteArrayView(reinterpret_cast<const char *>(der), length));
    OPENSSL_free(der);
    X509_free(shown);
    return "sha256=" + hash.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

void TlsClient::send(const QByteArray &bytes)
{
    qsizetype sent = 0;
    while (sent < bytes.size()) {
        const int count = SSL_write(m_tls, bytes.constData() + sent, static_cast<int>(bytes.size() - sent));
        if (count <= 0)
            return;
        sent += count;
    }
}

void TlsClient::sendRaw(const QByteArray &bytes) const
{
    if (::send(m_socket, bytes.constData(), static_cast<std::size_t>(bytes.size()), MSG_NOSIGNAL) != bytes.size())
        qFatal("nobody takes it");
}

QByteArray TlsClient::readAnswer()
{
    QByteArray answer;
    const auto isWhole = [&answer] {
        const qsizetype head = answer.indexOf("\r\n\r\n");
        const qsizetype length = answer.indexOf("Content-Length: ");
        if (head < 0 || length < 0 || length > head)
            return false;
        const qsizetype begin = length + 16;
        return answer.size() >= head + 4 + answer.mid(begin, answer.indexOf('\r', begin) - begin).toLongLong();
    };
    QByteArray piece(16 * 1024, Qt::Uninitialized);
    while (!isWhole()) {
        const int count = SSL_read(m_tls, piece.data(), static_cast<int>(piece.size()));
        if (count <= 0)
            break;
        answer += QByteArrayView(piece).first(count);
    }
    return answer;
}

bool TlsClient::endsInOrder()
{
    char byte = 0;
    const int count = SSL_read(m_tls, &byte, 1);
    return count == 0 && SSL_get_error(m_tls, count) == SSL_ERROR_ZERO_RETURN;
}

} // namespace crema::testing
