// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalog/element_string.h"

#include "models/catalog/barcode.h"

#include <algorithm>
#include <array>

namespace crema {

namespace {

constexpr QChar separator(0x1d);

/// An application identifier: its first digits, how long it is in all, and how long its data may be.
struct Element {
    const char *start;
    int identifierLength;
    int minLength;
    int maxLength;

    [[nodiscard]] bool hasFixedLength() const { return minLength == maxLength; }
};

constexpr std::array elements{
    Element{"01", 2, 14, 14}, Element{"02", 2, 14, 14}, Element{"10", 2, 1, 20}, Element{"11", 2, 6, 6},
    Element{"12", 2, 6, 6},   Element{"13", 2, 6, 6},   Element{"15", 2, 6, 6},  Element{"16", 2, 6, 6},
    Element{"17", 2, 6, 6},   Element{"20", 2, 2, 2},   Element{"21", 2, 1, 20}, Element{"240", 3, 1, 30},
    Element{"250", 3, 1, 30}, Element{"30", 2, 1, 8},   Element{"31", 4, 6, 6},  Element{"32", 4, 6, 6},
    Element{"37", 2, 1, 8},   Element{"392", 4, 1, 15}, Element{"422", 3, 3, 3}, Element{"91", 2, 1, 90},
};

/// Day 00 means the last day of the month; the century is the one that lies nearest (GS1 7.12).
std::optional<QDate> dateOf(QStringView digits)
{
    const int year = 2000 + digits.first(2).toInt();
    const int month = digits.sliced(2, 2).toInt();
    const int day = digits.sliced(4, 2).toInt();
    if (day == 0)
        return QDate::isValid(year, month, 1) ? std::optional(QDate(year, month, 1).addMonths(1).addDays(-1))
                                              : std::nullopt;
    return QDate::isValid(year, month, day) ? std::optional(QDate(year, month, day)) : std::nullopt;
}

std::optional<std::int64_t> positive(QStringView digits)
{
    bool ok = false;
    const qint64 value = digits.toLongLong(&ok);
    return ok && value > 0 ? std::optional<std::int64_t>(value) : std::nullopt;
}

/// (310n): the weight in kilograms with n decimals.
std::optional<std::int64_t> gramsOf(QStringView digits, int decimals)
{
    std::optional<std::int64_t> value = positive(digits);
    for (int i = decimals; value && i < 3; ++i)
        *value *= 10;
    for (int i = 3; value && i < decimals; ++i)
        *value /= 10;
    return value && *value > 0 ? value : std::nullopt;
}

void keep(ElementString &read, QStringView identifier, QStringView data)
{
    const int last = identifier.back().digitValue();
    if (identifier == u"01")
        read.gtin = data.toString();
    else if (identifier == u"10")
        read.lot = data.toString();
    else if (identifier == u"21")
        read.serial = data.toString();
    else if (identifier == u"15" || (identifier == u"17" && !read.bestBefore))
        read.bestBefore = dateOf(data);
    else if (identifier == u"30" || identifier == u"37")
        read.count = positive(data);
    else if (identifier.startsWith(u"310") && last <= 5)
        read.weightGrams = gramsOf(data, last);
    else if (identifier.startsWith(u"392")) {
        read.priceDigits = positive(data);
        read.priceDecimals = last;
    }
}

bool isTradeItem(QStringView digits)
{
    const auto barcode = Barcode::parse(digits);
    return barcode && barcode->kind() == Barcode::Kind::Gtin;
}

} // namespace

std::optional<ElementString> readElementString(QStringView text)
{
    ElementString read;
    if (!text.startsWith(u"01") || text.size() < 16)
        return std::nullopt;
    while (!text.isEmpty()) {
        const auto element = std::find_if(elements.begin(), elements.end(), [&](const Element &each) {
            return text.startsWith(QLatin1String(each.start)) && text.size() >= each.identifierLength;
        });
        if (element == elements.end())
            return std::nullopt;
        const QStringView identifier = text.first(element->identifierLength);
        text = text.sliced(element->identifierLength);
        const qsizetype ended = text.indexOf(separator);
        qsizetype length = ended < 0 ? text.size() : ended;
        if (element->hasFixedLength())
            length = std::min<qsizetype>(length, element->maxLength);
        if (length < element->minLength || length > element->maxLength)
            return std::nullopt;
        keep(read, identifier, text.first(length));
        text = text.sliced(length);
        if (text.startsWith(separator))
            text = text.sliced(1);
    }
    return isTradeItem(read.gtin) ? std::optional(read) : std::nullopt;
}

} // namespace crema
