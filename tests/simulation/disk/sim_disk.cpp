// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/disk/sim_disk.h"

#include "tests/simulation/disk/sim_sqlite_file_system.h"

#include <QCryptographicHash>

namespace crema::simulation {
namespace {

constexpr std::int64_t wideBytes = 1LL << 40;

tl::unexpected<Problem> problem(FileFault fault)
{
    switch (fault) {
    case FileFault::Full:
        return failure(ProblemKind::Device, QStringLiteral("store.disk_full"), QStringLiteral("The disk is full."));
    case FileFault::Missing:
    case FileFault::Read:
        return failure(ProblemKind::Device, QStringLiteral("store.read"), QStringLiteral("It does not read."));
    default: return failure(ProblemKind::Device, QStringLiteral("store.write"), QStringLiteral("It does not write."));
    }
}

Result<void> answer(FileFault fault)
{
    if (fault != FileFault::None)
        return problem(fault);
    return {};
}

Result<QByteArray> readFrom(SimFiles &files, int file, qint64 offset)
{
    if (file == 0)
        return problem(FileFault::Missing);
    QByteArray bytes(files.size(file) - offset, '\0');
    qint64 count = 0;
    const std::span target(bytes.data(), static_cast<std::size_t>(bytes.size()));
    if (const FileFault fault = files.read(file, offset, target, count); fault != FileFault::None)
        return problem(fault);
    return bytes;
}

class SimAppendFile final : public sync::AppendFile
{
public:
    SimAppendFile(std::shared_ptr<SimFiles> files, int file)
        : m_files(std::move(files)), m_file(file), m_generation(m_files->generation())
    {}

    [[nodiscard]] Result<void> append(QByteArrayView bytes) override
    {
        return isGone() ? problem(FileFault::Dead) : answer(m_files->write(m_file, m_files->size(m_file), bytes));
    }
    [[nodiscard]] Result<void> sync() override
    {
        return isGone() ? problem(FileFault::Dead) : answer(m_files->sync(m_file));
    }

private:
    [[nodiscard]] bool isGone() const { return m_generation != m_files->generation(); }

    std::shared_ptr<SimFiles> m_files;
    int m_file;
    std::uint64_t m_generation;
};

class SimLock final : public sync::FileLock
{
public:
    SimLock(std::shared_ptr<SimFiles> files, QString path)
        : m_files(std::move(files)), m_path(std::move(path)), m_generation(m_files->generation())
    {}
    ~SimLock() override
    {
        if (m_generation == m_files->generation())
            m_files->locks().remove(m_path);
    }

private:
    std::shared_ptr<SimFiles> m_files;
    QString m_path;
    std::uint64_t m_generation;
};

} // namespace

SimDisk::SimDisk(const QString &root, std::uint64_t seed) : m_root(root), m_files(std::make_shared<SimFiles>(seed))
{
    m_files->setMachineId("machine of " + root.toUtf8());
    SimSqliteFileSystem::attach(m_root, m_files);
}

SimDisk::SimDisk(const QString &root, std::uint64_t seed, const DiskImage &image) : SimDisk(root, seed)
{
    m_files->setImage(image);
}

SimDisk::~SimDisk()
{
    SimSqliteFileSystem::detach(m_root);
}

QByteArray SimDisk::digest() const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const DiskImage &image = m_files->image();
    for (auto name = image.names.now.begin(); name != image.names.now.end(); ++name) {
        hash.addData(name.key().toUtf8());
        m_files->file(*name).now.addTo(hash);
    }
    return hash.result();
}

bool SimDisk::exists(const QString &path) const
{
    return m_files->find(path) != 0;
}

Result<QByteArray> SimDisk::read(const QString &path) const
{
    return readFrom(*m_files, m_files->find(path), 0);
}

Result<QByteArray> SimDisk::readEnd(const QString &path, std::int64_t bytes) const
{
    return readFrom(*m_files, m_files->find(path), std::max<qint64>(0, size(path) - bytes));
}

std::int64_t SimDisk::size(const QString &path) const
{
    return m_files->size(m_files->find(path));
}

