// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/tls_identity.h"

#include "models/base/sha256.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QUrl>

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <arpa/inet.h>
#include <fcntl.h>
#include <unistd.h>

namespace crema::http {
namespace {

template<auto Free>
struct FreeBy {
    template<class T>
    void operator()(T *pointer) const
    {
        Free(pointer);
    }
};
template<class T, auto Free>
using Owned = std::unique_ptr<T, FreeBy<Free>>;

using Context = Owned<SSL_CTX, &SSL_CTX_free>;
using Certificate = Owned<X509, &X509_free>;
using PrivateKey = Owned<EVP_PKEY, &EVP_PKEY_free>;
using Memory = Owned<BIO, &BIO_free>;

constexpr std::int64_t lookAgainMs = 60'000;
constexpr std::int64_t dayS = 86'400;

tl::unexpected<Problem> badCertificate(const QString &file)
{
    return failure(ProblemKind::Device, QStringLiteral("tls.certificate"),
                   QCoreApplication::translate("Door", "There is no certificate in %1.").arg(file),
                   QCoreApplication::translate("Door", "Name a readable PEM file that begins with the certificate of "
                                                       "this machine, with those of its issuers behind it."));
}

tl::unexpected<Problem> badKey(const QString &message, const QString &hint)
{
    return failure(ProblemKind::Device, QStringLiteral("tls.key"), message, hint);
}

std::optional<QByteArray> contentsOf(const QString &path)
{
    constexpr qint64 longest = 1024 * 1024;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > longest)
        return std::nullopt;
    return file.readAll();
}

Memory memoryOf(const QByteArray &bytes)
{
    return Memory(BIO_new_mem_buf(bytes.constData(), static_cast<int>(bytes.size())));
}

/// Nobody is there to type a passphrase.
int noPassphrase(char *, int, int, void *)
{
    return 0;
}

QString textOf(ASN1_STRING *string)
{
    unsigned char *utf8 = nullptr;
    const int length = ASN1_STRING_to_UTF8(&utf8, string);
    const QString text = length < 0 ? QString() : QString::fromUtf8(reinterpret_cast<const char *>(utf8), length);
    OPENSSL_free(utf8);
    return text;
}

UtcTime timeOf(const ASN1_TIME *time)
{
    std::tm parts{};
    return ASN1_TIME_to_tm(time, &parts) == 1 ? UtcTime(std::int64_t(::timegm(&parts)) * 1'000) : UtcTime();
}

QString pinOf(const X509 *certificate)
{
    unsigned char *der = nullptr;
    const int length = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(certificate), &der);
    const QByteArray hash = sha256(QByteArrayView(reinterpret_cast<const char *>(der), length));
    OPENSSL_free(der);
    return QStringLiteral("sha256=") +
           QString::fromLatin1(hash.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

QStringList namesOf(X509 *certificate)
{
    QStringList names;
    const Owned<GENERAL_NAMES, &GENERAL_NAMES_free> general(
        static_cast<GENERAL_NAMES *>(X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr)));
    for (int i = 0; general && i < sk_GENERAL_NAME_num(general.get()); ++i) {
        const GENERAL_NAME *name = sk_GENERAL_NAME_value(general.get(), i);
        if (name->type == GEN_DNS) {
            names.append(textOf(name->d.dNSName));
        } else if (name->type == GEN_IPADD) {
            const int length = ASN1_STRING_length(name->d.iPAddress);
            if (length != sizeof(in_addr) && length != sizeof(in6_addr))
                continue;
            const int family = length == sizeof(in_addr) ? AF_INET : AF_INET6;
            std::array<char, INET6_ADDRSTRLEN> text{};
            if (::inet_ntop(family, ASN1_STRING_get0_data(name->d.iPAddress), text.data(), text.size()))
                names.append(QString::fromLatin1(text.data()));
        }
    }
    return names;
}

CertificateFacts factsOf(X509 *certificate)
{
    CertificateFacts facts;
    X509_NAME *subject = X509_get_subject_name(certificate);
    if (const int at = X509_NAME_get_index_by_NID(subject, NID_commonName, -1); at >= 0)
        facts.subject = textOf(X509_NAME_ENTRY_get_data(X509_NAME_get_entry(subject, at)));
    facts.names = namesOf(certificate);
    facts.validFrom = timeOf(X509_get0_notBefore(certificate));
    facts.validTo = timeOf(X509_get0_notAfter(certificate));
    facts.pin = pinOf(certificate);
    return facts;
}

/// The certificate, and those of its issuers.
Result<std::vector<Certificate>> readChain(const QString &file)
{
    const std::optional<QByteArray> pem = contentsOf(file);
    std::vector<Certificate> chain;
    const Memory memory = memoryOf(pem.value_or(QByteArray()));
    while (X509 *next = PEM_read_bio_X509(memory.get(), nullptr, &noPassphrase, nullptr))
        chain.emplace_back(next);
    ERR_clear_error();
    if (chain.empty())
        return badCertificate(file);
    return chain;
}

Result<PrivateKey> readKey(const QString &file)
{
    const QFileInfo info(file);
    if (info.exists() && info.permission(QFileDevice::ReadOther)) {
        return badKey(
            QCoreApplication::translate("Door", "Everybody on this machine can read the key in %1.").arg(file),
            QCoreApplication::translate("Door", "Take that right away: chmod o-r FILE."));
    }
    const std::optional<QByteArray> pem = contentsOf(file);
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
Context makeContext()
{
    Context context(SSL_CTX_new(TLS_server_method()));
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

bool addExtension(X509 *certificate, int kind, const QByteArray &value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    const Owned<X509_EXTENSION, &X509_EXTENSION_free> extension(
        X509V3_EXT_conf_nid(nullptr, &context, kind, value.constData()));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

/// As OpenSSL's configuration has it; nothing for what is neither a host name nor an address.
std::optional<QByteArray> alternativeName(const QString &host)
{
    const QByteArray text = host.toLatin1();
    in6_addr number{};
    if (::inet_pton(AF_INET, text.constData(), &number) == 1 || ::inet_pton(AF_INET6, text.constData(), &number) == 1)
        return "IP:" + text;
    const QByteArray name = QUrl::toAce(host);
    const bool isName = !name.isEmpty() && name.size() <= 253 && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
    });
    return isName ? std::optional<QByteArray>("DNS:" + name) : std::nullopt;
}

QByteArray pemOf(const auto &write)
{
    const Memory memory(BIO_new(BIO_s_mem()));
    if (!memory || write(memory.get()) != 1)
        qFatal("OpenSSL cannot write a key");
    char *data = nullptr;
    const long size = BIO_get_mem_data(memory.get(), &data);
    return {data, static_cast<qsizetype>(size)};
}

Result<void> writeNew(const QString &path, const QByteArray &bytes, mode_t mode)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    if (file < 0 && errno == EEXIST) {
        return failure(ProblemKind::Conflict, QStringLiteral("tls.exists"),
                       QCoreApplication::translate("Door", "%1 exists.").arg(path),
                       QCoreApplication::translate("Door", "Choose another place, or move the old file away; clients "
                                                           "that know its pin trust no other."));
    }
    const bool isWritten = file >= 0 && ::write(file, bytes.constData(), static_cast<std::size_t>(bytes.size())) ==
                                            static_cast<ssize_t>(bytes.size());
    const bool isSynced = isWritten && ::fsync(file) == 0;
    if (file >= 0)
        ::close(file);
    if (isSynced)
        return {};
    if (file >= 0)
        QFile::remove(path);
    return failure(ProblemKind::Device, QStringLiteral("tls.write"),
                   QCoreApplication::translate("Door", "%1 cannot be written.").arg(path),
                   QCoreApplication::translate("Door", "Check that the folder is there, yours, and has room."));
}

Certificate makeCertificate(EVP_PKEY *key, const QStringList &hosts, const QByteArray &alternatives, UtcTime now,
                            int days)
{
    Certificate certificate(X509_new());
    X509 *raw = certificate.get();
    const Owned<BIGNUM, &BN_free> serial(BN_new());
    const std::int64_t nowS = now.msSinceEpoch() / 1'000;
    const QByteArray name = hosts.first().toUtf8();
    X509_NAME *subject = X509_get_subject_name(raw);
    const bool isMade =
        X509_set_version(raw, X509_VERSION_3) == 1 && serial &&
        BN_rand(serial.get(), 127, BN_RAND_TOP_ANY, BN_RAND_BOTTOM_ANY) == 1 &&
        BN_to_ASN1_INTEGER(serial.get(), X509_get_serialNumber(raw)) && X509_set_pubkey(raw, key) == 1 &&
        ASN1_TIME_set(X509_getm_notBefore(raw), nowS - dayS) &&
        ASN1_TIME_set(X509_getm_notAfter(raw), nowS + days * dayS) &&
        X509_NAME_add_entry_by_NID(subject, NID_commonName, MBSTRING_UTF8,
                                   reinterpret_cast<const unsigned char *>(name.constData()),
                                   static_cast<int>(std::min<qsizetype>(name.size(), ub_common_name)), -1, 0) == 1 &&
        X509_set_issuer_name(raw, subject) == 1 && addExtension(raw, NID_basic_constraints, "critical,CA:FALSE") &&
        addExtension(raw, NID_key_usage, "critical,digitalSignature") &&
        addExtension(raw, NID_ext_key_usage, "serverAuth") && addExtension(raw, NID_subject_alt_name, alternatives) &&
        X509_sign(raw, key, EVP_sha256()) > 0;
    if (!isMade)
        qFatal("OpenSSL cannot make a certificate");
    return certificate;
}

} // namespace

struct TlsIdentity::Loaded {
    Context context;
    CertificateFacts facts;
    std::array<QDateTime, 2> written; ///< of the files
};

Result<CertificateFacts> readCertificate(const QString &file)
{
    const auto chain = readChain(file);
    if (!chain)
        return failure(chain.error());
    return factsOf(chain->front().get());
}

Result<CertificateFacts> createCertificate(const TlsFiles &files, const QStringList &hosts, UtcTime now, int days)
{
    QByteArrayList alternatives;
    for (const QString &host : hosts) {
        const std::optional<QByteArray> name = alternativeName(host);
        if (!name) {
            return failure(ProblemKind::Invalid, QStringLiteral("tls.host"),
                           QCoreApplication::translate("Door", "%1 is neither a host name nor an address.").arg(host),
                           QCoreApplication::translate("Door", "Write it like shop.example or 192.168.1.5."));
        }
        alternatives.append(*name);
    }
    const PrivateKey key(EVP_EC_gen("P-256"));
    if (!key)
        qFatal("OpenSSL cannot make a key on P-256");
    const Certificate certificate = makeCertificate(key.get(), hosts, alternatives.join(','), now, days);
    const QByteArray keyPem = pemOf(
        [&](BIO *to) { return PEM_write_bio_PKCS8PrivateKey(to, key.get(), nullptr, nullptr, 0, nullptr, nullptr); });
    const QByteArray certificatePem = pemOf([&](BIO *to) { return PEM_write_bio_X509(to, certificate.get()); });
    constexpr mode_t secret = 0600;
    constexpr mode_t open = 0644;
    if (const Result<void> written = writeNew(files.key, keyPem, secret); !written)
        return failure(written.error());
    if (const Result<void> written = writeNew(files.certificate, certificatePem, open); !written) {
        QFile::remove(files.key);
        return failure(written.error());
    }
    return factsOf(certificate.get());
}

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
    Context context = makeContext();
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
