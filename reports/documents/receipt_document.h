// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/selling/sale.h"

#include <QByteArray>
#include <QLocale>
#include <QString>

namespace crema::documents {

/// Whether this is the receipt itself or a later print of it, which must say so.
enum class ReceiptKind { Original, Copy };

/// Everything that stands on a receipt.
struct ReceiptInput {
    Sale sale;
    QString businessName;
    QString locationName;
    QString headerLines; ///< address and tax id, one line each
    QString cashierName; ///< may be empty
    QByteArray timeZone; ///< IANA name of the location; an unknown one means UTC
    ReceiptKind kind = ReceiptKind::Original;
};

/// The widths receipt printers have: 58 mm, 80 mm with the wide and with the narrow font.
inline constexpr int narrowReceipt = 32;
inline constexpr int mediumReceipt = 42;
inline constexpr int wideReceipt = 48;

/// The receipt as lines of at most `columns` display columns (at least narrowReceipt), each ended by a newline, no
/// blanks at line ends. Amounts stand right-aligned; names wrap beside them.
[[nodiscard]] QString receiptText(const ReceiptInput &input, const QLocale &locale, int columns);

} // namespace crema::documents
