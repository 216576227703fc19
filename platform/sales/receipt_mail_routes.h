// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/domain/domain_core.h"
#include "platform/domain/shared_limits.h"
#include "platform/identity/mail_outbox.h"

namespace crema::platform {

/// A device has the receipt of a sale of its location mailed to whoever bought it (ADR 065). The same mail asked for
/// again is one. After a few of one sale each further one has to wait.
void addReceiptMailRoutes(http::Router &router, DomainCore &core, MailOutbox &outbox,
                          const MakeAttemptBackoff &makeBackoff);

} // namespace crema::platform
