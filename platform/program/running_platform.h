// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/base/blocking_wait.h"
#include "platform/base/log.h"
#include "platform/base/metrics.h"
#include "platform/base/ready_checks.h"
#include "platform/base/system_clock.h"
#include "platform/base/system_randomness.h"
#include "platform/base/worker_pool.h"
#include "platform/cluster/private_cluster.h"
#include "platform/http/door.h"
#include "platform/program/command_line.h"
#include "platform/program/platform_services.h"
#include "platform/valkey/valkey.h"

#include <atomic>

namespace crema::platform {

/// Hands events to the door once there is one; services are made before it.
class EventRelay final : public http::EventPublisher
{
public:
    void setTarget(http::EventPublisher *target) { m_target = target; }
    void publish(const QByteArray &key, const http::Event &event) override
    {
        if (http::EventPublisher *target = m_target.load())
            target->publish(key, event);
    }

private:
    std::atomic<http::EventPublisher *> m_target = nullptr;
};

/// A platform with everything it is made of, from the database up to the door.
class RunningPlatform
{
public:
    explicit RunningPlatform(const Domain &domain, LogLevel logLevel = LogLevel::Info);
    /// Stops like stop().
    ~RunningPlatform();
    RunningPlatform(const RunningPlatform &) = delete;
    RunningPlatform &operator=(const RunningPlatform &) = delete;

    /// Starts the database if it is a private one, then the services, then the door. Gives the address to reach it,
    /// "http://127.0.0.1:8080".
    [[nodiscard]] Result<QString> start(const CommandLine &line);

    /// Runs a verb of the domain on its database, which is started for the moment if need be. Gives the exit code.
    [[nodiscard]] Result<int> runVerb(const CommandLine &line);

    /// In the reverse order; at most 5 seconds.
    void stop();

private:
    [[nodiscard]] Result<QString> openDatabase(const CommandLine &line, ClusterUse use);
    void addOwnMetrics();
    [[nodiscard]] Result<void> startServices(const CommandLine &line, const QString &databaseUrl);

    const Domain &m_domain;
    SystemClock m_clock;
    SystemRandomness m_randomness;
    SystemBlockingWait m_wait;
    Log m_log;
    Metrics m_metrics;
    ReadyChecks m_readyChecks;
    EventRelay m_events;
    http::Router m_router;
    std::unique_ptr<PrivateCluster> m_cluster;
    std::unique_ptr<WorkerPool> m_background;
    std::unique_ptr<Valkey> m_valkey;
    std::unique_ptr<PlatformServices> m_services;
    std::unique_ptr<http::Door> m_door;
};

} // namespace crema::platform
