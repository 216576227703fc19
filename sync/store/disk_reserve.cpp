// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/disk_reserve.h"

#include <QFileInfo>

namespace crema::sync {
namespace {

constexpr std::int64_t reserveBytes = DiskReserve::lowBytes;

/// A sale takes some 60 KB of log, and a checkpoint as much again.
constexpr std::int64_t lastBytes = 4LL * 1024 * 1024;

} // namespace

DiskReserve::DiskReserve(Disk &disk, const QString &storePath)
    : m_disk(disk), m_folder(QFileInfo(storePath).absolutePath()), m_path(storePath + QStringLiteral(".reserve")),
      m_held(disk.size(m_path) >= reserveBytes)
{}

void DiskReserve::keep()
{
    if (m_held || freeBytes() < 2 * reserveBytes)
        return;
    // Without it there is only less warning.
    m_held = m_disk.reserve(m_path, reserveBytes).has_value();
}

void DiskReserve::lookBeforeWrite()
{
    if (!m_held)
        return;
    const std::int64_t free = freeBytes();
    if (free >= 0 && free < lastBytes)
        release();
}

void DiskReserve::release()
{
    if (!m_held)
        return;
    m_disk.remove(m_path);
    m_held = false;
}

bool DiskReserve::isLow() const
{
    const std::int64_t free = freeBytes();
    return free >= 0 && free < lowBytes;
}

} // namespace crema::sync
