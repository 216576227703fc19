// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/route_runner.h"

#include "platform/base/log.h"
#include "platform/http/request_language.h"
#include "platform/http/response_writer.h"

#include <QCoreApplication>

#include <exception>

namespace crema::http {
namespace {

Problem notSignedInProblem()
{
    return {ProblemKind::NotSignedIn,
            QStringLiteral("identity.not_signed_in"),
            QCoreApplication::translate("Door", "This address answers only after sign-in."),
            QCoreApplication::translate("Door", "Sign in and try again."),
            {}};
}

Problem notAllowedProblem(const QString &permission)
{
    return {ProblemKind::NotAllowed,
            QStringLiteral("identity.not_allowed"),
            QCoreApplication::translate("Door", "The permission %1 is missing.").arg(permission),
            QCoreApplication::translate("Door", "Ask a manager to give it to you."),
            {}};
}

// What was thrown stays in the log: it may name tables, files and values.
Problem bugProblem()
{
    return {ProblemKind::Failed,
            QStringLiteral("platform.unexpected"),
            QCoreApplication::translate("Door", "The platform could not carry out this request."),
            QCoreApplication::translate("Door", "Try again; if it stays so, give the request id to your support."),
            {}};
}

std::optional<Problem> lacking(const RouteInfo &info, const Caller &caller)
{
    if (info.credential == Credential::Person && !caller.personId)
        return notSignedInProblem();
    if (!info.permission.isEmpty() && !caller.may(info.permission))
        return notAllowedProblem(info.permission);
    return std::nullopt;
}

Response refused(const Problem &problem)
{
    Response response = Response::problem(problem);
    if (response.status == 401)
        response.setHeader(QByteArrayLiteral("WWW-Authenticate"), QByteArrayLiteral("Bearer"));
    return response;
}

} // namespace

Result<Caller> RouteRunner::callerOf(const Route &route, const Request &request) const
{
    if (route.info.credential == Credential::None)
        return Caller{};
    if (!m_parts.authenticate)
        return failure(notSignedInProblem());
    return m_parts.authenticate(request, route.info);
}

Response RouteRunner::handle(const Route &route, const Request &request) const
{
    const Result<Caller> caller = callerOf(route, request);
    if (!caller)
        return refused(caller.error());
    if (const std::optional<Problem> problem = lacking(route.info, *caller))
        return refused(*problem);
    Context context{m_parts.clock, m_parts.randomness, route.info, *caller};
    return route.handler(request, context);
}

Response RouteRunner::run(const Route &route, const Request &request) const
{
    const RequestLanguage language(request.header("accept-language"));
    try {
        Response response = handle(route, request);
        if (hasSafeHeaders(response))
            return response;
        return bugResponse("a header field of the answer holds a control character", request, route.info.name);
    } catch (const std::exception &exception) {
        return bugResponse(exception.what(), request, route.info.name);
    } catch (...) {
        return bugResponse("something that is no std::exception was thrown", request, route.info.name);
    }
}

std::optional<Response> RouteRunner::runFromMemory(const Route &route, const Request &request) const
{
    if (!route.memoryHandler)
        return std::nullopt;
    try {
        Caller caller;
        if (route.info.credential != Credential::None) {
            const std::optional<Caller> known =
                m_parts.authenticateFromMemory ? m_parts.authenticateFromMemory(request, route.info) : std::nullopt;
            if (!known || lacking(route.info, *known))
                return std::nullopt;
            caller = *known;
        }
        std::optional<Response> response =
            route.memoryHandler(request, Context{m_parts.clock, m_parts.randomness, route.info, caller});
        if (!response || hasSafeHeaders(*response))
            return response;
        return bugResponse("a header field of the answer holds a control character", request, route.info.name);
    } catch (const std::exception &exception) {
        return bugResponse(exception.what(), request, route.info.name);
    }
}

Result<QByteArray> RouteRunner::nextPiece(BodySource &source) const
{
    try {
        return source.next();
    } catch (const std::exception &exception) {
        m_parts.log.write(platform::LogLevel::Severe, "http.bug",
                          platform::LogFields().add("what", QByteArrayView(exception.what())));
        return failure(bugProblem());
    }
}

Response RouteRunner::tooManyStreams() const
{
    return Response::problem(
        {ProblemKind::Unavailable,
         QStringLiteral("platform.too_many_streams"),
         QCoreApplication::translate("Door", "The platform holds as many event streams as it can."),
         QCoreApplication::translate("Door", "Ask for changes by time until one is free."),
         {}});
}

Response RouteRunner::bugResponse(const char *what, const Request &request, const QString &routeName) const
{
    m_parts.log.write(
        platform::LogLevel::Severe, "http.bug",
        platform::LogFields().add("request_id", request.id).add("route", routeName).add("what", QByteArrayView(what)));
    return Response::problem(bugProblem());
}

} // namespace crema::http
