// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QString>

namespace crema::sync {

/// A file descriptor that closes itself.
class SystemDescriptor
{
public:
    explicit SystemDescriptor(int fd) : m_fd(fd) {}
    ~SystemDescriptor();
    SystemDescriptor(const SystemDescriptor &) = delete;
    SystemDescriptor &operator=(const SystemDescriptor &) = delete;

    [[nodiscard]] int fd() const { return m_fd; }
    [[nodiscard]] bool isOpen() const { return m_fd >= 0; }

private:
    int m_fd;
};

/// The bytes of a path as the system wants them.
[[nodiscard]] QByteArray nativePath(const QString &path);

/// Writes all of it. 0, or the number of what went wrong (errno).
[[nodiscard]] int writeAll(int fd, QByteArrayView bytes);

/// `store.disk_full` or `store.write` for that number.
[[nodiscard]] tl::unexpected<Problem> writeFailure(const QString &path, int code);

} // namespace crema::sync
