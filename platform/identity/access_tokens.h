// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/id.h"
#include "models/base/result.h"
#include "models/base/utc_time.h"

#include <QByteArray>
#include <QHash>
#include <QStringList>

#include <memory>
#include <mutex>

struct evp_pkey_st;

namespace crema::platform {

/// What an access token says.
struct AccessClaims {
    DeviceId device;
    std::optional<PersonId> person; ///< who signed in on the device
    std::optional<LocationId> location;
    std::optional<RegisterId> registerId;
    QStringList permissions;
    UtcTime expiresAt;
};

/// Makes and reads access tokens: JWT (RFC 7519) signed with RS256, good for 15 minutes. Any thread may use it.
/// Tokens that were found good are remembered until they end, because checking a signature costs more than most
/// requests.
class AccessTokens
{
public:
    static constexpr std::int64_t lifetimeS = 15 * 60;

    /// A new RSA key pair, as PEM. Less than 2,048 bits is for tests that sign a lot.
    [[nodiscard]] static QByteArray generateKey(unsigned bits = 2'048);

    /// Errors: `identity.signing_key` for text that is no private key.
    [[nodiscard]] static Result<std::unique_ptr<AccessTokens>> fromPem(const QByteArray &pem);
    ~AccessTokens();

    /// The token; `claims.expiresAt` is what the token says.
    [[nodiscard]] QByteArray issue(const AccessClaims &claims, UtcTime now) const;

    /// Errors: `identity.token` (not one of ours), `identity.token_expired`; both NotSignedIn.
    [[nodiscard]] Result<AccessClaims> read(QByteArrayView token, UtcTime now);

    /// Only from memory; nothing when the token has not been checked before or has ended.
    [[nodiscard]] std::optional<AccessClaims> known(QByteArrayView token, UtcTime now);

    /// A secret of this platform for one purpose, the same on all of its nodes.
    [[nodiscard]] QByteArray secretFor(QByteArrayView purpose) const;

private:
    AccessTokens(evp_pkey_st *key, const QByteArray &pem);

    [[nodiscard]] bool isSignedByUs(QByteArrayView signedPart, const QByteArray &signature) const;

    struct Free {
        void operator()(evp_pkey_st *key) const;
    };
    std::unique_ptr<evp_pkey_st, Free> m_key;
    QByteArray m_secretBase;
    std::mutex m_mutex;
    QHash<QByteArray, AccessClaims> m_known;
};

} // namespace crema::platform
