// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <memory>

struct ssl_ctx_st;
struct ssl_st;

namespace crema::testing {

/// A blocking client of TLS that trusts any certificate and shows what was agreed.
class TlsClient
{
public:
    struct Wish {
        int lowest = 0;                ///< TLS1_2_VERSION and the like; 0: OpenSSL's own
        int highest = 0;               ///< the same
        const char *ciphers = nullptr; ///< of TLS 1.2
        QByteArray protocols = {};     ///< of ALPN, as on the wire
    };

    explicit TlsClient(quint16 port);
    TlsClient(quint16 port, const Wish &wish);
    ~TlsClient();
    TlsClient(const TlsClient &) = delete;
    TlsClient &operator=(const TlsClient &) = delete;

    /// The handshake went well.
    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    [[nodiscard]] QByteArray version() const;
    /// As CertificateFacts::pin has it.
    [[nodiscard]] QByteArray pin() const;
    void send(const QByteArray &bytes);
    /// Past TLS, as part of a record.
    void sendRaw(const QByteArray &bytes) const;
    /// Reads until there is as much as one answer with a Content-Length has, or the end.
    [[nodiscard]] QByteArray readAnswer();
    /// The other side said in TLS that nothing more comes.
    [[nodiscard]] bool endsInOrder();

private:
    int m_socket = -1;
    ssl_ctx_st *m_context = nullptr;
    ssl_st *m_tls = nullptr;
    bool m_isOpen = false;
};

} // namespace crema::testing
