// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/emergency_journal.h"

#include "models/operations/operation_codec.h"

namespace crema::sync {
namespace {

constexpr qsizetype checksumLength = 16; // hexadecimal digits of the payload hash

QByteArray checksumOf(const QByteArray &hash)
{
    return hash.toHex().left(checksumLength);
}

} // namespace

Result<EmergencyJournal> EmergencyJournal::open(Disk &disk, const QString &path)
{
    Result<std::unique_ptr<AppendFile>> file = disk.openForAppend(path);
    if (!file)
        return failure(file.error());
    return EmergencyJournal(*std::move(file));
}

Result<void> EmergencyJournal::append(QByteArrayView canonicalBytes, const QByteArray &hash)
{
    // Canonical JSON has no line break, so a line is one operation. The break stands first: a line torn by a crash
    // spoils itself only.
    QByteArray line = '\n' + checksumOf(hash) + ' ';
    line += canonicalBytes;
    m_dirty = true;
    return m_file->append(line);
}

Result<void> EmergencyJournal::sync()
{
    if (!m_dirty)
        return {};
    const Result<void> synced = m_file->sync();
    m_dirty = !synced;
    return synced;
}

QList<QByteArray> EmergencyJournal::read(const QByteArray &file, qsizetype &damaged)
{
    damaged = 0;
    QList<QByteArray> result;
    const QList<QByteArray> lines = file.split('\n');
    for (const QByteArray &line : lines) {
        if (line.isEmpty())
            continue;
        const QByteArray bytes = line.mid(checksumLength + 1);
        if (line.size() > checksumLength && line[checksumLength] == ' ' &&
            line.left(checksumLength) == checksumOf(payloadHash(bytes)))
            result.append(bytes);
        else
            ++damaged;
    }
    return result;
}

} // namespace crema::sync
