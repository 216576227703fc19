// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/json_reader.h"

#include "models/base/canonical_scanner.h"
#include "models/base/json.h"

#include <QStringDecoder>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstring>

namespace crema::json {
namespace {

int hexDigit(char digit)
{
    if (digit >= '0' && digit <= '9')
        return digit - '0';
    return digit >= 'a' && digit <= 'f' ? digit - 'a' + 10 : -1;
}

/// The number of so many digits, or -1.
int decimal(const char *digits, int count)
{
    int number = 0;
    for (int i = 0; i < count; ++i) {
        if (digits[i] < '0' || digits[i] > '9')
            return -1;
        number = number * 10 + (digits[i] - '0');
    }
    return number;
}

bool hasHighBit(QByteArrayView bytes)
{
    return std::any_of(bytes.begin(), bytes.end(), [](char byte) { return static_cast<unsigned char>(byte) >= 0x80; });
}

/// Nothing for bytes that are not UTF-8.
std::optional<QString> decoded(QByteArrayView bytes)
{
    if (!hasHighBit(bytes))
        return QString::fromLatin1(bytes);
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom);
    QString text = decoder.decode(bytes);
    // Encoding it again also finds what ends in the middle of a letter.
    return decoder.hasError() || text.toUtf8() != bytes ? std::nullopt : std::optional(std::move(text));
}

} // namespace

void CanonicalReader::take(char byte)
{
    if (m_at && m_at != m_end && *m_at == byte)
        ++m_at;
    else
        fail();
}

bool CanonicalReader::startsWith(QByteArrayView bytes) const
{
    return m_at && left() >= bytes.size() && std::memcmp(m_at, bytes.data(), static_cast<size_t>(bytes.size())) == 0;
}

bool CanonicalReader::takeIf(QByteArrayView bytes)
{
    if (!startsWith(bytes))
        return false;
    m_at += bytes.size();
    return true;
}

void CanonicalReader::separate()
{
    if (m_at && m_at != m_begin && m_at[-1] != '{' && m_at[-1] != '[')
        take(',');
}

void CanonicalReader::takeName(QLatin1StringView name)
{
    separate();
    take('"');
    if (!takeIf(QByteArrayView(name.data(), name.size())) || !takeIf("\":"))
        fail();
}

bool CanonicalReader::isNext(QLatin1StringView name) const
{
    const QByteArrayView rest = m_at ? QByteArrayView(m_at, left()) : QByteArrayView();
    const qsizetype from = rest.startsWith(',') ? 2 : 1;
    const qsizetype end = from + name.size();
    return rest.size() > end && rest[from - 1] == '"' && rest[end] == '"' &&
           rest.sliced(from, name.size()) == QByteArrayView(name.data(), name.size());
}

void CanonicalReader::beginObject()
{
    separate();
    take('{');
}

void CanonicalReader::beginObject(QLatin1StringView name)
{
    takeName(name);
    take('{');
}

void CanonicalReader::beginArray(QLatin1StringView name)
{
    takeName(name);
    take('[');
}

bool CanonicalReader::hasElement()
{
    return m_at && !takeIf("]");
}

QByteArrayView CanonicalReader::string()
{
    take('"');
    if (!m_at)
        return {};
    const char *start = m_at;
    for (; m_at != m_end && *m_at != '"'; ++m_at) {
        // Escapes are left to others, and so are control characters, which have to be escaped.
        if (*m_at == '\\' || static_cast<unsigned char>(*m_at) < 0x20) {
            fail();
            return {};
        }
    }
    const QByteArrayView bytes(start, m_at - start);
    take('"');
    return m_at ? bytes : QByteArrayView();
}

QString CanonicalReader::text(QLatin1StringView name, qsizetype minLength, qsizetype maxLength)
{
    takeName(name);
    return textValue(minLength, maxLength);
}

QString CanonicalReader::text(qsizetype minLength, qsizetype maxLength)
{
    separate();
    return textValue(minLength, maxLength);
}

QString CanonicalReader::textValue(qsizetype minLength, qsizetype maxLength)
{
    auto text = decoded(string());
    if (hasFailed() || !text || text->size() < minLength || text->size() > maxLength) {
        fail();
        return {};
    }
    return *std::move(text);
}

QLatin1StringView CanonicalReader::word(QLatin1StringView name)
{
    takeName(name);
    return wordValue();
}

std::optional<QLatin1StringView> CanonicalReader::optionalWord(QLatin1StringView name)
{
    if (isNull(name))
        return std::nullopt;
    return wordValue();
}

bool CanonicalReader::isNull(QLatin1StringView name)
{
    takeName(name);
    return takeNull();
}

