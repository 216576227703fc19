// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "sync/seams/disk.h"
#include "sync/store/sql_value.h"

#include <QVariant>

#include <initializer_list>
#include <memory>
#include <unordered_map>
#include <utility>

struct sqlite3;
struct sqlite3_stmt;

namespace crema::sync {

using Arguments = std::initializer_list<SqlValue>;

/// The rows of one query; the statement is free again when this goes.
class Rows
{
public:
    explicit Rows(sqlite3_stmt *statement) : m_statement(statement) {}
    ~Rows();
    Rows(Rows &&other) noexcept : m_statement(std::exchange(other.m_statement, nullptr)) {}
    Rows(const Rows &) = delete;
    Rows &operator=(const Rows &) = delete;
    Rows &operator=(Rows &&) = delete;

    /// Steps to the next row. Throws StorageFailure.
    [[nodiscard]] bool next();

    [[nodiscard]] QVariant value(int column) const;
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] QByteArray bytes(int column) const { return view(column).toByteArray(); }
    /// As bytes(), without a copy: good until the next row.
    [[nodiscard]] QByteArrayView view(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] QUuid uuid(int column) const { return QUuid::fromRfc4122(view(column)); }

private:
    sqlite3_stmt *m_statement;
};

enum class Access { ReadWrite, ReadOnly };

/// One SQLite connection of one thread, with every setting that durability needs read back (sync.md rule 26), and the
/// SQL files of sync/sql/queries, each prepared once. SQLite's own interface (ADR 012). Failures are thrown as
/// StorageFailure.
class Database
{
public:
    /// `path` is a file of `disk`, which outlives this. Reading also works where nothing can be written, as on a full
    /// disk, unless a log of somebody who did not end cleanly lies beside the file. Errors: `store.settings` and those
    /// of storageProblem().
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(const Disk &disk, const QString &path, Access access);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// Runs sync/sql/queries/`name`.sql to its end.
    void run(const char *name, Arguments arguments = {});
    /// Runs it and hands out its rows. One query is not run again before its rows went.
    [[nodiscard]] Rows query(const char *name, Arguments arguments = {});
    /// Rows that the last `run` changed.
    [[nodiscard]] std::int64_t changedRows() const { return m_changedRows; }

    /// The first value of the first row; nothing valid without a row.
    [[nodiscard]] QVariant value(const char *name, Arguments arguments = {});
    /// Runs one statement given as text: migrations only.
    void runText(const QString &sql);

    /// Closes the connection without touching the log, and opens the file again: after a commit whose end is unknown,
    /// what is in the file says what became of it. When that fails too, every call fails with `store.write` until a
    /// later reopen() succeeds. No Rows may be alive. Throws StorageFailure.
    void reopen();
    /// From now on closing moves nothing into the file: it is damaged, and kept as it is.
    void leaveFileAlone();
    [[nodiscard]] bool isOpen() const { return m_connection != nullptr; }
    /// Moves the whole log into the database file and empties it, durably; false when a reader kept it from that.
    /// Throws StorageFailure.
    [[nodiscard]] bool settleLog();

    /// Moves the log into the database file; never inside a transaction. Only the writing connection may.
    void checkpoint();
    /// Pages in the log as of the last commit of this connection.
    [[nodiscard]] int logPages() const { return m_logPages; }
    /// For code that has to work below statements by name.
    [[nodiscard]] sqlite3 *handle() { return m_connection; }
    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] Access access() const { return m_access; }

private:
    struct Finalizer {
        void operator()(sqlite3_stmt *statement) const;
    };
    using Statement = std::unique_ptr<sqlite3_stmt, Finalizer>;

    Database(const Disk &disk, const QString &path, Access access);
    [[nodiscard]] Result<void> tryOpen();
    void connect();
    void disconnect();
    void configure();
    void requireSetting(const char *query, const QString &wanted);
    [[nodiscard]] sqlite3_stmt *prepared(const char *name);

    const Disk &m_disk;
    QString m_path;
    Access m_access;
    bool m_isAlone = false; ///< reads the file as it is, without what connections share beside it
    sqlite3 *m_connection = nullptr;
    std::unordered_map<std::string_view, Statement> m_statements;
    std::int64_t m_changedRows = 0;
    int m_logPages = 0;
};

/// BEGIN IMMEDIATE … COMMIT. Undone unless commit() was reached.
class Transaction
{
public:
    explicit Transaction(Database &database);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    /// Durable when this returns. When it throws, it is unknown whether it happened (sync.md rule 6).
    void commit();
    /// The connection was opened anew, so there is nothing to undo.
    void abandon() { m_open = false; }

private:
    Database &m_database;
    bool m_open = true;
};

} // namespace crema::sync
