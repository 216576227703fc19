// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/device/keychain_disk.h"

#include <QCoreApplication>

namespace crema {
namespace {

/// What the file of a secret begins with whose entry in the keychain it names.
QByteArray mark()
{
    return QByteArrayLiteral("crema-keychain-1\n");
}

/// Empty when the file holds the secret itself.
QString entryIn(const QByteArray &file)
{
    return file.startsWith(mark()) ? QString::fromLatin1(file.sliced(mark().size())).trimmed() : QString();
}

Problem closed()
{
    return {ProblemKind::Device,
            QStringLiteral("keychain.closed"),
            QCoreApplication::translate("crema::KeychainDisk",
                                        "The key of this device lies in the keychain of a desktop session, which is "
                                        "not open here."),
            QCoreApplication::translate("crema::KeychainDisk",
                                        "Sign in at the desktop of this computer as the person who set this device "
                                        "up, unlock the keychain, and start again."),
            {}};
}

} // namespace

Result<QByteArray> KeychainDisk::readSecret(const QString &path) const
{
    const Result<QByteArray> file = sync::readInsisting(base(), path);
    if (!file)
        return file;
    const QString entry = entryIn(*file);
    if (entry.isEmpty()) {
        moveOver(path, *file);
        return file;
    }
    return m_keychain.isOpen() ? m_keychain.read(entry) : failure(closed());
}

Result<void> KeychainDisk::writeSecret(const QString &path, QByteArrayView bytes)
{
    const QByteArray file = keep(bytes);
    if (file.isEmpty())
        return base().writePrivate(path, bytes);
    Result<void> written = base().writePrivate(path, file);
    if (!written)
        m_keychain.remove(entryIn(file));
    return written;
}

void KeychainDisk::removeSecret(const QString &path)
{
    const Result<QByteArray> file = base().read(path);
    const QString entry = file ? entryIn(*file) : QString();
    if (!entry.isEmpty() && m_keychain.isOpen())
        m_keychain.remove(entry);
    base().remove(path);
}

QByteArray KeychainDisk::keep(QByteArrayView secret) const
{
    if (!m_keychain.isOpen())
        return {};
    QByteArray name(16, '\0');
    m_randomness.fill(std::as_writable_bytes(std::span(name.data(), static_cast<std::size_t>(name.size()))));
    const QString entry = QString::fromLatin1(name.toHex());
    const QByteArray wanted = secret.toByteArray();
    if (!m_keychain.write(entry, wanted))
        return {};
    const Result<QByteArray> kept = m_keychain.read(entry);
    if (kept && *kept == wanted)
        return mark() + entry.toLatin1() + '\n';
    m_keychain.remove(entry);
    return {};
}

void KeychainDisk::moveOver(const QString &path, const QByteArray &secret) const
{
    const QByteArray file = keep(secret);
    if (file.isEmpty())
        return;
    // What cannot be written stays as it is, and moves another time.
    if (!base().replacePrivate(path, file))
        m_keychain.remove(entryIn(file));
}

} // namespace crema
