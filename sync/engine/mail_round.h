// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/engine/store_access.h"
#include "sync/rest/platform_client.h"

namespace crema::sync {

/// What the platform did not take for so long is forgotten, and its address with it (ADR 065).
inline constexpr std::int64_t keptReceiptMailMs = std::int64_t(7) * 24 * 60 * 60 * 1'000;

/// Asks the platform to mail the receipts that customers want, after a round that it answered. One that it does not
/// take stays with its reason; the others stay until it does. What was asked for and not answered is asked for again
/// under the same id, which the platform knows. Answers whether some wait still.
[[nodiscard]] QCoro::Task<bool> sendReceiptMails(StoreBehind store, std::shared_ptr<PlatformClient> platform);

} // namespace crema::sync
