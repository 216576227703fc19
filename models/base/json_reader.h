// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/id.h"
#include "models/base/utc_time.h"

#include <QByteArrayView>

namespace crema::json {

/// Reads canonical bytes of known members in one go, without an object in between: the counterpart of CanonicalWriter,
/// several times as fast as readStrict(). It takes exactly what it is asked for and nothing else: an unknown member, a
/// text with escapes or a value out of its bounds makes it fail, also where readStrict() and JsonFields would go on.
/// Whoever has to know what such bytes say, or what is wrong with them, reads them the long way. After a failure every
/// value is neutral and isWhole() is false; the bytes have to outlive the reader.
class CanonicalReader
{
public:
    explicit CanonicalReader(QByteArrayView bytes) : m_begin(bytes.data()), m_at(m_begin), m_end(m_begin + bytes.size())
    {}

    void beginObject();
    void beginObject(QLatin1StringView name);
    void endObject() { take('}'); }
    void beginArray(QLatin1StringView name);
    /// Whether an element follows; the end of the array is taken.
    [[nodiscard]] bool hasElement();

    /// UTF-16 units, as JsonFields::text().
    [[nodiscard]] QString text(QLatin1StringView name, qsizetype minLength, qsizetype maxLength);
    /// ASCII letters in the bytes that are read.
    [[nodiscard]] QLatin1StringView word(QLatin1StringView name);
    [[nodiscard]] std::optional<QLatin1StringView> optionalWord(QLatin1StringView name);
    [[nodiscard]] std::int64_t integer(QLatin1StringView name, std::int64_t minimum, std::int64_t maximum);
    [[nodiscard]] std::optional<std::int64_t> optionalInteger(QLatin1StringView name, std::int64_t minimum,
                                                              std::int64_t maximum);
    [[nodiscard]] bool boolean(QLatin1StringView name);
    /// Between the years 1 and 9999.
    [[nodiscard]] UtcTime time(QLatin1StringView name);
    [[nodiscard]] QUuid uuid(QLatin1StringView name);
    template<class AnyId>
    [[nodiscard]] AnyId id(QLatin1StringView name)
    {
        return AnyId(uuid(name));
    }
    /// An element of an array.
    template<class AnyId>
    [[nodiscard]] AnyId id()
    {
        separate();
        return AnyId(uuidValue());
    }
    template<class AnyId>
    [[nodiscard]] std::optional<AnyId> optionalId(QLatin1StringView name)
    {
        takeName(name);
        if (takeNull())
            return std::nullopt;
        return AnyId(uuidValue());
    }

    /// Whether the next member has this name; nothing is taken.
    [[nodiscard]] bool isNext(QLatin1StringView name) const;

    /// An object whose members nobody asks for, whole and in the bytes that are read; nothing for null. It is canonical
    /// as canonicalObjectAt() has it.
    [[nodiscard]] std::optional<QByteArrayView> optionalObject(QLatin1StringView name);
    /// Whether null stands there, which is taken then; what else stands there is to be read without its name.
    [[nodiscard]] bool isNull(QLatin1StringView name);
    /// An object after isNull().
    void beginNamedObject() { take('{'); }
    /// A text that is an element of an array.
    [[nodiscard]] QString text(qsizetype minLength, qsizetype maxLength);

    /// For a caller that does not take a value.
    void fail() { m_at = nullptr; }
    [[nodiscard]] bool hasFailed() const { return !m_at; }
    /// Whether everything was as asked, to the last byte.
    [[nodiscard]] bool isWhole() const { return m_at && m_at == m_end; }

private:
    [[nodiscard]] qsizetype left() const { return m_end - m_at; }
    void separate();
    void take(char byte);
    [[nodiscard]] bool startsWith(QByteArrayView bytes) const;
    [[nodiscard]] bool takeIf(QByteArrayView bytes);
    [[nodiscard]] bool takeNull() { return takeIf("null"); }
    void takeName(QLatin1StringView name);
    /// What stands between two quotes.
    [[nodiscard]] QByteArrayView string();
    [[nodiscard]] QString textValue(qsizetype minLength, qsizetype maxLength);
    [[nodiscard]] QLatin1StringView wordValue();
    [[nodiscard]] QUuid uuidValue();
    [[nodiscard]] std::int64_t integerValue(std::int64_t minimum, std::int64_t maximum);

    const char *m_begin;
    const char *m_at; ///< null after a failure
    const char *m_end;
};

} // namespace crema::json
