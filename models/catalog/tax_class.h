// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/id.h"

#include <QString>

#include <compare>

namespace crema {

/// A tax rate in 1/10,000: 1900 is 19 %.
class TaxRate
{
public:
    static constexpr std::int32_t maximum = 10'000; ///< 100 %

    constexpr TaxRate() = default;
    constexpr explicit TaxRate(std::int32_t tenThousandths) : m_tenThousandths(tenThousandths) {}

    [[nodiscard]] constexpr std::int32_t tenThousandths() const { return m_tenThousandths; }

    friend constexpr auto operator<=>(const TaxRate &, const TaxRate &) = default;

private:
    std::int32_t m_tenThousandths = 0;
};

/// Whether the prices of a location already hold the tax (shops in Europe) or get it on top (B2B, the USA).
enum class PricesInclude { Tax, NoTax };

/// What products hang on to be taxed alike.
struct TaxClass {
    TaxClassId id;
    QString name;
    TaxRate rate;
    bool isDefault = false; ///< of products that name no class

    friend bool operator==(const TaxClass &, const TaxClass &) = default;
};

} // namespace crema
