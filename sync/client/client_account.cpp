// SPDX-License-Identifier: GPL-3.0-or-later
// What people do to their own account at the platform.
#include "models/base/json_fields.h"
#include "sync/client/client_private.h"

namespace crema::sync {
namespace {

Problem nobodyThere()
{
    return {ProblemKind::NotSignedIn,
            QStringLiteral("session.ended"),
            Client::tr("Nobody is signed in at the platform from here."),
            Client::tr("Sign in with mail address and password."),
            {}};
}

Problem notEnrolled()
{
    return {ProblemKind::NotSignedIn,
            QStringLiteral("device.not_enrolled"),
            Client::tr("This device is not enrolled, so there is no platform that knows a password."),
            Client::tr("Run crema device enroll --platform URL --code CODE."),
            {}};
}

Problem mayNotInvite()
{
    return {ProblemKind::NotAllowed,
            QStringLiteral("auth.not_allowed"),
            Client::tr("Only who manages people invites them."),
            Client::tr("Let a manager sign in, or ask one to give you the right."),
            {}};
}

Result<AuthenticatorOffer> readOffer(const QJsonObject &json)
{
    JsonFields fields(json);
    const AuthenticatorOffer offer{fields.text(QStringLiteral("secret"), 1, 200),
                                   fields.text(QStringLiteral("uri"), 1, 1000)};
    return fields.result(offer, QStringLiteral("network.unreadable"));
}

Result<QStringList> readRecoveryCodes(const QJsonObject &json)
{
    JsonFields fields(json);
    const QStringList codes = fields.texts(QStringLiteral("recovery_codes"), 100, 100);
    return fields.result(codes, QStringLiteral("network.unreadable"));
}

/// What whoever sets up the authenticator that the shop asks for does before they are let in here.
bool isForSetUp(const QString &path)
{
    return path.startsWith(QStringLiteral("/api/v1/auth/totp"));
}

} // namespace

bool Client::Private::isPersonAtPlatform() const
{
    return platform && (!state.person || !platform->personHere() || platform->personHere() == state.person->id);
}

QCoro::Task<Result<QJsonObject>> Client::Private::askAsPerson(QString path, QJsonObject body)
{
    const auto self = shared_from_this();
    if (!self->platform || (!isForSetUp(path) && !self->isPersonAtPlatform()))
        co_return failure(nobodyThere());
    const auto connection = self->platform;
    const Exchange exchange = co_await connection->askAsPerson(path, body);
    const Result<QJsonObject> answer = jsonOf(exchange);
    self->noteRefusal(answer);
    co_return answer;
}

QCoro::Task<Result<QJsonObject>> Client::Private::readAsPerson(QString path, QUrlQuery query)
{
    const auto self = shared_from_this();
    if (!self->isPersonAtPlatform())
        co_return failure(nobodyThere());
    const auto connection = self->platform;
    const Exchange exchange = co_await connection->readAsPerson(path, query);
    const Result<QJsonObject> answer = jsonOf(exchange);
    self->noteRefusal(answer);
    co_return answer;
}

QCoro::Task<Result<QList<PersonSession>>> Client::sessions(std::optional<PersonId> person)
{
    QUrlQuery query;
    if (person)
        query.addQueryItem(QStringLiteral("person"), person->toString());
    const Result<QJsonObject> answer = co_await d->readAsPerson(QStringLiteral("/api/v1/sessions"), query);
    co_return answer.and_then(&codec::readPersonSessions);
}

QCoro::Task<Result<void>> Client::endSession(SessionId session)
{
    const QJsonObject body{{QStringLiteral("session"), session.toString()}};
    const Result<QJsonObject> answer = co_await d->askAsPerson(QStringLiteral("/api/v1/sessions/end"), body);
    if (!answer)
        co_return failure(answer.error());
    co_return Result<void>();
}

QCoro::Task<Result<void>> Client::Private::askAsDevice(QString path, QJsonObject body)
{
    const auto self = shared_from_this();
    if (!self->state.enrolled)
        co_return failure(notEnrolled());
    const auto connected = co_await self->connectTo(self->state.platform);
    if (!connected)
        co_return failure(connected.error());
    const auto connection = *connected;
    const Exchange exchange = co_await connection->askAsDevice(path, body);
    const Result<QJsonObject> answer = jsonOf(exchange);
    self->noteRefusal(answer);
    if (!answer)
        co_return failure(answer.error());
    co_return Result<void>();
}

QCoro::Task<Result<void>> Client::invite(PersonId person)
{
    const auto self = d;
    if (!self->state.person || !self->state.may(Permission::PeopleManage))
        co_return failure(mayNotInvite());
    // A name of its own: GCC 12 destroys a temporary aggregate in this place twice.
    const QJsonObject body{{QStringLiteral("person"), person.toString()}};
    const QString path = QStringLiteral("/api/v1/people/invite?person=") + self->state.person->id.toString();
    const Result<void> invited = co_await self->askAsDevice(path, body);
    co_return invited;
}

QCoro::Task<Result<void>> Client::askForPasswordCode(QString email)
{
    return d->askAsDevice(QStringLiteral("/api/v1/auth/password/code"), {{QStringLiteral("email"), email}});
}

QCoro::Task<Result<void>> Client::setPasswordByCode(QString email, QString code, QString newPassword)
{
    return d->askAsDevice(QStringLiteral("/api/v1/auth/password/reset"),
                          {{QStringLiteral("email"), email},
                           {QStringLiteral("code"), code},
                           {QStringLiteral("new_password"), newPassword}});
}

QCoro::Task<Result<void>> Client::setPassword(QString password, QString newPassword)
{
    const QJsonObject body{{QStringLiteral("password"), password}, {QStringLiteral("new_password"), newPassword}};
    const Result<QJsonObject> answer = co_await d->askAsPerson(QStringLiteral("/api/v1/auth/password"), body);
    if (!answer)
        co_return failure(answer.error());
    co_return Result<void>();
}

QCoro::Task<Result<AuthenticatorOffer>> Client::offerAuthenticator(QString password)
{
    const QJsonObject body{{QStringLiteral("password"), password}};
    const Result<QJsonObject> answer = co_await d->askAsPerson(QStringLiteral("/api/v1/auth/totp"), body);
    co_return answer.and_then(&readOffer);
}

QCoro::Task<Result<QStringList>> Client::confirmAuthenticator(QString code)
{
    const QJsonObject body{{QStringLiteral("code"), code}};
    const Result<QJsonObject> answer = co_await d->askAsPerson(QStringLiteral("/api/v1/auth/totp/confirm"), body);
    co_return answer.and_then(&readRecoveryCodes);
}

} // namespace crema::sync
