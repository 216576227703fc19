// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/utc_time.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace crema {

/// One-time codes by time, RFC 6238 over RFC 4226: HMAC-SHA-1, steps of 30 s, six digits, as every authenticator app
/// reads them.
inline constexpr int totpDigits = 6;
inline constexpr std::int64_t totpStepS = 30;
/// RFC 4226 section 4, R6.
inline constexpr qsizetype totpSecretLength = 20;

[[nodiscard]] std::int64_t totpStepOf(UtcTime now);

/// The code of a step. `digits` is 6 to 8.
[[nodiscard]] QString totpCode(const QByteArray &secret, std::int64_t step, int digits = totpDigits);

/// The step whose code this is, among the one before, the one of now and the next; nothing when it is none of these.
/// Blanks in the code count for nothing. Which steps were used already is the caller's to know.
[[nodiscard]] std::optional<std::int64_t> matchingTotpStep(const QByteArray &secret, QStringView code, UtcTime now);

/// RFC 4648 section 6, without padding: how people type a secret.
[[nodiscard]] QString toBase32(const QByteArray &bytes);

/// What a QR code holds for an authenticator app: `otpauth://totp/…`.
[[nodiscard]] QString totpUri(const QString &issuer, const QString &account, const QByteArray &secret);

} // namespace crema
