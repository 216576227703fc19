// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/seams/disk.h"
#include "sync/store/made_at.h"

#include <QList>

namespace crema::sync {

/// One operation out of a journal file.
struct JournalEntry {
    std::int64_t number = 0; ///< its place in the queue of this store; 0 in lines of earlier versions
    QByteArray bytes;        ///< canonical
    QByteArray hash;         ///< of `bytes`, by payloadHash()
    MadeAt madeAt = MadeAt::Here;
};

/// The operation journal beside the store (sync.md rule 27): canonical bytes, one checksummed line each. A line is
/// written when the database holds its operation durably, never before: what stands in the journal did happen. It
/// guards against a damaged database, not against power loss, so its sync may come a moment later.
class EmergencyJournal
{
public:
    /// Opens or makes `path`.
    [[nodiscard]] static Result<EmergencyJournal> open(Disk &disk, const QString &path);

    /// With its number in the queue, from 1. Errors: `store.disk_full`, `store.write`.
    [[nodiscard]] Result<void> append(const JournalEntry &entry);
    /// Nothing when everything is synced already.
    [[nodiscard]] Result<void> sync();
    [[nodiscard]] bool needsSync() const { return m_dirty; }

    /// The newest entries, oldest of them first: those in the last 256 KB, some 80 sales. Errors: `store.read`.
    [[nodiscard]] Result<QList<JournalEntry>> newest() const;
    /// Whether newest() are all that there are.
    [[nodiscard]] bool isShort() const { return size() <= newestBytes; }
    /// Puts a journal of these entries in place of this one, durably: the old or the new one is there at each moment.
    [[nodiscard]] Result<void> beginAnew(const QList<JournalEntry> &entries);
    /// In bytes.
    [[nodiscard]] std::int64_t size() const { return m_disk->size(m_path); }

    /// The operations of a journal file as they stand there; lines that are torn or do not match their checksum are
    /// counted in `damaged`.
    [[nodiscard]] static QList<JournalEntry> read(const QByteArray &file, qsizetype &damaged);

private:
    static constexpr std::int64_t newestBytes = 256 * 1024;

    EmergencyJournal(Disk &disk, const QString &path, std::unique_ptr<AppendFile> file)
        : m_disk(&disk), m_path(path), m_file(std::move(file))
    {}

    Disk *m_disk;
    QString m_path;
    std::unique_ptr<AppendFile> m_file;
    bool m_dirty = false;
};

} // namespace crema::sync
