// SPDX-License-Identifier: GPL-3.0-or-later
// RapidCheck generators of the models' values, for every test that states a property of them.
#pragma once

#include "models/base/json.h"
#include "models/money/checked.h"
#include "models/money/money.h"
#include "models/money/price.h"

#include <QJsonArray>
#include <QJsonObject>

#include <rapidcheck.h>

#include <ostream>

namespace crema::testing {

/// Any UTF-16 text without lone surrogates, rich in what JSON has to escape.
inline rc::Gen<QString> text()
{
    const auto letter = rc::gen::weightedOneOf<char32_t>({
        {6, rc::gen::inRange<char32_t>(0x20, 0x7f)},
        {2, rc::gen::inRange<char32_t>(0, 0x20)},
        {2, rc::gen::inRange<char32_t>(0x7f, 0xd800)},
        {1, rc::gen::inRange<char32_t>(0xe000, 0x10000)},
        {1, rc::gen::inRange<char32_t>(0x10000, 0x110000)},
    });
    return rc::gen::map(rc::gen::container<std::vector<char32_t>>(letter), [](const std::vector<char32_t> &letters) {
        return QString::fromUcs4(letters.data(), static_cast<qsizetype>(letters.size()));
    });
}

/// Amounts that may be written on the wire; small ones are likelier.
inline rc::Gen<std::int64_t> wireInteger()
{
    return rc::gen::weightedOneOf<std::int64_t>({
        {6, rc::gen::inRange<std::int64_t>(-100'000, 100'000)},
        {2, rc::gen::inRange<std::int64_t>(-json::maxInteger, json::maxInteger + 1)},
        {1, rc::gen::element<std::int64_t>(0, -1, 1, json::maxInteger, -json::maxInteger)},
    });
}

inline rc::Gen<QJsonValue> jsonValue(int depth);

inline rc::Gen<QJsonObject> jsonObject(int depth = 4)
{
    const auto member = rc::gen::pair(text(), rc::gen::scale(0.5, jsonValue(depth - 1)));
    return rc::gen::map(rc::gen::container<std::vector<std::pair<QString, QJsonValue>>>(member),
                        [](const std::vector<std::pair<QString, QJsonValue>> &members) {
                            QJsonObject object;
                            for (const auto &[name, value] : members)
                                object.insert(name, value);
                            return object;
                        });
}

inline rc::Gen<QJsonValue> jsonScalar()
{
    return rc::gen::oneOf(rc::gen::just(QJsonValue(QJsonValue::Null)),
                          rc::gen::map(rc::gen::arbitrary<bool>(), [](bool value) { return QJsonValue(value); }),
                          rc::gen::map(wireInteger(), [](std::int64_t value) { return QJsonValue(qint64(value)); }),
                          rc::gen::map(text(), [](const QString &value) { return QJsonValue(value); }));
}

inline rc::Gen<QJsonValue> jsonValue(int depth)
{
    if (depth <= 0)
        return jsonScalar();
    const auto object = rc::gen::map(jsonObject(depth - 1), [](const QJsonObject &value) { return QJsonValue(value); });
    const auto array = rc::gen::map(
        rc::gen::container<std::vector<QJsonValue>>(rc::gen::scale(0.5, jsonValue(depth - 1))),
        [](const std::vector<QJsonValue> &values) {
            QJsonArray result;
            for (const QJsonValue &value : values)
                result.append(value);
            return QJsonValue(result);
        });
    return rc::gen::weightedOneOf<QJsonValue>({{4, jsonScalar()}, {1, object}, {1, array}});
}

inline Currency currency(QStringView code)
{
    return Currency::fromCode(code).value();
}

inline Money euro(std::int64_t minor)
{
    return Money(minor, currency(u"EUR"));
}

/// EUR amounts from `least` up to and without `end`, in minor units.
inline rc::Gen<Money> euroBetween(std::int64_t least, std::int64_t end)
{
    return rc::gen::map(rc::gen::inRange(least, end), [](std::int64_t minor) { return euro(minor); });
}

} // namespace crema::testing

namespace crema {

inline std::ostream &operator<<(std::ostream &out, const Money &money)
{
    return out << money.minor() << ' ' << money.currency().code().toStdString();
}

} // namespace crema
