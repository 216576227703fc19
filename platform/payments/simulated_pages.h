// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/domain/domain_core.h"
#include "platform/payments/simulated_provider.h"

namespace crema::platform {

/// The page where a payment of the simulated provider is paid or declined (`/pay/{id}`), for a person and for tests: a
/// form field `lose` has so many of the next answers not arrive. Only where that provider is on. `wake` has the desk
/// look at the payment at once. All outlive the routes.
void addSimulatedPages(http::Router &router, DomainCore &core, SimulatedProvider &provider,
                       const std::function<void(PaymentIntentId)> &wake);

} // namespace crema::platform
