// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/world/sim_platform.h"

#include "models/base/uuid7.h"
#include "models/money/money_json.h"
#include "models/operations/envelope.h"
#include "models/operations/operation_codec.h"
#include "models/operations/operation_types.h"
#include "models/operations/storage_failure.h"
#include "platform/company/config_service.h"
#include "platform/devices/device_health_routes.h"
#include "platform/devices/device_routes.h"
#include "platform/http/problem_document.h"
#include "platform/identity/authenticator.h"
#include "platform/identity/device_revocations.h"
#include "platform/identity/ended_sessions.h"
#include "platform/sync/buffered_unit_of_work.h"
#include "platform/sync/journal_routes.h"
#include "platform/sync/push.h"
#include "platform/sync/sync_routes.h"
#include "tests/simulation/world/erasure_oracle.h"

#include <QJsonDocument>
#include <QUrlQuery>

namespace crema::simulation {

namespace {

/// One key for all seeds: making one takes longer than a world.
const QByteArray &signingKey()
{
    static const QByteArray pem = platform::TokenKey::generate(1'024);
    return pem;
}

/// The access token or the proof that a request carries.
QByteArray secretIn(const sync::HttpRequest &request)
{
    constexpr qsizetype prefix = 7; // "Bearer "
    for (const auto &[name, value] : request.headers) {
        if (name == "Authorization")
            return value.sliced(prefix);
    }
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    return body.value(QStringLiteral("signature")).toString().toLatin1();
}

class NobodyListens final : public http::EventPublisher
{
public:
    void publish(const QByteArray &, const http::Event &) override {}
};

std::unique_ptr<platform::AccessTokens> makeTokens(Randomness &randomness)
{
    auto tokens = platform::AccessTokens::fromPem(signingKey(), randomness);
    Q_ASSERT(tokens);
    return *std::move(tokens);
}

} // namespace

/// What lives as long as one process of crema-platform.
class SimPlatform::Process
{
public:
    Process(SimClock &clock, Dice &dice, MemoryDatabase &database, const platform::Log::Sink &sink)
        : log(clock, platform::LogLevel::Info, sink), tokens(makeTokens(dice)), revocations(database),
          endedSessions(pool, clock),
          config(pool, clock, log), core{pool,   database, clock,       dice,          log,   metrics,
                                         events, *tokens,  revocations, endedSessions, config},
          session(*tokens, dice), parts{router, clock, dice, log, metrics, platform::makeAuthenticate(core), {}},
          runner(parts)
    {
        platform::addDeviceRoutes(router, core, session, limit);
        platform::addDeviceHealthRoutes(router, core);
        platform::addSyncRoutes(router, core);
        platform::addJournalRoutes(router, core);
        const platform::Push push(
            [&database] { return std::make_unique<platform::BufferedUnitOfWork>(database.begin()); });
        try {
            push.releaseOverdue(clock.now());
        } catch (const StorageFailure &) {
            // As at a real start that meets a busy database: the next one looks again.
        }
    }

