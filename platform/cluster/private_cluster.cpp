// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/cluster/private_cluster.h"

#include "platform/cluster/cluster_folder.h"
#include "platform/cluster/cluster_programs.h"
#include "platform/cluster/cluster_settings.h"
#include "platform/cluster/postmaster.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QUrl>

namespace crema::platform {
namespace {

constexpr int initMs = 60'000;
constexpr std::int64_t readyMs = 60'000; // after a crash the server first reads its log back in
constexpr int launches = 40;
constexpr std::int64_t relaunchMs = 100;

const QString accountName = QStringLiteral("crema");
const QString databaseName = QStringLiteral("crema");

QString urlOf(const QString &socketFolder)
{
    return QStringLiteral("postgresql://%1@/%2?host=%3")
        .arg(accountName, databaseName, QString::fromLatin1(QUrl::toPercentEncoding(socketFolder)));
}

QString versionOf(const ClusterFolder &folder)
{
    QFile file(folder.data + QStringLiteral("/PG_VERSION"));
    return file.open(QIODevice::ReadOnly) ? QString::fromLatin1(file.readAll().trimmed()) : QString();
}

Problem cannotRename(const QString &path)
{
    return {
        ProblemKind::Failed,
        QStringLiteral("cluster.folder"),
        QCoreApplication::translate("PrivateCluster", "The new database in %1 cannot be put in its place.").arg(path),
        QCoreApplication::translate("PrivateCluster", "Check free space and rights of the data folder."),
        {}};
}

// Made under another name first: a start that is cut short leaves no half cluster behind.
Result<void> makeCluster(const ClusterFolder &folder, const QString &programs, const ClusterAccount &account)
{
    const QString fresh = folder.data + QStringLiteral(".new");
    if (QDir(fresh).exists() && !QDir(fresh).removeRecursively())
        return failure(cannotRename(fresh));
    const QStringList command =
        account.prefix + QStringList{programs + QStringLiteral("/initdb"),        QStringLiteral("--pgdata=") + fresh,
                                     QStringLiteral("--username=") + accountName, QStringLiteral("--auth=trust"),
                                     QStringLiteral("--encoding=UTF8"),           QStringLiteral("--locale=C.UTF-8"),
                                     QStringLiteral("--data-checksums")};
    if (const Result<QByteArray> made = runProgram(command, initMs); !made)
        return failure(made.error());
    if (!QDir().rename(fresh, folder.data))
        return failure(cannotRename(folder.data));
    return {};
}

// Not a child of ours: the server outlives a platform that is killed, and a Ctrl+C in the terminal is not for it.
Result<qint64> launch(const ClusterFolder &folder, const QString &programs, const ClusterAccount &account)
{
    const QStringList command =
        account.prefix + QStringList{programs + QStringLiteral("/postgres"), QStringLiteral("-D"), folder.data};
    QProcess server;
    server.setProgram(command.first());
    server.setArguments(command.mid(1));
    server.setProcessEnvironment(clusterEnvironment());
    server.setWorkingDirectory(QStringLiteral("/"));
    server.setStandardInputFile(QProcess::nullDevice());
    server.setStandardOutputFile(folder.log + QStringLiteral("/start.log"));
    server.setStandardErrorFile(folder.log + QStringLiteral("/start.log"));
    qint64 pid = 0;
    if (server.startDetached(&pid))
        return pid;
    return failure(ProblemKind::Failed, QStringLiteral("cluster.program_failed"),
                   QCoreApplication::translate("PrivateCluster", "The PostgreSQL server cannot be started: %1")
                       .arg(server.errorString()),
                   QCoreApplication::translate("PrivateCluster", "Check that its programs may be run."));
}

// The processes of a server that was killed outlive it by a moment, and a new one refuses to start beside them.
Result<Postmaster> launchUntilReady(const ClusterFolder &folder, const QString &programs, const ClusterAccount &account,
                                    BlockingWait &wait)
{
    Result<Postmaster> server = failure(Problem{});
    for (int i = 0; i < launches; ++i) {
        const Result<qint64> pid = launch(folder, programs, account);
        if (!pid)
            return failure(pid.error());
        server = waitUntilReady(folder.data, *pid, readyMs, wait);
        if (server || server.error().code != u"cluster.ended")
            return server;
        wait.waitMs(relaunchMs);
    }
    return server;
}

// initdb makes no database of our name. A file remembers that createdb has run, so that later starts need not ask.
Result<void> makeDatabase(const ClusterFolder &folder, const Postmaster &server, const QString &programs)
{
    const QString mark = folder.data + QStringLiteral("/crema-database");
    if (QFile::exists(mark))
        return {};
    const Result<QByteArray> made =
        runProgram({programs + QStringLiteral("/createdb"), QStringLiteral("--host=") + server.socketFolder,
                    QStringLiteral("--username=") + accountName, databaseName},
                   initMs);
    if (!made && !made.error().message.contains(u"already exists"))
        return failure(made.error());
    QFile file(mark);
    if (!file.open(QIODevice::WriteOnly))
        return failure(cannotRename(mark));
    return {};
}

struct Started {
    Postmaster server;
    bool wasRunning = false;
};

Result<Started> startServer(const ClusterFolder &folder, const ClusterAccount &account, BlockingWait &wait)
{
    const Result<QString> programs = findServerPrograms(versionOf(folder));
    if (!programs)
        return failure(programs.error());
    if (versionOf(folder).isEmpty()) {
        if (const Result<void> made = makeCluster(folder, *programs, account); !made)
            return failure(made.error());
    }
    const bool wasRunning = Postmaster::find(folder.data).has_value();
    if (!wasRunning) {
        if (const Result<void> written = writeClusterSettings(folder); !written)
            return failure(written.error());
    }
    const Result<Postmaster> server =
        wasRunning ? waitUntilReady(folder.data, 0, readyMs, wait) : launchUntilReady(folder, *programs, account, wait);
    if (!server)
        return failure(server.error());
    if (const Result<void> made = makeDatabase(folder, *server, *programs); !made)
        return failure(made.error());
    return Started{*server, wasRunning};
}

} // namespace

PrivateCluster::PrivateCluster(const QString &clusterFolder, std::unique_ptr<ClusterLock> lock,
                               const ConnectionInfo &connection, BlockingWait &wait)
    : m_clusterFolder(clusterFolder), m_lock(std::move(lock)), m_connection(connection), m_wait(wait)
{}

bool PrivateCluster::exists(const QString &dataFolder)
{
    // Whose it is decides where it lies; see cluster_folder.h.
    return QFile::exists(dataFolder + QStringLiteral("/postgres")) ||
           QFile::exists(dataFolder + QStringLiteral("/cluster/postgres"));
}

Result<std::unique_ptr<PrivateCluster>> PrivateCluster::start(const QString &dataFolder, ClusterUse use,
                                                              BlockingWait &wait)
{
    const Result<ClusterAccount> account = findClusterAccount();
    if (!account)
        return failure(account.error());
    return startAs(*account, dataFolder, use, wait);
}

Result<std::unique_ptr<PrivateCluster>>
PrivateCluster::startAs(const ClusterAccount &account, const QString &dataFolder, ClusterUse use, BlockingWait &wait)
{
    Result<std::unique_ptr<ClusterLock>> lock = ClusterLock::take(dataFolder, use, wait);
    if (!lock)
        return failure(lock.error());
    const Result<ClusterFolder> folder = prepareClusterFolder(dataFolder, account);
    if (!folder)
        return failure(folder.error());
    if (*lock == nullptr) {
        const Result<Postmaster> server = waitUntilReady(folder->data, 0, readyMs, wait);
        if (!server)
            return failure(server.error());
        const ConnectionInfo connection{urlOf(server->socketFolder), server->pid, false};
        return std::unique_ptr<PrivateCluster>(new PrivateCluster(folder->data, nullptr, connection, wait));
    }
    const Result<Started> started = startServer(*folder, account, wait);
    if (!started) {
        (void)stopServer(folder->data, readyMs, wait);
        return failure(started.error());
    }
    const ConnectionInfo connection{urlOf(started->server.socketFolder), started->server.pid, started->wasRunning};
    return std::unique_ptr<PrivateCluster>(new PrivateCluster(folder->data, std::move(*lock), connection, wait));
}

PrivateCluster::~PrivateCluster()
{
    (void)stop();
}

Result<void> PrivateCluster::stop(std::int64_t fastMs)
{
    if (!m_lock)
        return {};
    const Result<void> stopped = stopServer(m_clusterFolder, fastMs, m_wait);
    m_lock.reset();
    return stopped;
}

} // namespace crema::platform
