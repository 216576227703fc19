// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/domain/services_fixture.h"

#include "models/security/secret_hash.h"
#include "models/security/tokens.h"
#include "platform/company/reference_writer.h"
#include "platform/devices/enrolment.h"
#include "platform/domain/bootstrap.h"
#include "platform/http/health_routes.h"
#include "platform/http/problem_document.h"
#include "platform/http/request_target.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QUrlQuery>

#include <thread>

namespace crema::testing {

ServicesTest::ServicesTest()
    : services({clock, randomness, log, metrics, checks, background, events}), doorParts{router, clock,   randomness,
                                                                                         log,    metrics, {},
                                                                                         {}},
      runner(doorParts)
{
    http::addHealthRoutes(router, checks, metrics, {});
    platform::ServeOptions options{url, folder.path(), false, std::nullopt};
    options.payments.provider = QStringLiteral("simulated");
    options.payments.stripeWebhookSecret = webhookSecret;
    const Result<void> started = services.start(options, router);
    EXPECT_TRUE(started) << (started ? "" : qPrintable(started.error().message));
    doorParts.authenticate = services.authenticate();
}

http::Response ServicesTest::call(http::Method method, const QByteArray &target, const QJsonObject &body,
                                  const QByteArray &token)
{
    http::Request request;
    request.method = method;
    request.target = target;
    request.path = target.left(target.contains('?') ? target.indexOf('?') : target.size());
    const QUrlQuery query(QString::fromLatin1(target.mid(request.path.size() + 1)));
    const auto items = query.queryItems(QUrl::FullyDecoded);
    for (const auto &item : items)
        request.query.append({item.first, item.second});
    request.remoteAddress = address;
    requestId = newId<OperationId>().value();
    request.id = requestId;
    if (method == http::Method::Post) {
        request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
        request.addHeader("Content-Type", "application/json");
    }
    if (!token.isEmpty())
        request.addHeader("Authorization", "Bearer " + token);
    const auto match = router.match(method, request.path);
    const http::Response response = serve(request);
    const auto *found = std::get_if<http::Router::Found>(&match);
    if (found && !response.events) {
        const QStringList problems = api.problemsOf(found->route->info, response);
        EXPECT_TRUE(problems.isEmpty()) << qPrintable(problems.join(QLatin1String("; ")));
    }
    return response;
}

http::Response ServicesTest::serve(http::Request request)
{
    const auto match = router.match(request.method, request.path);
    const auto *found = std::get_if<http::Router::Found>(&match);
    EXPECT_TRUE(found) << request.target.constData();
    if (!found)
        return {};
    request.parameters = found->parameters;
    http::Response response = runner.run(*found->route, request);
    if (response.problemValue) {
        response.body = http::problemDocument(*response.problemValue, response.status, request.id);
        response.setHeader("Content-Type", http::problemContentType);
    }
    return response;
}

QStringList ServicesTest::mails()
{
    while (background.waiting() > 0 || background.running() > 0 || services.isMailing())
        std::this_thread::yield();
    const QDir dir(folder.filePath(QStringLiteral("mail")));
    QStringList found;
    for (const QString &name : dir.entryList({QStringLiteral("*.eml")}, QDir::Files, QDir::Name)) {
        QFile file(dir.filePath(name));
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        const qsizetype body = bytes.indexOf("\r\n\r\n");
        found.append(QString::fromLatin1(bytes.left(body)) +
                     QString::fromUtf8(QByteArray::fromBase64(bytes.mid(body))));
    }
    return found;
}

QString ServicesTest::newCode(const QString &email)
{
    const auto connection = pool.borrow();
    return platform::makeEnrolCode(*connection, QStringLiteral("main"), email.isEmpty() ? manager.email : email,
                                   clock.now(), randomness)
        .value_or(QString());
}

http::Response ServicesTest::enrol(const Applicant &applicant, const QString &code)
{
    const QByteArray message = QStringLiteral("crema-enroll\n%1\n%2").arg(code, applicant.device.toString()).toUtf8();
    return post("/api/v1/devices/enroll", {{QStringLiteral("code"), code},
                                           {QStringLiteral("device"), applicant.device.toString()},
                                           {QStringLiteral("epoch"), 1},
                                           {QStringLiteral("name"), QStringLiteral("Till at the door")},
                                           {QStringLiteral("public_key"), toBase64Url(applicant.key.publicKey())},
                                           {QStringLiteral("signature"), toBase64Url(applicant.key.sign(message))}});
}

QByteArray ServicesTest::enrolledToken()
{
    const http::Response response = enrol(newApplicant(), newCode());
    EXPECT_EQ(response.status, 200) << response.body.constData();
    return json(response).value(QStringLiteral("access_token")).toString().toLatin1();
}

std::unique_ptr<platform::AccessTokens> ServicesTest::platformTokens()
{
    return platform::loadAccessTokens(pool, clock.now(), randomness).value();
}

http::Response ServicesTest::askToken(const Applicant &applicant, const QString &nonce)
{
    return post("/api/v1/devices/token", {{QStringLiteral("device"), applicant.device.toString()},
                                          {QStringLiteral("nonce"), nonce},
                                          {QStringLiteral("signature"),
                                           toBase64Url(applicant.key.sign("crema-device-token\n" + nonce.toUtf8()))}});
}

void ServicesTest::givePassword(const Person &person, const QString &password)
{
    givePasswordHash(person, hashSecret(password, randomness));
}

void ServicesTest::givePasswordHash(const Person &person, const QString &hash)
{
    const auto connection = pool.borrow();
    platform::Transaction transaction(*connection);
    platform::ReferenceWriter writer(transaction);
    writer.save(person, hash, clock.now());
    writer.finish();
    transaction.commit();
}

QJsonObject ServicesTest::json(const http::Response &response)
{
    return QJsonDocument::fromJson(response.body).object();
}

QString ServicesTest::code(const http::Response &response)
{
    return json(response).value(QStringLiteral("code")).toString();
}

} // namespace crema::testing
