// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/vault_disk.h"

#include "sync/store/boot_record.h"
#include "sync/store/vault_conversion.h"

#include <QCoreApplication>

namespace crema::sync {
namespace {

QString journalOf(const QString &storePath)
{
    return storePath + QStringLiteral(".journal");
}

Problem locked(const QString &message, const QString &secret)
{
    return {ProblemKind::Device,
            QStringLiteral("store.locked"),
            message,
            QCoreApplication::translate("Store",
                                        "Put %1 back from a backup. If it is lost, move the store away and enrol this "
                                        "device again: what was sent comes back from the platform, and an export can "
                                        "be imported.")
                .arg(secret),
            {}};
}

Problem keyMissing(const QString &storePath)
{
    return locked(QCoreApplication::translate("Store", "The key of the local store %1 is missing.").arg(storePath),
                  VaultDisk::secretOf(storePath));
}

Problem otherKey(const QString &storePath)
{
    return locked(
        QCoreApplication::translate("Store", "The local store %1 is encrypted with another key.").arg(storePath),
        VaultDisk::secretOf(storePath));
}

} // namespace

class VaultDisk::Lines
{
public:
    Lines(QByteArrayView key, Randomness &randomness) : m_cipher(key, randomness) {}

    [[nodiscard]] QByteArray seal(QByteArrayView text)
    {
        return each(text, [this](QByteArrayView line) { return m_cipher.sealLine(line); });
    }

    /// Lines in clear, and those that do not open, stay as they are: whoever reads them tells damage by their sums.
    [[nodiscard]] QByteArray open(QByteArrayView text)
    {
        return each(text, [this](QByteArrayView line) { return m_cipher.openLine(line).value_or(line.toByteArray()); });
    }

private:
    template<class Change>
    QByteArray each(QByteArrayView text, Change change)
    {
        const std::scoped_lock guard(m_mutex);
        QByteArray result;
        result.reserve(text.size());
        for (qsizetype start = 0; start <= text.size();) {
            const qsizetype found = text.indexOf('\n', start);
            const qsizetype end = found < 0 ? text.size() : found;
            if (end > start)
                result += change(text.sliced(start, end - start));
            if (found >= 0)
                result += '\n';
            start = end + 1;
        }
        return result;
    }

    std::mutex m_mutex;
    StoreCipher m_cipher;
};

class VaultDisk::SealedAppendFile final : public AppendFile
{
public:
    SealedAppendFile(std::unique_ptr<AppendFile> file, std::shared_ptr<Lines> lines)
        : m_file(std::move(file)), m_lines(std::move(lines))
    {}

