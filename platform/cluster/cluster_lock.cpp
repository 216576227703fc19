// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/cluster/cluster_lock.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace crema::platform {
namespace {

constexpr int waitStepMs = 50;
constexpr int waitSteps = 400;

// The first word says who holds the lock.
QByteArray readHolder(int file)
{
    char text[64];
    const ssize_t count = ::pread(file, text, sizeof text, 0);
    return count > 0 ? QByteArray(text, count).trimmed() : QByteArray();
}

void writeHolder(int file, ClusterUse use)
{
    const QByteArray text = (use == ClusterUse::Serve ? QByteArrayLiteral("serve ") : QByteArrayLiteral("moment ")) +
                            QByteArray::number(::getpid()) + '\n';
    // Only for the message to others; the lock holds without it.
    if (::ftruncate(file, 0) == 0)
        (void)!::pwrite(file, text.constData(), static_cast<std::size_t>(text.size()), 0);
}

Problem inUseProblem(const QString &dataFolder, const QByteArray &holder)
{
    const QString process = QString::fromLatin1(holder.mid(holder.indexOf(' ') + 1));
    return {ProblemKind::Conflict,
            QStringLiteral("cluster.in_use"),
            QCoreApplication::translate("PrivateCluster", "The data folder %1 is in use by process %2.")
                .arg(dataFolder, process),
            QCoreApplication::translate("PrivateCluster",
                                        "Stop that platform first, or choose another folder with --data."),
            {}};
}

} // namespace

ClusterLock::~ClusterLock()
{
    ::close(m_file);
}

Result<std::unique_ptr<ClusterLock>> ClusterLock::take(const QString &dataFolder, ClusterUse use, BlockingWait &wait)
{
    const QString path = dataFolder + QStringLiteral("/platform.lock");
    const bool isMade = QDir().mkpath(dataFolder);
    const int file = isMade ? ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600) : -1;
    if (file < 0) {
        return failure(
            ProblemKind::Failed, QStringLiteral("cluster.folder"),
            QCoreApplication::translate("PrivateCluster", "The folder %1 cannot be made or written.").arg(dataFolder),
            QCoreApplication::translate("PrivateCluster",
                                        "Choose another data folder with --data, or mend its rights."));
    }
    std::unique_ptr<ClusterLock> lock(new ClusterLock(file));
    for (int step = 0; step < waitSteps; ++step) {
        if (::flock(file, LOCK_EX | LOCK_NB) == 0) {
            writeHolder(file, use);
            return lock;
        }
        const QByteArray holder = readHolder(file);
        if (holder.startsWith("serve") && use == ClusterUse::Moment)
            return nullptr;
        if (holder.startsWith("serve"))
            return failure(inUseProblem(dataFolder, holder));
        wait.waitMs(waitStepMs);
    }
    return failure(inUseProblem(dataFolder, readHolder(file)));
}

} // namespace crema::platform
