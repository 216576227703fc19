// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/seams/disk.h"

namespace crema::sync {

/// The disk of this machine.
class SystemDisk final : public Disk
{
public:
    [[nodiscard]] bool exists(const QString &path) const override;
    [[nodiscard]] Result<QByteArray> read(const QString &path) const override;
    [[nodiscard]] Result<QByteArray> readEnd(const QString &path, std::int64_t bytes) const override;
    [[nodiscard]] std::int64_t size(const QString &path) const override;
    [[nodiscard]] Result<void> writePrivate(const QString &path, QByteArrayView bytes) override;
    [[nodiscard]] Result<void> replacePrivate(const QString &path, QByteArrayView bytes) override;
    [[nodiscard]] Result<void> writeAgain(const QString &path) override;
    [[nodiscard]] Result<std::unique_ptr<AppendFile>> openForAppend(const QString &path) override;
    [[nodiscard]] Result<void> reserve(const QString &path, std::int64_t bytes) override;
    void remove(const QString &path) override;
    [[nodiscard]] Result<void> rename(const QString &from, const QString &to) override;
    [[nodiscard]] Result<std::unique_ptr<FileLock>> lock(const QString &path, const QString &program) override;
    [[nodiscard]] Result<void> makePrivateFolder(const QString &folder) override;
    void makePrivate(const QString &path) override;
    [[nodiscard]] std::int64_t freeBytes(const QString &folder) const override;
    [[nodiscard]] bool isWritable(const QString &folder) const override;
    [[nodiscard]] bool isNetworkFileSystem(const QString &folder) const override;
    [[nodiscard]] const char *sqliteFileSystem() const override { return "unix"; }
    [[nodiscard]] QByteArray machineId() const override;
    [[nodiscard]] std::optional<FileIdentity> identity(const QString &path) const override;
};

} // namespace crema::sync
