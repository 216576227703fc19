// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/seams/system_file_lock.h"

#include <QCoreApplication>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace crema::sync {
namespace {

QString holderOf(int fd)
{
    QByteArray text(200, '\0');
    const ssize_t length = ::pread(fd, text.data(), static_cast<std::size_t>(text.size()), 0);
    text.truncate(length < 0 ? 0 : length);
    return QString::fromUtf8(text.trimmed());
}

tl::unexpected<Problem> inUse(const QString &holder)
{
    return failure(
        ProblemKind::Unavailable, QStringLiteral("store.in_use"),
        QCoreApplication::translate("Store", "The local store is held by %1.").arg(holder),
        QCoreApplication::translate("Store", "Close that program, or choose another store with CREMA_STORE."));
}

} // namespace

Result<std::unique_ptr<FileLock>> SystemFileLock::take(const QString &path, const QString &program)
{
    const int fd = ::open(nativePath(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (fd < 0)
        return writeFailure(path, errno);
    std::unique_ptr<FileLock> lock(new SystemFileLock(fd));
    if (::flock(fd, LOCK_EX | LOCK_NB) != 0)
        return inUse(holderOf(fd));
    const QByteArray text = QStringLiteral("%1 (%2)\n").arg(program).arg(::getpid()).toUtf8();
    // Only for people to read, so a failure to write it does not matter.
    if (::ftruncate(fd, 0) == 0) [[maybe_unused]]
        const ssize_t written = ::pwrite(fd, text.constData(), static_cast<std::size_t>(text.size()), 0);
    return lock;
}

} // namespace crema::sync
