// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <optional>

namespace crema {

/// The stable word of one enumerator, as it is stored and sent.
template<class Value>
struct EnumName {
    Value value;
    QStringView text;
};

/// The word of `value`; the table holds every enumerator.
template<class Names, class Value>
[[nodiscard]] QString enumText(const Names &names, Value value)
{
    for (const EnumName<Value> &name : names) {
        if (name.value == value)
            return name.text.toString();
    }
    Q_UNREACHABLE();
}

/// The enumerator with this word, or nothing when the table does not know it.
template<class Value, class Names>
[[nodiscard]] std::optional<Value> enumFromText(const Names &names, QStringView text)
{
    for (const EnumName<Value> &name : names) {
        if (name.text == text)
            return name.value;
    }
    return std::nullopt;
}

} // namespace crema
