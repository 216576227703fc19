// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/seams/system_disk.h"

#include "sync/seams/system_descriptor.h"
#include "sync/seams/system_file_lock.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
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

/// File systems without inodes of their own: the kernel makes numbers up at each mount.
constexpr std::array<unsigned long, 2> numberlessMagics{
    0x4d44,     // FAT
    0x2011bab0, // exFAT
};

bool liesOnOneOf(std::span<const unsigned long> magics, const QString &path)
{
    struct statfs state {};
    if (::statfs(nativePath(path).constData(), &state) != 0)
        return false;
    const auto magic = static_cast<unsigned long>(state.f_type) & 0xffffffffUL;
    return std::find(magics.begin(), magics.end(), magic) != magics.end();
}

tl::unexpected<Problem> readFailure(const QString &path, const QString &reason)
{
    return failure(ProblemKind::Device, QStringLiteral("store.read"),
                   QCoreApplication::translate("Disk", "The file %1 could not be read: %2.").arg(path, reason));
}

/// 0, or errno: a new name that may be lost with the power is no durable file.
int syncFolderOf(const QString &path)
{
    const SystemDescriptor folder(
        ::open(nativePath(QFileInfo(path).absolutePath()).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    return folder.isOpen() && ::fsync(folder.fd()) == 0 ? 0 : errno;
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
    SystemDescriptor m_file;
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
    if (!file.open(QIODevice::ReadOnly))
        return readFailure(path, file.errorString());
    const QByteArray bytes = file.readAll();
    if (file.error() != QFile::NoError)
        return readFailure(path, file.errorString());
    return bytes;
}

Result<QByteArray> SystemDisk::readEnd(const QString &path, std::int64_t bytes) const
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || !file.seek(std::max<qint64>(0, file.size() - bytes)))
        return readFailure(path, file.errorString());
    const QByteArray end = file.readAll();
    if (file.error() != QFile::NoError)
        return readFailure(path, file.errorString());
    return end;
}

std::int64_t SystemDisk::size(const QString &path) const
{
    return QFileInfo(path).size();
}

Result<void> SystemDisk::writePrivate(const QString &path, QByteArrayView bytes)
{
    const QByteArray native = nativePath(path);
    const SystemDescriptor file(::open(native.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    if (!file.isOpen())
        return writeFailure(path, errno);
    int code = writeAll(file.fd(), bytes);
    if (code == 0 && ::fsync(file.fd()) != 0)
        code = errno;
    if (code == 0)
        code = syncFolderOf(path);
    if (code != 0) {
        ::unlink(native.constData());
        return writeFailure(path, code);
    }
    return {};
}

Result<void> SystemDisk::replacePrivate(const QString &path, QByteArrayView bytes)
{
    const QString fresh = path + QStringLiteral(".new");
    const QByteArray native = nativePath(fresh);
    const SystemDescriptor file(::open(native.constData(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
    if (!file.isOpen())
        return writeFailure(path, errno);
    int code = writeAll(file.fd(), bytes);
    if (code == 0 && ::fdatasync(file.fd()) != 0)
        code = errno;
    if (code != 0) {
        ::unlink(native.constData());
        return writeFailure(path, code);
    }
    return rename(fresh, path);
}

Result<void> SystemDisk::writeAgain(const QString &path)
{
    if (!exists(path))
        return {};
    const Result<QByteArray> bytes = read(path);
    if (!bytes)
        return failure(bytes.error());
    const SystemDescriptor file(::open(nativePath(path).constData(), O_WRONLY | O_CLOEXEC));
    if (!file.isOpen())
        return writeFailure(path, errno);
    int code = writeAll(file.fd(), *bytes);
    if (code == 0 && ::fdatasync(file.fd()) != 0)
        code = errno;
    if (code == 0)
        code = syncFolderOf(path);
    return code == 0 ? Result<void>() : writeFailure(path, code);
}

Result<std::unique_ptr<AppendFile>> SystemDisk::openForAppend(const QString &path)
{
    const QByteArray native = nativePath(path);
    const bool isNew = ::access(native.constData(), F_OK) != 0;
    const int fd = ::open(native.constData(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (fd < 0)
        return writeFailure(path, errno);
    auto file = std::make_unique<SystemAppendFile>(fd, path);
    if (const int code = isNew ? syncFolderOf(path) : 0)
        return writeFailure(path, code);
    return file;
}

Result<void> SystemDisk::reserve(const QString &path, std::int64_t bytes)
{
    // Asking for more than there is would take all of it for a moment, from everybody on this disk.
    const std::int64_t room = freeBytes(QFileInfo(path).absolutePath());
    if (room >= 0 && room < bytes)
        return writeFailure(path, ENOSPC);
    const SystemDescriptor file(::open(nativePath(path).constData(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
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

Result<void> SystemDisk::rename(const QString &from, const QString &to)
{
    if (::rename(nativePath(from).constData(), nativePath(to).constData()) != 0)
        return writeFailure(to, errno);
    if (const int code = syncFolderOf(to))
        return writeFailure(to, code);
    return {};
}

Result<std::unique_ptr<FileLock>> SystemDisk::lock(const QString &path, const QString &program)
{
    return SystemFileLock::take(path, program);
}

Result<void> SystemDisk::makePrivateFolder(const QString &folder)
{
    if (QFileInfo(folder).isDir())
        return {};
    if (!QDir().mkpath(folder))
        return writeFailure(folder, errno);
    if (::chmod(nativePath(folder).constData(), 0700) != 0)
        return writeFailure(folder, errno);
    return {};
}

void SystemDisk::makePrivate(const QString &path)
{
    ::chmod(nativePath(path).constData(), 0600);
}

std::int64_t SystemDisk::freeBytes(const QString &folder) const
{
    struct statvfs state {};
    if (::statvfs(nativePath(folder).constData(), &state) != 0)
        return -1;
    return static_cast<std::int64_t>(state.f_bavail) * static_cast<std::int64_t>(state.f_frsize);
}

bool SystemDisk::isWritable(const QString &folder) const
{
    return ::access(QFile::encodeName(folder).constData(), W_OK | X_OK) == 0;
}

bool SystemDisk::isNetworkFileSystem(const QString &folder) const
{
    return liesOnOneOf(networkMagics, folder);
}

QByteArray SystemDisk::machineId() const
{
    QFile file(QStringLiteral("/etc/machine-id"));
    return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed() : QByteArray();
}

std::optional<FileIdentity> SystemDisk::identity(const QString &path) const
{
    struct statx state {};
    const QByteArray native = nativePath(path);
    if (::statx(AT_FDCWD, native.constData(), 0, STATX_INO | STATX_BTIME, &state) != 0 ||
        liesOnOneOf(numberlessMagics, path))
        return std::nullopt;
    FileIdentity result{state.stx_ino, 0};
    if (state.stx_mask & STATX_BTIME)
        result.bornNs = state.stx_btime.tv_sec * 1'000'000'000LL + state.stx_btime.tv_nsec;
    return result;
}

} // namespace crema::sync
