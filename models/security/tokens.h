// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/randomness.h"

#include <QByteArray>
#include <QString>

namespace crema {

/// RFC 4648 section 5, without padding.
[[nodiscard]] QString toBase64Url(const QByteArray &bytes);
/// Nothing for text that is not base64url.
[[nodiscard]] std::optional<QByteArray> fromBase64Url(const QString &text);

/// Random bytes for nonces and tokens.
[[nodiscard]] QByteArray randomBytes(qsizetype count, Randomness &randomness);

/// A one-time code that people read aloud: two groups of four from an alphabet without look-alikes ("K7QP-3M2X"),
/// 40 bits of randomness.
[[nodiscard]] QString makeOneTimeCode(Randomness &randomness);

/// Three of these in one, 120 bits of randomness: too many to be found from their hash (OWASP ASVS 6.5.2 asks for 112).
[[nodiscard]] QString makeLongOneTimeCode(Randomness &randomness);

/// The form in which one-time codes are compared: upper case, blanks and dashes left out.
[[nodiscard]] QString normalisedOneTimeCode(QStringView text);

/// What is kept of a one-time code: SHA-256 of the form in which it is compared.
[[nodiscard]] QByteArray oneTimeCodeHash(QStringView text);

/// Compares in a time that does not tell where the first difference is.
[[nodiscard]] bool equalInConstantTime(QByteArrayView a, QByteArrayView b);

} // namespace crema
