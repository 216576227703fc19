// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "platform/http/request.h"

namespace crema::http {

/// A strong entity tag, with its quotes, of exactly these bytes.
[[nodiscard]] QByteArray etagOf(QByteArrayView bytes);
/// A strong entity tag, with its quotes, of a revision number.
[[nodiscard]] QByteArray etagOf(std::int64_t revision);

/// If-None-Match names this tag: a GET may be answered 304 (weak comparison, RFC 9110 section 13.1.2).
[[nodiscard]] bool matchesIfNoneMatch(const Request &request, QByteArrayView etag);

/// Nothing to complain about when If-Match names this tag (strong comparison). Errors:
/// `request.precondition_required` (428) without If-Match, `request.precondition_failed` (412) with another tag.
[[nodiscard]] Result<void> requireIfMatch(const Request &request, QByteArrayView etag);

} // namespace crema::http
