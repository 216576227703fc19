// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/json_body.h"

#include "models/base/json.h"

#include <QCoreApplication>

namespace crema::http {
namespace {

bool saysJson(QByteArrayView contentType)
{
    const qsizetype end = contentType.indexOf(';');
    const QByteArrayView type = (end < 0 ? contentType : contentType.first(end)).trimmed();
    return type.compare("application/json", Qt::CaseInsensitive) == 0;
}

} // namespace

Result<QJsonObject> readJson(const Request &request, int maxDepth)
{
    if (!saysJson(request.header("content-type"))) {
        return failure(ProblemKind::Invalid, QStringLiteral("request.content_type"),
                       QCoreApplication::translate("Door", "This address reads JSON only."),
                       QCoreApplication::translate("Door", "Send the body as application/json."));
    }
    return json::readStrict(request.body, maxDepth);
}

} // namespace crema::http
