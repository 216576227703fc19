// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <memory>
#include <optional>

namespace crema::sync {

/// A file that only grows.
class AppendFile
{
public:
    virtual ~AppendFile() = default;

    /// Appends all of `bytes` or fails with `store.disk_full` or `store.write`.
    [[nodiscard]] virtual Result<void> append(QByteArrayView bytes) = 0;
    /// Returns when everything appended so far is on the disk.
    [[nodiscard]] virtual Result<void> sync() = 0;
};

/// The right to a file that only one program at a time may have; given back when this goes, or with the process
/// however that ends.
class FileLock
{
public:
    virtual ~FileLock() = default;
};

enum class StoreUse { Reading, Writing };

/// What tells a file from a copy of it. Both numbers stay when a file is moved within its file system, and change when
/// it is copied or put back from a backup under a new name.
struct FileIdentity {
    std::uint64_t inode = 0;
    std::int64_t bornNs = 0; ///< since 1970; 0 where the file system does not keep it

    friend bool operator==(const FileIdentity &, const FileIdentity &) = default;
};

/// The disk of one device: the files beside the database, and the file system that SQLite is told to use for its own.
/// A write or a new name is durable when the call that says so returned, never before.
class Disk
{
public:
    virtual ~Disk() = default;

    [[nodiscard]] virtual bool exists(const QString &path) const = 0;
    /// Errors: `store.read`.
    [[nodiscard]] virtual Result<QByteArray> read(const QString &path) const = 0;
    /// The last `bytes` of a file, or all of it when it is shorter. Errors: `store.read`.
    [[nodiscard]] virtual Result<QByteArray> readEnd(const QString &path, std::int64_t bytes) const = 0;
    /// In bytes; 0 when there is no such file.
    [[nodiscard]] virtual std::int64_t size(const QString &path) const = 0;
    /// Writes a new file that only its owner may read (0600), synced with its folder. Errors: `store.write`, also when
    /// the file exists; `store.disk_full`.
    [[nodiscard]] virtual Result<void> writePrivate(const QString &path, QByteArrayView bytes) = 0;
    /// As writePrivate(), in place of what lies there: afterwards, also after a power cut, it is the old file or the
    /// new one, whole. Errors: `store.write`, `store.disk_full`.
    [[nodiscard]] virtual Result<void> replacePrivate(const QString &path, QByteArrayView bytes) = 0;
    /// Writes the bytes of a file over themselves and syncs them and its name. After a sync that failed Linux takes
    /// what it had to write for written, so that no later sync brings it to the disk; this does. Nothing happens when
    /// there is no such file. Errors: `store.read`, `store.write`.
    [[nodiscard]] virtual Result<void> writeAgain(const QString &path) = 0;
    /// Opens or makes (0600) a file; a new one is in its folder durably. Errors: `store.write`, `store.disk_full`.
    [[nodiscard]] virtual Result<std::unique_ptr<AppendFile>> openForAppend(const QString &path) = 0;
    /// Makes a file of `bytes` that really takes its room on the disk. Errors: `store.write`, `store.disk_full`; then
    /// there is no such file.
    [[nodiscard]] virtual Result<void> reserve(const QString &path, std::int64_t bytes) = 0;
    /// Nothing happens when there is no such file.
    virtual void remove(const QString &path) = 0;
    /// Gives a file another name in its folder, durably, in place of what has it. Errors: `store.write`.
    [[nodiscard]] virtual Result<void> rename(const QString &from, const QString &to) = 0;
    /// Takes the right to `path`, a file that is made for it; `program` is written into it for people to read.
    /// Errors: `store.in_use` with the holder's name and process id; `store.write`.
    [[nodiscard]] virtual Result<std::unique_ptr<FileLock>> lock(const QString &path, const QString &program) = 0;

    /// Makes the folder (0700) and those above it; one that is there stays as it is. Errors: `store.write`.
    [[nodiscard]] virtual Result<void> makePrivateFolder(const QString &folder) = 0;
    /// Only its owner may read and write the file from now on (0600).
    virtual void makePrivate(const QString &path) = 0;

    /// Bytes that this user may still write below `folder`; −1 when unknown. Cheap: asked before each payment.
    [[nodiscard]] virtual std::int64_t freeBytes(const QString &folder) const = 0;
    /// Whether this user may make files in the folder, as far as its rights and its file system say.
    [[nodiscard]] virtual bool isWritable(const QString &folder) const = 0;
    /// True for NFS, SMB, CIFS, 9p and FUSE mounts, where locks and syncs cannot be relied on (sync.md rule 26).
    [[nodiscard]] virtual bool isNetworkFileSystem(const QString &folder) const = 0;

    /// The name of SQLite's file system (VFS) that reaches the files of this disk.
    [[nodiscard]] virtual const char *sqliteFileSystem() const = 0;

    /// Names this installation of the operating system; empty when unknown (sync.md rule 29).
    [[nodiscard]] virtual QByteArray machineId() const = 0;
    /// Nothing when there is no such file, or its file system gives numbers anew at each mount.
    [[nodiscard]] virtual std::optional<FileIdentity> identity(const QString &path) const = 0;

    /// A secret of this device under the path of a file, which holds it where the operating system has no better place.
    /// Errors: `store.read`.
    [[nodiscard]] virtual Result<QByteArray> readSecret(const QString &path) const { return read(path); }
    /// Keeps a new secret, durably. Errors: `store.write`, also when there is one already; `store.disk_full`.
    [[nodiscard]] virtual Result<void> writeSecret(const QString &path, QByteArrayView bytes)
    {
        return writePrivate(path, bytes);
    }
    /// Nothing happens when there is no such secret.
    virtual void removeSecret(const QString &path) { remove(path); }
    /// Called before the files of a store are read or, by the one program that may, written: where they are encrypted,
    /// their key is needed. Errors: `store.locked`, and those of secrets.
    [[nodiscard]] virtual Result<void> unlock(const QString &storePath, StoreUse use)
    {
        Q_UNUSED(storePath)
        Q_UNUSED(use)
        return {};
    }
};

/// Reads a small file on which much hangs; a disk that stumbles over one that is there is asked once more. Errors:
/// `store.read`.
[[nodiscard]] inline Result<QByteArray> readInsisting(const Disk &disk, const QString &path)
{
    Result<QByteArray> bytes = disk.read(path);
    return bytes || !disk.exists(path) ? bytes : disk.read(path);
}

} // namespace crema::sync
