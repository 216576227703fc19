// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/rest/platform_client.h"

#include "models/base/json.h"
#include "models/base/json_fields.h"
#include "models/feed/entity_codec.h"
#include "models/operations/known_receipts.h"
#include "models/security/tokens.h"
#include "sync/rest/exchange_race.h"

#include <QCoreApplication>
#include <QUrlQuery>

namespace crema::sync {
namespace {

/// A token is renewed this long before it ends, so that it does not end on the way.
constexpr std::int64_t tokenMarginMs = 60'000;

/// Three heartbeats of the platform.
constexpr int streamSilenceMs = 45'000;

constexpr int healthTimeoutMs = 5'000;
/// A person waits for it, and has what was known last instead.
constexpr int lookTimeoutMs = 10'000;

tl::unexpected<Problem> unreadable()
{
    return failure(
        ProblemKind::Unavailable, QStringLiteral("network.unreadable"),
        QCoreApplication::translate("Rest", "The answer of the platform could not be read."),
        QCoreApplication::translate("Rest", "Check the platform's address, and that both programs are up to date."));
}

QString pathOf(QStringView tail)
{
    return QStringLiteral("/api/v1/") + tail.toString();
}

/// Nobody answered, somebody else did, or the platform's node is out of order: another address may do better.
bool isAddressAtFault(const Exchange &exchange)
{
    if (exchange.verdict == Verdict::NotPlatform)
        return true;
    const int status = exchange.answer.status;
    return exchange.verdict == Verdict::Wait && status != 425 && status != 429;
}

/// `unsentOnly`: what may have been taken by somebody goes nowhere else.
bool mayGoElsewhere(const Exchange &exchange, bool unsentOnly)
{
    if (!unsentOnly)
        return isAddressAtFault(exchange);
    return exchange.problem && (exchange.problem->code == QLatin1String("network.unreachable") ||
                                exchange.problem->code == QLatin1String("network.tls"));
}

QUrl urlAt(const QUrl &base, const QUrl &path)
{
    QUrl url = base;
    QString whole = base.path();
    while (whole.endsWith(u'/'))
        whole.chop(1);
    url.setPath(whole + path.path());
    url.setQuery(path.query(QUrl::FullyEncoded));
    return url;
}

Result<Enrolment> readEnrolment(const QJsonObject &json)
{
    const auto company = codec::readCompany(json.value(QStringLiteral("company")).toObject());
    const auto location = codec::readLocation(json.value(QStringLiteral("location")).toObject());
    const auto person = codec::readPerson(json.value(QStringLiteral("person")).toObject());
    if (!company || !location || !person)
        return unreadable();
    Enrolment result{*company, *location, std::nullopt, *person, 1};
    if (const QJsonValue reg = json.value(QStringLiteral("register")); reg.isObject()) {
        const auto read = codec::readRegister(reg.toObject());
        if (!read)
            return unreadable();
        result.registerInfo = *read;
    }
    result.feedEpoch = json.value(QStringLiteral("feed")).toObject().value(QStringLiteral("epoch")).toInteger(1);
    return result;
}

/// Nothing as well for one that this version cannot read: the store stays where it is.
std::optional<StoreMove> readMove(const QJsonObject &json)
{
    JsonFields fields(json);
    const QUuid claim = fields.uuid(QStringLiteral("claim"));
    const auto reg = fields.id<RegisterId>(QStringLiteral("register"));
    const Result<Location> location = codec::readLocation(fields.object(QStringLiteral("location")));
    if (!fields.problems().isEmpty() || !location)
        return std::nullopt;
    return StoreMove{claim, reg, *location};
}

std::optional<KnownStore> readKnownStore(const QJsonObject &answer)
{
    const QJsonObject store = answer.value(QStringLiteral("store")).toObject();
    if (store.isEmpty())
        return std::nullopt;
    KnownStore known{store.value(QStringLiteral("epoch")).toInteger(),
                     store.value(QStringLiteral("known")).toBool(true),
                     store.value(QStringLiteral("highest_sequence")).toInteger(), std::nullopt};
    if (const std::int64_t feedEpoch = store.value(QStringLiteral("feed_epoch")).toInteger(); feedEpoch > 0)
        known.feedEpoch = feedEpoch;
    if (store.value(QStringLiteral("move")).isObject())
        known.move = readMove(store.value(QStringLiteral("move")).toObject());
    return known;
}

void sayFeedEpoch(HttpRequest &request, std::optional<std::int64_t> feedEpoch)
{
    if (!feedEpoch)
        return;
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("feed_epoch"), QString::number(*feedEpoch));
    request.url.setQuery(query);
}

} // namespace

