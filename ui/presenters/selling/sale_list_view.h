// SPDX-License-Identifier: GPL-3.0-or-later
// What a screen of sales draws: finished, translated texts and the few values that decide how they look.
#pragma once

#include "models/base/utc_time.h"
#include "models/money/money.h"
#include "ui/presenters/syncing/sync_words.h"
#include "ui/presenters/till/till_view.h"

#include <QList>
#include <QString>

namespace crema {

/// What a list shows in the place of its rows, or that it shows them (ux.md 2.10).
enum class ListPhase {
    Blank,         ///< being read, too short a time to say so
    Loading,       ///< being read for 300 ms: skeleton
    LoadingLong,   ///< being read for 1 s: skeleton and what is being read
    Rows,          ///< rows; old ones while newer ones are read
    FirstUse,      ///< there is nothing at all
    FilteredEmpty, ///< there may be something, but not with these filters
    Failed,        ///< could not be read and there is nothing older to show
};

struct SaleRow {
    /// What a row is known by and openSale() takes: the receipt number, or the id where another sale has the same one.
    QString key;
    QString number; ///< receipt number
    UtcTime completedAt;
    QString exactText;      ///< "Friday, 20 November 2026, 10:42:08"
    QString cashier;        ///< may be empty
    QString customer;       ///< may be empty
    std::int64_t items = 0; ///< pieces less those taken back; a weighed line counts as one
    QString itemsText;
    QString paymentText; ///< "Cash", "Cash, card", "Return · Cash"
    Money total;         ///< what was paid: with cash rounding
    QString totalText;
    QString plainTime;  ///< "2026-11-20 10:42:08", of the shop's zone, for spreadsheets
    QString plainTotal; ///< without currency
    RecordState state = RecordState::Synced;

    bool operator==(const SaleRow &) const = default;
};

/// One filter that is on, for chips: taking it away is removeFilter(id).
struct SaleFilterChip {
    QString id;    ///< "day"
    QString label; ///< "Day"
    QString value; ///< "Today"

    bool operator==(const SaleFilterChip &) const = default;
};

/// The footer under the list.
struct SaleSummary {
    QString countText; ///< "43 sales", "3 selected", "The newest 100 sales"
    QString totalText; ///< their sum; empty without sales
    QString note;      ///< why not everything is shown, or what was copied; may be empty
    QString asOfText;  ///< "As of 10:42"; empty before the first read

    bool operator==(const SaleSummary &) const = default;
};

struct SaleLineView {
    QString name;
    QString detail; ///< options, SKU and note; may be empty
    QString quantityText;
    QString unitPriceText;
    QString discountText; ///< "−€4.05", with its label; empty without
    QString taxText;      ///< "19 %"
    QString totalText;
    /// "Return of MAIN-2-000123" of what the document takes back, "2 of 3 came back" of what was sold; may be empty.
    QString returnText;

    bool operator==(const SaleLineView &) const = default;
};

/// One thing that happened to a sale, oldest first.
struct SaleEvent {
    QString iconName;
    Tone tone = Tone::Neutral;
    QString title;
    QString detail; ///< may be empty
    QString timeText;

    bool operator==(const SaleEvent &) const = default;
};

struct SaleDetail {
    QString key; ///< as SaleRow::key
    QString number;
    QString timeText;  ///< "11 min ago"
    QString exactText; ///< "Friday, 20 November 2026, 10:42:08"
    QString cashier;
    QString registerText; ///< "Till 1 · Harbour Street"
    QString customer;
    QString note;         ///< for staff
    QString customerNote; ///< on the receipt
    RecordState state = RecordState::Synced;
    QList<SaleLineView> lines;  ///< what was sold, then what was taken back
    QString itemsText;          ///< "7 items"
    QList<AmountRow> discounts; ///< of the whole sale, then rounding
    QList<AmountRow> taxes;     ///< one for each rate
    QList<AmountRow> payments;  ///< what was handed over, then change
    QString totalText;
    QList<SaleEvent> events;
    QString receiptText; ///< the renderer's receipt, marked as a copy

    bool operator==(const SaleDetail &) const = default;
};

} // namespace crema
