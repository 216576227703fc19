// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/database.h"

#include "models/operations/storage_failure.h"
#include "sync/store/sql_failure.h"
#include "sync/store/vault_file_system.h"

#include <QCoreApplication>
#include <QFile>

#include <sqlite3.h>

// Outside of any namespace, as Q_INIT_RESOURCE wants it: the linker drops resources of a static library otherwise.
static void initSqlResource()
{
    Q_INIT_RESOURCE(crema_sync_sql);
}

namespace crema::sync {
namespace {

constexpr int busyTimeoutMs = 5'000;

QByteArray readSql(const char *name)
{
    QFile file(QStringLiteral(":/sql/crema_sync/queries/%1.sql").arg(QLatin1String(name)));
    const bool found = file.open(QIODevice::ReadOnly);
    Q_ASSERT_X(found, "Database", name);
    return file.readAll();
}

/// Each is read once in the life of a thread: every connection prepares most of them.
const QByteArray &sqlOf(const char *name)
{
    thread_local std::unordered_map<std::string_view, QByteArray> texts;
    QByteArray &text = texts[name];
    if (text.isNull())
        text = readSql(name);
    return text;
}

void bindAll(sqlite3_stmt *statement, Arguments arguments, SqlValue::Lifetime lifetime)
{
    Q_ASSERT_X(sqlite3_bind_parameter_count(statement) == static_cast<int>(arguments.size()), "Database",
               sqlite3_sql(statement));
    int position = 0;
    for (const SqlValue &argument : arguments) {
        if (argument.bind(statement, ++position, lifetime) != SQLITE_OK)
            throwStorageFailure(sqlite3_db_handle(statement));
    }
}

/// Steps once; true when a row came.
bool step(sqlite3_stmt *statement)
{
    const int code = sqlite3_step(statement);
    if (code == SQLITE_ROW)
        return true;
    if (code != SQLITE_DONE)
        throwStorageFailure(sqlite3_db_handle(statement));
    return false;
}

/// Makes a statement free for its next use, also when an exception leaves it half run.
class Reset
{
public:
    explicit Reset(sqlite3_stmt *statement) : m_statement(statement) {}
    ~Reset() { sqlite3_reset(m_statement); }
    Reset(const Reset &) = delete;
    Reset &operator=(const Reset &) = delete;

private:
    sqlite3_stmt *m_statement;
};

} // namespace

Rows::~Rows()
{
    if (m_statement)
        sqlite3_reset(m_statement);
}

bool Rows::next()
{
    return step(m_statement);
}

QVariant Rows::value(int column) const
{
    switch (sqlite3_column_type(m_statement, column)) {
    case SQLITE_INTEGER: return QVariant(qint64(integer(column)));
    case SQLITE_TEXT: return QVariant(text(column));
    case SQLITE_BLOB: return QVariant(bytes(column));
    default: return {};
    }
}

bool Rows::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

QByteArrayView Rows::view(int column) const
{
    // In this order: the size is that of the form the value has by then.
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
    return {bytes, sqlite3_column_bytes(m_statement, column)};
}

QString Rows::text(int column) const
{
    const auto *bytes = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
    return QString::fromUtf8(bytes, sqlite3_column_bytes(m_statement, column));
}

std::int64_t Rows::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

void Database::Finalizer::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

Result<std::unique_ptr<Database>> Database::open(const Disk &disk, const QString &path, Access access)
{
    initSqlResource();
    std::unique_ptr<Database> database(new Database(disk, path, access));
    Result<void> opened = database->tryOpen();
    // Whoever reads beside others needs a little room for what they share. Where that cannot be had nobody writes
    // either, so the file says all as long as no log has more.
    const auto hasNoRoom = [](const Problem &problem) {
        return problem.code == QLatin1String("store.disk_full") || problem.code == QLatin1String("store.read_only") ||
               problem.code == QLatin1String("store.write");
    };
    if (!opened && access == Access::ReadOnly && hasNoRoom(opened.error()) &&
        disk.size(path + QStringLiteral("-wal")) == 0) {
        database->disconnect();
        database->m_isAlone = true;
        opened = database->tryOpen();
    }
    if (!opened)
        return failure(opened.error());
    return database;
}

Result<void> Database::tryOpen()
{
    try {
        connect();
        configure();
        if (m_access == Access::ReadOnly) [[maybe_unused]]
            const QVariant first = value("read_user_version"); // what is shared is made at a first look
        return {};
    } catch (const StorageFailure &failed) {
        leaveFileAlone();
        return failure(failed.problem());
    }
}

Database::Database(const Disk &disk, const QString &path, Access access) : m_disk(disk), m_path(path), m_access(access)
{}

Database::~Database()
{
    disconnect();
}

void Database::disconnect()
{
    m_statements.clear();
    sqlite3_close(std::exchange(m_connection, nullptr));
}

void Database::reopen()
{
    leaveFileAlone();
    disconnect();
    try {
        connect();
        configure();
    } catch (const StorageFailure &) {
        disconnect();
        throw;
    }
}

void Database::leaveFileAlone()
{
    if (m_connection)
        sqlite3_db_config(m_connection, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
}

bool Database::settleLog()
{
    Rows rows = query("checkpoint_truncate");
    return rows.next() && rows.integer(0) == 0;
}

void Database::connect()
{
    // One thread uses a connection, so SQLite need not guard it.
    const int access = m_access == Access::ReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    const QByteArray path = QFile::encodeName(m_path);
    const QByteArray file = m_isAlone ? "file:" + path.toPercentEncoding("/") + "?immutable=1" : path;
    const int form = m_isAlone ? SQLITE_OPEN_URI : 0;
    if (sqlite3_open_v2(file.constData(), &m_connection, access | form | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
                        m_disk.sqliteFileSystem()) != SQLITE_OK)
        throwStorageFailure(m_connection);
    sqlite3_busy_timeout(m_connection, busyTimeoutMs);
    // Encrypted pages need some room for themselves; a file that is there has it, and a new one is made with it.
    int reserve = 0;
    if (sqlite3_file_control(m_connection, nullptr, VaultFileSystem::controlReserve, &reserve) == SQLITE_OK)
        sqlite3_file_control(m_connection, nullptr, SQLITE_FCNTL_RESERVE_BYTES, &reserve);
}

void Database::configure()
{
    // Checkpoints are ours to time: never inside somebody's sale, and never by a reading connection, which would make
    // one when it is the last to close.
    if (m_access == Access::ReadOnly)
        leaveFileAlone();
    run("set_wal_autocheckpoint");
    if (m_access == Access::ReadWrite)
        run("set_journal_mode");
    run("set_synchronous");
    run("set_foreign_keys");
    run("set_mmap_size");
    run("set_cache_size");
    run("set_temp_store");
    if (m_access == Access::ReadWrite)
        run("set_secure_delete");
    if (!m_isAlone)
        requireSetting("read_journal_mode", QStringLiteral("wal"));
    requireSetting("read_synchronous", QStringLiteral("2"));
    requireSetting("read_foreign_keys", QStringLiteral("1"));
    requireSetting("read_wal_autocheckpoint", QStringLiteral("0"));
    requireSetting("read_mmap_size", QStringLiteral("0"));
    // What was deleted is gone from the file (ADR 041).
    if (m_access == Access::ReadWrite)
        requireSetting("read_secure_delete", QStringLiteral("1"));
    // After the setting, which takes a hook away.
    const auto noteLog = [](void *self, sqlite3 *, const char *, int pages) {
        static_cast<Database *>(self)->m_logPages = pages;
        return SQLITE_OK;
    };
    sqlite3_wal_hook(m_connection, noteLog, this);
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

sqlite3_stmt *Database::prepared(const char *name)
{
    const auto found = m_statements.find(name);
    if (found != m_statements.end())
        return found->second.get();
    if (!m_connection)
        throw StorageFailure(storageProblem(SQLITE_IOERR, QCoreApplication::translate("Store", "it is not open")));
    const QByteArray &sql = sqlOf(name);
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v3(m_connection, sql.constData(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                           &statement, nullptr) != SQLITE_OK)
        throwStorageFailure(m_connection);
    return m_statements.emplace(name, Statement(statement)).first->second.get();
}

void Database::run(const char *name, Arguments arguments)
{
    sqlite3_stmt *statement = prepared(name);
    const Reset reset(statement);
    bindAll(statement, arguments, SqlValue::Lifetime::Call);
    while (step(statement)) {}
    m_changedRows = sqlite3_changes64(m_connection);
}

Rows Database::query(const char *name, Arguments arguments)
{
    sqlite3_stmt *statement = prepared(name);
    Q_ASSERT_X(sqlite3_stmt_busy(statement) == 0, "Database::query is still being read", name);
    bindAll(statement, arguments, SqlValue::Lifetime::Copied);
    return Rows(statement);
}

void Database::runText(const QString &sql)
{
    if (sqlite3_exec(m_connection, sql.toUtf8().constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
        throwStorageFailure(m_connection);
    m_changedRows = sqlite3_changes64(m_connection);
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
