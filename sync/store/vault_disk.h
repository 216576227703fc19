// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/randomness.h"
#include "sync/seams/forwarding_disk.h"
#include "sync/store/store_cipher.h"
#include "sync/store/vault_file_system.h"

#include <map>
#include <mutex>

namespace crema::sync {

/// A disk on which stores are encrypted (ADR 039): their database with its log and copies, the operation journal and
/// the boot record. The key of a store is a secret of the disk below, made when the store is; one that was made in
/// clear is converted when it is opened for writing.
class VaultDisk final : public ForwardingDisk
{
public:
    /// Both outlive this. `randomness` is fit for keys, and may be used by any thread.
    VaultDisk(Disk &base, Randomness &randomness) : ForwardingDisk(base), m_randomness(randomness) {}
    ~VaultDisk() override;

    /// Under which name the key of a store is kept.
    [[nodiscard]] static QString secretOf(const QString &storePath);

    /// Errors: `store.locked` when the key is missing or another one: nothing is made anew over what it would open;
    /// `store.disk_full`; those of the disk below, of reading or writing a secret.
    [[nodiscard]] Result<void> unlock(const QString &storePath, StoreUse use) override;

    [[nodiscard]] const char *sqliteFileSystem() const override;
    [[nodiscard]] Result<QByteArray> read(const QString &path) const override;
    [[nodiscard]] Result<QByteArray> readEnd(const QString &path, std::int64_t bytes) const override;
    [[nodiscard]] Result<void> replacePrivate(const QString &path, QByteArrayView bytes) override;
    [[nodiscard]] Result<std::unique_ptr<AppendFile>> openForAppend(const QString &path) override;

private:
    /// Lines of text under the key of one store; used by any thread.
    class Lines;
    class SealedAppendFile;

    /// Those of the store that a journal or boot record lies beside; null for every other file.
    [[nodiscard]] std::shared_ptr<Lines> linesFor(const QString &path) const;
    /// Empty where a store that is not encrypted is read, or there is none.
    [[nodiscard]] Result<QByteArray> keyOf(const QString &storePath, const QByteArray &start, StoreUse use);
    [[nodiscard]] bool isSealed(const QString &storePath, VaultFileSystem::Form form) const;
    [[nodiscard]] Result<QByteArray> makeKey(const QString &storePath);
    [[nodiscard]] Result<void> sealTexts(const QString &storePath);

    Randomness &m_randomness;
    mutable std::mutex m_mutex;
    std::map<QString, std::shared_ptr<Lines>> m_lines; ///< by the path of the store
};

} // namespace crema::sync
