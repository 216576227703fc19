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
    /// Both outlive this.
    DeviceSession(AccessTokens &tokens, Randomness &randomness);

    /// The answer does not tell whether the device is known.
    [[nodiscard]] QString challenge(DeviceId device, UtcTime now);

    /// The claims of a device without a person. Errors: `device.wrong_signature`, also for unknown devices;
    /// `device.revoked`; `device.challenge_used` for nonces that are old, used or not ours: a new one helps.
    [[nodiscard]] Result<AccessClaims> answer(SyncStorage &storage, DeviceId device, const QString &nonce,
                                              const QByteArray &signature, UtcTime now);

private:
    /// What shows that `body` was given to `device` by this platform: the first as it is made now, then as it may have
    /// been made before a key was changed.
    [[nodiscard]] QByteArrayList proofsOf(const QByteArray &body, DeviceId device, UtcTime now) const;
    [[nodiscard]] Result<void> useUp(const QString &nonce, DeviceId device, UtcTime now);

    AccessTokens &m_tokens;
    Randomness &m_randomness;
    std::mutex m_mutex;
    QHash<QString, UtcTime> m_used;
};

/// `device.wrong_signature`: whoever asks did not show that they hold the key that the device enrolled with.
[[nodiscard]] Problem wrongSignature();

/// What any enrolled device may read to do its work, whoever stands before it.
[[nodiscard]] QStringList devicePermissions();

} // namespace crema::platform
