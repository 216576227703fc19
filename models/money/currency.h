// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <array>
#include <compare>
#include <optional>

namespace crema {

/// An ISO 4217 currency: three capital letters, known to the table in currency.cpp.
class Currency
{
public:
    /// The currency with this ISO 4217 code ("EUR"), or nothing when the table does not know it.
    [[nodiscard]] static std::optional<Currency> fromCode(QStringView code);

    /// "EUR". A default-made currency is "XXX" (ISO 4217: no currency).
    [[nodiscard]] QString code() const;

    /// Digits behind the decimal point: 0 (JPY) to 4 (CLF); ISO 4217 calls it the exponent.
    [[nodiscard]] int exponent() const;

    friend bool operator==(const Currency &, const Currency &) = default;
    friend auto operator<=>(const Currency &, const Currency &) = default;

    Currency() = default;

private:
    explicit Currency(std::array<char, 3> letters) : m_letters(letters) {}

    std::array<char, 3> m_letters{'X', 'X', 'X'};
};

} // namespace crema
