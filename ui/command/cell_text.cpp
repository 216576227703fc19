// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command/cell_text.h"

#include "models/money/currency.h"
#include "models/text/plain_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

namespace crema::command {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::command::CellText)
};

bool isMoney(const QJsonValue &value)
{
    return value.isObject() && value.toObject().contains("minor"_L1);
}

/// "12.90 EUR". A minus stands before the digits, never parentheses (ux.md 2.16).
QString moneyText(const QJsonObject &money, const QLocale &locale)
{
    const std::int64_t minor = money.value("minor"_L1).toInteger();
    const QString code = money.value("currency"_L1).toString();
    const std::optional<Currency> currency = Currency::fromCode(code);
    const int exponent = currency ? currency->exponent() : 0;
    QString digits = QString::number(minor < 0 ? -static_cast<quint64>(minor) : static_cast<quint64>(minor));
    digits = digits.rightJustified(exponent + 1, u'0');
    if (exponent > 0)
        digits.insert(digits.size() - exponent, locale.decimalPoint());
    const QString amount = (minor < 0 ? u"-"_s : QString()) + digits + u' ' + code;
    const std::int64_t per = money.value("per"_L1).toInteger(1);
    return per == 1 ? amount : Texts::tr("%1 for %2").arg(amount, QString::number(per));
}

/// A moment as JSON writes it is UTC; people read the clock of this machine. Empty when it is no moment.
QString momentText(const QString &text)
{
    static const QRegularExpression form(u"^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z$"_s);
    if (!form.match(text).hasMatch())
        return {};
    return QDateTime::fromString(text, Qt::ISODateWithMs).toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss"_s);
}

/// On one line. JSON itself would let through what a terminal obeys beyond ASCII.
QString jsonText(const QJsonObject &object)
{
    return withEscapes(QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)));
}

QString joined(const QJsonArray &array, const QLocale &locale)
{
    QStringList texts;
    for (const QJsonValue &each : array)
        texts.append(humanText(each, locale));
    return texts.join(u", "_s);
}

/// A member of an object, or the members of all objects of a list.
QJsonValue memberOf(const QJsonValue &value, const QString &name)
{
    if (value.isObject())
        return value.toObject().value(name);
    if (!value.isArray())
        return QJsonValue(QJsonValue::Undefined);
    QJsonArray members;
    for (const QJsonValue &each : value.toArray()) {
        const QJsonValue member = memberOf(each, name);
        if (member.isUndefined())
            return member;
        members.append(member);
    }
    return members;
}

} // namespace

QJsonValue valueAt(const QJsonObject &object, const QString &path)
{
    QJsonValue value = object;
    for (const QString &name : path.split(u'.'))
        value = memberOf(value, name);
    return value;
}

QString humanText(const QJsonValue &value, const QLocale &locale)
{
    switch (value.type()) {
    case QJsonValue::Bool: return value.toBool() ? Texts::tr("yes") : Texts::tr("no");
    case QJsonValue::Double: return QString::number(value.toInteger());
    case QJsonValue::String: {
        const QString moment = momentText(value.toString());
        return moment.isEmpty() ? madePlain(value.toString()) : moment;
    }
    case QJsonValue::Array: return joined(value.toArray(), locale);
    case QJsonValue::Object: return isMoney(value) ? moneyText(value.toObject(), locale) : jsonText(value.toObject());
    case QJsonValue::Null:
    case QJsonValue::Undefined: break;
    }
    return {};
}

QString plainText(const QJsonValue &value)
{
    if (isMoney(value))
        return QString::number(value.toObject().value("minor"_L1).toInteger());
    if (value.isBool())
        return value.toBool() ? u"true"_s : u"false"_s;
    if (value.isDouble())
        return QString::number(value.toInteger());
    if (value.isArray()) {
        QStringList texts;
        for (const QJsonValue &each : value.toArray())
            texts.append(plainText(each));
        return texts.join(u',');
    }
    if (value.isObject())
        return jsonText(value.toObject());
    QString text = value.toString();
    text.replace(u'\\', "\\\\"_L1).replace(u'\t', "\\t"_L1).replace(u'\n', "\\n"_L1).replace(u'\r', "\\r"_L1);
    return withEscapes(text);
}

bool standsBefore(const QJsonValue &a, const QJsonValue &b)
{
    const auto isAmount = [](const QJsonValue &value) { return value.isDouble() || isMoney(value); };
    const auto amount = [](const QJsonValue &value) {
        return value.isDouble() ? value.toInteger() : value.toObject().value("minor"_L1).toInteger();
    };
    if (a.isArray() && b.isArray()) {
        const QJsonArray first = a.toArray();
        const QJsonArray second = b.toArray();
        return std::lexicographical_compare(first.begin(), first.end(), second.begin(), second.end(), standsBefore);
    }
    if (isAmount(a) && isAmount(b))
        return amount(a) < amount(b);
    return QString::compare(plainText(a), plainText(b), Qt::CaseInsensitive) < 0;
}

} // namespace crema::command