std::optional<QByteArrayView> CanonicalReader::optionalObject(QLatin1StringView name)
{
    if (isNull(name) || !m_at)
        return std::nullopt;
    const QByteArrayView object(m_at, canonicalObjectAt({m_at, left()}));
    if (object.isEmpty()) {
        fail();
        return std::nullopt;
    }
    m_at += object.size();
    return object;
}

QLatin1StringView CanonicalReader::wordValue()
{
    const QByteArrayView bytes = string();
    if (hasHighBit(bytes))
        fail();
    return hasFailed() ? QLatin1StringView() : QLatin1StringView(bytes.data(), bytes.size());
}

std::int64_t CanonicalReader::integerValue(std::int64_t minimum, std::int64_t maximum)
{
    if (!m_at)
        return minimum;
    const bool negative = takeIf("-");
    const char *digits = m_at;
    std::int64_t value = 0;
    for (; m_at != m_end && *m_at >= '0' && *m_at <= '9' && value <= maxInteger; ++m_at)
        value = value * 10 + (*m_at - '0');
    const bool isCanonical = m_at != digits && (*digits != '0' || (m_at - digits == 1 && !negative));
    if (negative)
        value = -value;
    if (isCanonical && value >= minimum && value <= maximum && value >= -maxInteger && value <= maxInteger)
        return value;
    fail();
    return minimum;
}

std::int64_t CanonicalReader::integer(QLatin1StringView name, std::int64_t minimum, std::int64_t maximum)
{
    takeName(name);
    return integerValue(minimum, maximum);
}

std::optional<std::int64_t> CanonicalReader::optionalInteger(QLatin1StringView name, std::int64_t minimum,
                                                             std::int64_t maximum)
{
    takeName(name);
    if (takeNull())
        return std::nullopt;
    return integerValue(minimum, maximum);
}

bool CanonicalReader::boolean(QLatin1StringView name)
{
    takeName(name);
    if (takeIf("true"))
        return true;
    if (!takeIf("false"))
        fail();
    return false;
}

UtcTime CanonicalReader::time(QLatin1StringView name)
{
    using namespace std::chrono;
    takeName(name);
    const QByteArrayView text = string();
    constexpr QByteArrayView shape = "0000-00-00T00:00:00.000Z";
    bool fits = text.size() == shape.size();
    for (qsizetype i = 0; fits && i < shape.size(); ++i)
        fits = shape[i] == '0' || shape[i] == text[i];
    if (hasFailed() || !fits) {
        fail();
        return {};
    }
    const auto part = [&](int at, int count) { return decimal(text.data() + at, count); };
    const int yearNumber = part(0, 4);
    const int monthNumber = part(5, 2);
    const int dayNumber = part(8, 2);
    const std::array clock{part(11, 2), part(14, 2), part(17, 2), part(20, 3)};
    const bool isClock = clock[0] >= 0 && clock[0] < 24 && clock[1] >= 0 && clock[1] < 60 && clock[2] >= 0 &&
                         clock[2] < 60 && clock[3] >= 0;
    if (yearNumber < 1 || monthNumber < 1 || dayNumber < 1 || !isClock) {
        fail();
        return {};
    }
    const year_month_day date{year(yearNumber), month(static_cast<unsigned>(monthNumber)),
                              day(static_cast<unsigned>(dayNumber))};
    if (!date.ok()) {
        fail();
        return {};
    }
    const sys_time<milliseconds> moment =
        sys_days(date) + hours(clock[0]) + minutes(clock[1]) + seconds(clock[2]) + milliseconds(clock[3]);
    return UtcTime(moment.time_since_epoch().count());
}

QUuid CanonicalReader::uuidValue()
{
    constexpr qsizetype length = 36;
    const QByteArrayView text = string();
    std::array<char, 16> bytes{};
    std::size_t count = 0;
    bool isId = text.size() == length;
    for (qsizetype i = 0; isId && i < length;) {
        if (i == 8 || i == 13 || i == 18 || i == 23) {
            isId = text[i++] == '-';
            continue;
        }
        const int high = hexDigit(text[i++]);
        const int low = hexDigit(text[i++]);
        isId = high >= 0 && low >= 0;
        bytes[count++] = static_cast<char>(high * 16 + low);
    }
    const QUuid id =
        isId ? QUuid::fromRfc4122(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size()))) : QUuid();
    if (id.isNull())
        fail();
    return id;
}

QUuid CanonicalReader::uuid(QLatin1StringView name)
{
    takeName(name);
    return uuidValue();
}

} // namespace crema::json
