// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/till/scanned_code.h"

#include "models/catalog/element_string.h"

namespace crema {

namespace {

/// The price of an element string in minor units of the currency; nothing when it has digits below one.
std::optional<std::int64_t> minorOf(const ElementString &read, Currency currency)
{
    std::int64_t minor = *read.priceDigits;
    for (int i = read.priceDecimals; i < currency.exponent(); ++i)
        minor *= 10;
    for (int i = currency.exponent(); i < read.priceDecimals; ++i) {
        if (minor % 10 != 0)
            return std::nullopt;
        minor /= 10;
    }
    return minor;
}

std::optional<InStoreCode> labelOf(const ElementString &read, Currency currency)
{
    if (read.priceDigits) {
        if (const std::optional<std::int64_t> minor = minorOf(read, currency))
            return InStoreCode{read.gtin, InStoreValue::Price, *minor};
    }
    if (read.weightGrams)
        return InStoreCode{read.gtin, InStoreValue::Weight, *read.weightGrams};
    if (read.count)
        return InStoreCode{read.gtin, InStoreValue::Count, *read.count};
    return std::nullopt;
}

} // namespace

ScannedCode readScan(const QString &text, const QList<InStoreLayout> &layouts, Currency currency)
{
    if (const std::optional<ElementString> elements = readElementString(text))
        return {elements->gtin, labelOf(*elements, currency)};
    if (const std::optional<Result<InStoreCode>> label = readInStoreCode(text, layouts); label && *label)
        return {text, **label};
    return {text, std::nullopt};
}

} // namespace crema
