// SPDX-License-Identifier: GPL-3.0-or-later
// What was done in the company, and what is known of somebody. Asked of the platform when somebody looks: it holds more
// than a device should.
#include "models/base/json.h"
#include "sync/client/client_private.h"
#include "sync/store/sale_reader.h"

namespace crema::sync {
namespace {

Problem notEnrolled()
{
    return {ProblemKind::NotSignedIn,
            QStringLiteral("device.not_enrolled"),
            Client::tr("This device is not enrolled, so nobody knows of it what was done."),
            Client::tr("Run crema device enroll --platform URL --code CODE."),
            {}};
}

Problem mayNotExport()
{
    return {ProblemKind::NotAllowed,
            QStringLiteral("auth.not_allowed"),
            Client::tr("Only who manages people hands out what is known of somebody."),
            Client::tr("Let a manager sign in, or ask one to give you the right."),
            {}};
}

Problem signInFirst()
{
    return {ProblemKind::NotSignedIn,
            QStringLiteral("customer.export_not_signed_in"),
            Client::tr("What is known of somebody is handed out only to who signed in with their password."),
            Client::tr("Sign in with your password and try again."),
            {}};
}

Problem notAllowed()
{
    return {ProblemKind::NotAllowed,
            QStringLiteral("auth.not_allowed"),
            Client::tr("Only who manages people sees what was done."),
            Client::tr("Let a manager sign in, or ask one to give you the right."),
            {}};
}

bool isNotSignedIn(const Exchange &exchange)
{
    return exchange.problem && exchange.problem->code == signInFirst().code;
}

Result<AuditPage> readAnswer(const Exchange &exchange)
{
    if (exchange.verdict != Verdict::Accepted)
        return failure(*exchange.problem);
    return json::readStrict(exchange.answer.body).and_then(&codec::readAuditPage);
}

} // namespace

QCoro::Task<Result<AuditPage>> Client::auditTrail(AuditFilter filter)
{
    using Answer = Result<AuditPage>;
    const auto self = d;
    if (!self->state.enrolled)
        co_return Answer(failure(notEnrolled()));
    if (!self->state.person || !self->state.may(Permission::PeopleManage))
        co_return Answer(failure(notAllowed()));
    const PersonId person = self->state.person->id;
    const auto connected = co_await self->connectTo(self->state.platform);
    if (!connected)
        co_return Answer(failure(connected.error()));
    const Exchange exchange = co_await (*connected)->auditTrail(person, codec::toQuery(filter));
    constexpr int forbidden = 403;
    if (exchange.answer.status == forbidden)
        co_return Answer(failure(notAllowed()));
    const Answer answer = readAnswer(exchange);
    if (!answer)
        co_return answer;
    // The platform names people and devices; what else there is this device has itself.
    const auto store = self->store;
    auto naming = store->run([page = *answer](LocalStore &local) -> Answer {
        return local.read([&]() -> Answer {
            AuditPage named = page;
            for (AuditRecord &record : named.records) {
                if (record.subjectName.isEmpty())
                    record.subjectName = subjectNameOf(local, record.subject);
            }
            return named;
        });
    });
    co_return co_await naming;
}

QCoro::Task<Result<QByteArray>> Client::exportCustomer(CustomerId id)
{
    using Answer = Result<QByteArray>;
    const auto self = d;
    if (!self->state.enrolled)
        co_return Answer(failure(notEnrolled()));
    if (!self->state.person || !self->state.may(Permission::PeopleManage))
        co_return Answer(failure(mayNotExport()));
    const PersonId person = self->state.person->id;
    const auto connected = co_await self->connectTo(self->state.platform);
    if (!connected)
        co_return Answer(failure(connected.error()));
    const Exchange exchange = co_await (*connected)->exportCustomer(person, id);
    constexpr int forbidden = 403;
    if (exchange.answer.status == forbidden)
        co_return Answer(failure(isNotSignedIn(exchange) ? signInFirst() : mayNotExport()));
    if (exchange.verdict != Verdict::Accepted)
        co_return Answer(failure(*exchange.problem));
    if (const auto read = json::readStrict(exchange.answer.body); !read)
        co_return Answer(failure(read.error()));
    co_return Answer(exchange.answer.body);
}

} // namespace crema::sync