    platform::Log log;
    platform::Metrics metrics;
    platform::ConnectionPool pool{QString(), 1}; // never opened: no route of the simulation leads there
    NobodyListens events;
    std::unique_ptr<platform::AccessTokens> tokens;
    platform::DeviceRevocations revocations;
    platform::EndedSessions endedSessions; // no person signs in by password here, so it is never asked
    platform::ConfigService config;        // what is judged goes by the settings of its unit
    platform::DomainCore core;
    platform::DeviceSession session;
    platform::ProcessAttemptBackoff limit{{10, 60'000, 900'000}};
    http::Router router;
    http::DoorParts parts;
    http::RouteRunner runner;
};

SimPlatform::SimPlatform(Scheduler &scheduler, Dice dice, std::unique_ptr<MemoryDatabase> database)
    : m_scheduler(scheduler), m_dice(dice), m_clock(scheduler, QUuid()), m_database(std::move(database)),
      m_watch(*m_database), m_process(makeProcess())
{
    m_database->committed = [this] { m_watch.look(); };
}

SimPlatform::~SimPlatform() = default;

std::shared_ptr<SimPlatform::Process> SimPlatform::makeProcess()
{
    return std::make_shared<Process>(m_clock, m_dice, *m_database, [this](QByteArrayView line) { look(line); });
}

void SimPlatform::setTwo(bool two)
{
    m_other = two ? makeProcess() : nullptr;
}

void SimPlatform::restart()
{
    // One after the other, as in a rolling deploy.
    if (m_other)
        m_process = std::exchange(m_other, makeProcess());
    else
        m_process = makeProcess();
}

/// No token and no proof is in a line of the log, and nobody who could be erased.
void SimPlatform::look(QByteArrayView logLine)
{
    const auto isIn = [logLine](const QByteArray &secret) { return logLine.contains(secret); };
    if (m_objection.isEmpty() && std::any_of(m_secrets.cbegin(), m_secrets.cend(), isIn))
        m_objection = QStringLiteral("a line of the log holds a secret");
    if (m_objection.isEmpty() && ErasureOracle::namesSomebody(logLine))
        m_objection = QStringLiteral("a line of the log names somebody");
}

/// Bounds hold in both directions, and no store uses a sequence for another operation (sync.md rules 5, 11 and 29).
void SimPlatform::look(const sync::HttpRequest &request, const sync::HttpAnswer &answer)
{
    constexpr qsizetype batchBytes = 512 * 1'024;
    constexpr qsizetype feedRows = 2'000;
    const bool isPush = request.url.path().endsWith(QLatin1String("/sync/operations"));
    QString objection;
    if (isPush && (request.body.size() > batchBytes || request.body.count("{\"device\":") > PushRequest::maxOperations))
        objection = QStringLiteral("a batch is larger than it may be");
    else if (m_database->largestTransaction > feedRows)
        objection = QStringLiteral("a transaction gave %1 rows to the feed").arg(m_database->largestTransaction);
    else if (answer.body.contains("\"sync.sequence_reused\""))
        objection = QStringLiteral("a store used a sequence again");
    if (m_objection.isEmpty())
        m_objection = objection;
}

QByteArray SimPlatform::withPricesMerged(const QByteArray &push)
{
    const QString fieldsName = QStringLiteral("fields");
    const QString priceName = QStringLiteral("price");
    Result<PushRequest> request = readPushRequest(push);
    if (!request)
        return push;
    for (Envelope &envelope : request->envelopes) {
        Result<Operation> operation = readOperation(envelope.operation);
        if (!operation || operation->type != operation::variantEdit)
            continue;
        if (!m_merged.contains(operation->id)) {
            const auto variant = m_database->state.variants.constFind(VariantId(operation->subject.id));
            QJsonObject fields = operation->body.value(fieldsName).toObject();
            QJsonObject price = fields.value(priceName).toObject();
            if (variant == m_database->state.variants.constEnd() || price.isEmpty() || !variant->value.price)
                continue;
            price.insert(QStringLiteral("from"), priceToJson(*variant->value.price));
            fields.insert(priceName, price);
            operation->body.insert(fieldsName, fields);
            m_merged.insert(operation->id, canonicalBytes(*operation));
        }
        envelope.operation = m_merged.value(operation->id);
    }
    return writePushRequest(*request);
}

sync::HttpAnswer SimPlatform::answer(const sync::HttpRequest &sent)
{
    http::Request request;
    request.method = sent.method == "POST" ? http::Method::Post : http::Method::Get;
    request.path = sent.url.path(QUrl::FullyEncoded).toLatin1();
    request.target = request.path;
    const QUrlQuery query(sent.url);
    const auto items = query.queryItems(QUrl::FullyDecoded);
    for (const auto &item : items)
        request.query.append({item.first, item.second});
    for (const auto &[name, value] : sent.headers)
        request.addHeader(name, value);
    request.remoteAddress = QStringLiteral("10.0.0.1");
    request.id = makeUuid7(m_clock.now(), m_dice);
    request.body = sent.body;
    if (m_mergesPrices && sent.url.path().endsWith(QLatin1String("/sync/operations")))
        request.body = withPricesMerged(sent.body);
    if (const QByteArray secret = secretIn(sent); !secret.isEmpty() && !m_secrets.contains(secret))
        m_secrets.append(secret);
    const std::shared_ptr<Process> process = m_other && m_dice.chance(500) ? m_other : m_process;
    const auto match = process->router.match(request.method, request.path);
    const auto *found = std::get_if<http::Router::Found>(&match);
    if (!found)
        return {404, {}, {}};
    http::Response response = process->runner.run(*found->route, request);
    sync::HttpAnswer answer;
    answer.status = response.status;
    answer.body = response.problemValue ? http::problemDocument(*response.problemValue, response.status, request.id)
                                        : response.body;
    answer.headers.insert("content-type", response.problemValue ? QByteArray(http::problemContentType)
                                                                : response.header("Content-Type"));
    if (const QByteArrayView question = request.question(); !question.isEmpty())
        answer.headers.insert("crema-question", question.toByteArray());
    look(sent, answer);
    if (m_keepsEpochs && request.path.endsWith("devices/epoch") && answer.status == 200) {
        QJsonObject given = QJsonDocument::fromJson(answer.body).object();
        given[QStringLiteral("epoch")] = QJsonDocument::fromJson(sent.body).object()[QStringLiteral("epoch")];
        given[QStringLiteral("highest_sequence")] = 0;
        answer.body = QJsonDocument(given).toJson(QJsonDocument::Compact);
    }
    if (const QByteArray wait = response.header("Retry-After"); !wait.isEmpty())
        answer.headers.insert("retry-after", wait);
    if (const QByteArray digest = response.header("Content-Digest"); !digest.isEmpty())
        answer.headers.insert("content-digest", digest);
    return answer;
}

} // namespace crema::simulation
