// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/disk/page_bytes.h"

#include <QHash>
#include <QMap>
#include <QSet>
#include <QString>

#include <array>
#include <memory>
#include <random>
#include <vector>

namespace crema::simulation {

/// How a device ends.
enum class Crash {
    Kill,     ///< the program alone: the system still has every byte that was written
    PowerCut, ///< what was not synced is kept, lost or torn between sectors of 512 bytes, each write for itself
};

enum class FileFault { None, Dead, Missing, Full, Read, Sync };

/// One file: what programs see of it, and what a power cut leaves.
struct SimFile {
    struct Change {
        qint64 offset = 0;
        QByteArray bytes; ///< null: the file was cut or lengthened to `offset`
    };

    PageBytes now;
    PageBytes durable;
    QList<Change> unsynced;
    /// Pages whose sync failed: the system takes them for written, so that no later sync writes them, and a power cut
    /// shows whether they were.
    QSet<qsizetype> doubtful;
    qint64 born = 0;
};

/// Names of files. Changes are durable when their folder is synced; until then a power cut keeps the first so many.
struct SimNames {
    QMap<QString, int> now; ///< path to the file's number
    QMap<QString, int> durable;
    /// What happened at once: each name with its file, −1 when it was taken away.
    QList<QList<std::pair<QString, int>>> unsynced;
};

/// A whole disk at one moment: a value whose copy costs nothing.
struct DiskImage {
    QMap<int, SimFile> files;
    SimNames names;
    int lastFile = 0;
    QByteArray machineId;
};

inline constexpr qint64 sharedRegion = 32 * 1024; ///< bytes, as SQLite asks for it

/// What SQLite's connections to one file share beside its bytes: locks, and the memory of the log's index.
struct SharedByConnections {
    int readers = 0;
    const void *reserved = nullptr;
    const void *pending = nullptr;
    const void *exclusive = nullptr;

    std::vector<std::unique_ptr<char[]>> memory; ///< of sharedRegion each
    int memoryUsers = 0;
    std::array<int, 8> memoryReaders{};
    std::array<const void *, 8> memoryWriter{};
};

/// The files of one simulated device: deterministic from its seed, and able to fail in the ways that disks do. What is
/// opened before a crash is of an older generation and fails from then on.
class SimFiles
{
public:
    explicit SimFiles(std::uint64_t seed) : m_random(seed), m_careful(m_random() % 2 == 0) {}

    // What programs do -------------------------------------------------------------------------------------------

    /// The file's number; 0 when there is none.
    [[nodiscard]] int find(const QString &path) const { return m_image.names.now.value(path, 0); }
    /// The number of the file, which is made when it is not there. An empty path makes a file without a name.
    [[nodiscard]] FileFault make(const QString &path, int &file);
    [[nodiscard]] FileFault read(int file, qint64 offset, std::span<char> target, qint64 &count);
    [[nodiscard]] FileFault write(int file, qint64 offset, QByteArrayView bytes);
    [[nodiscard]] FileFault resize(int file, qint64 size);
    [[nodiscard]] FileFault sync(int file);
    [[nodiscard]] FileFault syncFolder();
    [[nodiscard]] FileFault remove(const QString &path);
    [[nodiscard]] FileFault rename(const QString &from, const QString &to);
    [[nodiscard]] qint64 size(int file) const
    {
        const auto found = m_image.files.constFind(file);
        return found == m_image.files.constEnd() ? 0 : found->now.size();
    }
    [[nodiscard]] const SimFile file(int number) const { return m_image.files.value(number); }
    [[nodiscard]] std::shared_ptr<SharedByConnections> shared(int file);
    [[nodiscard]] qint64 usedBytes() const;

    [[nodiscard]] QHash<QString, QString> &locks() { return m_locks; } ///< path to holder
    [[nodiscard]] std::uint64_t generation() const { return m_generation; }
    /// Half of all disks, by their seed, promise SQLite as little as a disk may: sectors of 4 KB, and bytes beside a
    /// write that may go with it. SQLite pads its commits then.
    [[nodiscard]] bool isCareful() const { return m_careful; }

    // What happens to them ---------------------------------------------------------------------------------------

    /// Calls so far that would change the disk: writes, syncs, names.
    [[nodiscard]] std::int64_t changingCalls() const { return m_calls; }
    /// From that call on (counted from 1) every call fails and changes nothing. 0: never.
    void dieAt(std::int64_t call) { m_dieAt = call; }
    /// From now on, as if each call were that one.
    void die() { m_dead = true; }
    [[nodiscard]] bool isDead() const { return m_dead; }
    /// Ends all programs, and leaves a disk that works again. What product code still has open is to be let go before,
    /// while the disk is dead: its destructors write.
    void crash(Crash kind);

    /// Most bytes that all files may have together; −1: no limit.
    void setQuota(qint64 bytes) { m_quota = bytes; }
    [[nodiscard]] qint64 quota() const { return m_quota; }
    /// The next `count` syncs of files whose path ends so fail.
    void failSyncs(const QString &pathEnd, int count) { m_failingSyncs = {pathEnd, count}; }
    /// The next `count` reads fail; what is read again later is as it was.
    void failReads(int count) { m_failingReads = count; }
    /// Syncs answer at once and do nothing, as disks with a cache of their own have been seen to do.
    void lieAboutSyncs(bool lies) { m_lies = lies; }
    /// There is room, and what was to fail at the next opportunity does not any more.
    void mend();
    /// Reading this page fails from now on.
    void breakPage(const QString &path, qsizetype page) { m_brokenPages.insert({find(path), page}); }
    /// The first sector of this page is noise now, durably.
    void rotPage(const QString &path, qsizetype page);
    /// Puts other bytes in place of a file, which stays the same file, durably: a backup copied over it.
    void overwrite(const QString &path, const PageBytes &bytes);

    [[nodiscard]] const DiskImage &image() const { return m_image; }
    void setImage(const DiskImage &image) { m_image = image; }
    void setMachineId(const QByteArray &id) { m_image.machineId = id; }

private:
    /// Counts one changing call; false when it must fail.
    [[nodiscard]] bool begin();
    [[nodiscard]] bool hasRoomFor(int file, qint64 size) const;
    void change(const QList<std::pair<QString, int>> &names);
    void dropNameless();
    [[nodiscard]] bool chance(int percent) { return static_cast<int>(m_random() % 100) < percent; }
    void cutPower(SimFile &file, int keptPercent);
    void apply(const SimFile::Change &change, PageBytes &bytes, int keptPercent);

    DiskImage m_image;
    std::mt19937_64 m_random;
    bool m_careful;
    QHash<int, std::shared_ptr<SharedByConnections>> m_shared;
    QHash<QString, QString> m_locks;
    std::uint64_t m_generation = 1;
    std::int64_t m_calls = 0;
    std::int64_t m_dieAt = 0;
    bool m_dead = false;
    bool m_lies = false;
    qint64 m_quota = -1;
    std::pair<QString, int> m_failingSyncs;
    int m_failingReads = 0;
    QSet<std::pair<int, qsizetype>> m_brokenPages;
};

} // namespace crema::simulation
