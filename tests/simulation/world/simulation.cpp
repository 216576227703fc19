// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/world/simulation.h"

#include "tests/simulation/disk/sim_sqlite_file_system.h"
#include "tests/simulation/world/attention_checks.h"
#include "tests/simulation/world/comparison.h"
#include "tests/simulation/world/erasure_search.h"
#include "tests/simulation/world/move_checks.h"
#include "tests/simulation/world/platform_events.h"
#include "tests/simulation/world/sim_payments.h"
#include "tests/simulation/world/sim_register.h"

#include <memory>
#include <vector>

namespace crema::simulation {

namespace {

/// From the end of the faults on: every wait of the engine ends within a minute, and its idle round comes every half.
constexpr std::int64_t quietMs = 180'000;
/// Rest is looked for this often.
constexpr std::int64_t lookMs = 500;

constexpr int mostClones = 2;
constexpr int firstClone = 100; ///< its number, above those of all tills

class World
{
public:
    World(std::uint64_t seed, bool keepTrace, Plant plant)
        : m_dice(seed), m_plan(Plan::draw(m_dice)), m_moveDice(Dice(Dice(m_dice).fork()).fork()), m_plant(plant),
          m_trace(keepTrace), m_platform(m_scheduler, m_dice.fork(), makeDatabase()),
          m_events({m_scheduler, m_dice, m_plan, m_plant, m_trace, m_counts, m_platform})
    {
        if (m_plan.online > 0) {
            m_payments = std::make_unique<SimPayments>(m_scheduler, m_platform, m_counts,
                                                       Dice(m_moveDice).fork().fork(), m_plan.unheardOf);
        }
        const SimRegister::World parts{m_scheduler, m_platform, m_plan,  m_oracle,        m_prices,
                                       m_erasures,  m_counts,   m_trace, m_payments.get()};
        m_registers.reserve(static_cast<std::size_t>(m_plan.registers + mostClones));
        m_platform.keepEpochs(plant == Plant::EpochNotRaised);
        for (int number = 0; number < m_plan.registers; ++number)
            m_registers.push_back(std::make_unique<SimRegister>(parts, number, m_dice.fork()));
        m_platform.mergePricesSilently(plant == Plant::PriceMergedSilently);
        for (const auto &reg : m_registers)
            reg->disk().files().lieAboutSyncs(plant == Plant::SyncThatLies);
        for (const Variant &variant : TemplateWorld::instance().variants)
            m_prices.beginsAt(variant.id.value(), variant.price->amount.minor());
        for (const auto &reg : m_registers)
            reg->loseLastEntryInCrash(plant == Plant::EntryAfterTheSale);
    }

    ~World()
    {
        // A world that ends early leaves events that hold transactions of the database.
        m_scheduler.clear();
    }

