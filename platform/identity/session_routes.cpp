// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/identity/session_routes.h"

#include "models/base/json_fields.h"
#include "models/people/permission.h"
#include "models/people/person_rules.h"
#include "platform/base/log.h"
#include "platform/base/metrics.h"
#include "platform/company/stored_reference.h"
#include "platform/http/json_body.h"
#include "platform/identity/identity_routes.h"
#include "platform/sync/record_rows.h"

#include <QCoreApplication>

#include <prometheus/counter.h>
#include <prometheus/registry.h>

namespace crema::platform {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("crema::platform::Sessions", text);
}

Problem othersAreNotYours()
{
    return {ProblemKind::NotAllowed,
            QStringLiteral("sessions.not_allowed"),
            tr("Only who manages people sees and ends the sessions of others."),
            tr("Ask a manager."),
            {}};
}

Problem unknownSession()
{
    return {ProblemKind::NotFound,
            QStringLiteral("session.unknown"),
            tr("There is no such session any more."),
            tr("Look at the list again."),
            {}};
}

bool mayManage(const http::Context &context)
{
    return context.caller.may(permissionText(Permission::PeopleManage));
}

Result<QByteArray> readRefreshToken(const QJsonObject &json)
{
    JsonFields fields(json);
    const QString token = fields.text(QStringLiteral("refresh_token"), 1, 200);
    return fields.result(token.toLatin1(), QStringLiteral("request.malformed"));
}

Result<SessionId> readSessionId(const QJsonObject &json)
{
    JsonFields fields(json);
    const auto id = fields.id<SessionId>(QStringLiteral("session"));
    return fields.result(id, QStringLiteral("request.malformed"));
}

class SessionRoutes
{
public:
    explicit SessionRoutes(DomainCore &core)
        : m_core(core), m_replays(prometheus::BuildCounter()
                                      .Name("crema_auth_sessions_replayed_total")
                                      .Help("Sessions that ended because a used refresh token came again.")
                                      .Register(core.metrics.registry())
                                      .Add({}))
    {}

    http::Response refresh(const http::Request &request, const http::Context &context)
    {
        const auto token = http::readJson(request).and_then(&readRefreshToken);
        if (!token)
            return http::Response::problem(token.error());
        const DeviceId device = *context.caller.deviceId;
        const auto connection = m_core.pool.borrow();
        const auto session =
            refreshSession(*connection, *token, device, m_core.clock.now(), m_core.randomness, request.id);
        if (!session) {
            if (session.error().code == QLatin1String("session.replayed"))
                alarm(request, device);
            return http::Response::problem(session.error());
        }
        return http::Response::json(signedInJson(m_core, *connection, session->person, context.caller, session->grant));
    }

    http::Response list(const http::Request &request, const http::Context &context)
    {
        const PersonId own = *context.caller.personId;
        const auto asked = request.queryValue(u"person");
        const std::optional<PersonId> person = asked ? PersonId::fromString(*asked) : std::optional(own);
        if (person != own && !mayManage(context))
            return http::Response::problem(othersAreNotYours());
        QJsonArray items;
        if (person) {
            const auto connection = m_core.pool.borrow();
            Transaction transaction(*connection);
            for (PersonSession session : listSessions(transaction, *person, m_core.clock.now())) {
                session.isThis = context.caller.sessionId == session.id.value();
                items.append(codec::toJson(session));
            }
        }
        return http::Response::json(
            {{QStringLiteral("schema"), QStringLiteral("session-list/1")}, {QStringLiteral("items"), items}});
    }

    http::Response end(const http::Request &request, const http::Context &context)
    {
        const auto id = http::readJson(request).and_then(&readSessionId);
        if (!id)
            return http::Response::problem(id.error());
        return retrying([&] {
            const auto connection = m_core.pool.borrow();
            Transaction transaction(*connection);
            const UtcTime now = m_core.clock.now();
            const auto owner = ownerOfSession(transaction, *id, now);
            const bool isOwn = owner == context.caller.personId;
            // Who may not manage people is not told which sessions there are.
            if (!owner || (!isOwn && !mayManage(context)))
                return http::Response::problem(mayManage(context) ? unknownSession() : othersAreNotYours());
            if (const Result<void> may =
                    isOwn ? Result<void>() : mayEndOf(transaction, *context.caller.personId, *owner);
                !may)
                return http::Response::problem(may.error());
            const SessionEnd why = isOwn ? SessionEnd::SignedOut : SessionEnd::EndedByAnother;
            endSession(transaction, *id, why, now);
            writeAudit(transaction,
                       {{context.caller.deviceId->value(),
                         now,
                         context.caller.personId,
                         QStringLiteral("session.end"),
                         {QStringLiteral("session"), id->value()},
                         std::nullopt,
                         {{QStringLiteral("person"), owner->toString()}, {QStringLiteral("why"), sessionEndText(why)}},
                         request.id}});
            transaction.commit();
            return http::Response::json({{QStringLiteral("session"), id->toString()}});
        });
    }

private:
    /// Nobody signs out who may more than they do (ADR 030).
    static Result<void> mayEndOf(Transaction &transaction, PersonId actor, PersonId owner)
    {
        const Person ended = loadPerson(transaction, owner);
        return checkGrant(loadPerson(transaction, actor), ended, ended);
    }

    /// A copy of the token is in somebody's hands: whoever runs the platform is to know.
    void alarm(const http::Request &request, DeviceId device)
    {
        m_replays.Increment();
        m_core.log.write(LogLevel::Severe, "auth.session_replayed",
                         LogFields()
                             .add("device", device.value())
                             .add("address", QStringView(request.remoteAddress))
                             .add("request_id", request.id));
    }

    DomainCore &m_core;
    prometheus::Counter &m_replays;
};

} // namespace

void addSessionRoutes(http::Router &router, DomainCore &core)
{
    const auto routes = std::make_shared<SessionRoutes>(core);
    router.add({QStringLiteral("refresh_session"),
                http::Method::Post,
                QStringLiteral("/api/v1/auth/refresh"),
                http::Credential::Device,
                {},
                -1,
                http::OpenTo::Device},
               guarded(core, [routes](const http::Request &request, http::Context &context) {
                   return routes->refresh(request, context);
               }));
    router.add({QStringLiteral("list_sessions"),
                http::Method::Get,
                QStringLiteral("/api/v1/sessions"),
                http::Credential::Person,
                {},
                -1,
                http::OpenTo::Account},
               guarded(core, [routes](const http::Request &request, http::Context &context) {
                   return routes->list(request, context);
               }));
    router.add({QStringLiteral("end_session"),
                http::Method::Post,
                QStringLiteral("/api/v1/sessions/end"),
                http::Credential::Person,
                {},
                -1,
                http::OpenTo::Entry},
               guarded(core, [routes](const http::Request &request, http::Context &context) {
                   return routes->end(request, context);
               }));
}

} // namespace crema::platform
