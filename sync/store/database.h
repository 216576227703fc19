// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <initializer_list>
#include <memory>
#include <unordered_map>

namespace crema::sync {

using Arguments = std::initializer_list<QVariant>;

/// The rows of one query; the statement is free again when this goes.
class Rows
{
public:
    explicit Rows(QSqlQuery *query) : m_query(query) {}
    ~Rows()
    {
        if (m_query)
            m_query->finish();
    }
    Rows(Rows &&other) noexcept : m_query(std::exchange(other.m_query, nullptr)) {}
    Rows(const Rows &) = delete;
    Rows &operator=(const Rows &) = delete;
    Rows &operator=(Rows &&) = delete;

    /// Steps to the next row. Throws StorageFailure.
    [[nodiscard]] bool next();

    [[nodiscard]] QVariant value(int column) const { return m_query->value(column); }
    [[nodiscard]] bool isNull(int column) const { return m_query->isNull(column); }
    [[nodiscard]] QByteArray bytes(int column) const { return m_query->value(column).toByteArray(); }
    [[nodiscard]] QString text(int column) const { return m_query->value(column).toString(); }
    [[nodiscard]] std::int64_t integer(int column) const { return m_query->value(column).toLongLong(); }
    [[nodiscard]] QUuid uuid(int column) const { return QUuid::fromRfc4122(bytes(column)); }

private:
    QSqlQuery *m_query;
};

enum class Access { ReadWrite, ReadOnly };

/// One SQLite connection of one thread, with every setting that durability needs read back (sync.md rule 26), and the
/// SQL files of sync/sql/queries, each prepared once. Failures are thrown as StorageFailure.
class Database
{
public:
    /// Errors: `store.settings`, `store.foreign` (a file of another program), and those of storageProblem().
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(const QString &path, Access access);
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

    /// Moves the log into the database file; never inside a transaction. Only the writing connection may.
    void checkpoint();
    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] Access access() const { return m_access; }

private:
    Database(const QString &path, Access access);
    void connect();
    void configure();
    void requireSetting(const char *query, const QString &wanted);
    [[nodiscard]] QSqlQuery &prepared(const char *name);
    void execute(QSqlQuery &query, Arguments arguments);

    QString m_path;
    Access m_access;
    QString m_connectionName;
    QSqlDatabase m_database;
    std::unordered_map<std::string_view, std::unique_ptr<QSqlQuery>> m_statements;
    std::int64_t m_changedRows = 0;
};

/// BEGIN IMMEDIATE … COMMIT. Undone unless commit() was reached.
class Transaction
{
public:
    explicit Transaction(Database &database);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    /// Durable when this returns.
    void commit();

private:
    Database &m_database;
    bool m_open = true;
};

/// The bytes under which an id is stored.
[[nodiscard]] inline QByteArray key(const QUuid &id)
{
    return id.toRfc4122();
}

template<class AnyId>
[[nodiscard]] QByteArray key(const AnyId &id)
{
    return id.value().toRfc4122();
}

template<class AnyId>
[[nodiscard]] QVariant optionalKey(const std::optional<AnyId> &id)
{
    return id ? QVariant(key(*id)) : QVariant(QMetaType(QMetaType::QByteArray));
}

} // namespace crema::sync
