// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/till/typed_amount.h"

#include <algorithm>

namespace crema::terminal {

namespace {

constexpr qsizetype maximumAmountDigits = 9;

} // namespace

bool isNumber(QStringView text)
{
    return !text.isEmpty() &&
           std::ranges::all_of(text, [](QChar character) { return character >= u'0' && character <= u'9'; });
}

std::optional<std::int64_t> typedAmount(QStringView text)
{
    if (!isNumber(text) || text.size() > maximumAmountDigits)
        return std::nullopt;
    return text.toLongLong();
}

} // namespace crema::terminal
