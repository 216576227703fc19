// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/identity/token_key.h"

#include <QJsonObject>

#include <optional>

namespace crema::platform {

/// A JSON web signature in its compact form (RFC 7515 section 7.1), read strictly: three parts, each in the one way to
/// write it, and a header in which no name stands twice. Nothing of it is to be believed before isSignedBy().
class CompactJws
{
public:
    /// The one algorithm that counts (RFC 7518 section 3.3).
    static constexpr char algorithm[] = "RS256";

    /// Nothing when `text` is none, whatever is wrong with it.
    [[nodiscard]] static std::optional<CompactJws> read(const QByteArray &text);

    [[nodiscard]] const QJsonObject &header() const { return m_header; }
    [[nodiscard]] const QByteArray &payload() const { return m_payload; }

    /// Whether `key` signed header and payload with RS256, and the header says so too.
    [[nodiscard]] bool isSignedBy(const TokenKey &key) const;

private:
    CompactJws() = default;

    QJsonObject m_header;
    QByteArray m_payload;
    QByteArray m_signedText; ///< what the signature is over
    QByteArray m_signature;
};

} // namespace crema::platform
