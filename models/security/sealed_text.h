// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/randomness.h"
#include "models/base/result.h"

#include <QByteArray>
#include <QString>

namespace crema {

/// Characters that a passphrase has at least, so that a file that leaves the house is not guessed.
inline constexpr qsizetype minPassphraseLength = 8;

/// Encrypts `text` so that only who knows the passphrase reads it, and nobody changes it unnoticed: AES-256-GCM under
/// a key that scrypt (RFC 7914, N = 2^15, r = 8, p = 1) makes of the passphrase and a salt of its own, both by OpenSSL.
/// The bytes are "crema-sealed-1\n", 16 of salt, 12 of nonce, the encrypted text, 16 of tag; all before the encrypted
/// text is authenticated with it. Errors: `passphrase.too_short`.
[[nodiscard]] Result<QByteArray> seal(const QByteArray &text, const QString &passphrase, Randomness &randomness);

/// The text that seal() was given. Errors: `sealed.not_sealed` for other bytes; `sealed.wrong_passphrase`, also when
/// the bytes were changed or cut.
[[nodiscard]] Result<QByteArray> unseal(const QByteArray &bytes, const QString &passphrase);

} // namespace crema
