// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/http/method.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUuid>

#include <optional>
#include <vector>

namespace crema::http {

/// One decoded `name=value` of a query.
struct QueryItem {
    QString name;
    QString value;
};

/// One request as handlers see it: complete, inside every limit and past the gate. Plain value; a test may build
/// one by hand.
class Request
{
public:
    Method method = Method::Get;
    QByteArray target;           ///< as sent: path and query, still percent-encoded
    QByteArray path;             ///< the target before '?', still percent-encoded, without dot segments
    QList<QueryItem> query;      ///< decoded, in the order sent
    QList<QueryItem> parameters; ///< decoded values of the `{name}` parts of the route, set by the router
    QByteArray body;
    QString remoteAddress; ///< the peer as a number, without its port
    QUuid id;              ///< UUIDv7, also in the answer's X-Request-Id and in every log line
    bool isHttp10 = false;

    /// The value of a header field, name in any case; empty when it is missing. Fields sent more than once are
    /// joined by ", ". Points into the request: copy it before the request goes away.
    [[nodiscard]] QByteArrayView header(QByteArrayView name) const;
    [[nodiscard]] bool hasHeader(QByteArrayView name) const;

    /// The first value of that name in the query.
    [[nodiscard]] std::optional<QString> queryValue(QStringView name) const;
    /// A whole number between both bounds from the query; nothing when it is missing or not one.
    [[nodiscard]] std::optional<std::int64_t> queryNumber(QStringView name, std::int64_t min, std::int64_t max) const;

    /// The value of `{name}` in the route's pattern; asserts that the pattern has it.
    [[nodiscard]] QString parameter(QStringView name) const;

    /// Adds one field; a second one of the same name is joined to the first.
    void addHeader(const QByteArray &name, const QByteArray &value);

    /// The token of `Authorization: Bearer …`; empty without one.
    [[nodiscard]] QByteArrayView bearerToken() const;

    /// What tells this question from all others of whoever asks, `Crema-Question`: the answer gives it back, so that an
    /// old answer is not taken for the one to a new question. Empty without one, and where it is no such name.
    [[nodiscard]] QByteArrayView question() const;

private:
    struct Field {
        QByteArray name;
        QByteArray value;
    };
    [[nodiscard]] const Field *field(QByteArrayView name) const;

    std::vector<Field> m_fields;
};

} // namespace crema::http
