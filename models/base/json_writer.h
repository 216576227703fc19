// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/id.h"
#include "models/base/utc_time.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>

#include <array>
#include <vector>

/// Two writers with one interface, so that a codec describes an entity once, in a template over its writer: one makes
/// the RFC 8785 bytes in one go, the other a QJsonObject. Members are named in ascending order, which both rely on.
namespace crema::json {

/// What both writers offer beside their own values.
template<class Writer>
class CommonValues
{
public:
    template<class Tag>
    void id(QLatin1StringView name, const Id<Tag> &id)
    {
        self().uuid(name, id.value());
    }
    template<class Tag>
    void id(QLatin1StringView name, const std::optional<Id<Tag>> &id)
    {
        if (id)
            self().uuid(name, id->value());
        else
            self().null(name);
    }
    void time(QLatin1StringView name, UtcTime time) { self().text(name, time.toString()); }
    void time(QLatin1StringView name, std::optional<UtcTime> value)
    {
        if (value)
            time(name, *value);
        else
            self().null(name);
    }

private:
    [[nodiscard]] Writer &self() { return static_cast<Writer &>(*this); }
};

/// Writes the bytes that json::writeCanonical() makes of the same members, without an object in between. Members out
/// of order are a bug of the caller and assert.
class CanonicalWriter : public CommonValues<CanonicalWriter>
{
public:
    CanonicalWriter();

    void beginObject();
    void beginObject(QLatin1StringView name);
    void endObject();
    void beginArray(QLatin1StringView name);
    void endArray();

    void text(const QString &element);
    void text(QLatin1StringView name, const QString &value);
    void uuid(QLatin1StringView name, const QUuid &value);
    /// Within ± json::maxInteger.
    void integer(QLatin1StringView name, std::int64_t value);
    void boolean(QLatin1StringView name, bool value);
    void null(QLatin1StringView name);
    /// A value that is canonical already.
    void raw(QLatin1StringView name, QByteArrayView canonical);

    [[nodiscard]] QByteArray take() { return std::exchange(m_out, {}); }

private:
    void separate();
    void open(char bracket);
    void close(char bracket);
    void name(QLatin1StringView name);

    static constexpr std::size_t maxDepth = 16;

    QByteArray m_out;
    std::array<QLatin1StringView, maxDepth> m_lastNames; ///< of each open object
    std::size_t m_depth = 0;
};

class ObjectWriter : public CommonValues<ObjectWriter>
{
public:
    void beginObject();
    void beginObject(QLatin1StringView name);
    void endObject();
    void beginArray(QLatin1StringView name);
    void endArray();

    void text(const QString &element);
    void text(QLatin1StringView name, const QString &value);
    void uuid(QLatin1StringView name, const QUuid &value);
    void integer(QLatin1StringView name, std::int64_t value);
    void boolean(QLatin1StringView name, bool value);
    void null(QLatin1StringView name);

    /// The outermost object, once it was ended.
    [[nodiscard]] QJsonObject take() { return std::exchange(m_whole, {}); }

private:
    /// An object or array that is not ended yet.
    struct Open {
        QLatin1StringView name; ///< in the object around it; empty for an element of an array
        bool isArray = false;
        QJsonObject object;
        QJsonArray array;
    };

    void put(QLatin1StringView name, const QJsonValue &value);

    std::vector<Open> m_open;
    QJsonObject m_whole;
};

} // namespace crema::json
