// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/base/utc_time.h"

#include <QStringList>

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

} // namespace crema::http
