// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QString>

#include <memory>

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

/// The files beside the database: keys, journal, reserve. SQLite reaches its own file by itself.
class Disk
{
public:
    virtual ~Disk() = default;

    [[nodiscard]] virtual bool exists(const QString &path) const = 0;
    /// Errors: `store.read`.
    [[nodiscard]] virtual Result<QByteArray> read(const QString &path) const = 0;
    /// Writes a new file that only its owner may read (0600), synced with its folder. Errors: `store.write`, also when
    /// the file exists; `store.disk_full`.
    [[nodiscard]] virtual Result<void> writePrivate(const QString &path, QByteArrayView bytes) = 0;
    [[nodiscard]] virtual Result<std::unique_ptr<AppendFile>> openForAppend(const QString &path) = 0;
    /// Makes a file of `bytes` that really takes its room on the disk.
    [[nodiscard]] virtual Result<void> reserve(const QString &path, std::int64_t bytes) = 0;
    virtual void remove(const QString &path) = 0;
    /// Bytes that this user may still write below `folder`; −1 when unknown.
    [[nodiscard]] virtual std::int64_t freeBytes(const QString &folder) const = 0;
    /// True for NFS, SMB, CIFS, 9p and FUSE mounts, where locks and syncs cannot be relied on.
    [[nodiscard]] virtual bool isNetworkFileSystem(const QString &folder) const = 0;
};

} // namespace crema::sync
