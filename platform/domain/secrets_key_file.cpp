// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/domain/secrets_key_file.h"

#include "models/security/tokens.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace crema::platform {
namespace {

constexpr qsizetype longestFile = 1'000;

QString tr(const char *text)
{
    return QCoreApplication::translate("crema::platform::SecretColumns", text);
}

Problem badFile(const QString &path, const QString &hint)
{
    return {
        ProblemKind::Failed, QStringLiteral("secrets.file"), tr("The key file %1 cannot be used.").arg(path), hint, {}};
}

/// The rule of PostgreSQL for its own keys: the account alone, or root's with a group that may read.
bool isOthers(const QString &path)
{
    struct stat info {};
    if (::stat(QFile::encodeName(path).constData(), &info) != 0)
        return false;
    const mode_t allowed = info.st_uid == 0 ? S_IRWXU | S_IRGRP : S_IRWXU;
    return (info.st_mode & (S_IRWXU | S_IRWXG | S_IRWXO) & ~allowed) != 0;
}

Result<QByteArray> keyIn(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(badFile(path, tr("Make it readable for the account that the platform runs as.")));
    const auto key = fromBase64Url(QString::fromLatin1(file.read(longestFile).trimmed()));
    if (!key || key->size() != SecretColumns::keyLength)
        return failure(badFile(path, tr("It holds no key of the platform. Put the right one there.")));
    return *key;
}

bool writeAll(int file, const QByteArray &line)
{
    return ::write(file, line.constData(), static_cast<std::size_t>(line.size())) == line.size() && ::fsync(file) == 0;
}

// A name is on the disk once its folder is.
bool syncFolderOf(const QString &path)
{
    const int folder = ::open(QFile::encodeName(QFileInfo(path).absolutePath()).constData(), O_RDONLY | O_CLOEXEC);
    const bool isSynced = folder >= 0 && ::fsync(folder) == 0;
    if (folder >= 0)
        ::close(folder);
    return isSynced;
}

/// Whole or not at all, and never over one that is there: what is half written has another name.
Result<void> writeKey(const QString &path, const QByteArray &key)
{
    const QByteArray part = QFile::encodeName(path + QStringLiteral(".part-%1").arg(::getpid()));
    const QByteArray whole = QFile::encodeName(path);
    const int file = ::open(part.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    const bool isWritten = file >= 0 && writeAll(file, toBase64Url(key).toLatin1() + '\n');
    if (file >= 0)
        ::close(file);
    const bool isThere = isWritten && (::link(part.constData(), whole.constData()) == 0 || errno == EEXIST);
    ::unlink(part.constData());
    if (!isThere || !syncFolderOf(path))
        return failure(badFile(path, tr("It can neither be read nor made: check its folder.")));
    return {};
}

} // namespace

Result<SecretsKey> readSecretsKey(const QString &path)
{
    if (path.isEmpty() || !QFile::exists(path))
        return SecretsKey();
    if (isOthers(path))
        return failure(badFile(path, tr("Others can read or change it: chmod 600 takes that away.")));
    return keyIn(path).map(
        [](const QByteArray &key) -> SecretsKey { return std::make_shared<const SecretColumns>(key); });
}

Result<SecretsKey> makeSecretsKey(const QString &path, Randomness &randomness)
{
    if (const auto made = writeKey(path, randomBytes(SecretColumns::keyLength, randomness)); !made)
        return failure(made.error());
    return readSecretsKey(path);
}

Result<SecretsKey> bringSecretsKey(const QString &from, const QString &path)
{
    const Result<QByteArray> key = keyIn(from);
    if (!key)
        return failure(key.error());
    if (path.isEmpty())
        return failure(badFile(from, tr("Say where the platform keeps it: CREMA_SECRETS_KEY_FILE=FILE.")));
    if (const auto written = writeKey(path, *key); !written)
        return failure(written.error());
    const Result<QByteArray> there = keyIn(path);
    if (!there || *there != *key)
        return failure(badFile(path, tr("Another key lies there already. Move it away first.")));
    return readSecretsKey(path);
}

QString nextSecretsKeyPath(const QString &path)
{
    return path + QStringLiteral(".new");
}

Result<void> takeNextSecretsKey(const QString &path)
{
    const QByteArray next = QFile::encodeName(nextSecretsKeyPath(path));
    if (std::rename(next.constData(), QFile::encodeName(path).constData()) != 0 || !syncFolderOf(path))
        return failure(badFile(path, tr("%1 cannot take its place: check the folder.").arg(nextSecretsKeyPath(path))));
    return {};
}

} // namespace crema::platform
