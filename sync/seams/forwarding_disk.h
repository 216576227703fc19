// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/seams/disk.h"

namespace crema::sync {

/// A disk that hands everything to another one: the base of those that do something of it differently.
class ForwardingDisk : public Disk
{
public:
    /// `base` outlives this.
    explicit ForwardingDisk(Disk &base) : m_base(base) {}

    [[nodiscard]] bool exists(const QString &path) const override { return m_base.exists(path); }
    [[nodiscard]] Result<QByteArray> read(const QString &path) const override { return m_base.read(path); }
    [[nodiscard]] Result<QByteArray> readEnd(const QString &path, std::int64_t bytes) const override
    {
        return m_base.readEnd(path, bytes);
    }
    [[nodiscard]] std::int64_t size(const QString &path) const override { return m_base.size(path); }
    [[nodiscard]] Result<void> writePrivate(const QString &path, QByteArrayView bytes) override
    {
        return m_base.writePrivate(path, bytes);
    }
    [[nodiscard]] Result<void> replacePrivate(const QString &path, QByteArrayView bytes) override
    {
        return m_base.replacePrivate(path, bytes);
    }
    [[nodiscard]] Result<void> writeAgain(const QString &path) override { return m_base.writeAgain(path); }
    [[nodiscard]] Result<std::unique_ptr<AppendFile>> openForAppend(const QString &path) override
    {
        return m_base.openForAppend(path);
    }
    [[nodiscard]] Result<void> reserve(const QString &path, std::int64_t bytes) override
    {
        return m_base.reserve(path, bytes);
    }
    void remove(const QString &path) override { m_base.remove(path); }
    [[nodiscard]] Result<void> rename(const QString &from, const QString &to) override
    {
        return m_base.rename(from, to);
    }
    [[nodiscard]] Result<std::unique_ptr<FileLock>> lock(const QString &path, const QString &program) override
    {
        return m_base.lock(path, program);
    }
    [[nodiscard]] Result<void> makePrivateFolder(const QString &folder) override
    {
        return m_base.makePrivateFolder(folder);
    }
    void makePrivate(const QString &path) override { m_base.makePrivate(path); }
    [[nodiscard]] std::int64_t freeBytes(const QString &folder) const override { return m_base.freeBytes(folder); }
    [[nodiscard]] bool isWritable(const QString &folder) const override { return m_base.isWritable(folder); }
    [[nodiscard]] bool isNetworkFileSystem(const QString &folder) const override
    {
        return m_base.isNetworkFileSystem(folder);
    }
    [[nodiscard]] const char *sqliteFileSystem() const override { return m_base.sqliteFileSystem(); }
    [[nodiscard]] QByteArray machineId() const override { return m_base.machineId(); }
    [[nodiscard]] std::optional<FileIdentity> identity(const QString &path) const override
    {
        return m_base.identity(path);
    }
    [[nodiscard]] Result<QByteArray> readSecret(const QString &path) const override { return m_base.readSecret(path); }
    [[nodiscard]] Result<void> writeSecret(const QString &path, QByteArrayView bytes) override
    {
        return m_base.writeSecret(path, bytes);
    }
    void removeSecret(const QString &path) override { m_base.removeSecret(path); }
    [[nodiscard]] Result<void> unlock(const QString &storePath, StoreUse use) override
    {
        return m_base.unlock(storePath, use);
    }

protected:
    [[nodiscard]] Disk &base() const { return m_base; }

private:
    Disk &m_base;
};

} // namespace crema::sync
