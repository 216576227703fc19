// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/element_string.h"
#include "models/catalog/in_store_code.h"
#include "models/money/currency.h"

#include <QList>
#include <QString>

#include <optional>

namespace crema {

/// What a scan says before the catalog is asked.
struct ScannedCode {
    QString code;                     ///< what to look up
    std::optional<InStoreCode> label; ///< its weight, price or count, and the item that is looked up first
    QString note;                     ///< lot, best-before date and serial number, for the line; may be empty

    bool operator==(const ScannedCode &) const = default;
};

/// What a GS1 code says of this one piece, for people: "lot A12, best before 2026-12-01, serial 77". Empty for nothing.
[[nodiscard]] QString pieceNote(const ElementString &elements);

/// Reads a scan in the order of ux.md 2.5: a GS1 element string, the label of a scale, any other code.
[[nodiscard]] ScannedCode readScan(const QString &text, const QList<InStoreLayout> &layouts, Currency currency);

} // namespace crema
