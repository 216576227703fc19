// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/world/sim_platform.h"

#include "models/base/uuid7.h"
#include "models/money/money_json.h"
#include "models/operations/envelope.h"
#include "models/operations/operation_codec.h"
#include "models/operations/operation_types.h"
#include "models/operations/storage_failure.h"
#include "platform/devices/device_health_routes.h"
#include "platform/devices/device_routes.h"
#include "platform/http/problem_document.h"
#include "platform/identity/authenticator.h"
#include "platform/identity/device_revocations.h"
#include "platform/sync/buffered_unit_of_work.h"
#include "platform/sync/journal_routes.h"
#include "platform/sync/push.h"
#include "platform/sync/sync_routes.h"

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
    Process(SimClock &clock, Dice &dice, MemoryDatabase &database)
        : log(clock, platform::LogLevel::Severe, [](QByteArrayView) {}), tokens(makeTokens(dice)),
          revocations(database), core{pool, database, clock, dice, log, metrics, events, *tokens, revocations},
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
    platform::DomainCore core;
    platform::DeviceSession session;
    platform::AttemptBackoff limit{{10, 60'000, 900'000}};
    http::Router router;
    http::DoorParts parts;
    http::RouteRunner runner;
};

SimPlatform::SimPlatform(Scheduler &scheduler, Dice dice, std::unique_ptr<MemoryDatabase> database)
    : m_scheduler(scheduler), m_dice(dice), m_clock(scheduler, QUuid()), m_database(std::move(database)),
      m_process(std::make_shared<Process>(m_clock, m_dice, *m_database))
{}

SimPlatform::~SimPlatform() = default;

void SimPlatform::restart()
{
    m_process = std::make_shared<Process>(m_clock, m_dice, *m_database);
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
    const std::shared_ptr<Process> process = m_process;
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
    if (answer.body.contains("\"sync.sequence_reused\""))
        ++m_reusedSequences;
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
