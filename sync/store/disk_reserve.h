// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/seams/disk.h"

namespace crema::sync {

/// Room on the disk that is kept for the sale in hand (sync.md rule 28): a file of 64 MB beside the store, given up
/// when nothing else is left, so that money that was taken can still be written down.
class DiskReserve
{
public:
    /// Below this the till says so before money is taken.
    static constexpr std::int64_t lowBytes = 64LL * 1024 * 1024;

    DiskReserve(Disk &disk, const QString &storePath);

    /// Makes the file where it is missing, provided that as much again stays free.
    void keep();
    /// Gives it up when it is nearly all that is left. One question to the file system: cheap enough for each write.
    void lookBeforeWrite();
    /// A write found the disk full: what is kept is for the next one.
    void release();
    [[nodiscard]] bool isHeld() const { return m_held; }
    /// Less than 64 MB are left beside the reserve, or it was given up.
    [[nodiscard]] bool isLow() const;

private:
    [[nodiscard]] std::int64_t freeBytes() const { return m_disk.freeBytes(m_folder); }

    Disk &m_disk;
    QString m_folder;
    QString m_path;
    bool m_held;
};

} // namespace crema::sync
