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

} // namespace

QCoro::Task<Result<QJsonObject>> Client::Private::askAsPerson(QString path, QJsonObject body)
{
    const auto self = shared_from_this();
    if (!self->platform)
        co_return failure(nobodyThere());
    const auto connection = self->platform;
    const Exchange exchange = co_await connection->askAsPerson(QStringLiteral("/api/v1/auth/") + path, body);
    const Result<QJsonObject> answer = jsonOf(exchange);
    self->noteRefusal(answer);
    co_return answer;
}

QCoro::Task<Result<void>> Client::setPassword(QString password, QString newPassword)
{
    const QJsonObject body{{QStringLiteral("password"), password}, {QStringLiteral("new_password"), newPassword}};
    const Result<QJsonObject> answer = co_await d->askAsPerson(QStringLiteral("password"), body);
    if (!answer)
        co_return failure(answer.error());
    co_return Result<void>();
}

QCoro::Task<Result<AuthenticatorOffer>> Client::offerAuthenticator(QString password)
{
    const QJsonObject body{{QStringLiteral("password"), password}};
    const Result<QJsonObject> answer = co_await d->askAsPerson(QStringLiteral("totp"), body);
    co_return answer.and_then(&readOffer);
}

QCoro::Task<Result<QStringList>> Client::confirmAuthenticator(QString code)
{
    const QJsonObject body{{QStringLiteral("code"), code}};
    const Result<QJsonObject> answer = co_await d->askAsPerson(QStringLiteral("totp/confirm"), body);
    co_return answer.and_then(&readRecoveryCodes);
}

} // namespace crema::sync
