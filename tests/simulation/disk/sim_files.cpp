// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/disk/sim_files.h"

#include <algorithm>

namespace crema::simulation {
namespace {

constexpr qint64 sectorSize = 512;

} // namespace

bool SimFiles::begin()
{
    if (m_dieAt > 0 && m_calls + 1 >= m_dieAt)
        m_dead = true;
    if (m_dead)
        return false;
    ++m_calls;
    return true;
}

FileFault SimFiles::make(const QString &path, int &file)
{
    if (m_dead)
        return FileFault::Dead;
    file = find(path);
    if (file != 0)
        return FileFault::None;
    if (!begin())
        return FileFault::Dead;
    file = ++m_image.lastFile;
    m_image.files.insert(file, SimFile{{}, {}, {}, {}, file * 1'000'000'000LL});
    if (!path.isEmpty())
        change({{path, file}});
    return FileFault::None;
}

FileFault SimFiles::read(int file, qint64 offset, std::span<char> target, qint64 &count)
{
    count = 0;
    if (m_dead)
        return FileFault::Dead;
    if (m_failingReads > 0) {
        --m_failingReads;
        return FileFault::Read;
    }
    const qint64 end = offset + static_cast<qint64>(target.size());
    for (qsizetype page = offset / PageBytes::pageSize; page * PageBytes::pageSize < end; ++page) {
        if (!m_brokenPages.isEmpty() && m_brokenPages.contains({file, page}))
            return FileFault::Read;
    }
    const auto found = m_image.files.constFind(file);
    if (found == m_image.files.constEnd())
        return FileFault::Missing;
    count = found->now.read(offset, target);
    return FileFault::None;
}

FileFault SimFiles::write(int file, qint64 offset, QByteArrayView bytes)
{
    if (!begin())
        return FileFault::Dead;
    if (!hasRoomFor(file, offset + bytes.size()))
        return FileFault::Full;
    SimFile &target = m_image.files[file];
    target.now.write(offset, bytes);
    target.unsynced.append({offset, bytes.toByteArray()});
    return FileFault::None;
}

FileFault SimFiles::resize(int file, qint64 size)
{
    if (!begin())
        return FileFault::Dead;
    if (!hasRoomFor(file, size))
        return FileFault::Full;
    SimFile &target = m_image.files[file];
    target.now.resize(size);
    target.unsynced.append({size, QByteArray()});
    return FileFault::None;
}

FileFault SimFiles::sync(int file)
{
    if (!begin())
        return FileFault::Dead;
    if (m_lies)
        return FileFault::None;
    SimFile &target = m_image.files[file];
    const auto pagesOf = [](const SimFile::Change &change) {
        const qint64 last = change.offset + std::max<qint64>(change.bytes.size(), 1) - 1;
        return std::pair(change.offset / PageBytes::pageSize, last / PageBytes::pageSize);
    };
    const bool fails = m_failingSyncs.second > 0 && m_image.names.now.key(file).endsWith(m_failingSyncs.first);
    if (fails)
        --m_failingSyncs.second;
    if (!fails && target.doubtful.isEmpty()) {
        target.durable = target.now;
        target.unsynced.clear();
        return FileFault::None;
    }
    for (const SimFile::Change &change : std::as_const(target.unsynced)) {
        if (change.bytes.isNull() && !fails)
            target.durable.resize(change.offset);
        for (auto [page, last] = pagesOf(change); page <= last && !change.bytes.isNull(); ++page) {
            if (fails) {
                target.doubtful.insert(page);
            } else {
                target.durable.takePage(page, target.now);
                target.doubtful.remove(page);
            }
        }
    }
    target.unsynced.clear();
    return fails ? FileFault::Sync : FileFault::None;
}

FileFault SimFiles::syncFolder()
{
    if (!begin())
        return FileFault::Dead;
    m_image.names.durable = m_image.names.now;
    m_image.names.unsynced.clear();
    return FileFault::None;
}

FileFault SimFiles::remove(const QString &path)
{
    if (m_dead)
        return FileFault::Dead;
    if (find(path) == 0)
        return FileFault::Missing;
    if (!begin())
        return FileFault::Dead;
    change({{path, -1}});
    return FileFault::None;
}

FileFault SimFiles::rename(const QString &from, const QString &to)
{
    const int file = find(from);
    if (file == 0)
        return m_dead ? FileFault::Dead : FileFault::Missing;
    if (!begin())
        return FileFault::Dead;
    change({{from, -1}, {to, file}});
    return FileFault::None;
}

void SimFiles::change(const QList<std::pair<QString, int>> &names)
{
    for (const auto &[path, file] : names) {
        if (file < 0)
            m_image.names.now.remove(path);
        else
            m_image.names.now.insert(path, file);
    }
    m_image.names.unsynced.append(names);
}

std::shared_ptr<SharedByConnections> SimFiles::shared(int file)
{
    std::shared_ptr<SharedByConnections> &shared = m_shared[file];
    if (!shared)
        shared = std::make_shared<SharedByConnections>();
    return shared;
}

qint64 SimFiles::usedBytes() const
{
    qint64 sum = 0;
    for (const int file : m_image.names.now)
        sum += size(file);
    for (const std::shared_ptr<SharedByConnections> &shared : m_shared)
        sum += static_cast<qint64>(shared->memory.size()) * sharedRegion; // a file beside the log
    return sum;
}

bool SimFiles::hasRoomFor(int file, qint64 size) const
{
    if (m_quota < 0)
        return true;
    const qint64 growth = size - this->size(file);
    return growth <= 0 || usedBytes() + growth <= m_quota;
}

void SimFiles::crash(Crash kind)
{
    ++m_generation;
    m_shared.clear();
    m_locks.clear();
    m_dead = false;
    m_dieAt = 0;
    m_calls = 0;
    if (kind == Crash::PowerCut) {
        SimNames &names = m_image.names;
        const auto kept = static_cast<qsizetype>(m_random() % static_cast<std::uint64_t>(names.unsynced.size() + 1));
        names.now = names.durable;
        const QList<QList<std::pair<QString, int>>> changes = names.unsynced.first(kept);
        for (const QList<std::pair<QString, int>> &together : changes)
            change(together);
        names.durable = names.now;
        names.unsynced.clear();
        // A whole disk that loses everything, or nothing, is as likely as each mixture.
        constexpr std::array<int, 5> mixtures{0, 20, 50, 80, 100};
        const int keptPercent = mixtures[m_random() % mixtures.size()];
        for (SimFile &file : m_image.files)
            cutPower(file, keptPercent);
    }
    dropNameless();
}

void SimFiles::mend()
{
    m_dieAt = 0;
    m_quota = -1;
    m_failingSyncs = {};
    m_failingReads = 0;
}

void SimFiles::cutPower(SimFile &file, int keptPercent)
{
    QList<qsizetype> doubtful = file.doubtful.values();
    std::sort(doubtful.begin(), doubtful.end());
    for (const qsizetype page : std::as_const(doubtful)) {
        if (chance(keptPercent))
            file.durable.takePage(page, file.now);
    }
    const QList<SimFile::Change> changes = file.unsynced;
    for (const SimFile::Change &change : changes)
        apply(change, file.durable, keptPercent);
    file.now = file.durable;
    file.unsynced.clear();
    file.doubtful.clear();
}

void SimFiles::apply(const SimFile::Change &change, PageBytes &bytes, int keptPercent)
{
    const bool torn = chance(20);
    if (!torn && !chance(keptPercent))
        return;
    if (change.bytes.isNull()) {
        bytes.resize(change.offset);
        return;
    }
    if (!torn) {
        bytes.write(change.offset, change.bytes);
        return;
    }
    for (qint64 done = 0; done < change.bytes.size();) {
        const qint64 at = change.offset + done;
        const qint64 length = std::min(change.bytes.size() - done, sectorSize - at % sectorSize);
        if (chance(50))
            bytes.write(at, QByteArrayView(change.bytes).sliced(done, length));
        done += length;
    }
}

void SimFiles::dropNameless()
{
    const QList<int> numbers = m_image.files.keys();
    const QList<int> named = m_image.names.now.values() + m_image.names.durable.values();
    QSet<int> kept(named.begin(), named.end());
    // A later power cut may keep the making of a file and not its removal.
    for (const auto &together : std::as_const(m_image.names.unsynced)) {
        for (const auto &[path, file] : together)
            kept.insert(file);
    }
    for (const int number : numbers) {
        if (!kept.contains(number))
            m_image.files.remove(number);
    }
}

void SimFiles::rotPage(const QString &path, qsizetype page)
{
    SimFile &file = m_image.files[find(path)];
    QByteArray noise(sectorSize, '\0');
    for (char &byte : noise)
        byte = static_cast<char>(m_random());
    file.now.write(page * PageBytes::pageSize, noise);
    file.durable.takePage(page, file.now);
}

void SimFiles::overwrite(const QString &path, const PageBytes &bytes)
{
    SimFile &file = m_image.files[find(path)];
    file.now = bytes;
    file.durable = bytes;
    file.unsynced.clear();
    file.doubtful.clear();
}

} // namespace crema::simulation