    [[nodiscard]] Result<void> append(QByteArrayView bytes) override { return m_file->append(m_lines->seal(bytes)); }
    [[nodiscard]] Result<void> sync() override { return m_file->sync(); }

private:
    std::unique_ptr<AppendFile> m_file;
    std::shared_ptr<Lines> m_lines;
};

VaultDisk::~VaultDisk()
{
    for (const auto &[path, lines] : m_lines)
        VaultFileSystem::lock(base().sqliteFileSystem(), path);
}

QString VaultDisk::secretOf(const QString &storePath)
{
    return storePath + QStringLiteral(".vault");
}

const char *VaultDisk::sqliteFileSystem() const
{
    return VaultFileSystem::over(base().sqliteFileSystem());
}

Result<void> VaultDisk::unlock(const QString &storePath, StoreUse use)
{
    const QByteArray start = VaultFileSystem::startOf(base().sqliteFileSystem(), storePath);
    const bool isClear = VaultFileSystem::formOf(start) == VaultFileSystem::Form::Clear;
    const bool isKnown = linesFor(journalOf(storePath)) != nullptr;
    if (!isKnown) {
        const Result<QByteArray> key = keyOf(storePath, start, use);
        if (!key)
            return failure(key.error());
        if (key->isEmpty())
            return {}; // read in clear, or not there
        VaultFileSystem::unlock(base().sqliteFileSystem(), storePath, *key, m_randomness);
        const std::scoped_lock guard(m_mutex);
        m_lines.insert_or_assign(storePath, std::make_shared<Lines>(*key, m_randomness));
    }
    if (use == StoreUse::Reading)
        return {};
    if (const Result<void> sealed = isKnown ? Result<void>() : sealTexts(storePath); !sealed)
        return sealed;
    return isClear ? convertStore(*this, base(), storePath) : Result<void>();
}

Result<QByteArray> VaultDisk::keyOf(const QString &storePath, const QByteArray &start, StoreUse use)
{
    const VaultFileSystem::Form form = VaultFileSystem::formOf(start);
    Result<QByteArray> key = base().readSecret(secretOf(storePath));
    const bool isThere = base().exists(secretOf(storePath));
    if (!key && isThere)
        key = base().readSecret(secretOf(storePath)); // much hangs on it, and a disk may stumble
    if (!key && isThere) {
        const bool isReadInClear = use == StoreUse::Reading && form == VaultFileSystem::Form::Clear;
        return isReadInClear ? Result<QByteArray>(QByteArray()) : key;
    }
    if (!key || key->size() != StoreCipher::keyBytes) {
        if (isSealed(storePath, form))
            return failure(keyMissing(storePath));
        return use == StoreUse::Reading ? QByteArray() : makeKey(storePath);
    }
    if (form == VaultFileSystem::Form::Sealed &&
        VaultFileSystem::fingerprintIn(start) != StoreCipher::fingerprintOf(*key))
        return failure(otherKey(storePath));
    return key;
}

/// The record beside a database says what that was, also when it does not read any more.
bool VaultDisk::isSealed(const QString &storePath, VaultFileSystem::Form form) const
{
    const Result<QByteArray> boot = readInsisting(base(), BootRecord::pathFor(storePath));
    return form == VaultFileSystem::Form::Sealed || (boot && boot->startsWith('!'));
}

Result<QByteArray> VaultDisk::makeKey(const QString &storePath)
{
    // One that a program did not write to its end was never used.
    base().removeSecret(secretOf(storePath));
    QByteArray key(StoreCipher::keyBytes, '\0');
    m_randomness.fill(std::as_writable_bytes(std::span(key.data(), static_cast<std::size_t>(key.size()))));
    if (const Result<void> kept = base().writeSecret(secretOf(storePath), key); !kept)
        return failure(kept.error());
    // Nothing is encrypted with a key that may not come back.
    const Result<QByteArray> read = base().readSecret(secretOf(storePath));
    if (!read)
        return read;
    return *read == key ? Result<QByteArray>(key) : failure(keyMissing(storePath));
}

/// The record last: while it is in clear, the journal may be.
Result<void> VaultDisk::sealTexts(const QString &storePath)
{
    const QString record = BootRecord::pathFor(storePath);
    const Result<QByteArray> boot = base().read(record);
    if (boot && boot->startsWith('!'))
        return {};
    for (const QString &path : {journalOf(storePath), record}) {
        if (!base().exists(path))
            continue;
        const Result<QByteArray> text = read(path);
        if (!text)
            return failure(text.error());
        if (const Result<void> sealed = replacePrivate(path, *text); !sealed)
            return sealed;
    }
    return {};
}

std::shared_ptr<VaultDisk::Lines> VaultDisk::linesFor(const QString &path) const
{
    for (const QString &end : {QStringLiteral(".journal"), QStringLiteral(".boot")}) {
        if (!path.endsWith(end))
            continue;
        const std::scoped_lock guard(m_mutex);
        const auto found = m_lines.find(path.chopped(end.size()));
        return found == m_lines.end() ? nullptr : found->second;
    }
    return nullptr;
}

Result<QByteArray> VaultDisk::read(const QString &path) const
{
    const Result<QByteArray> bytes = base().read(path);
    const std::shared_ptr<Lines> lines = linesFor(path);
    return bytes && lines ? lines->open(*bytes) : bytes;
}

Result<QByteArray> VaultDisk::readEnd(const QString &path, std::int64_t bytes) const
{
    const std::shared_ptr<Lines> lines = linesFor(path);
    // Four letters stand for three bytes.
    const Result<QByteArray> end = base().readEnd(path, lines ? bytes * 4 / 3 : bytes);
    return end && lines ? lines->open(*end) : end;
}

Result<void> VaultDisk::replacePrivate(const QString &path, QByteArrayView bytes)
{
    const std::shared_ptr<Lines> lines = linesFor(path);
    return lines ? base().replacePrivate(path, lines->seal(bytes)) : base().replacePrivate(path, bytes);
}

Result<std::unique_ptr<AppendFile>> VaultDisk::openForAppend(const QString &path)
{
    Result<std::unique_ptr<AppendFile>> file = base().openForAppend(path);
    const std::shared_ptr<Lines> lines = linesFor(path);
    if (file && lines)
        return std::make_unique<SealedAppendFile>(*std::move(file), lines);
    return file;
}

} // namespace crema::sync
