// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/seams/disk.h"
#include "tests/simulation/disk/sim_files.h"

namespace crema::simulation {

/// The disk of one simulated device (sync.md, 'Simulation'): product code and SQLite itself read and write in memory,
/// on one thread, and everything that a disk may do to them can be done. The same seed and calls give the same bytes,
/// provided that seedSqlite() was called first.
class SimDisk final : public sync::Disk
{
public:
    /// `root` names the device and begins each of its paths: "/till-1". Only one disk of a name exists at a time.
    SimDisk(const QString &root, std::uint64_t seed);
    /// A disk that begins as a copy of another.
    SimDisk(const QString &root, std::uint64_t seed, const DiskImage &image);
    ~SimDisk() override;

    [[nodiscard]] SimFiles &files() { return *m_files; }
    [[nodiscard]] const SimFiles &files() const { return *m_files; }
    [[nodiscard]] QString path(const char *name) const { return m_root + u'/' + QLatin1String(name); }
    /// SHA-256 over all files as programs see them.
    [[nodiscard]] QByteArray digest() const;
    void setNetworkFileSystem(bool isOne) { m_isNetwork = isOne; }

    [[nodiscard]] bool exists(const QString &path) const override;
    [[nodiscard]] Result<QByteArray> read(const QString &path) const override;
    [[nodiscard]] Result<QByteArray> readEnd(const QString &path, std::int64_t bytes) const override;
    [[nodiscard]] std::int64_t size(const QString &path) const override;
    [[nodiscard]] Result<void> writePrivate(const QString &path, QByteArrayView bytes) override;
    [[nodiscard]] Result<void> replacePrivate(const QString &path, QByteArrayView bytes) override;
    [[nodiscard]] Result<void> writeAgain(const QString &path) override;
    [[nodiscard]] Result<std::unique_ptr<sync::AppendFile>> openForAppend(const QString &path) override;
    [[nodiscard]] Result<void> reserve(const QString &path, std::int64_t bytes) override;
    void remove(const QString &path) override;
    [[nodiscard]] Result<void> rename(const QString &from, const QString &to) override;
    [[nodiscard]] Result<std::unique_ptr<sync::FileLock>> lock(const QString &path, const QString &program) override;
    [[nodiscard]] Result<void> makePrivateFolder(const QString &folder) override;
    void makePrivate(const QString &path) override;
    [[nodiscard]] std::int64_t freeBytes(const QString &folder) const override;
    [[nodiscard]] bool isWritable(const QString &) const override { return true; }
    [[nodiscard]] bool isNetworkFileSystem(const QString &folder) const override;
    [[nodiscard]] const char *sqliteFileSystem() const override;
    [[nodiscard]] QByteArray machineId() const override;
    [[nodiscard]] std::optional<sync::FileIdentity> identity(const QString &path) const override;

private:
    QString m_root;
    std::shared_ptr<SimFiles> m_files; // SQLite's open files hold it too
    bool m_isNetwork = false;
};

} // namespace crema::simulation
