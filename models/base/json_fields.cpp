// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/json_fields.h"

#include "models/base/json.h"

#include <QCoreApplication>
#include <QDate>

#include <array>

namespace crema {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("crema::JsonFields", text);
}

int hexDigit(QChar digit)
{
    const char16_t code = digit.unicode();
    if (code >= u'0' && code <= u'9')
        return code - u'0';
    return code >= u'a' && code <= u'f' ? code - u'a' + 10 : -1;
}

/// Reads exactly what Id::fromString() reads, without writing the id again to compare the texts: stores read many.
QUuid readId(const QString &text)
{
    constexpr qsizetype textLength = 36;
    if (text.size() != textLength)
        return {};
    std::array<char, 16> bytes{};
    std::size_t count = 0;
    for (qsizetype i = 0; i < textLength;) {
        if (i == 8 || i == 13 || i == 18 || i == 23) {
            if (text.at(i++) != u'-')
                return {};
            continue;
        }
        const int high = hexDigit(text.at(i++));
        const int low = hexDigit(text.at(i++));
        if (high < 0 || low < 0)
            return {};
        bytes[count++] = static_cast<char>(high * 16 + low);
    }
    return QUuid::fromRfc4122(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
}

} // namespace

JsonFields::JsonFields(const QJsonObject &object, const QString &path) : m_object(object), m_path(path) {}

bool JsonFields::has(const QString &name) const
{
    const QJsonValue value = m_object.value(name);
    return !value.isUndefined() && !value.isNull();
}

void JsonFields::add(const QString &name, const QString &message)
{
    m_problems.append({m_path + name, message});
}

void JsonFields::add(const QList<FieldProblem> &problems)
{
    m_problems.append(problems);
}

void JsonFields::add(const QString &name, const Problem &problem)
{
    if (problem.fields.isEmpty())
        add(name, problem.message);
    for (const FieldProblem &field : problem.fields)
        m_problems.append({m_path + name + u'.' + field.field, field.message});
}

QString JsonFields::text(const QString &name, qsizetype minLength, qsizetype maxLength)
{
    const QJsonValue value = m_object.value(name);
    if (!value.isString()) {
        add(name, tr("A text is needed here."));
        return {};
    }
    QString text = value.toString();
    if (text.size() < minLength)
        add(name, tr("The text must have at least %1 characters.").arg(minLength));
    else if (text.size() > maxLength)
        add(name, tr("The text may have at most %1 characters.").arg(maxLength));
    else if (text.contains(QChar(u'\0')))
        add(name, tr("The text may not hold a NUL character."));
    return text;
}

std::optional<QString> JsonFields::optionalText(const QString &name, qsizetype maxLength)
{
    if (!has(name))
        return std::nullopt;
    return text(name, 0, maxLength);
}

std::int64_t JsonFields::integer(const QString &name, std::int64_t minimum, std::int64_t maximum)
{
    const QJsonValue value = m_object.value(name);
    // A JSON number that is not whole reads as the default; two defaults tell it from a real value.
    const std::int64_t number = value.toInteger(0);
    if (!value.isDouble() || number != value.toInteger(1)) {
        add(name, tr("A whole number is needed here."));
        return minimum;
    }
    if (number < minimum || number > maximum) {
        add(name, tr("The number must lie between %1 and %2.").arg(minimum).arg(maximum));
        return minimum;
    }
    return number;
}

std::optional<std::int64_t> JsonFields::optionalInteger(const QString &name, std::int64_t minimum, std::int64_t maximum)
{
    if (!has(name))
        return std::nullopt;
    return integer(name, minimum, maximum);
}

bool JsonFields::boolean(const QString &name)
{
    const QJsonValue value = m_object.value(name);
    if (!value.isBool())
        add(name, tr("true or false is needed here."));
    return value.toBool();
}

bool JsonFields::booleanOr(const QString &name, bool whenAbsent)
{
    return has(name) ? boolean(name) : whenAbsent;
}

UtcTime JsonFields::time(const QString &name)
{
    const auto time = UtcTime::fromString(m_object.value(name).toString());
    if (!time)
        add(name, tr("A UTC time such as 2026-11-20T19:16:00.123Z is needed here."));
    return time.value_or(UtcTime());
}

std::optional<UtcTime> JsonFields::optionalTime(const QString &name)
{
    if (!has(name))
        return std::nullopt;
    return time(name);
}

QDate JsonFields::date(const QString &name)
{
    const QString text = m_object.value(name).toString();
    const QDate date = QDate::fromString(text, Qt::ISODate);
    if (!date.isValid() || date.toString(Qt::ISODate) != text) {
        add(name, tr("A date such as 2026-11-20 is needed here."));
        return {};
    }
    return date;
}

QUuid JsonFields::uuid(const QString &name)
{
    const QUuid id = readId(m_object.value(name).toString());
    if (id.isNull())
        add(name, notAnId());
    return id;
}

QJsonObject JsonFields::object(const QString &name)
{
    const QJsonValue value = m_object.value(name);
    if (!value.isObject())
        add(name, tr("An object is needed here."));
    return value.toObject();
}

std::optional<QJsonObject> JsonFields::optionalObject(const QString &name)
{
    if (!has(name))
        return std::nullopt;
    return object(name);
}

QJsonArray JsonFields::array(const QString &name, qsizetype maxCount)
{
    if (!has(name))
        return {};
    const QJsonValue value = m_object.value(name);
    if (!value.isArray()) {
        add(name, tr("A list is needed here."));
        return {};
    }
    QJsonArray array = value.toArray();
    if (array.size() > maxCount) {
        add(name, tr("The list may have at most %1 entries.").arg(maxCount));
        return {};
    }
    return array;
}

QStringList JsonFields::texts(const QString &name, qsizetype maxCount, qsizetype maxLength)
{
    QStringList result;
    const QJsonArray all = array(name, maxCount);
    for (const QJsonValue &value : all) {
        if (!value.isString() || value.toString().size() > maxLength) {
            add(name, tr("Each entry must be a text of at most %1 characters.").arg(maxLength));
            break;
        }
        result.append(value.toString());
    }
    return result;
}

Problem JsonFields::problem(const QString &code) const
{
    return {ProblemKind::Invalid, code, tr("Some of the values cannot be used as they are."),
            tr("Correct the named fields and send it again."), m_problems};
}

QString JsonFields::notAnId()
{
    return tr("An id such as 0193f6a0-1c2d-7e3f-8a4b-5c6d7e8f9a0b is needed here.");
}

} // namespace crema
