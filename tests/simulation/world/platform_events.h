// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/sync/buffered_unit_of_work.h"
#include "tests/simulation/world/sim_register.h"
#include "tests/simulation/world/simulation.h"

#include <map>
#include <memory>
#include <vector>

namespace crema::simulation {

/// What happens on the platform beside what tills ask of it: people in the back office, jobs, restarts, backups.
class PlatformEvents
{
public:
    using Registers = std::vector<std::unique_ptr<SimRegister>>;

    /// All of it outlives this.
    struct Parts {
        Scheduler &scheduler;
        Dice &dice;
        const Plan &plan;
        Plant plant;
        Trace &trace;
        Counts &counts;
        SimPlatform &platform;
    };

    explicit PlatformEvents(const Parts &parts)
        : m_scheduler(parts.scheduler), m_dice(parts.dice), m_plan(parts.plan), m_plant(parts.plant),
          m_trace(parts.trace), m_counts(parts.counts), m_platform(parts.platform)
    {}

    /// The feed says that every article of the company is gone; they are there all the same.
    void loseCatalog();
    /// Nothing when it is there: rows that come anew would also mend what a till has missed.
    void mendCatalog();
    /// Somebody's bulk edit in the back office: it has its number now and commits later, after others.
    void beginLongTransaction();
    [[nodiscard]] bool hasLongTransactions() const { return !m_longTransactions.empty(); }
    /// Who moves is told to the new shop, and the old one is told that they are gone.
    void movePerson(const Registers &registers);
    /// Of the one person who works at all tills; they hear of it when they hear of anything.
    void changeRole(Role role);
    /// Tills may have read of another role in a past that was put back, so they are told in any case.
    void letThePersonDoAll();
    /// Somebody in the back office says that this device is to go elsewhere, or that it is to stay after all. Answers
    /// whether the platform took it: not of one that is out, nor while it knows of an open shift of it.
    [[nodiscard]] bool moveDevice(DeviceId device, Dice &dice);
    /// As if 90 days went by: every tombstone that can leave the feed does.
    void pruneFeed();
    void restartPlatform();
    void keepBackup() { m_backup = m_platform.database().state; }
    /// Everything after the last backup is gone there. Nothing may be under way.
    void restorePlatform();

private:
    void publishCatalog(bool isGone);
    void endLongTransaction(platform::BufferedUnitOfWork &unit);

    Scheduler &m_scheduler;
    Dice &m_dice;
    const Plan &m_plan;
    Plant m_plant;
    Trace &m_trace;
    Counts &m_counts;
    SimPlatform &m_platform;
    MemoryState m_backup = TemplateWorld::instance().database.state;
    bool m_isCatalogGone = false; ///< or was it when the backup was made that is put back
    int m_bulkEdits = 0;
    std::map<int, std::unique_ptr<platform::BufferedUnitOfWork>> m_longTransactions; ///< on its database, by number
};

} // namespace crema::simulation
