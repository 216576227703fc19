// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/randomness.h"
#include "platform/identity/access_tokens.h"
#include "platform/sync/sync_storage.h"

#include <mutex>

namespace crema::platform {

/// Gives devices their access tokens: they prove themselves by signing a nonce with the key that they enrolled with.
/// A nonce is good for one minute and, on one node, for one use; it carries its own proof, so none is stored.
class DeviceSession
{
public:
    DeviceSession(const AccessTokens &tokens, Randomness &randomness);

    /// The answer does not tell whether the device is known.
    [[nodiscard]] QString challenge(DeviceId device, UtcTime now);

    /// The claims of a device without a person. Errors: `device.wrong_signature`, also for unknown and revoked devices
    /// and for nonces that are old, used or not ours.
    [[nodiscard]] Result<AccessClaims> answer(SyncStorage &storage, DeviceId device, const QString &nonce,
                                              const QByteArray &signature, UtcTime now);

private:
    [[nodiscard]] QByteArray proofOf(const QByteArray &body, DeviceId device) const;
    [[nodiscard]] Result<void> useUp(const QString &nonce, DeviceId device, UtcTime now);

    Randomness &m_randomness;
    QByteArray m_secret;
    std::mutex m_mutex;
    QHash<QString, UtcTime> m_used;
};

/// What any enrolled device may read to do its work, whoever stands before it.
[[nodiscard]] QStringList devicePermissions();

} // namespace crema::platform
