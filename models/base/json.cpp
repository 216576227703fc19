// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/json.h"

#include "models/base/json_builder.h"
#include "models/base/json_scanner.h"
#include "models/base/json_text.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>
#include <array>
#include <charconv>

namespace crema::json {

namespace {

void writeValue(QByteArray &out, const QJsonValue &value);

void writeNumber(QByteArray &out, const QJsonValue &value)
{
    const qint64 number = value.toInteger(0);
    // A fraction answers the default, so two defaults tell it from a whole number.
    Q_ASSERT_X(number == value.toInteger(1), "json::writeCanonical", "a number is not whole");
    Q_ASSERT_X(number >= -maxInteger && number <= maxInteger, "json::writeCanonical", "a number is too large");
    std::array<char, 24> digits{};
    const std::to_chars_result end = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    out.append(digits.data(), end.ptr - digits.data());
}

void writeMember(QByteArray &out, const QString &name, const QJsonValue &value)
{
    if (out.back() != '{')
        out.append(',');
    appendString(out, name);
    out.append(':');
    writeValue(out, value);
}

void writeSorted(QByteArray &out, const QJsonObject &object)
{
    QStringList names = object.keys();
    // RFC 8785 section 3.2.3 orders by UTF-16 code units, which is what QString's operator does.
    std::sort(names.begin(), names.end());
    for (const QString &name : std::as_const(names))
        writeMember(out, name, object.value(name));
}

void writeObject(QByteArray &out, const QJsonObject &object)
{
    out.append('{');
    const qsizetype begin = out.size();
    QString last;
    for (auto it = object.begin(); it != object.end(); ++it) {
        QString name = it.key();
        if (name < last) {
            // Qt keeps most objects in our order, but not all: once more from the start.
            out.truncate(begin);
            writeSorted(out, object);
            break;
        }
        writeMember(out, name, it.value());
        last = std::move(name);
    }
    out.append('}');
}

void writeArray(QByteArray &out, const QJsonArray &array)
{
    out.append('[');
    bool first = true;
    for (const QJsonValue &value : array) {
        if (!std::exchange(first, false))
            out.append(',');
        writeValue(out, value);
    }
    out.append(']');
}

void writeValue(QByteArray &out, const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Null: out.append("null"); return;
    case QJsonValue::Bool: out.append(value.toBool() ? "true" : "false"); return;
    case QJsonValue::Double: writeNumber(out, value); return;
    case QJsonValue::String: appendString(out, value.toString()); return;
    case QJsonValue::Array: writeArray(out, value.toArray()); return;
    case QJsonValue::Object: writeObject(out, value.toObject()); return;
    case QJsonValue::Undefined: break;
    }
    Q_ASSERT_X(false, "json::writeCanonical", "a value is undefined");
}

QString describe(ScanProblem problem)
{
    switch (problem) {
    case ScanProblem::NotAnObject: return QCoreApplication::translate("json", "an object has to begin here");
    case ScanProblem::Unexpected: return QCoreApplication::translate("json", "this character has no place here");
    case ScanProblem::EndsEarly: return QCoreApplication::translate("json", "the text ends too early");
    case ScanProblem::TooDeep: return QCoreApplication::translate("json", "it is nested too deeply");
    case ScanProblem::DuplicateName:
        return QCoreApplication::translate("json", "the object has two members of the same name");
    case ScanProblem::NotWhole:
        return QCoreApplication::translate("json", "only whole numbers without fraction and exponent are read");
    case ScanProblem::NumberTooLarge:
        return QCoreApplication::translate("json", "the number is beyond 9007199254740991");
    case ScanProblem::NotUtf8: return QCoreApplication::translate("json", "the bytes are not UTF-8");
    case ScanProblem::ControlCharacter:
        return QCoreApplication::translate("json", "a control character has to be escaped");
    case ScanProblem::LoneSurrogate: return QCoreApplication::translate("json", "a surrogate stands alone");
    case ScanProblem::BehindTheEnd: return QCoreApplication::translate("json", "something stands behind the object");
    }
    Q_UNREACHABLE();
}

tl::unexpected<Problem> malformed(const ScanFinding &finding)
{
    return failure(ProblemKind::Invalid, QStringLiteral("json.malformed"),
                   QCoreApplication::translate("json", "The JSON text cannot be read: %1 (byte %2).")
                       .arg(describe(finding.problem))
                       .arg(finding.offset),
                   QCoreApplication::translate("json", "Send the text again as RFC 8259 JSON with whole numbers."));
}

} // namespace

QByteArray writeCanonical(const QJsonObject &object)
{
    QByteArray out;
    out.reserve(object.size() * 32);
    writeObject(out, object);
    return out;
}

Result<QJsonObject> readStrict(QByteArrayView bytes, int maxDepth)
{
    if (const auto finding = scanObject(bytes, maxDepth))
        return malformed(*finding);
    return buildObject(bytes);
}

} // namespace crema::json
