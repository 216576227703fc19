// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>

namespace crema {

/// A whole number of a variant's smallest unit: pieces or grams. Signed: returns and movements go down.
class Quantity
{
public:
    /// The largest quantity of one line; more is refused as a slip (a scanned code typed as a quantity).
    static constexpr std::int64_t maxLine = 10'000'000;

    constexpr Quantity() = default;
    constexpr explicit Quantity(std::int64_t units) : m_units(units) {}

    [[nodiscard]] constexpr std::int64_t units() const { return m_units; }
    [[nodiscard]] constexpr bool isZero() const { return m_units == 0; }

    constexpr Quantity &operator+=(Quantity other)
    {
        m_units += other.m_units;
        return *this;
    }
    friend constexpr Quantity operator+(Quantity a, Quantity b) { return a += b; }
    friend constexpr Quantity operator-(Quantity a) { return Quantity(-a.m_units); }
    friend constexpr auto operator<=>(const Quantity &, const Quantity &) = default;

private:
    std::int64_t m_units = 0;
};

} // namespace crema
