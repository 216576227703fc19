// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/syncing/sync_words.h"

#include <QDate>
#include <QStringList>

namespace crema {

enum class SaleDays {
    Any,
    Today,
    Yesterday,
    LastSeven, ///< today and the six days before
    Range,     ///< `from` to `until`, both of them included
};

/// Which sales a list shows. Its text form is the one way to say it: chips and fields only draw and change the text.
///
/// `day:today`, `day:yesterday`, `day:7d`, `day:2026-11-20`, `day:2026-11-20..2026-11-22`; `state:queued` (sending,
/// synced, attention); `shift:this`; anything else is a part of the receipt number. The last of two equal words wins.
struct SaleQuery {
    QString number; ///< a part of the receipt number, upper case; empty: any
    SaleDays days = SaleDays::Any;
    QDate from;  ///< with SaleDays::Range only
    QDate until; ///< with SaleDays::Range only; not before `from`
    std::optional<RecordState> state;
    bool thisShift = false;
    QStringList unread; ///< words with a colon that mean nothing here; they filter nothing and are told

    [[nodiscard]] bool isEmpty() const { return filterCount() == 0; }
    /// How many things are asked for.
    [[nodiscard]] int filterCount() const;

    friend bool operator==(const SaleQuery &, const SaleQuery &) = default;
};

[[nodiscard]] SaleQuery readSaleQuery(const QString &text);
/// The text that reads as this query, its words in a fixed order; what was not read is left out.
[[nodiscard]] QString saleQueryText(const SaleQuery &query);

} // namespace crema