ClockSample sampleOf(UtcTime serverTime, UtcTime now, std::int64_t roundTripMs)
{
    // The platform wrote the answer about half the round trip ago, somewhere in the second that it names.
    constexpr std::int64_t halfSecondMs = 500;
    const std::int64_t halfTripMs = roundTripMs / 2;
    return {serverTime.msSinceEpoch() + halfSecondMs + halfTripMs - now.msSinceEpoch(), halfSecondMs + halfTripMs};
}

PlatformClient::PlatformClient(HttpTransport &network, Clock &clock, const QList<QUrl> &addresses,
                               DeviceIdentity identity)
    : m_network(network), m_clock(clock), m_questions(clock), m_addresses(addresses), m_identity(std::move(identity))
{}

bool PlatformClient::isAboutToken(const Exchange &exchange, bool isPersons)
{
    static const QSet<QString> aboutPerson{QStringLiteral("auth.wrong_credentials"), QStringLiteral("auth.code_needed"),
                                           QStringLiteral("auth.wrong_code")};
    if (exchange.answer.status != 401)
        return false;
    const QString code = exchange.problem ? exchange.problem->code : QString();
    return !aboutPerson.contains(code) && (isPersons || !code.startsWith(u"session."));
}

HttpRequest PlatformClient::request(const QByteArray &method, const QString &path) const
{
    HttpRequest request;
    request.method = method;
    request.url.setPath(path);
    request.headers.append(std::pair<QByteArray, QByteArray>("Accept", "application/json"));
    if (method == "POST")
        request.headers.append(std::pair<QByteArray, QByteArray>("Content-Type", "application/json"));
    return request;
}

QCoro::Task<Exchange> PlatformClient::exchangeAt(int address, HttpRequest sent)
{
    const auto keep = shared_from_this();
    const QByteArray question = m_questions.name(sent);
    const std::int64_t sentMs = m_clock.monotonicMs();
    m_addresses.began(address, sentMs);
    sent.url = urlAt(m_addresses.url(address), sent.url);
    const Result<HttpAnswer> heard = co_await ExchangeRace(m_network, m_clock, sent);
    const Result<HttpAnswer> answer = Questions::answerTo(question, heard);
    const std::int64_t endedMs = m_clock.monotonicMs();
    const Exchange judged = judge(answer, m_clock.now());
    m_addresses.ended(address, !isAddressAtFault(judged), endedMs);
    if (judged.serverTime)
        m_clockSample = sampleOf(*judged.serverTime, m_clock.now(), endedMs - sentMs);
    co_return judged;
}

QCoro::Task<Exchange> PlatformClient::exchange(HttpRequest sent, Failover failover)
{
    const auto keep = shared_from_this();
    m_retries.earn();
    QList<int> tried;
    std::optional<int> address = m_addresses.choose(m_clock.monotonicMs(), tried);
    const Exchange first = co_await exchangeAt(*address, sent);
    if (!mayGoElsewhere(first, failover == Failover::Unsent))
        co_return first;
    // No answer means unknown, so the same may go to another address where the platform knows it again.
    for (;;) {
        tried.append(*address);
        address = m_addresses.choose(m_clock.monotonicMs(), tried);
        if (!address || !m_retries.spend())
            co_return first;
        const Exchange another = co_await exchangeAt(*address, sent);
        if (!mayGoElsewhere(another, failover == Failover::Unsent))
            co_return another;
    }
}

QCoro::Task<Exchange> PlatformClient::post(QString path, QJsonObject body)
{
    HttpRequest sent = request("POST", path);
    sent.body = json::writeCanonical(body);
    return exchange(std::move(sent));
}

void PlatformClient::keepToken(const QJsonObject &answer)
{
    m_isPersons = false;
    m_token = answer.value(QStringLiteral("access_token")).toString().toLatin1();
    m_tokenEndsMs =
        m_clock.monotonicMs() + answer.value(QStringLiteral("expires_in")).toInteger() * 1'000 - tokenMarginMs;
}

bool PlatformClient::hasToken() const
{
    return !m_token.isEmpty() && m_clock.monotonicMs() < m_tokenEndsMs;
}

QCoro::Task<Exchange> PlatformClient::renewToken()
{
    const auto keep = shared_from_this();
    const Exchange first = co_await askForToken();
    // The network doubled the answer to the challenge, or was slow: a new one.
    if (first.answer.status != 425)
        co_return first;
    Exchange second = co_await askForToken();
    // That the platform has heard it before says nothing to people: it was the answer that did not come.
    if (second.answer.status == 425)
        second.problem = lostAnswer();
    co_return second;
}

