// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/mail/mail_folder.h"

#include "models/base/uuid7.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDirIterator>
#include <QSaveFile>

namespace crema::platform {

Result<void> MailFolder::send(const MailMessage &message)
{
    const QUuid id = makeUuid7(m_clock.now(), m_randomness);
    constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner;
    QDir dir(m_folder);
    const bool isThere = dir.exists() || dir.mkpath(QStringLiteral("."));
    // The name orders them by time.
    QSaveFile file(dir.filePath(id.toString(QUuid::WithoutBraces) + QStringLiteral(".eml")));
    const bool isWritten = isThere && file.open(QIODevice::WriteOnly) && file.setPermissions(ownerOnly) &&
                           file.write(mimeBytes(message, m_from, m_clock.now(), id)) >= 0 && file.commit();
    if (isWritten)
        return {};
    return failure(ProblemKind::Device, QStringLiteral("mail.not_sent"),
                   QCoreApplication::translate("crema::platform::Mail", "The message could not be put into %1: %2")
                       .arg(m_folder, file.errorString()),
                   QCoreApplication::translate("crema::platform::Mail", "Look at the room and the rights there."));
}

int removeMailBefore(const QString &folder, UtcTime oldest)
{
    constexpr int most = 5'000;
    int removed = 0;
    QDirIterator files(folder, {QStringLiteral("*.eml")}, QDir::Files);
    while (files.hasNext() && removed < most) {
        const QString path = files.next();
        const bool isOld = files.fileInfo().lastModified().toMSecsSinceEpoch() < oldest.msSinceEpoch();
        if (isOld && QFile::remove(path))
            ++removed;
    }
    return removed;
}

} // namespace crema::platform
