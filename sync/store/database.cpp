// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/database.h"

#include "models/operations/storage_failure.h"
#include "sync/store/sql_failure.h"

#include <QCoreApplication>
#include <QFile>
#include <QSqlError>

#include <atomic>

// Outside of any namespace, as Q_INIT_RESOURCE wants it: the linker drops resources of a static library otherwise.
static void initSqlResource()
{
    Q_INIT_RESOURCE(crema_sync_sql);
}

namespace crema::sync {
namespace {

constexpr int busyTimeoutMs = 5'000;

QString sqlOf(const char *name)
{
    QFile file(QStringLiteral(":/sql/crema_sync/queries/%1.sql").arg(QLatin1String(name)));
    const bool found = file.open(QIODevice::ReadOnly);
    Q_ASSERT_X(found, "Database", name);
    return QString::fromUtf8(file.readAll());
}

QString nextConnectionName()
{
    static std::atomic<int> count = 0;
    return QStringLiteral("crema-store-%1").arg(count++);
}

} // namespace

bool Rows::next()
{
    if (m_query->next())
        return true;
    if (m_query->lastError().isValid())
        throwStorageFailure(m_query->lastError());
    return false;
}

Result<std::unique_ptr<Database>> Database::open(const QString &path, Access access)
{
    initSqlResource();
    std::unique_ptr<Database> database(new Database(path, access));
    try {
        database->connect();
        database->configure();
    } catch (const StorageFailure &failed) {
        return failure(failed.problem());
    }
    return database;
}

Database::Database(const QString &path, Access access)
    : m_path(path), m_access(access), m_connectionName(nextConnectionName())
{}

Database::~Database()
{
    m_statements.clear();
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_connectionName);
}

void Database::connect()
{
    m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connectionName);
    m_database.setDatabaseName(m_path);
    QString options = QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(busyTimeoutMs);
    if (m_access == Access::ReadOnly)
        options += QStringLiteral(";QSQLITE_OPEN_READONLY");
    m_database.setConnectOptions(options);
    if (!m_database.open())
        throwStorageFailure(m_database.lastError());
}

void Database::configure()
{
    // Checkpoints are ours to time: never inside somebody's sale, and never by a reading connection.
    run("set_wal_autocheckpoint");
    if (m_access == Access::ReadWrite)
        run("set_journal_mode");
    run("set_synchronous");
    run("set_foreign_keys");
    run("set_mmap_size");
    run("set_cache_size");
    run("set_temp_store");
    requireSetting("read_journal_mode", QStringLiteral("wal"));
    requireSetting("read_synchronous", QStringLiteral("2"));
    requireSetting("read_foreign_keys", QStringLiteral("1"));
    requireSetting("read_wal_autocheckpoint", QStringLiteral("0"));
}

void Database::requireSetting(const char *query, const QString &wanted)
{
    if (value(query).toString() == wanted)
        return;
    throw StorageFailure(
        Problem{ProblemKind::Device,
                QStringLiteral("store.settings"),
                QCoreApplication::translate(
                    "Store", "The local store does not keep the setting %1, so saving would not be safe.")
                    .arg(QLatin1String(query).mid(5)),
                QCoreApplication::translate("Store", "Put the store on a local disk."),
                {}});
}

QSqlQuery &Database::prepared(const char *name)
{
    const auto found = m_statements.find(name);
    if (found != m_statements.end())
        return *found->second;
    auto query = std::make_unique<QSqlQuery>(m_database);
    query->setForwardOnly(true);
    if (!query->prepare(sqlOf(name)))
        throwStorageFailure(query->lastError());
    return *m_statements.emplace(name, std::move(query)).first->second;
}

void Database::execute(QSqlQuery &query, Arguments arguments)
{
    int position = 0;
    for (const QVariant &argument : arguments)
        query.bindValue(position++, argument);
    if (!query.exec()) {
        const QSqlError error = query.lastError();
        query.finish();
        throwStorageFailure(error);
    }
}

void Database::run(const char *name, Arguments arguments)
{
    QSqlQuery &query = prepared(name);
    execute(query, arguments);
    m_changedRows = query.numRowsAffected();
    query.finish();
}

Rows Database::query(const char *name, Arguments arguments)
{
    QSqlQuery &query = prepared(name);
    Q_ASSERT_X(!query.isActive(), "Database::query is still being read", name);
    execute(query, arguments);
    return Rows(&query);
}

void Database::runText(const QString &sql)
{
    QSqlQuery query(m_database);
    if (!query.exec(sql))
        throwStorageFailure(query.lastError());
}

QVariant Database::value(const char *name, Arguments arguments)
{
    Rows rows = query(name, arguments);
    return rows.next() ? rows.value(0) : QVariant();
}

void Database::checkpoint()
{
    run("checkpoint_passive");
}

Transaction::Transaction(Database &database) : m_database(database)
{
    m_database.run("begin_immediate");
}

Transaction::~Transaction()
{
    if (!m_open)
        return;
    try {
        m_database.run("rollback");
    } catch (const StorageFailure &) {
        // SQLite rolled back by itself when the statement failed; there is nothing left to undo.
    }
}

void Transaction::commit()
{
    m_database.run("commit");
    m_open = false;
}

} // namespace crema::sync
