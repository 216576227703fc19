// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/money/currency.h"

#include <cstdint>

namespace crema {

/// An amount in whole minor units of one currency (ADR 002). Within ±json::maxInteger on the wire.
/// Arithmetic asserts equal currencies and no overflow: amounts from outside are checked where they come in.
class Money
{
public:
    Money() = default;
    Money(std::int64_t minor, Currency currency) : m_minor(minor), m_currency(currency) {}

    [[nodiscard]] std::int64_t minor() const { return m_minor; }
    [[nodiscard]] Currency currency() const { return m_currency; }
    [[nodiscard]] bool isZero() const { return m_minor == 0; }
    [[nodiscard]] bool isNegative() const { return m_minor < 0; }

    Money &operator+=(const Money &other);
    Money &operator-=(const Money &other);
    friend Money operator+(Money a, const Money &b) { return a += b; }
    friend Money operator-(Money a, const Money &b) { return a -= b; }
    friend Money operator-(const Money &a) { return Money(-a.m_minor, a.m_currency); }

    friend bool operator==(const Money &, const Money &) = default;
    /// Orders amounts of one currency; asserts on two.
    friend std::strong_ordering operator<=>(const Money &a, const Money &b);

private:
    std::int64_t m_minor = 0;
    Currency m_currency;
};

} // namespace crema
