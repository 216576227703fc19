// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/database/migrator.h"

#include "platform/database/statements.h"
#include "platform/database/transaction.h"

#include <QCoreApplication>

namespace crema::platform {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("crema::platform::Migrator", text);
}

/// Held by the session, not by a transaction, because every step commits on its own.
class MigrationLock
{
public:
    explicit MigrationLock(Connection &connection) : m_connection(connection)
    {
        connection.run("database/lock_schema");
    }
    ~MigrationLock()
    {
        try {
            m_connection.run("database/unlock_schema");
        } catch (const DatabaseFailure &) {
            // The session has ended and its locks with it.
        }
    }
    MigrationLock(const MigrationLock &) = delete;
    MigrationLock &operator=(const MigrationLock &) = delete;

private:
    Connection &m_connection;
};

Result<void> checkDone(const Rows &done, const QList<Migration> &known)
{
    for (int i = 0; i < done.count(); ++i) {
        const auto number = done.number(i, 0);
        if (number > known.size()) {
            return failure(ProblemKind::Failed, QStringLiteral("database.newer"),
                           tr("The database was made by a later version of Crema (step %1, %2) and stays untouched.")
                               .arg(number)
                               .arg(done.text(i, 1)),
                           tr("Install that version or a later one, then start again."));
        }
        const Migration &migration = known[number - 1];
        if (done.utf8(i, 2) != migration.checksum) {
            return failure(
                ProblemKind::Failed, QStringLiteral("database.altered"),
                tr("The database step %1 was run with another text than this program has.").arg(migration.name),
                tr("Start the version of Crema that made this database, or restore a backup."));
        }
    }
    return {};
}

void runStep(Connection &connection, const Migration &migration)
{
    Transaction transaction(connection);
    connection.runScript(migration.text);
    transaction.run("database/record_step", {migration.number, migration.name, Param::utf8(migration.checksum)});
    transaction.commit();
}

} // namespace

Result<void> migrate(Connection &connection)
{
    const MigrationLock lock(connection);
    connection.runScript(statementText("database/make_step_table"));
    const Rows done = connection.run("database/list_steps");
    const QList<Migration> known = compiledMigrations();
    if (const Result<void> fits = checkDone(done, known); !fits)
        return fits;
    for (const Migration &migration : known.mid(done.count()))
        runStep(connection, migration);
    return {};
}

} // namespace crema::platform
