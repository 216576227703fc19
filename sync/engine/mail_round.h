// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/engine/store_access.h"
#include "sync/rest/platform_client.h"

namespace crema::sync {

/// Asks the platform to mail the receipts that customers want, after a round that it answered. One that it does not
/// take stays with its reason; the others stay until it does. What was asked for and not answered is asked for again
/// under the same id, which the platform knows.
[[nodiscard]] QCoro::Task<void> sendReceiptMails(StoreBehind store, std::shared_ptr<PlatformClient> platform);

} // namespace crema::sync