QCoro::Task<Exchange> PlatformClient::askForToken()
{
    const auto keep = shared_from_this();
    const QString device = m_identity.device.toString();
    const QJsonObject question{{QStringLiteral("device"), device}};
    Exchange challenge = co_await post(pathOf(u"devices/challenge"), question);
    const Result<QJsonObject> asked = jsonOf(challenge);
    if (!asked) {
        challenge.problem = asked.error();
        if (challenge.verdict == Verdict::Accepted)
            challenge.verdict = Verdict::NotPlatform;
        co_return challenge;
    }
    const QString nonce = asked->value(QStringLiteral("nonce")).toString();
    const QByteArray signature = m_identity.key.sign("crema-device-token\n" + nonce.toUtf8());
    const QJsonObject proof{{QStringLiteral("device"), device},
                            {QStringLiteral("epoch"), qint64(m_identity.epoch)},
                            {QStringLiteral("nonce"), nonce},
                            {QStringLiteral("signature"), toBase64Url(signature)}};
    Exchange given = co_await post(pathOf(u"devices/token"), proof);
    const Result<QJsonObject> token = jsonOf(given);
    if (token) {
        keepToken(*token);
        m_knownStore = readKnownStore(*token);
    } else {
        given.problem = token.error();
        if (given.verdict == Verdict::Accepted)
            given.verdict = Verdict::NotPlatform;
    }
    co_return given;
}

QCoro::Task<Exchange> PlatformClient::authorised(HttpRequest sent, Failover failover)
{
    const auto keep = shared_from_this();
    const auto plain = sent.headers;
    for (int attempt = 0;; ++attempt) {
        if (!hasToken()) {
            const Exchange renewed = co_await renewToken();
            if (renewed.verdict != Verdict::Accepted)
                co_return renewed;
        }
        sent.headers = plain;
        const QByteArray token = m_token;
        const bool isPersons = m_isPersons;
        sent.headers.append(std::pair<QByteArray, QByteArray>("Authorization", "Bearer " + token));
        const Exchange judged = co_await exchange(sent, failover);
        // A platform that was started anew does not know the token any more: one new one, then the answer counts.
        const bool aboutToken = isAboutToken(judged, isPersons);
        if (!aboutToken || attempt > 0)
            co_return judged;
        if (m_token == token) // another request may have renewed it
            m_token.clear();
    }
}

QCoro::Task<Result<Enrolment>> PlatformClient::enroll(QString code, QString name)
{
    const auto keep = shared_from_this();
    const QString device = m_identity.device.toString();
    const QByteArray signature = m_identity.key.sign("crema-enroll\n" + code.toUtf8() + '\n' + device.toUtf8());
    const QJsonObject application{{QStringLiteral("code"), code},
                                  {QStringLiteral("device"), device},
                                  {QStringLiteral("epoch"), qint64(m_identity.epoch)},
                                  {QStringLiteral("name"), name},
                                  {QStringLiteral("public_key"), toBase64Url(m_identity.key.publicKey())},
                                  {QStringLiteral("signature"), toBase64Url(signature)}};
    const Exchange exchange = co_await post(pathOf(u"devices/enroll"), application);
    const Result<QJsonObject> answer = jsonOf(exchange);
    if (!answer)
        co_return failure(answer.error());
    keepToken(*answer);
    co_return readEnrolment(*answer);
}

QCoro::Task<Result<void>> PlatformClient::readmit(QString code)
{
    const auto keep = shared_from_this();
    const QString device = m_identity.device.toString();
    const QByteArray signature = m_identity.key.sign("crema-readmit\n" + code.toUtf8() + '\n' + device.toUtf8());
    const QJsonObject application{{QStringLiteral("code"), code},
                                  {QStringLiteral("device"), device},
                                  {QStringLiteral("signature"), toBase64Url(signature)}};
    const Exchange exchange = co_await post(pathOf(u"devices/readmit"), application);
    const Result<QJsonObject> answer = jsonOf(exchange);
    if (!answer)
        co_return failure(answer.error());
    co_return Result<void>();
}

QCoro::Task<Exchange> PlatformClient::session()
{
    const auto keep = shared_from_this();
    if (!hasToken())
        co_return co_await renewToken();
    Exchange held;
    held.verdict = Verdict::Accepted;
    co_return held;
}

QCoro::Task<Exchange> PlatformClient::claimEpoch(EpochClaim claim)
{
    QJsonObject body = toJson(claim);
    body.insert(QStringLiteral("signature"), toBase64Url(m_identity.key.sign(claim.signedText())));
    HttpRequest sent = request("POST", pathOf(u"devices/epoch"));
    sent.body = json::writeCanonical(body);
    return authorised(std::move(sent));
}

void PlatformClient::useEpoch(std::int64_t epoch)
{
    if (epoch == m_identity.epoch)
        return;
    m_identity.epoch = epoch;
    forgetSession();
}

void PlatformClient::forgetFeedEpoch()
{
    if (m_knownStore)
        m_knownStore->feedEpoch.reset();
}

