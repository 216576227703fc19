// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/domain/domain_core.h"

#include "models/security/tokens.h"
#include "platform/base/log.h"
#include "platform/database/database_failure.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace crema::platform {
namespace {

constexpr int defaultLimit = 50;
constexpr int maxLimit = 200;

Problem unreadableValue()
{
    return {ProblemKind::Invalid,
            QStringLiteral("request.value"),
            QCoreApplication::translate("crema::platform::Routes", "A value of the request cannot be read."),
            QCoreApplication::translate("crema::platform::Routes", "Send cursors as they came."),
            {}};
}

} // namespace

http::Handler guarded(DomainCore &core, http::Handler handler)
{
    return [&core, handler = std::move(handler)](const http::Request &request, http::Context &context) {
        try {
            return handler(request, context);
        } catch (const DatabaseFailure &failure) {
            // Class 22: a value of the request (a made-up cursor) that PostgreSQL cannot read.
            if (failure.sqlState().startsWith("22"))
                return http::Response::problem(unreadableValue());
            core.log.write(LogLevel::Severe, "database.failed",
                           LogFields()
                               .add("request_id", request.id)
                               .add("sql_state", QByteArrayView(failure.sqlState()))
                               .add("detail", failure.detail()));
            return http::Response::problem(failure.problem());
        } catch (const StorageFailure &failure) {
            core.log.write(LogLevel::Severe, "storage.failed",
                           LogFields().add("request_id", request.id).add("code", failure.problem().code));
            return http::Response::problem(failure.problem());
        }
    };
}

int pageLimit(const http::Request &request)
{
    return static_cast<int>(request.queryNumber(u"limit", 1, maxLimit).value_or(defaultLimit));
}

Result<std::optional<PageMark>> PageMark::fromRequest(const http::Request &request)
{
    const auto text = request.queryValue(u"cursor");
    if (!text)
        return std::optional<PageMark>();
    const auto bytes = fromBase64Url(*text);
    const QJsonArray parts = QJsonDocument::fromJson(bytes.value_or(QByteArray())).array();
    if (parts.size() != 2 || !parts[0].isString() || !parts[1].isString()) {
        return failure(
            ProblemKind::Invalid, QStringLiteral("request.cursor"),
            QCoreApplication::translate("crema::platform::PageMark", "The list has no page with this cursor."),
            QCoreApplication::translate("crema::platform::PageMark", "Begin at the first page again."));
    }
    return PageMark{parts[0].toString(), parts[1].toString()};
}

QString PageMark::toString() const
{
    return toBase64Url(QJsonDocument(QJsonArray{first, second}).toJson(QJsonDocument::Compact));
}

http::Response listResponse(const QByteArray &schema, const Rows &rows, int limit)
{
    QByteArray body = "{\"schema\":\"" + schema + "\",\"items\":[";
    const int count = std::min(rows.count(), limit);
    for (int row = 0; row < count; ++row) {
        if (row > 0)
            body += ',';
        body += rows.view(row, 0);
    }
    body += "],\"next\":";
    if (rows.count() > limit)
        body += '"' + PageMark{rows.text(limit - 1, 1), rows.text(limit - 1, 2)}.toString().toLatin1() + '"';
    else
        body += "null";
    return http::Response::jsonBytes(body + '}');
}

} // namespace crema::platform
