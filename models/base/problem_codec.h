// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QJsonObject>

namespace crema {

/// A Problem as an RFC 9457 problem document: type, title, status, detail, code, hint and fields.
/// The platform's door adds `request_id`.
[[nodiscard]] QJsonObject problemToJson(const Problem &problem);

/// Reads a problem document of any maker: only `status` or `code` is needed; unknown codes keep their text.
/// Nothing when the object is no problem document.
[[nodiscard]] std::optional<Problem> problemFromJson(const QJsonObject &object);

/// The HTTP status of a kind: Invalid 400, NotSignedIn 401, NotAllowed 403, NotFound 404, Conflict 409,
/// Unavailable 503, everything else 500.
[[nodiscard]] int httpStatus(ProblemKind kind);

} // namespace crema
