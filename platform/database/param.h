// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/id.h"
#include "models/base/utc_time.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <initializer_list>
#include <optional>
#include <vector>

namespace crema::platform {

/// One value given to a statement, in PostgreSQL's text form when nothing else is said; the statement says of which
/// type it is.
class Param
{
public:
    Param(std::nullopt_t) : m_null(true) {}
    Param(const QString &text);
    Param(std::int64_t number);
    Param(int number) : Param(std::int64_t(number)) {}
    Param(bool value);
    Param(const QUuid &id);
    Param(UtcTime time);
    Param(const QJsonObject &object);
    Param(const QJsonArray &array);
    /// An array of texts, uuids or numbers.
    Param(const QStringList &array);

    template<class Tag>
    Param(const Id<Tag> &id) : Param(id.value())
    {}

    template<class Value>
    Param(const std::optional<Value> &value) : Param(value ? Param(*value) : Param(std::nullopt))
    {}

    /// Text that is UTF-8 already, such as JSON.
    [[nodiscard]] static Param utf8(const QByteArray &text);
    /// Bytes for a bytea column.
    [[nodiscard]] static Param bytes(QByteArrayView bytes);
    /// A value in PostgreSQL's binary form of its type.
    [[nodiscard]] static Param binary(const QByteArray &form);

    [[nodiscard]] const char *text() const { return m_null ? nullptr : m_text.constData(); }
    [[nodiscard]] int size() const { return static_cast<int>(m_text.size()); }
    [[nodiscard]] bool isBinary() const { return m_binary; }

private:
    Param() = default;

    QByteArray m_text;
    bool m_null = false;
    bool m_binary = false;
};

using Params = std::vector<Param>;

} // namespace crema::platform
