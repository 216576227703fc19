// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QJsonObject>

namespace crema::json {

/// The largest whole number that every JSON reader keeps exactly (2^53 − 1, RFC 7493).
inline constexpr std::int64_t maxInteger = 9007199254740991;

/// Writes RFC 8785 (JCS) bytes: members sorted by UTF-16 code units, no blanks, shortest escapes.
/// Numbers must be whole and within ±maxInteger; anything else is a bug of the caller and asserts.
[[nodiscard]] QByteArray writeCanonical(const QJsonObject &object);

/// Reads one JSON object strictly: UTF-8, no duplicate names, no fraction, no exponent, no number past
/// ±maxInteger, no "-0", no lone surrogate, at most `maxDepth` levels and nothing behind the object.
/// Errors: `json.malformed` with the byte offset in the message. QJsonDocument would accept several of these.
[[nodiscard]] Result<QJsonObject> readStrict(QByteArrayView bytes, int maxDepth = 64);

} // namespace crema::json
