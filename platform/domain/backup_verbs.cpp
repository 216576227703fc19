// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/domain/backup_verbs.h"

#include "platform/cluster/cluster_programs.h"
#include "platform/cluster/database_address.h"
#include "platform/database/transaction.h"
#include "platform/domain/key_verbs.h"
#include "platform/domain/verb_parts.h"
#include "platform/sync/record_rows.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace crema::platform {
namespace {

/// A shop's years fit into minutes; what takes longer hangs.
constexpr int programMs = 30 * 60 * 1000;

QString tr(const char *text)
{
    return QCoreApplication::translate("crema::platform::BackupVerbs", text);
}

Result<QString> readTarget(const VerbOptions &options)
{
    QCommandLineParser parser;
    parser.addOption(valueOption("to"));
    const bool understood = parser.parse(QStringList{QStringLiteral("backup")} + options.arguments);
    const QString path = parser.value(QStringLiteral("to"));
    if (!understood || path.isEmpty() || !parser.positionalArguments().isEmpty())
        return failure(usageProblem(tr("The file is missing."), tr("Use: crema-platform backup --data DIR --to FILE")));
    return QFileInfo(path).absoluteFilePath();
}

Result<QString> toolPath(const char *name)
{
    return findServerPrograms({}).map([&](const QString &folder) { return folder + u'/' + QLatin1StringView(name); });
}

Problem cannotWrite(const QString &path)
{
    return {ProblemKind::Device,
            QStringLiteral("backup.write"),
            tr("The backup %1 cannot be written.").arg(path),
            tr("Choose a folder that you may write and that has room."),
            {}};
}

Problem unreadable(const QString &path)
{
    return {ProblemKind::Invalid,
            QStringLiteral("backup.unreadable"),
            tr("%1 is not a backup of Crema, or is not whole.").arg(path),
            tr("Choose a file that crema-platform backup wrote."),
            {}};
}

Problem notEmpty()
{
    return {ProblemKind::Conflict,
            QStringLiteral("backup.not_empty"),
            tr("There is a company here already; a backup never writes over one."),
            tr("Name an empty folder with --data."),
            {}};
}

/// Where the programs of PostgreSQL find the database. Errors: `backup.address`.
Result<DatabaseAddress> addressFor(const QString &databaseUrl)
{
    const std::optional<DatabaseAddress> address = databaseAddress(databaseUrl);
    if (address && address->keyPassword.isEmpty())
        return *address;
    return failure(ProblemKind::Invalid, QStringLiteral("backup.address"),
                   tr("pg_dump and pg_restore cannot be told the password of the TLS key in the database's address."),
                   tr("Use a key without a password, in a file that only you can read."));
}

// Made before pg_dump opens it, so that nobody else can read it at any moment.
bool makePrivateFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) &&
           file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
}

/// Whether pg_restore can read the table of contents and finds Crema's schema in it.
bool isBackup(const QString &path)
{
    const Result<QByteArray> contents = toolPath("pg_restore").and_then([&](const QString &program) {
        return runProgram({program, QStringLiteral("--list"), path}, programMs);
    });
    return contents && contents->contains("crema_schema_step");
}

Result<void> writeBackup(const QString &databaseUrl, const QString &path)
{
    const Result<QString> program = toolPath("pg_dump");
    if (!program)
        return failure(program.error());
    const Result<DatabaseAddress> address = addressFor(databaseUrl);
    if (!address)
        return failure(address.error());
    const QString part = path + QStringLiteral(".part");
    if (!makePrivateFile(part))
        return failure(cannotWrite(path));
    const Result<QByteArray> dumped = runProgram(
        {*program, QStringLiteral("--format=custom"), QStringLiteral("--no-owner"), QStringLiteral("--no-privileges"),
         QStringLiteral("--file=") + part, QStringLiteral("--dbname=") + address->visible},
        programMs, secretsFor(*address));
    if (!dumped || !isBackup(part)) {
        QFile::remove(part);
        return dumped ? failure(cannotWrite(path)) : failure(dumped.error());
    }
    // std::rename replaces in one step, where QFile::rename would refuse.
    if (std::rename(QFile::encodeName(part).constData(), QFile::encodeName(path).constData()) != 0) {
        QFile::remove(part);
        return failure(cannotWrite(path));
    }
    return {};
}

bool isEmpty(Connection &connection)
{
    return !connection.run("database/find_step_table").boolean(0, 0);
}

Result<void> readBackup(const QString &databaseUrl, const QString &path)
{
    if (!isBackup(path))
        return failure(unreadable(path));
    const Result<QString> program = toolPath("pg_restore");
    if (!program)
        return failure(program.error());
    const Result<DatabaseAddress> address = addressFor(databaseUrl);
    if (!address)
        return failure(address.error());
    // All or nothing: what is cut short leaves an empty database, and may be tried again.
    const Result<QByteArray> restored =
        runProgram({*program, QStringLiteral("--single-transaction"), QStringLiteral("--exit-on-error"),
                    QStringLiteral("--no-owner"), QStringLiteral("--no-privileges"),
                    QStringLiteral("--dbname=") + address->visible, path},
                   programMs, secretsFor(*address));
    if (!restored)
        return failure(restored.error());
    return {};
}

