// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QString>

#include <memory>

namespace crema::sync {

/// The right to write to one store: an flock on a file beside it, so it ends with the process however that ends.
class StoreLock
{
public:
    /// Errors: `store.in_use`, naming the program and the process id of the holder; `store.write`.
    [[nodiscard]] static Result<std::unique_ptr<StoreLock>> take(const QString &storePath, const QString &program);
    ~StoreLock();
    StoreLock(const StoreLock &) = delete;
    StoreLock &operator=(const StoreLock &) = delete;

private:
    explicit StoreLock(int fd) : m_fd(fd) {}

    int m_fd;
};

} // namespace crema::sync
