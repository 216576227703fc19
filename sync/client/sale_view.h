// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/selling/sale.h"

#include <optional>

namespace crema::sync {

/// How far a document of this device has come on its way to the platform.
enum class SyncState {
    Queued,         ///< saved here, waits for the platform
    Sent,           ///< sent, the answer is unknown
    Synced,         ///< the platform has it (also everything that came from the platform)
    NeedsAttention, ///< a person has to decide
};

/// "queued", "sent", "synced", "needs_attention"; stable, as `--json` prints it.
[[nodiscard]] QString syncStateText(SyncState state);

struct SaleView {
    Sale sale;
    SyncState state = SyncState::Synced;
    QString customerName; ///< empty without a customer
    QString cashierName;
    /// Another sale has the same receipt number: two stores worked as one register for a while (sync.md rule 29). Both
    /// are kept. Looked at where sales are read, and not for one that is just rung up.
    bool sharesNumber = false;
    /// What its customer has after it, as this device knows; told of one that is just rung up, where it moved points.
    std::optional<std::int64_t> points = std::nullopt;

    friend bool operator==(const SaleView &, const SaleView &) = default;
};

/// What a list of sales is sorted by; equal ones come newest first.
enum class SaleSort {
    Number,
    Total,
    Cashier, ///< by name; sales without a cashier come before all names
    Time,
};

struct SaleFilter {
    std::optional<ShiftId> shift;
    std::optional<UtcTime> from;  ///< completed at or after
    std::optional<UtcTime> until; ///< completed before
    QString number;               ///< a part of the receipt number
    SaleSort sort = SaleSort::Time;
    Qt::SortOrder order = Qt::DescendingOrder;
    int limit = 50; ///< 1 to 1000
    int offset = 0;
};

} // namespace crema::sync
