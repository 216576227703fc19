// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/auditing/chain_entry.h"
#include "models/base/id.h"
#include "models/money/money.h"

#include <QList>

#include <optional>

namespace crema::sync {

/// One entry of the auditor's journal as people and auditors look at it.
struct AuditorEntryView {
    enum class Kind { Begin, Sale, CashMovement, ShiftOpen, ShiftClose, Closing, Unknown };

    std::int64_t position = 0; ///< over all chains of this store: 1 for the oldest
    QUuid chain;
    auditing::ChainEntry entry;
    Kind kind = Kind::Unknown;
    UtcTime at;
    QString number;              ///< of a sale: its receipt number
    std::optional<SaleId> sale;  ///< of a sale
    std::optional<Money> amount; ///< of a sale its total, of a movement what it changed in the drawer, of a closing the
                                 ///< total of its entries in one currency
    std::optional<Money> perpetual; ///< of a closing
    bool isCountersigned = false;   ///< the platform signed this entry or a later one of the chain
};

enum class JournalOrder { OldestFirst, NewestFirst };

struct JournalFilter {
    JournalOrder order = JournalOrder::NewestFirst;
    std::optional<std::int64_t> beyond; ///< a position: entries after it in this order; nothing: from the beginning
    int limit = 100;
};

/// "begin", "sale", "cash_movement", "shift_open", "shift_close", "closing", "unknown"; stable.
[[nodiscard]] QString kindText(AuditorEntryView::Kind kind);

} // namespace crema::sync
