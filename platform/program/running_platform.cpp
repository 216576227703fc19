// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/program/running_platform.h"

#include "platform/base/system_user.h"
#include "platform/http/health_routes.h"

#include <QCoreApplication>

#include <prometheus/gauge.h>
#include <prometheus/registry.h>

#include <unistd.h>

namespace crema::platform {
namespace {

constexpr int backgroundThreads = 2;
constexpr int backgroundQueue = 256;

// The door has Limits::stopMs before this, and the server a good second more to end the hard way.
constexpr std::int64_t databaseStopMs = 1'000;

// Past its 5 seconds the program ends whatever still hangs; the next start takes over the database.
constexpr unsigned int stopLimitS = 5;

Problem noClusterThere(const QString &dataFolder)
{
    return {ProblemKind::NotFound,
            QStringLiteral("cluster.missing"),
            QCoreApplication::translate("PlatformProgram", "There is no platform in %1.").arg(dataFolder),
            QCoreApplication::translate("PlatformProgram", "Check --data; serve --create and company create make one."),
            {}};
}

} // namespace

RunningPlatform::RunningPlatform(const Domain &domain, LogLevel logLevel) : m_domain(domain), m_log(m_clock, logLevel)
{
    addOwnMetrics();
}

RunningPlatform::~RunningPlatform()
{
    stop();
}

void RunningPlatform::addOwnMetrics()
{
    prometheus::BuildGauge()
        .Name("crema_process_start_time_seconds")
        .Help("When this process began, in seconds since 1970.")
        .Register(m_metrics.registry())
        .Add({})
        .Set(static_cast<double>(m_clock.now().msSinceEpoch()) / 1000.0);
}

Result<QString> RunningPlatform::openDatabase(const CommandLine &line, ClusterUse use)
{
    if (!line.isEmbedded)
        return line.databaseUrl;
    if (!line.mayCreate && !PrivateCluster::exists(line.dataFolder))
        return failure(noClusterThere(line.dataFolder));
    Result<std::unique_ptr<PrivateCluster>> cluster = PrivateCluster::start(line.dataFolder, use, m_wait);
    if (!cluster)
        return failure(cluster.error());
    m_cluster = std::move(*cluster);
    if (m_cluster->connection().isTakenOver)
        m_log.write(LogLevel::Warning, "cluster.taken_over");
    return m_cluster->connection().url;
}

Result<QString> RunningPlatform::start(const CommandLine &line)
{
    const Result<QString> url = openDatabase(line, ClusterUse::Serve);
    if (!url)
        return failure(url.error());
    m_background = std::make_unique<WorkerPool>("background", backgroundThreads, backgroundQueue);
    http::addHealthRoutes(m_router, m_readyChecks, m_metrics, line.metricsReaders);
    http::DoorParts parts{m_router, m_clock, m_randomness, m_log, m_metrics, {}, {}};
    http::Limits limits;
    if (!line.limitsRates)
        limits.clientWorkMs = limits.addressWorkMs = 0;
    if (m_domain.makeServices) {
        if (const Result<void> started = startServices(line, *url); !started)
            return failure(started.error());
        parts.rates = m_services->rateLimits(limits);
        parts.authenticate = m_services->authenticate();
        parts.authenticateFromMemory = m_services->authenticateFromMemory();
    }
    parts.proxies = line.proxies;
    if (!line.tls.isEmpty()) {
        auto tls = http::TlsIdentity::load(line.tls);
        if (!tls)
            return failure(tls.error());
        parts.tls = *tls;
    }
    if (m_valkey)
        m_valkey->start();
    m_door = std::make_unique<http::Door>(parts, limits);
    m_events.setTarget(m_door.get());
    const Result<quint16> port = m_door->listen(line.listenAddress);
    if (!port)
        return failure(port.error());
    const QString host = line.listenAddress.left(line.listenAddress.lastIndexOf(u':'));
    const QString scheme = line.tls.isEmpty() ? QStringLiteral("http") : QStringLiteral("https");
    const QString address = QStringLiteral("%1://%2:%3").arg(scheme, host).arg(*port);
    if (m_services)
        m_services->opened(address);
    return address;
}

Result<void> RunningPlatform::startServices(const CommandLine &line, const QString &databaseUrl)
{
    if (line.valkey)
        m_valkey = std::make_unique<Valkey>(*line.valkey, m_log, m_metrics);
    m_services = m_domain.makeServices(
        {m_clock, m_randomness, m_log, m_metrics, m_readyChecks, *m_background, m_events, m_valkey.get()});
    const ServeOptions options{databaseUrl,  line.dataFolder, line.demo,           line.demoProducts,
                               line.smtpUrl, line.mailFrom,   line.secretsKeyFile, line.payments};
    return m_services->start(options, m_router);
}

Result<int> RunningPlatform::runVerb(const CommandLine &line)
{
    const Result<QString> url = openDatabase(line, ClusterUse::Moment);
    if (!url)
        return failure(url.error());
    m_background = std::make_unique<WorkerPool>("background", 1, backgroundQueue);
    const DomainVerb verb = m_domain.verbs.value(line.verb);
    return verb({*url, line.dataFolder, line.rest, systemUserName(), line.secretsKeyFile},
                {m_clock, m_randomness, m_log, m_metrics, m_readyChecks, *m_background, m_events});
}

void RunningPlatform::stop()
{
    ::alarm(stopLimitS);
    if (m_door)
        m_door->stop();
    if (m_background)
        m_background->stop();
    if (m_valkey)
        m_valkey->stop();
    // Last of what writes into the audit trail, which it seals.
    if (m_services)
        m_services->stop();
    m_events.setTarget(nullptr);
    m_door.reset();
    m_services.reset();
    m_valkey.reset();
    m_background.reset();
    if (m_cluster)
        (void)m_cluster->stop(databaseStopMs);
    m_cluster.reset();
    m_log.flush();
    ::alarm(0);
}

} // namespace crema::platform
