// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/seams/system_descriptor.h"

#include <QCoreApplication>
#include <QFile>

#include <cerrno>
#include <unistd.h>

namespace crema::sync {

SystemDescriptor::~SystemDescriptor()
{
    if (m_fd >= 0)
        ::close(m_fd);
}

QByteArray nativePath(const QString &path)
{
    return QFile::encodeName(path);
}

int writeAll(int fd, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t written = ::write(fd, bytes.data(), static_cast<std::size_t>(bytes.size()));
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return errno;
        bytes = bytes.sliced(written);
    }
    return 0;
}

tl::unexpected<Problem> writeFailure(const QString &path, int code)
{
    const bool full = code == ENOSPC || code == EDQUOT || code == EFBIG;
    if (full) {
        return failure(ProblemKind::Device, QStringLiteral("store.disk_full"),
                       QCoreApplication::translate("Disk", "The disk is full, so nothing more can be saved."),
                       QCoreApplication::translate("Disk", "Free some space on the disk and try again."));
    }
    return failure(
        ProblemKind::Device, QStringLiteral("store.write"),
        QCoreApplication::translate("Disk", "The file %1 could not be written: %2.").arg(path, qt_error_string(code)),
        QCoreApplication::translate("Disk", "Check the rights of the folder and the state of the disk."));
}

} // namespace crema::sync
