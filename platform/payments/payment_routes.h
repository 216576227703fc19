// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/domain/domain_core.h"

namespace crema::platform {

/// Where Stripe tells that something happened, and where a customer who has paid is sent to. A webhook is believed for
/// its signature alone, and only wakes the desk, which asks Stripe itself: events that come twice or out of order do no
/// harm. `secret` is empty where none is believed. All outlive the routes.
void addPaymentRoutes(http::Router &router, DomainCore &core, const QString &secret);

} // namespace crema::platform
