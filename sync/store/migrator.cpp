// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/migrator.h"

#include "models/operations/storage_failure.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace crema::sync {
namespace {

/// "CREM", written by the first migration: marks the file as a Crema store for file(1) and for us.
constexpr int applicationId = 0x4352454d;

const QString migrationFolder = QStringLiteral(":/sql/crema_sync/migrations");

/// Compiled in, and asked for several times whenever a store is opened.
const QStringList &migrationFiles()
{
    static const QStringList files =
        QDir(migrationFolder).entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
    return files;
}

QStringList statementsOf(const QString &fileName)
{
    QFile file(migrationFolder + u'/' + fileName);
    const bool found = file.open(QIODevice::ReadOnly);
    Q_ASSERT(found);
    return QString::fromUtf8(file.readAll()).split(QStringLiteral("\n-- next\n"));
}

Problem damaged(const QString &finding)
{
    return {ProblemKind::Device,
            QStringLiteral("store.damaged"),
            QCoreApplication::translate("Store", "The local store is damaged: %1.").arg(finding),
            QCoreApplication::translate("Store", "Run crema db check, and keep the file: it can be recovered."),
            {}};
}

Problem foreign(const QString &path)
{
    return {ProblemKind::Invalid,
            QStringLiteral("store.foreign"),
            QCoreApplication::translate("Store", "The file %1 is a database of another program.").arg(path),
            QCoreApplication::translate("Store", "Choose another file with CREMA_STORE."),
            {}};
}

void requireSound(Database &database)
{
    const QString finding = database.value("check_quickly").toString();
    if (finding != QLatin1String("ok"))
        throw StorageFailure(damaged(finding));
}

void requireForeignKeys(Database &database)
{
    if (database.value("check_foreign_keys").isValid())
        throw StorageFailure(damaged(QCoreApplication::translate("Store", "a row names another that is missing")));
}

} // namespace

Migrator::Migrator(Database &database, Disk &disk, int upTo)
    : m_database(database), m_disk(disk), m_upTo(upTo == 0 ? newestVersion() : upTo)
{}

QString Migrator::backupPath(const QString &storePath, int version)
{
    return QStringLiteral("%1.before-%2").arg(storePath).arg(version);
}

bool Migrator::isStore(Database &database)
{
    return versionOf(database) > 0 && database.value("read_application_id").toInt() == applicationId;
}

int Migrator::newestVersion()
{
    return static_cast<int>(migrationFiles().size());
}

int Migrator::versionOf(Database &database)
{
    return database.value("read_user_version").toInt();
}

Result<void> Migrator::migrate()
{
    try {
        const int version = versionOf(m_database);
        const bool empty = m_database.value("count_schema_entries").toInt() == 0;
        const int mark = m_database.value("read_application_id").toInt();
        if (!empty && mark != applicationId)
            return failure(foreign(m_database.path()));
        if (version >= m_upTo)
            return {};
        if (!empty)
            backUp(version);
        Transaction transaction(m_database);
        for (int next = version + 1; next <= m_upTo; ++next)
            apply(next);
        Q_ASSERT(versionOf(m_database) == m_upTo);
        if (!empty) {
            requireSound(m_database);
            requireForeignKeys(m_database);
        }
        transaction.commit();
    } catch (const StorageFailure &failed) {
        return failure(failed.problem());
    }
    return {};
}

void Migrator::backUp(int version)
{
    requireSound(m_database);
    const QString copy = backupPath(m_database.path(), version + 1);
    // One left by an attempt that failed half-way is of no more use than a new one.
    m_disk.remove(copy);
    m_database.run("copy_store", {copy});
    m_disk.makePrivate(copy);
}

void Migrator::apply(int version)
{
    const QString fileName = migrationFiles().at(version - 1);
    Q_ASSERT(fileName.startsWith(QStringLiteral("%1_").arg(version, 4, 10, QLatin1Char('0'))));
    const QStringList statements = statementsOf(fileName);
    for (const QString &statement : statements)
        m_database.runText(statement);
}

} // namespace crema::sync
