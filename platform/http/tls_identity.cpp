// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/tls_identity.h"

#include "platform/http/certificate_chain.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>

namespace crema::http {
namespace {

using SslContext = Owned<SSL_CTX, &SSL_CTX_free>;

constexpr std::int64_t lookAgainMs = 60'000;

tl::unexpected<Problem> badKey(const QString &message, const QString &hint)
{
    return failure(ProblemKind::Device, QStringLiteral("tls.key"), message, hint);
}

Result<PrivateKey> readKey(const QString &file)
{
    const QFileInfo info(file);
    if (info.exists() && info.permission(QFileDevice::ReadOther)) {
        return badKey(
            QCoreApplication::translate("Door", "Everybody on this machine can read the key in %1.").arg(file),
            QCoreApplication::translate("Door", "Take that right away: chmod o-r FILE."));
    }
    const std::optional<QByteArray> pem = pemIn(file);
    const Memory memory = memoryOf(pem.value_or(QByteArray()));
    PrivateKey key(PEM_read_bio_PrivateKey(memory.get(), nullptr, &noPassphrase, nullptr));
    ERR_clear_error();
    if (!key) {
        return badKey(
            QCoreApplication::translate("Door", "There is no private key in %1.").arg(file),
            QCoreApplication::translate("Door", "Name a readable PEM file with a key that has no passphrase."));
    }
    return key;
}

/// A client that names protocols and not this one wants to talk to something else (RFC 7301).
int selectProtocol(SSL *, const unsigned char **chosen, unsigned char *length, const unsigned char *offered,
                   unsigned int offeredLength, void *)
{
    static constexpr unsigned char ours[] = "\x08http/1.1";
    unsigned char *found = nullptr;
    const int result = SSL_select_next_proto(&found, length, ours, sizeof ours - 1, offered, offeredLength);
    *chosen = found;
    return result == OPENSSL_NPN_NEGOTIATED ? SSL_TLSEXT_ERR_OK : SSL_TLSEXT_ERR_ALERT_FATAL;
}

/// After Mozilla's intermediate recommendations: forward secrecy and authenticated encryption only.
SslContext makeContext()
{
    SslContext context(SSL_CTX_new(TLS_server_method()));
    if (!context)
        qFatal("OpenSSL has no TLS");
    SSL_CTX_set_min_proto_version(context.get(), TLS1_2_VERSION);
    SSL_CTX_set_options(context.get(), SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_TICKET |
                                           SSL_OP_CIPHER_SERVER_PREFERENCE | SSL_OP_PRIORITIZE_CHACHA);
    // A connection that nobody uses holds no buffers.
    SSL_CTX_set_mode(context.get(),
                     SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER | SSL_MODE_RELEASE_BUFFERS);
    // Nothing is resumed: clients keep their connections, and a key of tickets would open what was recorded.
    SSL_CTX_set_session_cache_mode(context.get(), SSL_SESS_CACHE_OFF);
    SSL_CTX_set_num_tickets(context.get(), 0);
    SSL_CTX_set_alpn_select_cb(context.get(), &selectProtocol, nullptr);
    const bool isSet = SSL_CTX_set_cipher_list(context.get(), "ECDHE+AESGCM:ECDHE+CHACHA20") == 1 &&
                       SSL_CTX_set1_groups_list(context.get(), "X25519:P-256:P-384") == 1;
    if (!isSet)
        qFatal("OpenSSL does not know the ciphers of TLS 1.2");
    return context;
}

} // namespace

struct TlsIdentity::Loaded {
    SslContext context;
    CertificateFacts facts;
    std::array<QDateTime, 2> written; ///< of the files
};

TlsIdentity::TlsIdentity(TlsFiles files) : m_files(std::move(files)) {}

TlsIdentity::~TlsIdentity() = default;

Result<TlsIdentity::Loaded> TlsIdentity::read(const TlsFiles &files)
{
    // Before the reading: a file that is written meanwhile is read again.
    const std::array written{QFileInfo(files.certificate).lastModified(), QFileInfo(files.key).lastModified()};
    auto chain = readChain(files.certificate);
    if (!chain)
        return failure(chain.error());
    const Result<PrivateKey> key = readKey(files.key);
    if (!key)
        return failure(key.error());
    SslContext context = makeContext();
    bool isUsed = SSL_CTX_use_certificate(context.get(), chain->front().get()) == 1;
    for (std::size_t i = 1; isUsed && i < chain->size(); ++i)
        isUsed = SSL_CTX_add1_chain_cert(context.get(), (*chain)[i].get()) == 1;
    isUsed = isUsed && SSL_CTX_use_PrivateKey(context.get(), key->get()) == 1 &&
             SSL_CTX_check_private_key(context.get()) == 1;
    ERR_clear_error();
    if (!isUsed) {
        return badKey(QCoreApplication::translate("Door", "The key in %1 does not belong to the certificate in %2, or "
                                                          "one of the two is too weak.")
                          .arg(files.key, files.certificate),
                      QCoreApplication::translate("Door", "Name the two files that were made together."));
    }
    return Loaded{std::move(context), factsOf(chain->front().get()), written};
}

Result<std::shared_ptr<TlsIdentity>> TlsIdentity::load(const TlsFiles &files)
{
    Result<Loaded> loaded = read(files);
    if (!loaded)
        return failure(loaded.error());
    const std::shared_ptr<TlsIdentity> identity(new TlsIdentity(files));
    identity->m_loaded = std::make_unique<Loaded>(*std::move(loaded));
    return identity;
}

ssl_st *TlsIdentity::makeServer(int socket)
{
    const std::scoped_lock lock(m_mutex);
    SSL *tls = SSL_new(m_loaded->context.get());
    if (!tls)
        return nullptr;
    if (SSL_set_fd(tls, socket) != 1) {
        SSL_free(tls);
        return nullptr;
    }
    SSL_set_accept_state(tls);
    return tls;
}

Result<std::optional<CertificateFacts>> TlsIdentity::refresh(std::int64_t nowMs)
{
    if (nowMs - m_lookedAtMs < lookAgainMs)
        return std::optional<CertificateFacts>();
    m_lookedAtMs = nowMs;
    const std::array written{QFileInfo(m_files.certificate).lastModified(), QFileInfo(m_files.key).lastModified()};
    if (written == m_loaded->written)
        return std::optional<CertificateFacts>();
    Result<Loaded> loaded = read(m_files);
    if (!loaded)
        return failure(loaded.error());
    const std::scoped_lock lock(m_mutex);
    m_loaded = std::make_unique<Loaded>(*std::move(loaded));
    return std::optional(m_loaded->facts);
}

CertificateFacts TlsIdentity::facts() const
{
    const std::scoped_lock lock(m_mutex);
    return m_loaded->facts;
}

} // namespace crema::http
