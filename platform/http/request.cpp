// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/request.h"

#include <algorithm>

namespace crema::http {

const Request::Field *Request::field(QByteArrayView name) const
{
    for (const Field &field : m_fields) {
        if (QByteArrayView(field.name).compare(name, Qt::CaseInsensitive) == 0)
            return &field;
    }
    return nullptr;
}

QByteArrayView Request::header(QByteArrayView name) const
{
    const Field *found = field(name);
    return found ? QByteArrayView(found->value) : QByteArrayView();
}

bool Request::hasHeader(QByteArrayView name) const
{
    return field(name) != nullptr;
}

void Request::addHeader(const QByteArray &name, const QByteArray &value)
{
    for (Field &field : m_fields) {
        if (field.name.compare(name, Qt::CaseInsensitive) == 0) {
            field.value += ", " + value;
            return;
        }
    }
    m_fields.push_back({name, value});
}

std::optional<QString> Request::queryValue(QStringView name) const
{
    for (const QueryItem &item : query) {
        if (item.name == name)
            return item.value;
    }
    return std::nullopt;
}

std::optional<std::int64_t> Request::queryNumber(QStringView name, std::int64_t min, std::int64_t max) const
{
    const std::optional<QString> text = queryValue(name);
    if (!text)
        return std::nullopt;
    bool isNumber = false;
    const qlonglong number = text->toLongLong(&isNumber);
    // "+5", " 5" and "005" are spellings that toLongLong() takes and we do not.
    if (!isNumber || QString::number(number) != *text || number < min || number > max)
        return std::nullopt;
    return number;
}

QString Request::parameter(QStringView name) const
{
    for (const QueryItem &item : parameters) {
        if (item.name == name)
            return item.value;
    }
    Q_ASSERT_X(false, "Request::parameter", "the route's pattern has no such parameter");
    return {};
}

QByteArrayView Request::question() const
{
    constexpr qsizetype longest = 64;
    const auto isPlain = [](char c) { return QChar::isLetterOrNumber(uchar(c)) && uchar(c) < 0x80; };
    const QByteArrayView name = header("crema-question");
    const bool isName =
        name.size() <= longest && std::ranges::all_of(name, [&](char c) { return isPlain(c) || c == '-' || c == '.'; });
    return isName ? name : QByteArrayView();
}

QByteArrayView Request::bearerToken() const
{
    constexpr QByteArrayView scheme("bearer ");
    const QByteArrayView value = header("authorization");
    if (value.size() <= scheme.size() || value.first(scheme.size()).compare(scheme, Qt::CaseInsensitive) != 0)
        return {};
    return value.sliced(scheme.size()).trimmed();
}

} // namespace crema::http
