// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/domain/domain_core.h"

namespace crema::platform {

/// Gift cards and store credit of the company, by their last digits, and what moved each of them; without the hashes of
/// their codes. What is owed in all is in the list.
void addGiftCardRoutes(http::Router &router, DomainCore &core);

} // namespace crema::platform
