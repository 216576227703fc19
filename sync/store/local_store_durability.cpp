// SPDX-License-Identifier: GPL-3.0-or-later
// What LocalStore does around its transactions so that what it says of them is true (sync.md rules 26 to 28).
#include "sync/store/local_store.h"

#include "models/base/planted.h"
#include "models/feed/entity_types.h"
#include "sync/store/documents.h"
#include "sync/store/journal_reconciliation.h"
#include "sync/store/setting_names.h"
#include "sync/store/store_comparison.h"
#include "sync/store/store_warnings.h"

#include <QCoreApplication>

namespace crema::sync {
namespace {

/// 8 MB of log: some 150 sales, and short enough to move between two of them.
constexpr int pagesPerCheckpoint = 2'000;
/// A quarter of it, for a log that pages of changes fill every second.
constexpr int pagesPerEarlyCheckpoint = 500;

QString logPath(const Database &database)
{
    return database.path() + QStringLiteral("-wal");
}

/// SQLite's commit failed, and so did finding out what became of it.
Problem unknownEnd()
{
    return {ProblemKind::Device,
            QStringLiteral("store.unknown"),
            QCoreApplication::translate("Store", "The disk failed, and it is not known whether this was saved."),
            QCoreApplication::translate("Store", "Look whether it is there before doing it again."),
            {}};
}

Problem diskUnsure()
{
    return {ProblemKind::Device,
            QStringLiteral("store.write"),
            QCoreApplication::translate("Store", "The disk failed a moment ago, so nothing more is saved for now."),
            QCoreApplication::translate("Store", "Try again; when it stays so, the disk has to be replaced."),
            {}};
}

Problem lowDisk()
{
    return {ProblemKind::Device,
            QStringLiteral("store.low_disk"),
            QCoreApplication::translate("Store", "Less than 64 MB are left on the disk of the local store."),
            QCoreApplication::translate("Store", "Free some space before selling on."),
            {}};
}

} // namespace

void LocalStore::forgetUndone()
{
    m_rows.forgetChanges();
    m_queue.forgetNumbers();
    m_auditors.forget();
    m_aggregates.forgetServerCopies();
    m_place.reset();
    m_erasesFiles = false;
    [[maybe_unused]] const QList<Recorder::Recorded> undone = m_recorder.takeRecorded();
}

void LocalStore::beforeWrite()
{
    if (!m_database->isOpen()) {
        m_isLogInDoubt = true;
        m_database->reopen();
    }
    if (m_isLogInDoubt) {
        // What came behind frames that the disk may not have could not be read without them.
        if (!m_disk.writeAgain(logPath(*m_database)))
            throw StorageFailure(diskUnsure());
        m_isLogInDoubt = false;
        if (const Result<void> journal = openJournal(); !journal)
            m_warning = journal.error();
    }
    if (m_reserve)
        m_reserve->lookBeforeWrite();
}

void LocalStore::commit(Transaction &transaction)
{
    try {
        transaction.commit();
        return;
    } catch (const StorageFailure &failed) {
        // Somebody else holds the lock, so nothing was written.
        if (failed.problem().code == QLatin1String("store.busy"))
            throw;
        transaction.abandon();
        noteFailure(failed.problem());
        bool saved = false;
        try {
            saved = findCommitted(failed.problem().code == QLatin1String("store.disk_full"));
        } catch (const StorageFailure &) {
            m_isLogInDoubt = true;
            throw StorageFailure(unknownEnd());
        }
        if (!saved)
            throw;
    }
}

bool LocalStore::findCommitted(bool wasFull)
{
    if (CREMA_PLANTED(UnknownIsSaved))
        return true;
    m_database->reopen();
    const QList<Recorder::Recorded> &recorded = m_recorder.recorded();
    const bool found =
        !recorded.isEmpty() &&
        m_database->value("read_operation_hash", {recorded.last().number}).toByteArray() == recorded.last().hash;
    // Beside a reader the index of the log is not made anew, and whole frames may stand behind its end, which a later
    // start would find. A commit of its own takes the place of the first of them, so that none counts any more. On a
    // full disk the frame that ends a commit was never written.
    if (!found && !wasFull)
        m_deviceRows.setSetting(setting::lastFailedCommit, QString::number(m_clock.now().msSinceEpoch()));
    // The sync failed, so that the log, or even its name, may be in the system's memory only. It must not be moved
    // before it is on the disk: a power cut would leave pages of this commit among older ones.
    if ((found || !wasFull) && !m_disk.writeAgain(logPath(*m_database)))
        throw StorageFailure(unknownEnd());
    return found;
}

void LocalStore::noteFailure(const Problem &problem)
{
    if (problem.code == QLatin1String("store.disk_full") && m_reserve)
        m_reserve->release();
    if (problem.code == QLatin1String("store.damaged") && !m_isDamaged) {
        m_isDamaged = true;
        m_warning = problem;
        m_database->leaveFileAlone();
    }
}

void LocalStore::afterCommit()
{
    const QList<Recorder::Recorded> recorded = m_recorder.takeRecorded();
    for (const Recorder::Recorded &operation : recorded) {
        // The database holds it durably; the journal is the second place, and its failure shows as a warning.
        const Result<void> appended =
            m_lacksLines ? Result<void>()
                         : m_journal->append({operation.number, operation.bytes, operation.hash, operation.madeAt});
        if (appended)
            continue;
        m_lacksLines = true;
        m_warning = appended.error();
        noteFailure(appended.error()); // the reserve is for this as well
    }
    catchUpJournal();
    eraseBesideRows();
}

void LocalStore::catchUpJournal()
{
    if (!m_lacksLines || !m_journal)
        return;
    const Result<void> caughtUp = read([this]() -> Result<void> {
        const Result<JournalMatch> match = reconcile(*m_database, *m_journal);
        return match ? Result<void>() : failure(match.error());
    });
    m_lacksLines = !caughtUp;
}

Result<void> LocalStore::syncJournal()
{
    if (m_reserve)
        m_reserve->keep();
    if (const Result<void> kept = m_record ? keepBootRecord() : Result<void>(); !kept)
        m_warning = kept.error();
    catchUpJournal();
    return m_journal ? m_journal->sync() : Result<void>();
}

bool LocalStore::isCheckpointDue() const
{
    const int pages = m_checkpointsEarly ? pagesPerEarlyCheckpoint : pagesPerCheckpoint;
    return !isReadOnly() && m_database->logPages() >= pages;
}

void LocalStore::checkpointIfDue()
{
    if (!isCheckpointDue())
        return;
    m_checkpointsEarly = false;
    try {
        m_database->checkpoint();
    } catch (const StorageFailure &failed) {
        m_warning = failed.problem(); // the log goes on growing, nothing is lost
    }
}

std::optional<Problem> LocalStore::warning()
{
    if (m_reserve && m_reserve->isLow())
        return lowDisk();
    if (m_warning)
        return m_warning;
    if (const std::optional<Problem> origin = originWarning())
        return origin;
    if (const std::optional<Problem> clock = clockWarning(place().device.clockOffsetMs))
        return clock;
    if (const std::optional<Problem> differs = differenceWarning(place().comparison))
        return differs;
    return unreadWarning(m_database->value("count_rows_set_aside").toLongLong());
}

QList<KeptRow> LocalStore::placeRows(const DeviceRow &device)
{
    QList<KeptRow> kept;
    const auto keep = [&](QStringView type, const QUuid &id) {
        const EntityRef ref{type.toString(), id};
        if (const auto document = m_rows.document(ref))
            kept.append({ref, objectOf(*document)});
    };
    for (const QStringView type : {entity::company, entity::taxClass}) {
        const QList<QByteArray> documents = m_rows.references(type);
        for (const QByteArray &document : documents) {
            const QJsonObject json = objectOf(document);
            kept.append({{type.toString(), QUuid::fromString(json[QStringLiteral("id")].toString())}, json});
        }
    }
    if (device.location)
        keep(entity::location, device.location->value());
    if (device.registerId)
        keep(entity::registerType, device.registerId->value());
    if (device.person)
        keep(entity::person, device.person->value());
    if (const auto here = device.person ? m_rows.person(*device.person) : std::nullopt; here && here->role.own())
        keep(entity::role, here->role.own()->value());
    return kept;
}

BootRecord LocalStore::bootRecord()
{
    BootRecord record;
    record.machineId = m_disk.machineId();
    record.identity = m_disk.identity(m_database->path());
    record.lastNumber = m_queue.nextNumber() - 1;
    record.device = m_deviceRows.read().value_or(DeviceRow());
    record.damaged = m_isDamaged;
    return record;
}

Result<void> LocalStore::keepBootRecord()
{
    return read([&]() -> Result<void> {
        BootRecord record = bootRecord();
        // What a damaged file has of them is no better than what was known before.
        record.rows = m_isDamaged && m_record ? m_record->rows : placeRows(record.device);
        if (m_record && m_record->hasFactsOf(record))
            return {};
        const Result<void> written = record.write(m_disk, m_database->path());
        if (written)
            m_record = record;
        return written;
    });
}

LocalStore::~LocalStore()
{
    // What fails on the way out is no reason to keep the program from ending: the database has it all.
    if (!m_journal)
        return;
    const Result<void> synced = m_journal->sync();
    const Result<void> kept = m_record ? keepBootRecord() : synced;
    Q_UNUSED(kept)
}

} // namespace crema::sync