    WorldOutcome run()
    {
        for (const auto &reg : m_registers)
            m_scheduler.after(m_dice.between(0, 2'000), [&reg] { reg->start(); });
        m_platform.setTwo(m_plan.twoPlatforms);
        const std::int64_t halfMs = m_plan.busyMs / 2;
        for (int i = 0; i < m_plan.actions; ++i) {
            const std::int64_t atMs = m_dice.between(2'000, m_plan.busyMs);
            m_scheduler.after(atMs < halfMs ? atMs : atMs + m_plan.awayMs, [this] { act(); });
        }
        if (m_plan.awayMs > 0)
            m_scheduler.after(halfMs, [this] { leaveAll(); });
        // Whoever changes people may not always make administrators, and then asks a colleague for each change of an
        // article.
        if (m_plan.people > 0) {
            m_scheduler.after(halfMs / 2, [this] { takeRightsAway(); });
            m_scheduler.after(halfMs, [this] { m_events.changeRole(Role::Barista); });
        }
        if (m_plan.erasures > 0)
            settleLeavers();
        runUntil(m_plan.busyMs + m_plan.awayMs);
        endFaults();
        comeToRest();
        decideSome();
        comeToRest();
        WorldOutcome outcome;
        outcome.objection = m_objection.isEmpty() ? compare() : m_objection;
        outcome.trace = m_trace.lines();
        outcome.digest = m_trace.digest();
        outcome.counts = m_counts;
        outcome.steps = m_scheduler.steps();
        return outcome;
    }

private:
    std::unique_ptr<MemoryDatabase> makeDatabase()
    {
        auto database = std::make_unique<MemoryDatabase>(TemplateWorld::instance().database);
        database->handsOutEarly = m_plant == Plant::FeedByPosition;
        database->prunesUntold = m_plant == Plant::PruningUntold;
        database->cutsLate = m_plant == Plant::SnapshotCutTooLate;
        database->keepsAuditWords = m_plant == Plant::AuditKeepsWords;
        database->keepsDigests = m_plant == Plant::CheckpointsUntold;
        database->rewritesPayloads = m_plant == Plant::DocumentsRewritten;
        database->forgetsRecords = m_plant == Plant::EffectWithoutReceipt;
        database->between = [this] { letOthersIn(); };
        database->nextFault = [this] { return nextStorageFault(); };
        return database;
    }

    /// While one transaction is under way another request, a crash or a restart runs to its end: transactions overlap
    /// in every order that nesting allows, on one thread.
    void letOthersIn()
    {
        constexpr int deepest = 2;
        constexpr std::int64_t soonMs = 50;
        if (!m_isFaulty || m_depth >= deepest || !m_dice.chance(m_plan.interleave))
            return;
        ++m_depth;
        m_counts["database.interleaved"] += m_scheduler.step(m_scheduler.nowMs() + soonMs) ? 1 : 0;
        --m_depth;
    }

    StorageFault nextStorageFault()
    {
        if (!m_isFaulty)
            return StorageFault::None;
        if (m_dice.chance(m_plan.serialization))
            return counted("database.serialization", StorageFault::Serialization);
        if (m_dice.chance(m_plan.lostBefore))
            return counted("database.lost_before", StorageFault::LostBefore);
        if (m_dice.chance(m_plan.lostAfterCommit))
            return counted("database.lost_after", StorageFault::LostAfter);
        return StorageFault::None;
    }

    StorageFault counted(const char *what, StorageFault fault)
    {
        ++m_counts[what];
        return fault;
    }

    void runUntil(std::int64_t untilMs)
    {
        while (m_objection.isEmpty() && m_scheduler.step(untilMs)) {
            for (const auto &reg : m_registers) {
                reg->restartIfDead();
                if (m_plant == Plant::MassDeleteTaken)
                    reg->agreeToDeletion();
                if (const QString objection = reg->objectionNow(); !objection.isEmpty())
                    m_objection = QStringLiteral("till %1: %2").arg(reg->number()).arg(objection);
            }
            if (m_objection.isEmpty())
                m_objection = m_platform.objection();
        }
    }

    /// Before any till has heard of it somebody makes use of what they had.
    void takeRightsAway()
    {
        m_events.changeRole(Role::Manager);
        for (std::size_t i = 0; m_plan.roles && i < m_registers.size(); ++i)
            m_registers[i]->makeRoleOfAll();
    }

    /// All at once, before they hear of each other.
    void settleLeavers()
    {
        for (int fifth = 1; fifth < 5; ++fifth) {
            const std::int64_t atMs = m_plan.busyMs * fifth / 5 + (fifth < 3 ? 0 : m_plan.awayMs);
            m_scheduler.after(
                atMs, [this] { std::ranges::for_each(m_registers, [](const auto &reg) { reg->settleLeaver(); }); });
        }
    }

    void act()
    {
        const auto last = static_cast<std::int64_t>(m_registers.size()) - 1;
        SimRegister &reg = *m_registers[static_cast<std::size_t>(m_dice.between(0, last))];
        reg.act();
        if (m_dice.chance(m_plan.kill))
            reg.crash(Crash::Kill, m_dice.chance(700));
        else if (m_dice.chance(m_plan.powerCut))
            reg.crash(Crash::PowerCut, m_dice.chance(700));
        if (m_dice.chance(m_plan.fullDisk))
            reg.fillDisk(m_dice.between(1'000, 30'000));
        if (m_dice.chance(m_plan.failedSync))
            reg.failNextSync();
        if (m_dice.chance(m_plan.clockStep))
            reg.disturbClock();
        actRarely(reg);
        if (m_dice.chance(m_plan.partition)) {
            ++m_counts["network.partition"];
            reg.partition(m_scheduler.nowMs() + m_dice.between(1'000, 60'000), m_dice.chance(500));
        }
        if (m_dice.chance(m_plan.sameEdit)) {
            ++m_counts["person.same_edit"];
            for (const auto &other : m_registers)
                other->editTheSame();
        }
        if (m_dice.chance(m_plan.clone))
            clone(reg);
        if (!reg.hasBackup() && m_plan.staleBackup > 0)
            reg.keepBackup();
        else if (m_dice.chance(m_plan.staleBackup) && reg.putBackupBack(m_dice.chance(500)))
            m_events.keepBackup(); // what only the platform has is not lost there as well
        if (m_dice.chance(m_plan.rot))
            reg.rot();
        if (m_dice.chance(m_plan.longTransaction))
            m_events.beginLongTransaction();
        if (m_dice.chance(m_plan.personMoves))
            m_events.movePerson(m_registers);
        if (m_dice.chance(m_plan.roleChange))
            m_events.changeRole(m_dice.oneOf(QList<Role>{Role::Admin, Role::Barista, Role::Warehouse}));
        if (m_dice.chance(m_plan.absence))
            m_events.pruneFeed();
        if (m_dice.chance(m_plan.platformRestart))
            m_events.restartPlatform();
        if (m_plan.platformRestore > 0 && m_dice.chance(100))
            m_events.keepBackup();
        // Nothing is under way then: the platform is stopped for it.
        if (m_dice.chance(m_plan.platformRestore) && m_depth == 0 && m_isFaulty)
            m_events.restorePlatform();
        if (m_dice.chance(m_plan.massDelete))
            m_events.loseCatalog();
    }

    /// What only some worlds have.
    void actRarely(SimRegister &reg)
    {
        if (m_dice.chance(m_plan.failedRead))
            reg.failNextRead();
        if (m_dice.chance(m_plan.secondProgram))
            reg.startAnother();
        if (m_dice.chance(m_plan.import))
            reg.importArticles();
        if (m_dice.chance(m_plan.handOver))
            handOver(reg);
        if (m_plan.moves > 0 && m_moveDice.chance(m_plan.moves))
            moveDevice(reg);
        if (m_dice.chance(m_plan.shutOut))
            reg.shutOut();
        else if (m_dice.chance(m_plan.letIn))
            letIn(reg);
    }

    /// Somebody closes the shift of a till, and somebody else tells the platform where it is to go as soon as that lets
    /// them. The till may be without a network then, be killed when it hears of it, or get no answer to its claim.
    void moveDevice(SimRegister &reg)
    {
        constexpr std::int64_t soonMs = 10'000;
        reg.prepareToLeave(m_moveDice.between(5'000, 60'000));
        if (m_moveDice.chance(300)) {
            ++m_counts["network.partition"];
            reg.partition(m_scheduler.nowMs() + m_moveDice.between(1'000, 30'000), m_moveDice.chance(700));
        }
        wantMove(reg, m_scheduler.nowMs() + m_moveDice.between(soonMs, 3 * soonMs));
    }

    void wantMove(SimRegister &reg, std::int64_t untilMs)
    {
        constexpr std::int64_t againMs = 500;
        const DeviceId device = reg.origin().entry.device;
        if (!m_isFaulty || m_scheduler.nowMs() > untilMs)
            return;
        if (!m_events.moveDevice(device, m_moveDice)) {
            m_scheduler.after(againMs, [this, &reg, untilMs] { wantMove(reg, untilMs); });
            return;
        }
        for (const auto &each : m_registers) {
            if (each->origin().entry.device != device)
                continue;
            each->mayMove();
            if (m_moveDice.chance(800)) {
                m_scheduler.after(m_moveDice.between(0, 10'000), [this, till = each.get()] {
                    till->hearOfMove(m_isFaulty && m_moveDice.chance(400));
                });
            }
        }
    }

    /// In the end every till that is to go has no shift open any more, and hears of it.
    void finishMoves()
    {
        constexpr std::int64_t sentByThenMs = 50'000;
        for (const auto &reg : m_registers) {
            if (!m_platform.database().state.moves.contains(reg->origin().entry.device))
                continue;
            reg->prepareToLeave(2 * quietMs);
            m_scheduler.after(sentByThenMs, [till = reg.get()] {
                till->prepareToLeave(2 * quietMs);
                till->hearOfMove(false);
            });
        }
    }

    /// A device comes in again from whichever machine with its store is left.
    void letIn(const SimRegister &reg)
    {
        const auto isLeft = [&reg](const auto &other) {
            return !other->isGone() && other->origin().entry.device == reg.origin().entry.device;
        };
        if (const auto left = std::find_if(m_registers.cbegin(), m_registers.cend(), isLeft);
            left != m_registers.cend())
            (*left)->letIn();
    }

    /// What a till has not sent goes out from another one. Sometimes it is thrown away afterwards: in such a world no
    /// platform is put back (plan.cpp), which would need it for what it had sent before.
    void handOver(SimRegister &from)
    {
        const auto isBeside = [&from](const auto &other) {
            return other->origin().entry.id != from.origin().entry.id &&
                   other->origin().location.id == from.origin().location.id;
        };
        const auto to = std::find_if(m_registers.cbegin(), m_registers.cend(), isBeside);
        if (m_handedOver || to == m_registers.cend() || !from.handOverTo(**to))
            return;
        m_handedOver = true; // once in a world: the key of such a file takes as long as half of one
        if (m_dice.chance(500))
            from.throwAway();
    }

    /// Nobody is there for weeks; most come back at once, one of them a little later.
    void leaveAll()
    {
        ++m_counts["person.away"];
        // What is put back later is younger: a device remembers 40 days (sync.md rule 12).
        m_scheduler.after(m_plan.awayMs, [this] { m_events.keepBackup(); });
        for (const auto &reg : m_registers) {
            reg->leave();
            m_scheduler.after(m_plan.awayMs + m_dice.between(0, 20'000), [&reg] { reg->comeBack(); });
        }
    }

    void clone(SimRegister &original)
    {
        if (static_cast<int>(m_registers.size()) == m_plan.registers + mostClones)
            return;
        original.storeWasCopied();
        const int number = firstClone + static_cast<int>(m_registers.size());
        m_registers.push_back(std::make_unique<SimRegister>(original, number, m_dice.fork()));
        m_registers.back()->disk().files().lieAboutSyncs(m_plant == Plant::SyncThatLies);
        m_scheduler.after(m_dice.between(1'000, 30'000), [copy = m_registers.back().get()] { copy->start(); });
    }

    void endFaults()
    {
        m_trace.add(m_scheduler.nowMs(), "faults end");
        m_isFaulty = false;
        m_platform.setTwo(false);
        m_events.mendCatalog();
        m_events.letThePersonDoAll();
        m_platform.restart();
        for (const auto &reg : m_registers) {
            letIn(*reg);
            reg->mendNetwork();
            reg->hurry();
            reg->mendDisk();
            reg->restartIfDead();
        }
        if (m_payments)
            m_payments->settle();
        finishMoves();
        helpWhoAsks();
        // A till that was just killed comes up within half a minute; then somebody looks at each once more.
        m_scheduler.after(40'000, [this] { helpWhoAsks(); });
    }

    /// Until nothing is on its way any more. Most of the cost of a world would be idle rounds; some are watched through
    /// them all, so that whatever comes late is seen.
    void comeToRest()
    {
        const std::int64_t untilMs = m_scheduler.nowMs() + quietMs;
        const auto isAtRest = [](const auto &reg) { return reg->isAtRest(); };
        while (m_objection.isEmpty() && m_scheduler.nowMs() < untilMs) {
            runUntil(std::min(untilMs, m_scheduler.nowMs() + lookMs));
            const bool isSettled = !m_payments || m_payments->isAtRest();
            const bool isQuiet = isSettled && !m_events.hasLongTransactions() && !hasMovesLeft(m_registers, state()) &&
                                 std::all_of(m_registers.cbegin(), m_registers.cend(), isAtRest);
            if (isQuiet && !m_plan.waitsLong)
                return;
        }
    }

    /// Some of what is left is decided, the rest stays in the lists.
    void decideSome()
    {
        constexpr std::int64_t withinMs = 5'000;
        for (const auto &reg : m_registers) {
            for (int i = 0; i < 3; ++i)
                m_scheduler.after(m_dice.between(0, withinMs), [&reg] { reg->decide(); });
        }
        if (m_plan.moves > 0) {
            for (const auto &reg : m_registers)
                m_scheduler.after(m_moveDice.between(0, withinMs), [&reg] { reg->sellWhereItIs(); });
        }
        runUntil(m_scheduler.nowMs() + withinMs);
    }

    /// Tills that ask for nobody settle by themselves: every wait ends in an attempt (sync.md rule 21).
    void helpWhoAsks()
    {
        for (const auto &reg : m_registers) {
            if (reg->needsSomebody())
                reg->nudge();
        }
    }

    [[nodiscard]] const MemoryState &state() { return m_platform.database().state; }

    QString compare()
    {
        if (m_plan.moves > 0) {
            if (const QString objection = objectionToMoves(m_registers, state(), m_counts); !objection.isEmpty())
                return objection;
        }
        for (const auto &reg : m_registers) {
            if (reg->isGone())
                continue;
            const bool isHeard = m_plan.unheard == Plan::Unheard::No;
            const QString objection = objectionToRegister(*reg, m_platform.database(), isHeard, m_erasures);
            if (!objection.isEmpty())
                return QStringLiteral("till %1: %2").arg(reg->number()).arg(objection);
        }
        if (const QString objection = objectionToRecords(m_platform.database()); !objection.isEmpty())
            return objection;
        if (const QString objection = m_payments ? m_payments->objection() : QString(); !objection.isEmpty())
            return objection;
        if (m_plan.erasures > 0) {
            if (const QString objection = objectionToErasures(m_erasures, state()); !objection.isEmpty())
                return objection;
        }
        const QString objection = m_oracle.objectionTo(booksOf(state()));
        return objection.isEmpty() ? m_prices.objectionTo(lostPrices(state())) : objection;
    }

    Scheduler m_scheduler;
    Dice m_dice;
    Plan m_plan;
    Dice m_moveDice; ///< of its own: it is thrown only where devices move
    Plant m_plant;
    Trace m_trace;
    Counts m_counts;
    Oracle m_oracle;
    PriceOracle m_prices;
    ErasureOracle m_erasures;
    bool m_isFaulty = true;
    bool m_handedOver = false;
    int m_depth = 0; ///< how many events are under way inside another one
    QString m_objection;
    SimPlatform m_platform;
    PlatformEvents m_events;
    std::unique_ptr<SimPayments> m_payments; ///< where the plan has any
    std::vector<std::unique_ptr<SimRegister>> m_registers;
};

} // namespace

WorldOutcome simulate(std::uint64_t seed, bool keepTrace, Plant plant)
{
    (void)TemplateWorld::instance();
    seedSqlite(seed);
    World world(seed, keepTrace, plant);
    WorldOutcome outcome = world.run();
    outcome.seed = seed;
    return outcome;
}

} // namespace crema::simulation
