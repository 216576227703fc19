// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/problem.h"

#include <QByteArray>
#include <QUuid>

namespace crema::http {

/// The status that a Problem has on the wire: by its kind, except that syntax ("request.…", "json.…") is 400 and
/// a few codes have a status of their own (413, 412, 429 …).
[[nodiscard]] int statusOf(const Problem &problem);

/// The stable `type` of a code: "urn:crema:problem:<code>".
[[nodiscard]] QString problemType(const QString &code);

/// An RFC 9457 document: type, title, status, detail, and our members code, hint, fields and request_id.
[[nodiscard]] QByteArray problemDocument(const Problem &problem, int status, const QUuid &requestId);

inline constexpr char problemContentType[] = "application/problem+json";

} // namespace crema::http
