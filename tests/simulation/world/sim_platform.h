// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/base/log.h"
#include "platform/base/metrics.h"
#include "platform/devices/device_session.h"
#include "platform/domain/domain_core.h"
#include "platform/http/route_runner.h"
#include "platform/identity/attempt_backoff.h"
#include "sync/seams/network.h"
#include "tests/simulation/platform/memory_database.h"
#include "tests/simulation/world/dice.h"
#include "tests/simulation/world/platform_watch.h"
#include "tests/simulation/world/sim_clock.h"

namespace crema::simulation {

/// The platform: its own routes and handlers behind the database in memory. What a process keeps in memory goes when it
/// is restarted; the database stays.
class SimPlatform
{
public:
    SimPlatform(Scheduler &scheduler, Dice dice, std::unique_ptr<MemoryDatabase> database);
    ~SimPlatform();

    /// Handles one request to its end.
    [[nodiscard]] sync::HttpAnswer answer(const sync::HttpRequest &request);
    /// Ends the process and starts another one.
    void restart();

    /// A mistake on purpose (simulation.h).
    void mergePricesSilently(bool yes) { m_mergesPrices = yes; }

    /// From now on two processes stand over the database, and each request goes to one of them.
    void setTwo(bool two);
    [[nodiscard]] MemoryDatabase &database() { return *m_database; }
    [[nodiscard]] const SimClock &clock() const { return m_clock; }
    [[nodiscard]] PlatformWatch &watch() { return m_watch; }
    /// The first thing that did not hold on the platform; empty when all did.
    [[nodiscard]] QString objection() const { return m_objection.isEmpty() ? m_watch.objection() : m_objection; }
    /// A mistake on purpose (simulation.h): a copied store is told to keep its epoch.
    void keepEpochs(bool keeps) { m_keepsEpochs = keeps; }

private:
    class Process;

    [[nodiscard]] std::shared_ptr<Process> makeProcess();
    void look(QByteArrayView logLine);
    void look(const sync::HttpRequest &request, const sync::HttpAnswer &answer);
    [[nodiscard]] QByteArray withPricesMerged(const QByteArray &push);

    Scheduler &m_scheduler;
    Dice m_dice;
    SimClock m_clock;
    std::unique_ptr<MemoryDatabase> m_database;
    PlatformWatch m_watch;
    QString m_objection;
    QList<QByteArray> m_secrets; ///< all that came so far
    bool m_mergesPrices = false;
    QHash<OperationId, QByteArray> m_merged; ///< as each operation was changed, so that its bytes stay the same
    bool m_keepsEpochs = false;
    std::shared_ptr<Process> m_process; ///< a request that is under way keeps the one it began in
    std::shared_ptr<Process> m_other;
};

} // namespace crema::simulation
