// SPDX-License-Identifier: GPL-3.0-or-later
// The platform's REST API as whoever signed in uses it (docs/adr/032).
#include "models/base/json.h"
#include "models/feed/entity_codec.h"
#include "sync/rest/platform_client.h"

#include <QCoreApplication>

#include <utility>

namespace crema::sync {
namespace {

/// A third of what the platform waits for a repetition (docs/adr/032).
constexpr int refreshTimeoutMs = 8'000;

Exchange nobodySignedIn()
{
    Exchange exchange;
    exchange.verdict = Verdict::SignIn;
    exchange.problem = Problem{ProblemKind::NotSignedIn,
                               QStringLiteral("session.ended"),
                               QCoreApplication::translate("Rest", "Nobody is signed in at the platform from here."),
                               QCoreApplication::translate("Rest", "Sign in with mail address and password."),
                               {}};
    return exchange;
}

} // namespace

QCoro::Task<Result<Person>> PlatformClient::login(QString email, QString password, QString code)
{
    const auto keep = shared_from_this();
    HttpRequest sent = request("POST", QStringLiteral("/api/v1/auth/login"));
    QJsonObject credentials{{QStringLiteral("email"), email}, {QStringLiteral("password"), password}};
    if (!code.isEmpty())
        credentials.insert(QStringLiteral("code"), code);
    sent.body = json::writeCanonical(credentials);
    const Exchange exchange = co_await authorised(sent);
    const Result<QJsonObject> answer = jsonOf(exchange);
    if (!answer)
        co_return failure(answer.error());
    keepSession(*answer);
    co_return codec::readPerson(answer->value(QStringLiteral("person")).toObject());
}

void PlatformClient::keepSession(const QJsonObject &answer)
{
    keepToken(answer);
    m_isPersons = true;
    m_session = answer.value(QStringLiteral("session")).toString();
    m_refreshToken = answer.value(QStringLiteral("refresh_token")).toString();
}

QCoro::Task<Exchange> PlatformClient::renewSession()
{
    const auto keep = shared_from_this();
    HttpRequest sent = request("POST", QStringLiteral("/api/v1/auth/refresh"));
    const QString used = m_refreshToken;
    sent.body = json::writeCanonical(QJsonObject{{QStringLiteral("refresh_token"), used}});
    // The platform gives the same successor again for so long only: another try has to come before.
    sent.timeoutMs = refreshTimeoutMs;
    const Exchange renewed = co_await authorised(sent);
    // Somebody else signed in meanwhile, or nobody is signed in any more.
    if (m_refreshToken != used)
        co_return nobodySignedIn();
    if (const Result<QJsonObject> answer = jsonOf(renewed))
        keepSession(*answer);
    else if (renewed.verdict == Verdict::SignIn)
        m_refreshToken.clear();
    co_return renewed;
}

QCoro::Task<Exchange> PlatformClient::askAsDevice(QString path, QJsonObject body)
{
    HttpRequest sent = request("POST", {});
    sent.url = QUrl(path);
    sent.body = json::writeCanonical(body);
    return authorised(std::move(sent));
}

QCoro::Task<Exchange> PlatformClient::askAsPerson(QString path, QJsonObject body)
{
    HttpRequest sent = request("POST", path);
    sent.body = json::writeCanonical(body);
    return asPerson(std::move(sent));
}

QCoro::Task<Exchange> PlatformClient::readAsPerson(QString path, QUrlQuery query)
{
    HttpRequest sent = request("GET", path);
    sent.url.setQuery(query);
    return asPerson(std::move(sent));
}

QCoro::Task<Exchange> PlatformClient::asPerson(HttpRequest sent)
{
    const auto keep = shared_from_this();
    if (m_refreshToken.isEmpty())
        co_return nobodySignedIn();
    if (!m_isPersons || !hasToken()) {
        const Exchange renewed = co_await renewSession();
        if (renewed.verdict != Verdict::Accepted)
            co_return renewed;
    }
    sent.headers.append(std::pair<QByteArray, QByteArray>("Authorization", "Bearer " + m_token));
    co_return co_await exchange(sent);
}

QCoro::Task<> PlatformClient::leave()
{
    const auto keep = shared_from_this();
    const QString session = m_session;
    const QJsonObject body{{QStringLiteral("session"), session}};
    [[maybe_unused]] const Exchange ended = co_await askAsPerson(QStringLiteral("/api/v1/sessions/end"), body);
    // Somebody signed in meanwhile.
    if (m_session != session)
        co_return;
    // Whatever came back, the device asks for itself from now on; a session that goes on is seen in the list.
    m_refreshToken.clear();
    if (std::exchange(m_isPersons, false))
        m_token.clear();
}

} // namespace crema::sync
