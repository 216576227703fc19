// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/selling/shift_totals.h"
#include "reports/documents/document_block.h"

#include <QByteArray>
#include <QLocale>

namespace crema::documents {

/// Where and by whom a paper about cash was made.
struct CashPaperHead {
    QString businessName;
    QString locationName; ///< may be empty
    QString registerName; ///< may be empty
    QByteArray timeZone;  ///< IANA name of the location; an unknown one means UTC
};

/// Everything that stands on an X or a Z report.
struct ShiftReportInput {
    CashPaperHead head;
    ShiftTotals totals;
    QString openedByName; ///< may be empty
    QString closedByName; ///< may be empty
    UtcTime at;           ///< when it is shown or printed: an X is of that moment
};

/// The slip of one movement of cash, to be signed and laid into the drawer.
struct CashSlipInput {
    CashPaperHead head;
    CashMovement movement;
    QString byName; ///< may be empty
};

/// "Paid in", "Safe drop".
[[nodiscard]] QString cashMovementName(CashMovementKind kind);

/// "X report", "Z report 17"; a shift that was closed before there were numbers: "Z report".
[[nodiscard]] QString shiftReportTitle(const ShiftTotals &totals);

/// What the totals say, in the order in which they are checked: sales, ways of payment, taxes, cash moved, the drawer.
[[nodiscard]] PrintedDocument shiftDocument(const ShiftReportInput &input, const QLocale &locale);

/// The report as lines of at most `columns` display columns (at least 20), each ended by a newline.
[[nodiscard]] QString shiftReportText(const ShiftReportInput &input, const QLocale &locale, int columns);

/// It opens no drawer by itself: a paper may come out late (documents::DrawerKickBlock goes before it).
[[nodiscard]] PrintedDocument cashSlip(const CashSlipInput &input, const QLocale &locale);

} // namespace crema::documents
