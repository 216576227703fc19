// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/seams/disk.h"

namespace crema::sync {

/// The disk of this machine.
class SystemDisk final : public Disk
{
public:
    [[nodiscard]] bool exists(const QString &path) const override;
    [[nodiscard]] Result<QByteArray> read(const QString &path) const override;
    [[nodiscard]] Result<void> writePrivate(const QString &path, QByteArrayView bytes) override;
    [[nodiscard]] Result<std::unique_ptr<AppendFile>> openForAppend(const QString &path) override;
    [[nodiscard]] Result<void> reserve(const QString &path, std::int64_t bytes) override;
    void remove(const QString &path) override;
    [[nodiscard]] std::int64_t freeBytes(const QString &folder) const override;
    [[nodiscard]] bool isNetworkFileSystem(const QString &folder) const override;
};

} // namespace crema::sync
