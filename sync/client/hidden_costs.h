// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/attention.h"
#include "sync/client/product_view.h"
#include "sync/client/queue_entry.h"

namespace crema::sync {

/// What products cost the shop, taken out of what is shown to who may not see it (Reading::Costs, ADR 047). That there
/// is a cost, or that one was changed, is told.
void hideCosts(ProductView &product);
/// Whoever does not see what it is about does not decide about it either.
void hideCosts(AttentionItem &item);
void hideCosts(QueueEntry &entry);

/// Whether it says what something costs.
[[nodiscard]] bool tellsCosts(const QueueEntry &entry);

} // namespace crema::sync
