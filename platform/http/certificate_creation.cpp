// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/certificate_chain.h"

#include <QCoreApplication>
#include <QFile>
#include <QUrl>

#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <arpa/inet.h>
#include <fcntl.h>
#include <unistd.h>

namespace crema::http {
namespace {

constexpr std::int64_t dayS = 86'400;

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

} // namespace crema::http
