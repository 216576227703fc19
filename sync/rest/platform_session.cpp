// SPDX-License-Identifier: GPL-3.0-or-later
// The platform's REST API as whoever signed in uses it (docs/adr/032).
#include "models/base/json.h"
#include "models/feed/entity_codec.h"
#include "models/people/authenticator_rule.h"
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
    const Exchange exchange = co_await authorised(sent, Failover::Unsent);
    const Result<QJsonObject> answer = jsonOf(exchange);
    if (!answer)
        co_return failure(answer.error());
    const Result<Person> person = codec::readPerson(answer->value(QStringLiteral("person")).toObject());
    keepSession(*answer);
    m_person = person ? std::optional(person->id) : std::nullopt;
    if (answer->value(QStringLiteral("authenticator_needed")).toBool())
        co_return failure(authenticatorNeeded());
    co_return person;
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
        forgetPerson();
    co_return renewed;
}

QCoro::Task<Exchange> PlatformClient::askAsDevice(QString path, QJsonObject body)
{
    HttpRequest sent = request("POST", {});
    sent.url = QUrl(path);
    sent.body = json::writeCanonical(body);
    return authorised(std::move(sent), Failover::Unsent);
}

QCoro::Task<Exchange> PlatformClient::askAsPerson(QString path, QJsonObject body)
{
    HttpRequest sent = request("POST", path);
    sent.body = json::writeCanonical(body);
    return asPerson(std::move(sent), Failover::Unsent);
}

QCoro::Task<Exchange> PlatformClient::readAsPerson(QString path, QUrlQuery query)
{
    HttpRequest sent = request("GET", path);
    sent.url.setQuery(query);
    return asPerson(std::move(sent), Failover::Unanswered);
}

QCoro::Task<Exchange> PlatformClient::asPerson(HttpRequest sent, Failover failover)
{
    const auto keep = shared_from_this();
    const std::optional<PersonId> person = m_person;
    const auto plain = sent.headers;
    for (int attempt = 0;; ++attempt) {
        if (m_refreshToken.isEmpty() || m_person != person)
            co_return nobodySignedIn();
        if (!m_isPersons || !hasToken()) {
            const Exchange renewed = co_await renewSession();
            if (renewed.verdict != Verdict::Accepted)
                co_return renewed;
        }
        sent.headers = plain;
        const QByteArray token = m_token;
        sent.headers.append(std::pair<QByteArray, QByteArray>("Authorization", "Bearer " + token));
        const Exchange judged = co_await exchange(sent, failover);
        // A platform that was started anew, or has other keys, does not know the token: nothing was done with it.
        const bool aboutToken = isAboutToken(judged, true);
        if (!aboutToken || attempt > 0)
            co_return judged;
        if (m_token == token)
            m_token.clear();
    }
}

QCoro::Task<Exchange> PlatformClient::asPersonOrDevice(PersonId person, HttpRequest sent)
{
    const auto keep = shared_from_this();
    if (m_person == person) {
        const Exchange asked = co_await asPerson(sent, Failover::Unanswered);
        // Whose session has ended meanwhile is told what the device may know.
        if (m_person == person)
            co_return asked;
    }
    co_return co_await authorised(sent);
}

void PlatformClient::forgetPerson()
{
    m_person.reset();
    m_session.clear();
    m_refreshToken.clear();
    if (std::exchange(m_isPersons, false))
        m_token.clear();
}

QCoro::Task<> PlatformClient::leave()
{
    const auto keep = shared_from_this();
    const QString session = m_session;
    const QString refreshToken = m_refreshToken;
    QByteArray token = m_isPersons && hasToken() ? m_token : QByteArray();
    // At once: whoever is here next asks for nothing in the name of the one before.
    forgetPerson();
    if (session.isEmpty() || refreshToken.isEmpty())
        co_return;
    if (token.isEmpty()) {
        HttpRequest renewing = request("POST", QStringLiteral("/api/v1/auth/refresh"));
        renewing.body = json::writeCanonical(QJsonObject{{QStringLiteral("refresh_token"), refreshToken}});
        renewing.timeoutMs = refreshTimeoutMs;
        const Exchange renewed = co_await authorised(renewing);
        const Result<QJsonObject> answer = jsonOf(renewed);
        if (!answer)
            co_return;
        token = answer->value(QStringLiteral("access_token")).toString().toLatin1();
    }
    HttpRequest ending = request("POST", QStringLiteral("/api/v1/sessions/end"));
    ending.body = json::writeCanonical(QJsonObject{{QStringLiteral("session"), session}});
    ending.headers.append(std::pair<QByteArray, QByteArray>("Authorization", "Bearer " + token));
    // Whatever comes back: a session that goes on is seen in the list.
    [[maybe_unused]] const Exchange ended = co_await exchange(ending);
}

} // namespace crema::sync
