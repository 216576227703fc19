// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/selling/sale.h"
#include "reports/documents/document_block.h"

#include <QByteArray>
#include <QLocale>
#include <QString>

namespace crema::documents {

/// Whether this is the receipt itself or a later print of it, which must say so; or none at all: somebody practised.
enum class ReceiptKind { Original, Copy, Training };

/// Whether the drawer springs open as the receipt is printed: money has to go into it.
enum class DrawerKick { None, Open };

/// Everything that stands on a receipt.
struct ReceiptInput {
    Sale sale;
    QString businessName;
    QString locationName;
    QString headerLines; ///< address and tax id, one line each
    QString footerLines; ///< below everything else, one line each; may be empty
    QString cashierName; ///< may be empty
    QByteArray timeZone; ///< IANA name of the location; an unknown one means UTC
    ReceiptKind kind = ReceiptKind::Original;
    int copy = 1; ///< which copy it is; the second and later ones say so
    DrawerKick drawer = DrawerKick::None;
    Raster logo; ///< may be empty
    /// What the customer has after it, as the till knew it then; nothing where nobody knows.
    std::optional<std::int64_t> pointsAfter = std::nullopt;
};

/// The widths receipt printers have: 58 mm, 80 mm with the wide and with the narrow font.
inline constexpr int narrowReceipt = 32;
inline constexpr int mediumReceipt = 42;
inline constexpr int wideReceipt = 48;

/// The receipt for whatever it is printed on, with its number as a barcode, read from the right where the locale is.
[[nodiscard]] PrintedDocument receiptDocument(const ReceiptInput &input, const QLocale &locale);

/// The receipt as lines of at most `columns` display columns (at least narrowReceipt), each ended by a newline, no
/// blanks at line ends. Amounts stand right-aligned; names wrap beside them.
[[nodiscard]] QString receiptText(const ReceiptInput &input, const QLocale &locale, int columns);

} // namespace crema::documents
