// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "platform/http/request.h"

#include <QJsonObject>

namespace crema::http {

/// The body as one strict JSON object (models/base/json.h). Errors: `request.content_type` (415) unless it says
/// application/json, `json.malformed` (400).
[[nodiscard]] Result<QJsonObject> readJson(const Request &request, int maxDepth = 64);

} // namespace crema::http
