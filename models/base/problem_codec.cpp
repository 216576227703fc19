// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/problem_codec.h"

#include <QJsonArray>

#include <array>

namespace crema {
namespace {

struct KindStatus {
    ProblemKind kind;
    int status;
    const char *title; // RFC 9457: the same for every occurrence of a type, in English
};

constexpr std::array kindStatuses{
    KindStatus{ProblemKind::Invalid, 400, "Bad Request"},
    KindStatus{ProblemKind::NotSignedIn, 401, "Unauthorized"},
    KindStatus{ProblemKind::NotAllowed, 403, "Forbidden"},
    KindStatus{ProblemKind::NotFound, 404, "Not Found"},
    KindStatus{ProblemKind::Conflict, 409, "Conflict"},
    KindStatus{ProblemKind::Unavailable, 503, "Service Unavailable"},
    KindStatus{ProblemKind::Device, 500, "Internal Server Error"},
    KindStatus{ProblemKind::Failed, 500, "Internal Server Error"},
};

const KindStatus &statusOf(ProblemKind kind)
{
    for (const KindStatus &entry : kindStatuses) {
        if (entry.kind == kind)
            return entry;
    }
    return kindStatuses.back();
}

ProblemKind kindOf(int status)
{
    for (const KindStatus &entry : kindStatuses) {
        if (entry.status == status && entry.kind != ProblemKind::Device)
            return entry.kind;
    }
    if (status == 408 || status == 425 || status == 429 || status >= 502)
        return ProblemKind::Unavailable;
    return status >= 400 && status < 500 ? ProblemKind::Invalid : ProblemKind::Failed;
}

} // namespace

int httpStatus(ProblemKind kind)
{
    return statusOf(kind).status;
}

QJsonObject problemToJson(const Problem &problem)
{
    QJsonArray fields;
    for (const FieldProblem &field : problem.fields)
        fields.append(QJsonObject{{QStringLiteral("field"), field.field}, {QStringLiteral("message"), field.message}});
    const KindStatus &status = statusOf(problem.kind);
    return {{QStringLiteral("type"), QString(QStringLiteral("urn:crema:problem:") + problem.code)},
            {QStringLiteral("title"), QString::fromLatin1(status.title)},
            {QStringLiteral("status"), status.status},
            {QStringLiteral("detail"), problem.message},
            {QStringLiteral("code"), problem.code},
            {QStringLiteral("hint"), problem.hint},
            {QStringLiteral("fields"), fields}};
}

std::optional<Problem> problemFromJson(const QJsonObject &object)
{
    const QString code = object.value(QStringLiteral("code")).toString();
    const int status = object.value(QStringLiteral("status")).toInt();
    if (code.isEmpty() && status == 0)
        return std::nullopt;
    Problem problem{kindOf(status),
                    code,
                    object.value(QStringLiteral("detail")).toString(),
                    object.value(QStringLiteral("hint")).toString(),
                    {}};
    if (problem.message.isEmpty())
        problem.message = object.value(QStringLiteral("title")).toString();
    const QJsonArray fields = object.value(QStringLiteral("fields")).toArray();
    for (const QJsonValue &field : fields) {
        problem.fields.append({field.toObject().value(QStringLiteral("field")).toString(),
                               field.toObject().value(QStringLiteral("message")).toString()});
    }
    return problem;
}

} // namespace crema
