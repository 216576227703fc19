// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/customers/private_file.h"

#include <QCoreApplication>
#include <QSaveFile>

namespace crema {

Result<void> writePrivateFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) &&
                         file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) &&
                         file.write(bytes) == bytes.size() && file.commit();
    if (written)
        return {};
    return failure(ProblemKind::Failed, QStringLiteral("file.unwritable"),
                   QCoreApplication::translate("crema::PrivateFile", "%1 could not be written.").arg(path),
                   QCoreApplication::translate("crema::PrivateFile",
                                               "Choose a folder in which you may write, on a disk with room."));
}

} // namespace crema
