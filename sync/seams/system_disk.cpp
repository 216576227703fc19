// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/seams/system_disk.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <fcntl.h>
#include <sys/statfs.h>
#include <sys/statvfs.h>
#include <unistd.h>

namespace crema::sync {
namespace {

/// The file systems of statfs(2) on which SQLite's locks or syncs cannot be relied on.
constexpr std::array<unsigned long, 8> networkMagics{
    0x6969,     // NFS
    0x517b,     // SMB
    0xff534d42, // CIFS
    0xfe534d42, // SMB2
    0x01021997, // 9p
    0x65735546, // FUSE (sshfs and the like)
    0x5346414f, // AFS
    0x00c36400, // Ceph
};

QByteArray nativePath(const QString &path)
{
    return QFile::encodeName(path);
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

/// A file descriptor that closes itself.
class Descriptor
{
public:
    explicit Descriptor(int fd) : m_fd(fd) {}
    ~Descriptor()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;

    [[nodiscard]] int fd() const { return m_fd; }
    [[nodiscard]] bool isOpen() const { return m_fd >= 0; }

private:
    int m_fd;
};

/// 0, or the error number.
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

void syncFolderOf(const QString &path)
{
    const Descriptor folder(
        ::open(nativePath(QFileInfo(path).absolutePath()).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder.isOpen())
        ::fsync(folder.fd());
}

class SystemAppendFile final : public AppendFile
{
public:
    SystemAppendFile(int fd, QString path) : m_file(fd), m_path(std::move(path)) {}

    [[nodiscard]] Result<void> append(QByteArrayView bytes) override
    {
        if (const int code = writeAll(m_file.fd(), bytes))
            return writeFailure(m_path, code);
        return {};
    }

    [[nodiscard]] Result<void> sync() override
    {
        if (::fdatasync(m_file.fd()) != 0)
            return writeFailure(m_path, errno);
        return {};
    }

private:
    Descriptor m_file;
    QString m_path;
};

} // namespace

bool SystemDisk::exists(const QString &path) const
{
    return QFileInfo::exists(path);
}

Result<QByteArray> SystemDisk::read(const QString &path) const
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(
            ProblemKind::Device, QStringLiteral("store.read"),
            QCoreApplication::translate("Disk", "The file %1 could not be read: %2.").arg(path, file.errorString()));
    }
    return file.readAll();
}

Result<void> SystemDisk::writePrivate(const QString &path, QByteArrayView bytes)
{
    const Descriptor file(::open(nativePath(path).constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    if (!file.isOpen())
        return writeFailure(path, errno);
    int code = writeAll(file.fd(), bytes);
    if (code == 0 && ::fsync(file.fd()) != 0)
        code = errno;
    if (code != 0) {
        ::unlink(nativePath(path).constData());
        return writeFailure(path, code);
    }
    syncFolderOf(path);
    return {};
}

Result<std::unique_ptr<AppendFile>> SystemDisk::openForAppend(const QString &path)
{
    const int fd = ::open(nativePath(path).constData(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (fd < 0)
        return writeFailure(path, errno);
    return std::make_unique<SystemAppendFile>(fd, path);
}

Result<void> SystemDisk::reserve(const QString &path, std::int64_t bytes)
{
    const Descriptor file(::open(nativePath(path).constData(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
    if (!file.isOpen())
        return writeFailure(path, errno);
    if (const int code = ::posix_fallocate(file.fd(), 0, bytes)) {
        ::unlink(nativePath(path).constData());
        return writeFailure(path, code);
    }
    return {};
}

void SystemDisk::remove(const QString &path)
{
    QFile::remove(path);
}

std::int64_t SystemDisk::freeBytes(const QString &folder) const
{
    struct statvfs info {};
    if (::statvfs(nativePath(folder).constData(), &info) != 0)
        return -1;
    return static_cast<std::int64_t>(info.f_bavail) * static_cast<std::int64_t>(info.f_frsize);
}

bool SystemDisk::isNetworkFileSystem(const QString &folder) const
{
    struct statfs info {};
    if (::statfs(nativePath(folder).constData(), &info) != 0)
        return false;
    const auto magic = static_cast<unsigned long>(info.f_type) & 0xffffffffUL;
    return std::find(networkMagics.begin(), networkMagics.end(), magic) != networkMagics.end();
}

} // namespace crema::sync
