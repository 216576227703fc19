// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/cluster/cluster_folder.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <sys/stat.h>
#include <unistd.h>

namespace crema::platform {
namespace {

// sun_path has 108 bytes; the server adds "/.s.PGSQL.5432" and a lock file ".lock".
constexpr qsizetype longestSocketFolder = 107 - 20;

const QString systemFolder = QStringLiteral("/var/lib/crema");

Problem folderProblem(const QString &path)
{
    return {
        ProblemKind::Failed,
        QStringLiteral("cluster.folder"),
        QCoreApplication::translate("PrivateCluster", "The folder %1 cannot be made or written.").arg(path),
        QCoreApplication::translate("PrivateCluster", "Choose another data folder with --data, or mend its rights."),
        {}};
}

bool makePrivate(const QString &path, const ClusterAccount &account)
{
    const QByteArray name = QFile::encodeName(path);
    struct stat status {};
    if (::mkdir(name.constData(), 0700) != 0 && errno != EEXIST)
        return false;
    // lstat: a link that somebody else laid there is no folder of ours.
    if (::lstat(name.constData(), &status) != 0 || !S_ISDIR(status.st_mode))
        return false;
    if (status.st_uid != account.uid && (::geteuid() != 0 || ::chown(name.constData(), account.uid, account.gid) != 0))
        return false;
    return ::chmod(name.constData(), 0700) == 0;
}

QString shortName(const QString &path)
{
    return QString::fromLatin1(QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha256).toHex().first(12));
}

// The account `postgres` cannot pass closed folders, so its cluster lies in the system's folder and DIR has a link.
Result<QString> clusterRoot(const QString &dataFolder, const ClusterAccount &account)
{
    if (account.kind != ClusterAccount::Kind::Postgres)
        return dataFolder;
    const QString root = systemFolder + u'/' + shortName(dataFolder);
    const bool isMade = QDir().mkpath(systemFolder) && makePrivate(root, account);
    const QString link = dataFolder + QStringLiteral("/cluster");
    if (!isMade || (!QFileInfo(link).isSymLink() && !QFile::link(root, link)))
        return failure(folderProblem(root));
    return root;
}

// The same folder at every start, so that a server that was left behind is found where it stands.
Result<QString> socketFolder(const QString &root, const ClusterAccount &account)
{
    const QString near = root + QStringLiteral("/socket");
    if (near.toUtf8().size() <= longestSocketFolder)
        return near;
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    const bool mayUseRuntime = account.kind != ClusterAccount::Kind::Postgres && !runtime.isEmpty() &&
                               runtime.size() < 40 && QFileInfo(runtime).isWritable();
    const QString base = mayUseRuntime ? runtime : QStringLiteral("/tmp");
    return QStringLiteral("%1/crema-%2-%3").arg(base).arg(account.uid).arg(shortName(root));
}

} // namespace

Result<ClusterFolder> prepareClusterFolder(const QString &dataFolder, const ClusterAccount &account)
{
    const QString absolute = QFileInfo(dataFolder).canonicalFilePath();
    const Result<QString> root = clusterRoot(absolute, account);
    if (!root)
        return failure(root.error());
    const Result<QString> socket = socketFolder(*root, account);
    if (!socket)
        return failure(socket.error());
    ClusterFolder folder{*root, *root + QStringLiteral("/postgres"), *socket, *root + QStringLiteral("/log")};
    for (const QString &path : {folder.socket, folder.log}) {
        if (!makePrivate(path, account))
            return failure(folderProblem(path));
    }
    return folder;
}

} // namespace crema::platform
