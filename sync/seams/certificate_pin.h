// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QUrl>

#include <optional>

class QSslCertificate;

namespace crema::sync {

/// A platform without a public certificate is trusted by its key: its address carries the hash of that key, as
/// `crema-platform certificate` prints it, in the fragment, which no request sends: https://HOST:8443#sha256=HASH.
/// Nothing where the address has none that can be read.
[[nodiscard]] std::optional<QByteArray> pinOf(const QUrl &address);

/// False for an address whose fragment is not a pin, and for a pin without https.
[[nodiscard]] bool hasReadablePin(const QUrl &address);

/// The same hash of a certificate: SHA-256 of its SubjectPublicKeyInfo (RFC 7469 section 2.4).
[[nodiscard]] QByteArray pinOf(const QSslCertificate &certificate);

} // namespace crema::sync
