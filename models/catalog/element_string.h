// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>

#include <optional>

namespace crema {

/// What a GS1 element string says of the trade item it is printed on (GS1 General Specifications 3). Elements that a
/// till has no use for are read over.
struct ElementString {
    QString gtin;                            ///< (01): 14 digits with a good check digit
    QString lot;                             ///< (10)
    QString serial;                          ///< (21)
    std::optional<QDate> bestBefore;         ///< (15), else (17)
    std::optional<std::int64_t> count;       ///< (30) or (37), greater than 0
    std::optional<std::int64_t> weightGrams; ///< (310n), rounded down to grams, greater than 0
    std::optional<std::int64_t> priceDigits; ///< (392n): the amount without its decimal point, greater than 0
    int priceDecimals = 0;                   ///< how many of the digits stand behind the point

    friend bool operator==(const ElementString &, const ElementString &) = default;
};

/// Reads the elements one after the other; a group separator (0x1D) ends those of open length. Nothing when the text
/// does not begin with a trade item number, holds an element that is not known or breaks off in one: it is then
/// another kind of code.
[[nodiscard]] std::optional<ElementString> readElementString(QStringView text);

} // namespace crema
