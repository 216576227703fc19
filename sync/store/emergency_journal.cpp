// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/emergency_journal.h"

#include "models/operations/operation_codec.h"

#include <QtEndian>

namespace crema::sync {
namespace {

constexpr qsizetype checksumLength = 16; // hexadecimal digits


/// The first half of the payload hash with the number mixed in, so that neither can be wrong alone. Without a number it
/// is what earlier versions wrote.
QByteArray checksumOf(std::int64_t number, const QByteArray &hash)
{
    constexpr quint64 spread = 0x9e3779b97f4a7c15;
    const auto half = qFromBigEndian<quint64>(hash.constData()) ^ (static_cast<quint64>(number) * spread);
    return QByteArray::number(half, 16).rightJustified(checksumLength, '0');
}

/// Canonical JSON has no line break, so a line is one operation. The break stands first: a line torn by a crash spoils
/// itself only. The number of what was made elsewhere is below zero.
QByteArray lineOf(const JournalEntry &entry)
{
    const std::int64_t number = entry.madeAt == MadeAt::Elsewhere ? -entry.number : entry.number;
    return '\n' + checksumOf(number, entry.hash) + ' ' + QByteArray::number(qint64(number)) + ' ' + entry.bytes;
}

/// A line without its break: checksum, number, canonical bytes, which begin with a brace.
std::optional<JournalEntry> entryOf(const QByteArray &line)
{
    if (line.size() <= checksumLength + 1 || line[checksumLength] != ' ')
        return std::nullopt;
    JournalEntry entry;
    qsizetype start = checksumLength + 1;
    if (const qsizetype end = line.indexOf(' ', start); line.at(start) != '{' && end > 0) {
        entry.number = line.mid(start, end - start).toLongLong();
        start = end + 1;
    }
    entry.bytes = line.mid(start);
    entry.hash = payloadHash(entry.bytes);
    if (line.left(checksumLength) != checksumOf(entry.number, entry.hash))
        return std::nullopt;
    entry.madeAt = entry.number < 0 ? MadeAt::Elsewhere : MadeAt::Here;
    entry.number = std::abs(entry.number);
    return entry;
}

} // namespace

Result<EmergencyJournal> EmergencyJournal::open(Disk &disk, const QString &path)
{
    Result<std::unique_ptr<AppendFile>> file = disk.openForAppend(path);
    if (!file)
        return failure(file.error());
    return EmergencyJournal(disk, path, *std::move(file));
}

Result<void> EmergencyJournal::append(const JournalEntry &entry)
{
    m_dirty = true;
    return m_file->append(lineOf(entry));
}

Result<void> EmergencyJournal::beginAnew(const QList<JournalEntry> &entries)
{
    QByteArray lines;
    for (const JournalEntry &entry : entries)
        lines += lineOf(entry);
    if (const Result<void> replaced = m_disk->replacePrivate(m_path, lines); !replaced)
        return replaced;
    Result<std::unique_ptr<AppendFile>> file = m_disk->openForAppend(m_path);
    if (!file)
        return failure(file.error());
    m_file = *std::move(file);
    m_dirty = false;
    return {};
}

Result<void> EmergencyJournal::sync()
{
    if (!m_dirty)
        return {};
    const Result<void> synced = m_file->sync();
    m_dirty = !synced;
    return synced;
}

Result<QList<JournalEntry>> EmergencyJournal::newest() const
{
    const Result<QByteArray> end = m_disk->readEnd(m_path, newestBytes);
    if (!end)
        return failure(end.error());
    qsizetype damaged = 0; // the first line is often cut, and what is missing is written again
    return read(*end, damaged);
}

QList<JournalEntry> EmergencyJournal::read(const QByteArray &file, qsizetype &damaged)
{
    damaged = 0;
    QList<JournalEntry> result;
    const QList<QByteArray> lines = file.split('\n');
    for (const QByteArray &line : lines) {
        if (line.isEmpty())
            continue;
        if (const std::optional<JournalEntry> entry = entryOf(line))
            result.append(*entry);
        else
            ++damaged;
    }
    return result;
}

} // namespace crema::sync
