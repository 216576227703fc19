// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QList>
#include <QString>

#include <optional>

namespace crema {

/// What the value digits of an in-store code say.
enum class InStoreValue { Weight, Price, Count };

/// How a shop builds its own EAN-13 numbers (GS1 prefixes 20 to 29 are the shop's): prefix, item, perhaps an inner
/// check digit, value, check digit; together 13 digits. The layout is a matter of country and scale, so it is a
/// setting.
struct InStoreLayout {
    QString prefix;               ///< digits, beginning with 2
    int itemDigits = 5;           ///< at least 1
    bool innerCheckDigit = false; ///< one digit between item and value, over the value
    int valueDigits = 5;          ///< at least 1
    InStoreValue kind = InStoreValue::Weight;
    std::int64_t divisor = 1; ///< the value is divided by it: grams, minor units or pieces; at least 1

    friend bool operator==(const InStoreLayout &, const InStoreLayout &) = default;
};

/// What a code from a scale says.
struct InStoreCode {
    QString item; ///< the item digits, with leading zeros: looked up as a code of the shop's own
    InStoreValue kind = InStoreValue::Weight;
    std::int64_t value = 0; ///< grams, minor units or pieces; greater than 0

    friend bool operator==(const InStoreCode &, const InStoreCode &) = default;
};

/// The layout, when it describes 13 digits. Errors: `in_store.layout`.
[[nodiscard]] Result<InStoreLayout> checkedLayout(const InStoreLayout &layout);

/// The inner check digit of four or five value digits: GS1's weighted price check (weights 2−, 3, 5− and, for five
/// digits, 5+, 2−, 5−, 5+, 2−). Nothing for another number of digits.
[[nodiscard]] std::optional<int> innerCheckDigit(QStringView valueDigits);

/// Reads 13 digits by the first checked layout whose prefix fits. Nothing when none fits: the code is then something
/// else. Errors of one that fits: `barcode.check_digit`, `in_store.check_digit`, `in_store.value` (zero, or not whole
/// after division).
[[nodiscard]] std::optional<Result<InStoreCode>> readInStoreCode(QStringView code, const QList<InStoreLayout> &layouts);

} // namespace crema
