// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/base/utc_time.h"

#include <QStringList>

#include <memory>
#include <mutex>

struct ssl_ctx_st;
struct ssl_st;

namespace crema::http {

/// Where the door's certificate lies: PEM files, the certificate with the chain behind it, and its private key.
struct TlsFiles {
    QString certificate;
    QString key;

    [[nodiscard]] bool isEmpty() const { return certificate.isEmpty() && key.isEmpty(); }
};

/// What a person wants to know of a certificate.
struct CertificateFacts {
    QString subject;   ///< its common name
    QStringList names; ///< the hosts and addresses that it is good for
    UtcTime validFrom;
    UtcTime validTo;
    QString pin; ///< `sha256=` and the hash of its public key (SubjectPublicKeyInfo, RFC 7469) in base64url
};

/// Errors: `tls.certificate` (no such file, or no certificate in it).
[[nodiscard]] Result<CertificateFacts> readCertificate(const QString &file);

/// Makes a key (ECDSA on P-256) and a certificate that it has signed itself, for clients that know its pin. Good for
/// `days` from a day before `now` on, since clocks differ. Refuses files that exist. Errors: `tls.exists`, `tls.write`,
/// `tls.host` (not a host name or address).
[[nodiscard]] Result<CertificateFacts> createCertificate(const TlsFiles &files, const QStringList &hosts, UtcTime now,
                                                         int days);

/// TLS 1.2 and 1.3 with the certificate of these files. A file that was renewed is used for the connections from then
/// on; one that cannot be read leaves the certificate of before in place.
class TlsIdentity
{
public:
    /// Errors: `tls.certificate`, `tls.key` (no such file, not a key, not the certificate's, or readable by everybody).
    [[nodiscard]] static Result<std::shared_ptr<TlsIdentity>> load(const TlsFiles &files);
    ~TlsIdentity();
    TlsIdentity(const TlsIdentity &) = delete;
    TlsIdentity &operator=(const TlsIdentity &) = delete;

    /// The server's side of one connection, which takes over its reading and writing. Null when memory is short. The
    /// caller frees it with SSL_free().
    [[nodiscard]] ssl_st *makeServer(int socket);

    /// Looks at the files when the last look is a minute old, which costs two calls. Answers the facts of a certificate
    /// that was taken up now; a failure means that the one of before stays.
    [[nodiscard]] Result<std::optional<CertificateFacts>> refresh(std::int64_t nowMs);

    [[nodiscard]] CertificateFacts facts() const;

private:
    struct Loaded;

    explicit TlsIdentity(TlsFiles files);
    [[nodiscard]] static Result<Loaded> read(const TlsFiles &files);

    TlsFiles m_files;
    mutable std::mutex m_mutex; ///< refresh() changes what any thread may ask for
    std::unique_ptr<Loaded> m_loaded;
    std::int64_t m_lookedAtMs = 0;
};

} // namespace crema::http
