// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/seams/certificate_pin.h"

#include "models/base/sha256.h"

#include <QSslCertificate>
#include <QSslKey>

namespace crema::sync {

std::optional<QByteArray> pinOf(const QUrl &address)
{
    const QString fragment = address.fragment(QUrl::FullyDecoded);
    const QLatin1String scheme("sha256=");
    if (!fragment.startsWith(scheme) || address.scheme() != QLatin1String("https"))
        return std::nullopt;
    constexpr qsizetype hashBytes = 32;
    const auto hash =
        QByteArray::fromBase64Encoding(fragment.mid(scheme.size()).toLatin1(),
                                       QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!hash || hash.decoded.size() != hashBytes)
        return std::nullopt;
    return hash.decoded;
}

bool hasReadablePin(const QUrl &address)
{
    return !address.hasFragment() || pinOf(address);
}

QByteArray pinOf(const QSslCertificate &certificate)
{
    return sha256(certificate.publicKey().toDer());
}

} // namespace crema::sync