Result<void> SimDisk::writePrivate(const QString &path, QByteArrayView bytes)
{
    if (exists(path))
        return problem(FileFault::Dead);
    int file = 0;
    FileFault fault = m_files->make(path, file);
    if (fault == FileFault::None)
        fault = m_files->write(file, 0, bytes);
    if (fault == FileFault::None)
        fault = m_files->sync(file);
    if (fault == FileFault::None)
        fault = m_files->syncFolder();
    if (fault != FileFault::None)
        remove(path);
    return answer(fault);
}

Result<void> SimDisk::replacePrivate(const QString &path, QByteArrayView bytes)
{
    const QString fresh = path + QStringLiteral(".new");
    int file = 0;
    FileFault fault = m_files->make(fresh, file);
    if (fault == FileFault::None)
        fault = m_files->resize(file, 0);
    if (fault == FileFault::None)
        fault = m_files->write(file, 0, bytes);
    if (fault == FileFault::None)
        fault = m_files->sync(file);
    if (fault != FileFault::None) {
        remove(fresh);
        return problem(fault);
    }
    return rename(fresh, path);
}

Result<void> SimDisk::writeAgain(const QString &path)
{
    if (!exists(path))
        return m_files->isDead() ? answer(FileFault::Dead) : Result<void>();
    const Result<QByteArray> bytes = read(path);
    if (!bytes)
        return failure(bytes.error());
    FileFault fault = m_files->write(m_files->find(path), 0, *bytes);
    if (fault == FileFault::None)
        fault = m_files->sync(m_files->find(path));
    if (fault == FileFault::None)
        fault = m_files->syncFolder();
    return answer(fault);
}

Result<std::unique_ptr<sync::AppendFile>> SimDisk::openForAppend(const QString &path)
{
    const bool isNew = !exists(path);
    int file = 0;
    FileFault fault = m_files->make(path, file);
    if (fault == FileFault::None && isNew)
        fault = m_files->syncFolder();
    if (fault != FileFault::None)
        return problem(fault);
    return std::make_unique<SimAppendFile>(m_files, file);
}

Result<void> SimDisk::reserve(const QString &path, std::int64_t bytes)
{
    int file = 0;
    FileFault fault = m_files->make(path, file);
    if (fault == FileFault::None)
        fault = m_files->resize(file, bytes);
    if (fault != FileFault::None)
        remove(path);
    return answer(fault);
}

void SimDisk::remove(const QString &path)
{
    [[maybe_unused]] const FileFault fault = m_files->remove(path);
}

Result<void> SimDisk::rename(const QString &from, const QString &to)
{
    FileFault fault = m_files->rename(from, to);
    if (fault == FileFault::None)
        fault = m_files->syncFolder();
    return answer(fault == FileFault::Missing ? FileFault::Dead : fault);
}

Result<std::unique_ptr<sync::FileLock>> SimDisk::lock(const QString &path, const QString &program)
{
    if (const QString holder = m_files->locks().value(path); !holder.isEmpty())
        return failure(ProblemKind::Unavailable, QStringLiteral("store.in_use"), QStringLiteral("Held by ") + holder);
    int file = 0;
    if (const FileFault fault = m_files->make(path, file); fault != FileFault::None)
        return problem(fault);
    m_files->locks().insert(path, program);
    return std::make_unique<SimLock>(m_files, path);
}

Result<void> SimDisk::makePrivateFolder(const QString &)
{
    return m_files->isDead() ? answer(FileFault::Dead) : Result<void>();
}

void SimDisk::makePrivate(const QString &) {}

std::int64_t SimDisk::freeBytes(const QString &) const
{
    return m_files->quota() < 0 ? wideBytes : std::max<qint64>(0, m_files->quota() - m_files->usedBytes());
}

bool SimDisk::isNetworkFileSystem(const QString &) const
{
    return m_isNetwork;
}

const char *SimDisk::sqliteFileSystem() const
{
    return SimSqliteFileSystem::name;
}

QByteArray SimDisk::machineId() const
{
    return m_files->image().machineId;
}

std::optional<sync::FileIdentity> SimDisk::identity(const QString &path) const
{
    const int file = m_files->find(path);
    if (file == 0)
        return std::nullopt;
    return sync::FileIdentity{static_cast<std::uint64_t>(file), m_files->file(file).born};
}

} // namespace crema::simulation
