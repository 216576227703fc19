// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/database/array_param.h"

#include <QtEndian>

namespace crema::platform {
namespace {

/// PostgreSQL counts time from the year 2000.
constexpr std::int64_t msUntil2000 = 946'684'800'000;

template<class Number>
void append(QByteArray &bytes, Number number)
{
    char buffer[sizeof(Number)];
    qToBigEndian(number, buffer);
    bytes.append(buffer, sizeof(Number));
}

} // namespace

void ArrayParam::begin(qsizetype size)
{
    ++m_count;
    append(m_values, static_cast<std::int32_t>(size));
}

void ArrayParam::add(std::nullopt_t)
{
    m_hasNull = true;
    begin(-1);
}

void ArrayParam::add(bool value)
{
    Q_ASSERT(m_type == Type::Boolean);
    begin(1);
    m_values.append(value ? '\1' : '\0');
}

void ArrayParam::add(std::int64_t number)
{
    Q_ASSERT(m_type == Type::BigInt);
    begin(sizeof number);
    append(m_values, number);
}

void ArrayParam::add(const QUuid &id)
{
    Q_ASSERT(m_type == Type::Uuid);
    const QByteArray bytes = id.toRfc4122();
    begin(bytes.size());
    m_values.append(bytes);
}

void ArrayParam::add(UtcTime time)
{
    Q_ASSERT(m_type == Type::Timestamp);
    begin(sizeof(std::int64_t));
    append(m_values, (time.msSinceEpoch() - msUntil2000) * 1000);
}

void ArrayParam::addBytes(QByteArrayView bytes)
{
    // Binary jsonb begins with the version of the form.
    const bool isJsonb = m_type == Type::Jsonb;
    begin(bytes.size() + (isJsonb ? 1 : 0));
    if (isJsonb)
        m_values.append('\1');
    m_values.append(bytes);
}

Param ArrayParam::param() const
{
    QByteArray array;
    array.reserve(m_values.size() + 20);
    append(array, std::int32_t(m_count > 0 ? 1 : 0)); // dimensions
    append(array, std::int32_t(m_hasNull ? 1 : 0));
    append(array, static_cast<std::uint32_t>(m_type));
    if (m_count > 0) {
        append(array, m_count);
        append(array, std::int32_t(1)); // the first index
        array.append(m_values);
    }
    return Param::binary(array);
}

} // namespace crema::platform
