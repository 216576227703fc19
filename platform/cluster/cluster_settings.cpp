// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/cluster/cluster_settings.h"

#include <QCoreApplication>
#include <QFile>

namespace crema::platform {
namespace {

QByteArray quoted(const QString &text)
{
    QByteArray bytes = text.toUtf8();
    bytes.replace('\'', "''");
    return '\'' + bytes + '\'';
}

// No TCP port; memory for a shop's machine; a sync for every commit; transactions that somebody forgot end by
// themselves, because one of them holds up the whole change feed (sync.md rule 10).
QByteArray settingsText(const ClusterFolder &folder)
{
    return "# Written by crema-platform at every start. Put your own settings into local.conf.\n"
           "listen_addresses = ''\n"
           "unix_socket_directories = " +
           quoted(folder.socket) +
           "\n"
           "unix_socket_permissions = 0700\n"
           "cluster_name = 'crema'\n"
           "max_connections = 40\n"
           "shared_buffers = 64MB\n"
           "work_mem = 8MB\n"
           "fsync = on\n"
           "synchronous_commit = on\n"
           "default_toast_compression = lz4\n"
           "full_page_writes = on\n"
           "jit = off\n"
           "timezone = 'UTC'\n"
           "idle_in_transaction_session_timeout = 10s\n"
           "logging_collector = on\n"
           "log_directory = " +
           quoted(folder.log) +
           "\n"
           "log_filename = 'postgresql-%a.log'\n"
           "log_truncate_on_rotation = on\n"
           "log_rotation_age = 1d\n"
           "log_rotation_size = 0\n"
           "log_timezone = 'UTC'\n"
           "log_line_prefix = '%m [%p] '\n"
           "log_error_verbosity = terse\n" // the detail of a failure has the values of its row
           "log_parameter_max_length = 0\n"
           "log_parameter_max_length_on_error = 0\n"
           "include_if_exists = 'local.conf'\n";
}

// The socket's folder lets nobody but its owner in, so the server need not ask again.
const QByteArray accessText = "# Written by crema-platform at every start.\nlocal all all trust\n";

// The file keeps its owner, which need not be this process, and is left alone when it says the same already.
bool writeFile(const QString &path, const QByteArray &text)
{
    QFile file(path);
    if (file.open(QIODevice::ReadOnly) && file.readAll() == text)
        return true;
    file.close();
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(text) == text.size() && file.flush();
}

} // namespace

Result<void> writeClusterSettings(const ClusterFolder &folder)
{
    const bool isWritten = writeFile(folder.data + QStringLiteral("/postgresql.conf"), settingsText(folder)) &&
                           writeFile(folder.data + QStringLiteral("/pg_hba.conf"), accessText);
    if (isWritten)
        return {};
    return failure(
        ProblemKind::Failed, QStringLiteral("cluster.folder"),
        QCoreApplication::translate("PrivateCluster", "The settings in %1 cannot be written.").arg(folder.data),
        QCoreApplication::translate("PrivateCluster", "Check free space and rights of the data folder."));
}

} // namespace crema::platform
