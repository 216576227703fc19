// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/seams/disk.h"
#include "sync/seams/system_descriptor.h"

namespace crema::sync {

/// An flock, which the kernel gives back when the process ends.
class SystemFileLock final : public FileLock
{
public:
    /// See Disk::lock.
    [[nodiscard]] static Result<std::unique_ptr<FileLock>> take(const QString &path, const QString &program);

private:
    explicit SystemFileLock(int fd) : m_file(fd) {}

    SystemDescriptor m_file;
};

} // namespace crema::sync
