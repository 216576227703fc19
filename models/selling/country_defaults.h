// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/tax_class.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <span>

namespace crema {

/// What a new shop in a country begins with. Only a proposal: the person who sets it up may change all of it.
struct CountryDefaults {
    QStringView country;  ///< ISO 3166-1 alpha-2
    QStringView currency; ///< ISO 4217
    const char *timeZone; ///< IANA name of where most people live
    TaxRate standard;     ///< of what is drunk or eaten in the shop, and of all goods that have no other rate
    TaxRate reduced;      ///< that most food is sold at; as standard where there is none
    PricesInclude include = PricesInclude::Tax;
};

/// By code. Rates as of 2026: "VAT rates applied in the Member States" (European Commission, Taxes in Europe database)
/// and the tax offices of the others. The United States have no rate for the whole country: it begins with none.
[[nodiscard]] std::span<const CountryDefaults> allCountryDefaults();

/// Nothing for a country that is not listed; upper and lower case mean the same.
[[nodiscard]] std::optional<CountryDefaults> countryDefaults(const QString &country);

/// A rate as people type it, in percent: "19", "25.5", "25,5". Nothing for anything else, and above 100.
[[nodiscard]] std::optional<TaxRate> taxRateFromPercent(const QString &text);
/// "19", "25.5": as taxRateFromPercent() reads it.
[[nodiscard]] QString taxRatePercent(TaxRate rate);

} // namespace crema
