// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/http/response.h"

namespace crema::platform {

/// A small page for a customer's browser: HTML without scripts, styles or anything from elsewhere, so that the door's
/// policy (docs/security.md, 3.4) stands as it is. `body` is HTML, `title` is text.
[[nodiscard]] http::Response simplePage(const QString &title, const QString &body);

} // namespace crema::platform
