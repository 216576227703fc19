// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/database/param.h"

namespace crema::platform {

/// One column of many records for a statement that reads them with unnest(): an array in PostgreSQL's binary form, so
/// that neither side has to quote, escape or parse what is large. One value is added for each record.
class ArrayParam
{
public:
    enum class Type : std::uint32_t {
        Boolean = 16,
        Bytea = 17,
        BigInt = 20,
        Text = 25,
        Json = 114,
        Timestamp = 1184, ///< with time zone
        Uuid = 2950,
        Jsonb = 3802,
    };

    explicit ArrayParam(Type type) : m_type(type) {}

    void add(std::nullopt_t);
    void add(bool value);
    void add(std::int64_t number);
    void add(const QUuid &id);
    void add(UtcTime time);
    void add(const QString &text) { addBytes(text.toUtf8()); }
    /// Text in UTF-8, JSON, or what a bytea holds.
    void addBytes(QByteArrayView bytes);
    template<class Tag>
    void add(const Id<Tag> &id)
    {
        add(id.value());
    }
    template<class Value>
    void add(const std::optional<Value> &value)
    {
        if (value)
            add(*value);
        else
            add(std::nullopt);
    }

    [[nodiscard]] Param param() const;

private:
    void begin(qsizetype size);

    Type m_type;
    std::int32_t m_count = 0;
    bool m_hasNull = false;
    QByteArray m_values;
};

} // namespace crema::platform
