// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/seams/disk.h"

#include <QList>

namespace crema::sync {

/// The operation journal beside the store (sync.md rule 27): canonical bytes, one checksummed line each. It guards
/// against a damaged database, not against power loss, so its sync may come a moment later.
class EmergencyJournal
{
public:
    /// Opens or makes `path`.
    [[nodiscard]] static Result<EmergencyJournal> open(Disk &disk, const QString &path);

    /// `hash` is payloadHash() of the bytes.
    [[nodiscard]] Result<void> append(QByteArrayView canonicalBytes, const QByteArray &hash);
    /// Nothing when everything is synced already.
    [[nodiscard]] Result<void> sync();
    [[nodiscard]] bool needsSync() const { return m_dirty; }

    /// The operations of a journal file; lines that are torn or do not match their checksum are counted in `damaged`.
    [[nodiscard]] static QList<QByteArray> read(const QByteArray &file, qsizetype &damaged);

private:
    explicit EmergencyJournal(std::unique_ptr<AppendFile> file) : m_file(std::move(file)) {}

    std::unique_ptr<AppendFile> m_file;
    bool m_dirty = false;
};

} // namespace crema::sync
