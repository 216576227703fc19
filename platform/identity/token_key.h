// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QJsonObject>

#include <memory>

struct evp_pkey_st;

namespace crema::platform {

/// An RSA key pair that signs access tokens, always with RS256 (RFC 7518 section 3.3): one key, one algorithm. Any
/// thread may use it.
class TokenKey
{
public:
    /// A new key pair, as PEM. Less than 2,048 bits is for tests that sign a lot.
    [[nodiscard]] static QByteArray generate(unsigned bits = 2'048);

    /// Errors: `identity.signing_key` for text that is no private RSA key.
    [[nodiscard]] static Result<std::shared_ptr<const TokenKey>> fromPem(const QByteArray &pem);
    ~TokenKey();

    /// The thumbprint of the public half (RFC 7638): what tokens name the key by.
    [[nodiscard]] const QByteArray &id() const { return m_id; }
    [[nodiscard]] QByteArray sign(QByteArrayView message) const;
    [[nodiscard]] bool hasSigned(QByteArrayView message, const QByteArray &signature) const;

    /// The public half as a JSON web key (RFC 7517).
    [[nodiscard]] const QJsonObject &publicJwk() const { return m_jwk; }

    /// A secret for one purpose that everybody who holds this key comes to, and nobody else.
    [[nodiscard]] QByteArray secretFor(QByteArrayView purpose) const;

private:
    TokenKey(evp_pkey_st *key, const QByteArray &pem);

    struct Free {
        void operator()(evp_pkey_st *key) const;
    };
    std::unique_ptr<evp_pkey_st, Free> m_key;
    QByteArray m_secretBase;
    QJsonObject m_jwk;
    QByteArray m_id;
};

} // namespace crema::platform
