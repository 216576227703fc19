// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/json_writer.h"

#include "models/base/json.h"
#include "models/base/json_text.h"

#include <algorithm>
#include <charconv>

namespace crema::json {
namespace {

/// Room for an operation of a few lines, so that most are written without a second allocation.
constexpr qsizetype usualSize = 4'096;

void appendHex(char *&at, std::uint64_t value, int digits)
{
    static constexpr char hexDigits[] = "0123456789abcdef";
    for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4)
        *at++ = hexDigits[(value >> shift) & 0xf];
}

/// As QUuid::toString(QUuid::WithoutBraces) writes it.
void appendUuid(QByteArray &out, const QUuid &id)
{
    std::array<char, 38> text;
    char *at = text.data();
    *at++ = '"';
    appendHex(at, id.data1, 8);
    *at++ = '-';
    appendHex(at, id.data2, 4);
    *at++ = '-';
    appendHex(at, id.data3, 4);
    for (int i = 0; i < 8; ++i) {
        if (i == 0 || i == 2)
            *at++ = '-';
        appendHex(at, id.data4[i], 2);
    }
    *at++ = '"';
    out.append(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

CanonicalWriter::CanonicalWriter()
{
    m_out.reserve(usualSize);
}

void CanonicalWriter::separate()
{
    if (!m_out.isEmpty() && m_out.back() != '{' && m_out.back() != '[')
        m_out.append(',');
}

void CanonicalWriter::open(char bracket)
{
    Q_ASSERT_X(m_depth < maxDepth, "json::CanonicalWriter", "nested too deeply");
    m_out.append(bracket);
    m_lastNames[m_depth++] = {};
}

void CanonicalWriter::close(char bracket)
{
    m_out.append(bracket);
    --m_depth;
}

void CanonicalWriter::name(QLatin1StringView name)
{
    Q_ASSERT_X(m_lastNames[m_depth - 1] < name, "json::CanonicalWriter members are not in order", name.data());
    m_lastNames[m_depth - 1] = name;
    separate();
    // In one go: members are most of what is written, and each call to append() looks at the room anew.
    const qsizetype begin = m_out.size();
    m_out.resize(begin + name.size() + 3);
    char *at = m_out.data() + begin;
    *at++ = '"';
    at = std::copy(name.begin(), name.end(), at);
    *at++ = '"';
    *at = ':';
}

void CanonicalWriter::beginObject()
{
    separate();
    open('{');
}

void CanonicalWriter::beginObject(QLatin1StringView itsName)
{
    name(itsName);
    open('{');
}

void CanonicalWriter::endObject()
{
    close('}');
}

void CanonicalWriter::beginArray(QLatin1StringView itsName)
{
    name(itsName);
    open('[');
}

void CanonicalWriter::endArray()
{
    close(']');
}

void CanonicalWriter::text(const QString &element)
{
    separate();
    appendString(m_out, element);
}

void CanonicalWriter::text(QLatin1StringView itsName, const QString &value)
{
    name(itsName);
    appendString(m_out, value);
}

void CanonicalWriter::uuid(QLatin1StringView itsName, const QUuid &value)
{
    name(itsName);
    appendUuid(m_out, value);
}

void CanonicalWriter::integer(QLatin1StringView itsName, std::int64_t value)
{
    Q_ASSERT_X(value >= -maxInteger && value <= maxInteger, "json::CanonicalWriter", "a number is too large");
    name(itsName);
    std::array<char, 24> digits;
    const std::to_chars_result end = std::to_chars(digits.data(), digits.data() + digits.size(), value);
    m_out.append(digits.data(), end.ptr - digits.data());
}

void CanonicalWriter::boolean(QLatin1StringView itsName, bool value)
{
    name(itsName);
    m_out.append(value ? "true" : "false");
}

void CanonicalWriter::null(QLatin1StringView itsName)
{
    name(itsName);
    m_out.append("null", 4);
}

void CanonicalWriter::raw(QLatin1StringView itsName, QByteArrayView canonical)
{
    name(itsName);
    m_out.append(canonical);
}

void ObjectWriter::put(QLatin1StringView name, const QJsonValue &value)
{
    if (m_open.back().isArray)
        m_open.back().array.append(value);
    else
        m_open.back().object.insert(name, value);
}

void ObjectWriter::beginObject()
{
    m_open.push_back({});
}

void ObjectWriter::beginObject(QLatin1StringView name)
{
    m_open.push_back({name, false, {}, {}});
}

void ObjectWriter::endObject()
{
    const Open ended = std::move(m_open.back());
    m_open.pop_back();
    if (m_open.empty())
        m_whole = ended.object;
    else
        put(ended.name, ended.object);
}

void ObjectWriter::beginArray(QLatin1StringView name)
{
    m_open.push_back({name, true, {}, {}});
}

void ObjectWriter::endArray()
{
    const Open ended = std::move(m_open.back());
    m_open.pop_back();
    put(ended.name, ended.array);
}

void ObjectWriter::text(const QString &element)
{
    put({}, element);
}

void ObjectWriter::text(QLatin1StringView name, const QString &value)
{
    put(name, value);
}

void ObjectWriter::uuid(QLatin1StringView name, const QUuid &value)
{
    put(name, value.toString(QUuid::WithoutBraces));
}

void ObjectWriter::integer(QLatin1StringView name, std::int64_t value)
{
    put(name, qint64(value));
}

void ObjectWriter::boolean(QLatin1StringView name, bool value)
{
    put(name, value);
}

void ObjectWriter::null(QLatin1StringView name)
{
    put(name, QJsonValue::Null);
}

} // namespace crema::json
