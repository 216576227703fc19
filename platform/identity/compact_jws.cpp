// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/identity/compact_jws.h"

#include "models/base/json.h"
#include "models/security/tokens.h"

namespace crema::platform {
namespace {

/// The bytes of one part. Decoders pass over stray bits at the end: only the one way to write them counts here.
std::optional<QByteArray> decoded(const QByteArray &text)
{
    const auto bytes = fromBase64Url(QString::fromLatin1(text));
    return bytes && toBase64Url(*bytes).toLatin1() == text ? bytes : std::nullopt;
}

} // namespace

std::optional<CompactJws> CompactJws::read(const QByteArray &text)
{
    const QByteArrayList parts = text.split('.');
    if (parts.size() != 3)
        return std::nullopt;
    const auto header = decoded(parts[0]);
    const auto payload = decoded(parts[1]);
    const auto signature = decoded(parts[2]);
    if (!header || !payload || !signature)
        return std::nullopt;
    const Result<QJsonObject> members = json::readStrict(*header);
    if (!members)
        return std::nullopt;
    CompactJws jws;
    jws.m_header = *members;
    jws.m_payload = *payload;
    jws.m_signedText = text.first(parts[0].size() + 1 + parts[1].size());
    jws.m_signature = *signature;
    return jws;
}

bool CompactJws::isSignedBy(const TokenKey &key) const
{
    // Looked at either way: how long it takes tells nothing of what was wrong.
    const bool fits = key.hasSigned(m_signedText, m_signature);
    return fits && m_header.value(QStringLiteral("alg")) == QLatin1StringView(algorithm);
}

} // namespace crema::platform
