// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/documents/raster.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace crema::documents {

/// What came out of a printer.
struct PrintedPaper {
    QStringList lines; ///< of text, in the order they came out; a picture is the line "[picture WxH]"
    QList<Raster> pictures;
    QList<QByteArray> barcodes; ///< the data of each Code 128, digits written out
    QList<int> moduleDots;      ///< of each barcode
    QList<QByteArray> qrCodes;
    QStringList strongLines;
    int cuts = 0;
    int kicks = 0;
    QString unknown; ///< the first byte or command that no printer of the kind has; empty: all was understood

    [[nodiscard]] QString text() const { return lines.join(QChar(u'\n')); }
};

/// A printer on paper: takes what the makers' tables of commands hold of what Crema uses, and nothing else. It reads
/// letters by the C library's tables, not by ours.
[[nodiscard]] PrintedPaper decodeEscPos(const QByteArray &bytes);

} // namespace crema::documents
