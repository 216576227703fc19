// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/randomness.h"

#include <QString>

namespace crema {

/// Hashes a password or PIN with Argon2id (RFC 9106) and a fresh salt of 16 bytes; the answer is the usual text
/// encoding
/// ("$argon2id$v=19$m=19456,t=2,p=1$…"), which carries its own parameters. Takes about 20 ms and 19 MiB.
[[nodiscard]] QString hashSecret(const QString &secret, Randomness &randomness);

/// Whether `secret` made `encoded`; false for an encoding that cannot be read. Takes as long as making it did.
[[nodiscard]] bool verifySecret(const QString &secret, const QString &encoded);

/// Whether this is a text encoding that verifySecret() can check without taking more time or memory than eight times
/// what hashSecret() takes: a hash that comes from elsewhere.
[[nodiscard]] bool isSecretHash(QStringView encoded);

/// Whether hashSecret() would take more work than `encoded` did: then the secret is hashed again when it is next at
/// hand. Also for an encoding that cannot be read.
[[nodiscard]] bool isWeakerThanNow(QStringView encoded);

} // namespace crema
