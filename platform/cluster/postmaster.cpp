// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/cluster/postmaster.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <csignal>

namespace crema::platform {
namespace {

constexpr int stepMs = 5;
constexpr std::int64_t immediateMs = 1'200;

// Lines of postmaster.pid (PostgreSQL's miscadmin.h).
constexpr qsizetype pidLine = 0;
constexpr qsizetype socketLine = 4;
constexpr qsizetype statusLine = 7;

bool runsPostgresIn(qint64 pid, const QString &dataFolder)
{
    // Read as links, not as files: a process that has ended and waits to be collected has neither.
    const QString process = QStringLiteral("/proc/%1/").arg(pid);
    const QString program = QFile::symLinkTarget(process + QStringLiteral("exe"));
    const QString folder = QFile::symLinkTarget(process + QStringLiteral("cwd"));
    const bool isPostgres = program.section(u'/', -1).startsWith(u"postgres");
    return isPostgres && folder == QFileInfo(dataFolder).canonicalFilePath();
}

// A process that has ended and waits to be collected has no program any more.
bool hasEnded(qint64 pid)
{
    return QFile::symLinkTarget(QStringLiteral("/proc/%1/exe").arg(pid)).isEmpty();
}

Problem notReadyProblem(const QString &code, const QString &dataFolder)
{
    return {ProblemKind::Unavailable,
            code,
            QCoreApplication::translate("PrivateCluster", "The database in %1 did not become ready.").arg(dataFolder),
            QCoreApplication::translate("PrivateCluster", "Its log lies in the folder log beside it."),
            {}};
}

bool waitUntilGone(const QString &dataFolder, std::int64_t timeoutMs, BlockingWait &wait)
{
    for (std::int64_t waited = 0; waited < timeoutMs; waited += stepMs) {
        if (!Postmaster::find(dataFolder))
            return true;
        wait.waitMs(stepMs);
    }
    return !Postmaster::find(dataFolder);
}

} // namespace

std::optional<Postmaster> Postmaster::find(const QString &dataFolder)
{
    QFile file(dataFolder + QStringLiteral("/postmaster.pid"));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QByteArrayList lines = file.readAll().split('\n');
    const qint64 pid = lines.value(pidLine).toLongLong();
    if (pid <= 1 || !runsPostgresIn(pid, dataFolder))
        return std::nullopt;
    const bool isReady = lines.value(statusLine).trimmed() == "ready";
    return Postmaster{pid, QFile::decodeName(lines.value(socketLine)), isReady};
}

Result<Postmaster> waitUntilReady(const QString &dataFolder, qint64 launchedPid, std::int64_t timeoutMs,
                                  BlockingWait &wait)
{
    for (std::int64_t waited = 0; waited < timeoutMs; waited += stepMs) {
        const std::optional<Postmaster> server = Postmaster::find(dataFolder);
        if (server && server->isReady)
            return *server;
        if (launchedPid > 0 && hasEnded(launchedPid))
            return failure(notReadyProblem(QStringLiteral("cluster.ended"), dataFolder));
        wait.waitMs(stepMs);
    }
    return failure(notReadyProblem(QStringLiteral("cluster.not_ready"), dataFolder));
}

Result<void> stopServer(const QString &dataFolder, std::int64_t fastMs, BlockingWait &wait)
{
    const std::optional<Postmaster> server = Postmaster::find(dataFolder);
    if (!server)
        return {};
    ::kill(static_cast<pid_t>(server->pid), SIGINT);
    if (waitUntilGone(dataFolder, fastMs, wait))
        return {};
    // Looked up again: the number is only ours while the same server stands behind it.
    const std::optional<Postmaster> remaining = Postmaster::find(dataFolder);
    if (remaining && remaining->pid == server->pid)
        ::kill(static_cast<pid_t>(remaining->pid), SIGQUIT);
    if (waitUntilGone(dataFolder, immediateMs, wait))
        return {};
    return failure(ProblemKind::Failed, QStringLiteral("cluster.does_not_stop"),
                   QCoreApplication::translate("PrivateCluster", "The database in %1 does not stop.").arg(dataFolder),
                   QCoreApplication::translate("PrivateCluster", "Look at its log before you start it again."));
}

} // namespace crema::platform
