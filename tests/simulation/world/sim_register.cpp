// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/world/sim_register.h"

#include "models/base/uuid7.h"
#include "models/operations/storage_failure.h"
#include "sync/store/database.h"
#include "sync/store/emergency_journal.h"
#include "tests/simulation/world/answer_of.h"
#include "tests/simulation/world/rot.h"

namespace crema::simulation {

namespace {

/// The same files under another root.
DiskImage movedTo(DiskImage image, const QString &from, const QString &to)
{
    const auto moved = [&](const QString &path) {
        return path.startsWith(from + u'/') ? to + path.mid(from.size()) : path;
    };
    const auto movedNames = [&](const QMap<QString, int> &names) {
        QMap<QString, int> result;
        for (auto it = names.constBegin(); it != names.constEnd(); ++it)
            result.insert(moved(it.key()), it.value());
        return result;
    };
    image.names.now = movedNames(image.names.now);
    image.names.durable = image.names.now;
    image.names.unsynced.clear();
    return image;
}

/// Of its own, so that watching changes nothing of what happens.
Dice watchDiceOf(int number)
{
    return Dice(static_cast<std::uint64_t>(number) + 1);
}

const DiskImage &diskOf(int number, bool isFresh, Counts &counts)
{
    const TemplateRegister &origin = TemplateWorld::instance().registers.at(number);
    counts["till.fresh"] += isFresh ? 1 : 0;
    return isFresh ? origin.freshDisk : origin.disk;
}

} // namespace

SimRegister::SimRegister(const World &world, int number, Dice dice)
    : m_world(world), m_number(number), m_origin(number), m_peopleDice(Dice(dice).fork()),
      m_settingsDice(Dice(m_peopleDice).fork()), m_erasureDice(Dice(m_settingsDice).fork()),
      m_returnsDice(Dice(m_erasureDice).fork()), m_cashDice(Dice(m_returnsDice).fork()),
      m_giftDice(Dice(m_cashDice).fork()), m_cartDice(Dice(m_giftDice).fork()), m_dice(dice),
      m_disk(TemplateWorld::rootOf(number), static_cast<std::uint64_t>(m_dice.between(1, 1'000'000'000)),
             diskOf(number, m_dice.chance(world.plan.freshStart), world.counts)),
      m_clock(world.scheduler, bootId()),
      m_network(world.scheduler, world.platform, world.plan, m_dice.fork(), world.counts, world.trace, number),
      m_watch(origin(), world.platform.watch(), world.platform.database(), watchDiceOf(number)),
      m_executor(world.scheduler, m_dice.fork(), world.plan.behindMs)
{}

SimRegister::SimRegister(const SimRegister &original, int number, Dice dice)
    : m_world(original.m_world), m_number(number), m_origin(original.m_origin), m_peopleDice(Dice(dice).fork()),
      m_settingsDice(Dice(m_peopleDice).fork()), m_erasureDice(Dice(m_settingsDice).fork()),
      m_returnsDice(Dice(m_erasureDice).fork()), m_cashDice(Dice(m_returnsDice).fork()),
      m_giftDice(Dice(m_cashDice).fork()), m_cartDice(Dice(m_giftDice).fork()), m_dice(dice),
      m_disk(TemplateWorld::rootOf(number), static_cast<std::uint64_t>(m_dice.between(1, 1'000'000'000)),
             movedTo(original.m_disk.files().image(), TemplateWorld::rootOf(original.m_number),
                     TemplateWorld::rootOf(number))),
      m_clock(m_world.scheduler, bootId()), m_network(m_world.scheduler, m_world.platform, m_world.plan, m_dice.fork(),
                                                      m_world.counts, m_world.trace, number),
      m_watch(original.origin(), m_world.platform.watch(), m_world.platform.database(), watchDiceOf(number)),
      m_executor(m_world.scheduler, m_dice.fork(), m_world.plan.behindMs), m_edits(1'000 * number),
      m_made(original.m_made), m_rotted(original.m_rotted), m_everRotted(original.m_everRotted),
      m_rotIsUnread(original.m_rotIsUnread), m_comparedBeforeRot(original.m_comparedBeforeRot)
{
    m_watch.storeIsAnother();
    m_disk.files().setMachineId("machine of till " + QByteArray::number(number));
    note("is a copy of till " + QByteArray::number(original.m_number));
    ++m_world.counts["store.cloned"];
}

SimRegister::~SimRegister()
{
    if (m_client)
        m_disk.files().die();
    m_client.reset();
    m_executor.finish();
}

const TemplateRegister &SimRegister::origin() const
{
    return TemplateWorld::instance().registers.at(m_origin);
}

QUuid SimRegister::bootId()
{
    return makeUuid7(UtcTime(SimClock::beginMs), m_dice);
}

void SimRegister::note(const QByteArray &what)
{
    m_world.trace.add(m_world.scheduler.nowMs(), "till " + QByteArray::number(m_number) + ' ' + what);
}

bool SimRegister::isOpen() const
{
    return m_client && m_client->state().open && !m_disk.files().isDead();
}

void SimRegister::start()
{
    if (m_client || m_isAway)
        return;
    m_journal.programStarts();
    m_client = std::make_unique<sync::Client>(sync::ClientParts{m_clock, m_dice, m_executor, m_network, m_vault});
    watchComparisons();
    const auto opened = answerOf(m_client->open({m_disk.path("store.sqlite"), sync::OpenMode::ReadWrite,
                                                 QStringLiteral("simulation"), *Currency::fromCode(u"EUR")}));
    note(opened && *opened ? QByteArray("starts") : "does not start: " + (opened ? opened->error().code.toUtf8() : ""));
    if (!m_disk.files().isDead() && !m_client->state().open) {
        // The person at the till tries again.
        m_client.reset();
        m_world.scheduler.after(m_dice.between(2'000, 20'000), [this] { start(); });
        return;
    }
    if (!isOpen())
        return;
    if (m_world.plan.smallPages) {
        (void)answerOf(m_client->setSetting(QStringLiteral("sync.page_limit"), QStringLiteral("3")));
        (void)answerOf(m_client->setSetting(QStringLiteral("sync.batch_limit"), QStringLiteral("2")));
    }
    if (!isOpen())
        return;
    m_syncedBefore = m_client->state().lastSyncAt;
    if (std::exchange(m_rotIsUnread, false))
        m_comparedBeforeRot = m_client->state().comparison.at;
    m_client->startBackgroundSync();
    if (!m_client->state().openShift && !m_syncsFirst && !isLeaving())
        changeShift();
}

/// The time of the last sync that the backup remembers is none of a sync since.
bool SimRegister::hasSyncedAgain() const
{
    return m_client->state().lastSyncAt && m_client->state().lastSyncAt != m_syncedBefore;
}

void SimRegister::nudge()
{
    if (!m_client || !m_client->state().open) {
        start();
        return;
    }
    (void)answerOf(m_client->syncOnce());
    if (!m_client->state().deletion)
        return;
    // What the platform really does not have, as after it was put back to a backup.
    m_hasAgreed = true;
    agreeToDeletion();
    (void)answerOf(m_client->syncOnce());
}

void SimRegister::crash(Crash kind, bool inTheMiddle)
{
    m_crash = kind;
    if (inTheMiddle) {
        m_disk.files().dieAt(m_disk.files().changingCalls() + m_dice.between(1, 25));
        return;
    }
    m_disk.files().die();
    restartIfDead();
}

void SimRegister::restartIfDead()
{
    if (!m_disk.files().isDead())
        return;
    note(m_crash == Crash::Kill ? "is killed" : "loses power");
    ++m_world.counts[m_crash == Crash::Kill ? "till.killed" : "till.power_cut"];
    m_client.reset();
    m_executor.finish();
    m_disk.files().crash(m_crash);
    m_clock.boot(bootId());
    if (m_losesEntries)
        loseLastEntry();
    m_world.scheduler.after(m_dice.between(200, 30'000), [this] { start(); });
}

bool SimRegister::hasAllInJournal()
{
    const QString path = m_disk.path("store.sqlite");
    try {
        const auto database = sync::Database::open(m_vault, path, sync::Access::ReadWrite);
        const auto journal = sync::EmergencyJournal::open(m_vault, path + QStringLiteral(".journal"));
        const auto newest = journal ? journal->newest() : failure(journal.error());
        if (!database || !newest)
            return false;
        QSet<std::int64_t> numbers;
        for (const sync::JournalEntry &entry : *newest)
            numbers.insert(entry.number);
        sync::Rows rows = (*database)->query("list_operations_not_visible");
        while (rows.next()) {
            if (!numbers.contains(rows.integer(0)))
                return false;
        }
        return true;
    } catch (const StorageFailure &) {
        return false;
    }
}

bool SimRegister::putBackupBack(bool everything)
{
    // What only these files have would be gone, and no program could help it: after a power cut the journal has it all
    // when the store was opened again.
    // What a platform that was put back has lost is unsent as well, once this till has heard of it.
    const auto isOnPlatform = [this] {
        return m_client->state().queue.unsent() == 0 &&
               TillWatch::hasHeardOf(*m_client, m_world.platform.database().state.feedEpoch);
    };
    if (!isOpen() || (everything && !isOnPlatform()))
        return false;
    stop();
    if (m_disk.files().isDead()) {
        restartIfDead();
        return false;
    }
    // What the full disk had no room for in the journal is in the database alone, which somebody was told of.
    if (!everything && !hasAllInJournal()) {
        m_world.scheduler.after(m_dice.between(200, 30'000), [this] { start(); });
        return false;
    }
    note(everything ? "has a backup put back" : "has its database put back");
    ++m_world.counts["store.restored"];
    m_wasPutBack = true;
    m_syncsFirst = everything;
    m_watch.storeIsAnother();
    m_disk.files().crash(Crash::Kill);
    if (everything) {
        m_disk.files().setImage(*m_backup);
    } else {
        const QString store = m_disk.path("store.sqlite");
        const PageBytes bytes = m_backup->files.value(m_backup->names.now.value(store)).now;
        m_disk.remove(store + QStringLiteral("-wal"));
        m_disk.remove(store + QStringLiteral("-shm"));
        m_disk.files().overwrite(store, bytes);
        // A log of now beside a database of before is one of no moment.
        (void)m_disk.files().syncFolder();
    }
    m_rotted = m_rotIsUnread = m_everRotted;
    m_backup.reset();
    m_mostArticles = 0;
    m_journal.storeIsAnother();
    m_clock.boot(bootId());
    m_world.scheduler.after(m_dice.between(200, 30'000), [this] { start(); });
    return everything;
}

void SimRegister::watchComparisons()
{
    QObject::connect(m_client.get(), &sync::Client::refused, m_client.get(), [this](const Problem &problem) {
        if (problem.code != QLatin1String("store.differed"))
            return;
        note("finds that it does not hold what the platform says");
        ++m_world.counts["store.mended"];
        m_differed = true;
    });
}

void SimRegister::rot()
{
    if (!isOpen())
        return;
    stop();
    if (m_disk.files().isDead()) {
        restartIfDead();
        return;
    }
    // A statement that the full disk refuses, or whose sync fails, may have been done all the same.
    QString what = QStringLiteral("perhaps");
    try {
        const auto database = sync::Database::open(m_vault, m_disk.path("store.sqlite"), sync::Access::ReadWrite);
        what = database ? rotOneRow(**database, m_dice) : QString();
    } catch (const StorageFailure &) {}
    note("has a disk that rots: " + what.toUtf8());
    m_rotted = m_rotted || !what.isEmpty();
    m_everRotted = m_everRotted || m_rotted;
    m_rotIsUnread = m_rotIsUnread || !what.isEmpty();
    m_world.counts["store.rotted"] += what.isEmpty() ? 0 : 1;
    m_world.scheduler.after(m_dice.between(200, 30'000), [this] { start(); });
}

void SimRegister::loseLastEntry()
{
    const auto database = sync::Database::open(m_vault, m_disk.path("store.sqlite"), sync::Access::ReadWrite);
    if (database) {
        (*database)->runText(
            QStringLiteral("DELETE FROM auditor_entry WHERE position = (SELECT max(position) FROM auditor_entry)"));
    }
}

void SimRegister::setClockError(std::int64_t errorMs)
{
    note("has its clock set by " + QByteArray::number(qint64(errorMs)));
    ++m_world.counts["clock.step"];
    m_clock.setError(errorMs);
}

void SimRegister::fillDisk(std::int64_t forMs)
{
    note("has no room left");
    ++m_world.counts["disk.full"];
    m_disk.files().setQuota(m_disk.files().usedBytes() + m_dice.between(0, 20'000));
    m_world.scheduler.after(forMs, [this] { m_disk.files().setQuota(-1); });
}

void SimRegister::failNextSync()
{
    note("has a disk that does not sync");
    ++m_world.counts["disk.sync_failed"];
    m_disk.files().failSyncs(QStringLiteral("-wal"), 1);
}

void SimRegister::stop()
{
    if (m_client)
        (void)answerOf(m_client->close());
    m_client.reset();
    m_executor.finish();
}

} // namespace crema::simulation
