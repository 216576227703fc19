// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <optional>

namespace crema {

/// The number of a receipt: text and unique in the company. Location code, register code and a running number
/// without gaps: MAIN-2-000123.
struct ReceiptNumber {
    QString location;         ///< 1 to 12 letters and digits, upper case
    QString registerCode;     ///< 1 to 12 letters and digits
    std::int64_t running = 1; ///< at least 1; six digits, more when it grows past them

    [[nodiscard]] static std::optional<ReceiptNumber> fromString(QStringView text);
    [[nodiscard]] QString toString() const;
    [[nodiscard]] ReceiptNumber next() const { return {location, registerCode, running + 1}; }

    friend bool operator==(const ReceiptNumber &, const ReceiptNumber &) = default;
};

} // namespace crema
