// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/problem_document.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <utility>

namespace crema::http {
namespace {

// Codes whose status says more than their kind does.
constexpr std::array<std::pair<const char *, int>, 12> ownStatus{{{"request.too_large", 413},
                                                                  {"push.too_large", 413},
                                                                  {"request.content_type", 415},
                                                                  {"request.precondition_failed", 412},
                                                                  {"request.precondition_required", 428},
                                                                  {"request.head_too_large", 431},
                                                                  {"request.target_too_long", 414},
                                                                  {"request.timeout", 408},
                                                                  {"request.expectation", 417},
                                                                  {"request.version", 505},
                                                                  {"request.method_not_allowed", 405},
                                                                  {"request.rate_limited", 429}}};

int statusOfKind(ProblemKind kind)
{
    switch (kind) {
    case ProblemKind::Failed: return 500;
    case ProblemKind::Invalid: return 422;
    case ProblemKind::NotFound: return 404;
    case ProblemKind::NotSignedIn: return 401;
    case ProblemKind::NotAllowed: return 403;
    case ProblemKind::Conflict: return 409;
    case ProblemKind::Unavailable: return 503;
    case ProblemKind::Device: return 500;
    }
    Q_UNREACHABLE();
}

QString titleOfKind(ProblemKind kind)
{
    switch (kind) {
    case ProblemKind::Failed: return QCoreApplication::translate("Problem", "The request could not be carried out");
    case ProblemKind::Invalid: return QCoreApplication::translate("Problem", "The request cannot be accepted as it is");
    case ProblemKind::NotFound: return QCoreApplication::translate("Problem", "There is nothing here");
    case ProblemKind::NotSignedIn: return QCoreApplication::translate("Problem", "Sign-in is needed");
    case ProblemKind::NotAllowed: return QCoreApplication::translate("Problem", "Permission is missing");
    case ProblemKind::Conflict: return QCoreApplication::translate("Problem", "The state has changed meanwhile");
    case ProblemKind::Unavailable: return QCoreApplication::translate("Problem", "The platform is busy");
    case ProblemKind::Device: return QCoreApplication::translate("Problem", "A device did not work");
    }
    Q_UNREACHABLE();
}

} // namespace

int statusOf(const Problem &problem)
{
    for (const auto &[code, status] : ownStatus) {
        if (problem.code == QLatin1StringView(code))
            return status;
    }
    const bool isSyntax = problem.code.startsWith(u"request.") || problem.code.startsWith(u"json.");
    if (isSyntax && problem.kind == ProblemKind::Invalid)
        return 400;
    return statusOfKind(problem.kind);
}

QString problemType(const QString &code)
{
    return QStringLiteral("urn:crema:problem:") + code;
}

QByteArray problemDocument(const Problem &problem, int status, const QUuid &requestId)
{
    QJsonObject document{{QStringLiteral("type"), problemType(problem.code)},
                         {QStringLiteral("title"), titleOfKind(problem.kind)},
                         {QStringLiteral("status"), status},
                         {QStringLiteral("detail"), problem.message},
                         {QStringLiteral("code"), problem.code},
                         {QStringLiteral("request_id"), requestId.toString(QUuid::WithoutBraces)}};
    if (!problem.hint.isEmpty())
        document.insert(QStringLiteral("hint"), problem.hint);
    QJsonArray fields;
    for (const FieldProblem &field : problem.fields)
        fields.append(QJsonObject{{QStringLiteral("field"), field.field}, {QStringLiteral("message"), field.message}});
    document.insert(QStringLiteral("fields"), fields);
    return QJsonDocument(document).toJson(QJsonDocument::Compact);
}

} // namespace crema::http
