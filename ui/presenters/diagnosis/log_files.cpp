// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/diagnosis/log_files.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace crema::presenters {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::presenters::LogFiles)
};

} // namespace

QStringList logFiles(const QString &folder)
{
    // Older ones carry a number before the ending: crema.1.log.
    return QDir(folder).entryList({u"crema*.log"_s}, QDir::Files, QDir::Name);
}

Result<QStringList> copyLogs(const QString &folder, const QString &target)
{
    const auto refused = [&] {
        return failure(ProblemKind::Device, u"log.write"_s, Texts::tr("The logs cannot be copied to %1.").arg(target),
                       Texts::tr("Choose a folder that you may write and that has room."));
    };
    if (!QDir().mkpath(target))
        return refused();
    const QStringList names = logFiles(folder);
    for (const QString &name : names) {
        const QString copy = QDir(target).filePath(name);
        if (QFile::exists(copy) && !QFile::remove(copy))
            return refused();
        if (!QFile::copy(QDir(folder).filePath(name), copy))
            return refused();
    }
    return names;
}

} // namespace crema::presenters
