// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/domain/domain_core.h"

namespace crema::platform {

/// Products as lists, one by one, and found by words.
void addProductRoutes(http::Router &router, DomainCore &core);

/// `<noun>.unknown`: what a route answers when nothing has the id.
[[nodiscard]] http::Response unknownId(const QString &noun);

} // namespace crema::platform
