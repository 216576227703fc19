// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/client_state.h"
#include "sync/client/sale_view.h"
#include "ui/presenters/selling/sale_query.h"
#include "ui/presenters/selling/time_words.h"

namespace crema {

/// What the store is asked for a query; its state and its unread words are left to whoever asks. Nothing when the query
/// is about the open shift and none is open.
[[nodiscard]] std::optional<sync::SaleFilter> saleFilterOf(const SaleQuery &query, const sync::ClientState &state,
                                                           const TimeWords &times, UtcTime now);

} // namespace crema