// The transaction numbers of the feed are those of the server that wrote it; on this one they may lie in the future.
void beginEpoch(Connection &connection, const AuditEntry &entry)
{
    retrying([&] {
        Transaction transaction(connection);
        transaction.run("sync/begin_epoch", {entry.at.msSinceEpoch()});
        transaction.run("sync/renumber_feed");
        writeAudit(transaction, {entry});
        transaction.commit();
    });
}

AuditEntry entryOf(const VerbOptions &options, UtcTime now, const QString &action, const QString &path)
{
    QJsonObject document;
    if (!path.isEmpty())
        document.insert(QStringLiteral("file"), QFileInfo(path).fileName());
    const SubjectRef subject{QStringLiteral("platform"), QUuid()};
    return {QUuid(), now, std::nullopt, action, subject, std::nullopt, document, std::nullopt, options.systemUser};
}

/// That all of it was copied out of the database, whose schema is left as it is: a backup comes before an upgrade.
void noteBackup(const VerbOptions &options, UtcTime now, const QString &path)
{
    Connection connection(options.databaseUrl);
    retrying([&] {
        Transaction transaction(connection);
        writeAudit(transaction, {entryOf(options, now, QStringLiteral("platform.backup"), path)});
        transaction.commit();
    });
}

struct RestoreOptions {
    QString path;
    QString keyFile; ///< of the platform that wrote the backup; empty: it lies in its place, or is lost
    bool newKeys = false;
};

Result<RestoreOptions> readRestoreOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    const QCommandLineOption from = valueOption("from");
    const QCommandLineOption keyFile = valueOption("secrets-key-file");
    const QCommandLineOption newKeys(QStringLiteral("new-keys"));
    parser.addOptions({from, keyFile, newKeys});
    const bool understood = parser.parse(QStringList{QStringLiteral("restore")} + arguments);
    if (!understood || parser.value(from).isEmpty() || !parser.positionalArguments().isEmpty()) {
        return failure(usageProblem(tr("The file is missing."),
                                    tr("Use: crema-platform restore --data DIR --from FILE [--secrets-key-file FILE] "
                                       "[--new-keys]")));
    }
    return RestoreOptions{QFileInfo(parser.value(from)).absoluteFilePath(), parser.value(keyFile),
                          parser.isSet(newKeys)};
}

/// The exit code. The database is whole in any case, and what is missing can be given later.
int settleKeys(Connection &connection, const VerbOptions &options, const PlatformParts &parts, bool newKeys)
{
    const Result<SecretsKey> key = readSecretsKey(options.secretsKeyFile);
    if (!key)
        return complainAbout(key.error());
    connection.setSecrets(*key);
    if (!lacksSecretsKey(connection))
        return 0;
    if (newKeys)
        return replaceLostKeysOver(connection, options, parts, stderr);
    const QString place = options.secretsKeyFile.isEmpty() ? tr("the file that CREMA_SECRETS_KEY_FILE will name")
                                                           : options.secretsKeyFile;
    std::fprintf(stderr, "%s\n",
                 qPrintable(tr("The keys in this backup are encrypted. Before you start the platform, put secrets.key "
                               "of the one that wrote it here: %1. If it is lost: crema-platform keys replace.")
                                .arg(place)));
    return 0;
}

} // namespace

int backUp(const VerbOptions &options, const PlatformParts &parts)
{
    const Result<QString> path = readTarget(options);
    if (!path)
        return complainAbout(path.error());
    if (const Result<void> written = writeBackup(options.databaseUrl, *path); !written)
        return complainAbout(written.error());
    try {
        noteBackup(options, parts.clock.now(), *path);
    } catch (const StorageFailure &thrown) {
        // A copy of the database that only reads cannot note it; the backup is whole nevertheless.
        (void)complainAbout(databaseProblem(thrown));
    }
    say(*path);
    return 0;
}

int restoreBackup(const VerbOptions &options, const PlatformParts &parts)
{
    const Result<RestoreOptions> restore = readRestoreOptions(options.arguments);
    if (!restore)
        return complainAbout(restore.error());
    try {
        Connection connection(options.databaseUrl);
        if (!isEmpty(connection))
            return complainAbout(notEmpty());
        if (!restore->keyFile.isEmpty()) {
            if (const auto brought = bringSecretsKey(restore->keyFile, options.secretsKeyFile); !brought)
                return complainAbout(brought.error());
        }
        if (const Result<void> restored = readBackup(options.databaseUrl, restore->path); !restored)
            return complainAbout(restored.error());
        if (const Result<void> prepared = prepareDatabase(connection); !prepared)
            return complainAbout(prepared.error());
        beginEpoch(connection, entryOf(options, parts.clock.now(), QStringLiteral("platform.restore"), restore->path));
        return settleKeys(connection, options, parts, restore->newKeys);
    } catch (const StorageFailure &thrown) {
        return complainAbout(databaseProblem(thrown));
    }
}

int renewFeed(const VerbOptions &options, const PlatformParts &parts)
{
    return withDatabase(options, [&](Connection &connection) {
        beginEpoch(connection, entryOf(options, parts.clock.now(), QStringLiteral("platform.renew_feed"), {}));
        return 0;
    });
}

} // namespace crema::platform
