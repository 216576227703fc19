// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QLocale>
#include <QString>

namespace crema::command {

/// The value at a dotted path ("total", "subject.type"); undefined where there is none. Through a list the path gives
/// the list of what its members have ("variants.sku").
[[nodiscard]] QJsonValue valueAt(const QJsonObject &object, const QString &path);

/// A value as a person reads it: money with its decimals and currency, lists joined, nothing for null.
/// Always one line without what steers a terminal, whoever wrote the value.
[[nodiscard]] QString humanText(const QJsonValue &value, const QLocale &locale);

/// A value as a script reads it: money in minor units, tabs and line ends as \t and \n, what else a terminal would obey
/// as \u001b, nothing for null.
[[nodiscard]] QString plainText(const QJsonValue &value);

/// Whether `a` stands before `b` when ordered: numbers and money by amount, text by its letters, null first.
[[nodiscard]] bool standsBefore(const QJsonValue &a, const QJsonValue &b);

} // namespace crema::command