void PlatformClient::forgetSession()
{
    m_token.clear();
    m_knownStore.reset();
}

QCoro::Task<Exchange> PlatformClient::push(QByteArray body, std::optional<std::int64_t> feedEpoch)
{
    HttpRequest sent = request("POST", pathOf(u"sync/operations"));
    sayFeedEpoch(sent, feedEpoch);
    sent.body = std::move(body);
    return authorised(std::move(sent));
}

QCoro::Task<Exchange> PlatformClient::knownReceipts(QList<OperationId> asked, std::optional<std::int64_t> feedEpoch)
{
    HttpRequest sent = request("POST", pathOf(u"sync/receipts/known"));
    sayFeedEpoch(sent, feedEpoch);
    sent.body = writeReceiptsQuestion(asked);
    return authorised(std::move(sent));
}

QCoro::Task<Exchange> PlatformClient::countersign(QByteArray body)
{
    HttpRequest sent = request("POST", pathOf(u"journal/entries"));
    sent.body = std::move(body);
    return authorised(std::move(sent));
}

QCoro::Task<Exchange> PlatformClient::pull(Cursor cursor, int limit)
{
    HttpRequest sent = request("GET", pathOf(u"sync/changes"));
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("cursor"), cursor.toString());
    query.addQueryItem(QStringLiteral("limit"), QString::number(limit));
    sent.url.setQuery(query);
    return authorised(std::move(sent));
}

QCoro::Task<Exchange> PlatformClient::snapshot(Cursor cut, SnapshotPlace after, QStringList types, int limit)
{
    HttpRequest sent = request("GET", pathOf(u"sync/snapshot"));
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("cut"), cut.toString());
    query.addQueryItem(QStringLiteral("after"), after.toString());
    query.addQueryItem(QStringLiteral("limit"), QString::number(limit));
    if (!types.isEmpty())
        query.addQueryItem(QStringLiteral("types"), types.join(u','));
    sent.url.setQuery(query);
    return authorised(std::move(sent));
}

QCoro::Task<Exchange> PlatformClient::checkpoint(Cursor cursor, QStringList differs)
{
    HttpRequest sent = request("GET", pathOf(u"sync/checkpoint"));
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("cursor"), cursor.toString());
    if (!differs.isEmpty())
        query.addQueryItem(QStringLiteral("differs"), differs.join(u','));
    sent.url.setQuery(query);
    return authorised(std::move(sent));
}

QCoro::Task<Exchange> PlatformClient::reportHealth(QByteArray body)
{
    HttpRequest sent = request("POST", pathOf(u"devices/health"));
    sent.body = std::move(body);
    sent.timeoutMs = healthTimeoutMs;
    return authorised(std::move(sent));
}

QCoro::Task<Exchange> PlatformClient::deviceHealth(PersonId person)
{
    HttpRequest sent = request("GET", pathOf(u"devices/health"));
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("person"), person.toString());
    sent.url.setQuery(query);
    sent.timeoutMs = lookTimeoutMs;
    return asPersonOrDevice(person, std::move(sent));
}

QCoro::Task<Exchange> PlatformClient::auditTrail(PersonId person, QUrlQuery query)
{
    HttpRequest sent = request("GET", pathOf(u"audit"));
    query.addQueryItem(QStringLiteral("person"), person.toString());
    sent.url.setQuery(query);
    sent.timeoutMs = lookTimeoutMs;
    return asPersonOrDevice(person, std::move(sent));
}

QCoro::Task<Exchange> PlatformClient::exportCustomer(PersonId person, CustomerId id)
{
    HttpRequest sent = request("GET", pathOf(QStringLiteral("customers/%1/export").arg(id.toString())));
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("person"), person.toString());
    sent.url.setQuery(query);
    sent.timeoutMs = lookTimeoutMs;
    return asPersonOrDevice(person, std::move(sent));
}

QCoro::Task<std::unique_ptr<EventStream>> PlatformClient::follow(EventListener listener)
{
    const auto keep = shared_from_this();
    if (!hasToken()) {
        const Exchange renewed = co_await renewToken();
        if (renewed.verdict != Verdict::Accepted)
            co_return std::unique_ptr<EventStream>();
    }
    const std::optional<int> address = m_addresses.choose(m_clock.monotonicMs(), {});
    HttpRequest sent = request("GET", pathOf(u"sync/stream"));
    sent.url = urlAt(m_addresses.url(*address), sent.url);
    sent.headers.first() = std::pair<QByteArray, QByteArray>("Accept", "text/event-stream");
    sent.headers.append(std::pair<QByteArray, QByteArray>("Authorization", "Bearer " + m_token));
    sent.timeoutMs = streamSilenceMs;
    co_return m_network.follow(sent, listener);
}

} // namespace crema::sync
