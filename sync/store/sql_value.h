// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/id.h"

#include <QByteArray>
#include <QString>

#include <concepts>
#include <cstdint>
#include <optional>
#include <variant>

struct sqlite3_stmt;

namespace crema::sync {

/// Text that is in UTF-8 already.
struct Utf8Text {
    QByteArrayView bytes;
};

/// One value on its way into a statement. Texts and bytes are only pointed at: they live to the end of the call that
/// this is an argument of. A null text or byte array is NULL; an id is its 16 bytes.
class SqlValue
{
public:
    SqlValue() = default;
    template<std::integral Number>
    SqlValue(Number number) : m_value(static_cast<std::int64_t>(number))
    {}
    SqlValue(const QString &text) : m_value(QStringView(text)) {}
    SqlValue(const QByteArray &bytes) : m_value(QByteArrayView(bytes)) {}
    SqlValue(const Utf8Text &text) : m_value(text) {}
    SqlValue(const QUuid &id) : m_value(id) {}
    template<class Tag>
    SqlValue(const Id<Tag> &id) : m_value(id.value())
    {}
    template<class Value>
    SqlValue(const std::optional<Value> &value) : SqlValue(value ? SqlValue(*value) : SqlValue())
    {}
    SqlValue(const char *) = delete;

    /// How long the statement may look at texts and bytes.
    enum class Lifetime { Call, Copied };
    /// Binds it to the parameter at `position`, counted from 1. An SQLite result code.
    [[nodiscard]] int bind(sqlite3_stmt *statement, int position, Lifetime lifetime) const;

private:
    std::variant<std::monostate, std::int64_t, QStringView, Utf8Text, QByteArrayView, QUuid> m_value;
};

} // namespace crema::sync
