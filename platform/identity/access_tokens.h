// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/id.h"
#include "models/base/randomness.h"
#include "models/base/result.h"
#include "models/base/utc_time.h"
#include "models/people/session_id.h"
#include "platform/identity/token_key_ring.h"

#include <QHash>
#include <QJsonObject>
#include <QStringList>

namespace crema::platform {

/// What an access token says.
struct AccessClaims {
    DeviceId device;
    std::optional<PersonId> person; ///< who signed in on the device
    std::optional<LocationId> location;
    std::optional<RegisterId> registerId;
    QStringList permissions;
    UtcTime expiresAt;
    std::optional<SessionId> session =
        std::nullopt; ///< what the person signed in with; ends before the token when it does
};

/// Makes and reads access tokens: JWT (RFC 9068) signed with RS256, good for 15 minutes. What a token says about how it
/// is to be checked is believed only in that it names one of our keys. Any thread may use it.
/// Tokens that were found good are remembered until they end, because checking a signature costs more than most
/// requests.
class AccessTokens
{
public:
    static constexpr std::int64_t lifetimeS = 15 * 60;
    static constexpr char issuer[] = "crema-platform";
    static constexpr char audience[] = "crema-api";

    /// `randomness` outlives this.
    AccessTokens(std::unique_ptr<TokenKeyRing> keys, Randomness &randomness);

    /// With one key for good. Errors: `identity.signing_key`.
    [[nodiscard]] static Result<std::unique_ptr<AccessTokens>> fromPem(const QByteArray &pem, Randomness &randomness);

    /// The token; `claims.expiresAt` is what the token says, and at most 15 minutes away.
    [[nodiscard]] QByteArray issue(const AccessClaims &claims, UtcTime now);

    /// Errors: `identity.token` (NotSignedIn), whatever is wrong with it: not one of ours, not good yet or any more.
    [[nodiscard]] Result<AccessClaims> read(QByteArrayView token, UtcTime now);

    /// Only from memory; nothing when the token has not been checked before or has ended.
    [[nodiscard]] std::optional<AccessClaims> known(QByteArrayView token, UtcTime now);

    /// A secret of this platform for one purpose, the same on all of its nodes: what to make something with first,
    /// then those with which something may have been made before a key was changed.
    [[nodiscard]] QByteArrayList secretsFor(QByteArrayView purpose, UtcTime now);

    /// The public halves of the keys, as a JSON web key set (RFC 7517 section 5).
    [[nodiscard]] QJsonObject keySet(UtcTime now);

private:
    /// What a token of ours says, once its signature holds.
    [[nodiscard]] Result<AccessClaims> readSigned(const QByteArray &text, UtcTime now);

    std::unique_ptr<TokenKeyRing> m_keys;
    Randomness &m_randomness;
    std::mutex m_mutex;
    std::uint64_t m_keysVersion = 0;
    QHash<QByteArray, AccessClaims> m_known;
};

} // namespace crema::platform
