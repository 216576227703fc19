// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace crema::documents {

/// What a kind of receipt printer can do. The facts are those of the makers and of receipt-print-hq/escpos-printer-db.
struct PrinterProfile {
    QString id;   ///< stable, for files and verbs: "epson-tm-t88"
    QString name; ///< as its maker writes it, or what it stands for
    int columns = 0;
    QList<int> codePages; ///< by Epson's numbers, the one to begin with first
    bool cuts = true;
    bool printsQr = true;  ///< GS ( k
    bool saysDone = false; ///< answers GS r 1 once what was sent before is printed

    /// Dots from edge to edge in font A.
    [[nodiscard]] int dots() const { return columns * dotsOfColumn; }

    static constexpr int dotsOfColumn = 12;
    static constexpr int dotsOfLine = 24;
};

/// The first is for a printer that nobody knows.
[[nodiscard]] const QList<PrinterProfile> &printerProfiles();
[[nodiscard]] std::optional<PrinterProfile> printerProfile(const QString &id);

} // namespace crema::documents
