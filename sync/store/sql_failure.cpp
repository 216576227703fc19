// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/sql_failure.h"

#include "models/operations/storage_failure.h"

#include <QCoreApplication>
#include <QSqlError>

namespace crema::sync {
namespace {

/// Primary result codes of SQLite (https://www.sqlite.org/rescode.html).
enum PrimaryCode { Busy = 5, Locked = 6, ReadOnly = 8, Corrupt = 11, Full = 13, NotADatabase = 26 };

int primaryCode(const QSqlError &error)
{
    return error.nativeErrorCode().toInt() & 0xff;
}

Problem device(const QString &code, const QString &message, const QString &hint)
{
    return {ProblemKind::Device, code, message, hint, {}};
}

} // namespace

Problem storageProblem(const QSqlError &error)
{
    switch (primaryCode(error)) {
    case Full:
        return device(QStringLiteral("store.disk_full"),
                      QCoreApplication::translate("Store", "The disk is full, so nothing more can be saved."),
                      QCoreApplication::translate("Store", "Free some space on the disk and try again."));
    case Corrupt:
    case NotADatabase:
        return device(
            QStringLiteral("store.damaged"),
            QCoreApplication::translate("Store", "The local store is damaged: %1.").arg(error.databaseText()),
            QCoreApplication::translate("Store", "Run crema db check, and keep the file: it can be recovered."));
    case Busy:
    case Locked:
        return {ProblemKind::Unavailable,
                QStringLiteral("store.busy"),
                QCoreApplication::translate("Store", "Another program is writing to the local store."),
                QCoreApplication::translate("Store", "Try again in a moment."),
                {}};
    case ReadOnly:
        return {ProblemKind::NotAllowed,
                QStringLiteral("store.read_only"),
                QCoreApplication::translate("Store", "The local store is open for reading only."),
                QCoreApplication::translate("Store", "Close the program that holds it, or update this one."),
                {}};
    default:
        return device(
            QStringLiteral("store.write"),
            QCoreApplication::translate("Store", "The local store could not be used: %1.").arg(error.databaseText()),
            QCoreApplication::translate("Store", "Check the rights of its folder and the state of the disk."));
    }
}

void throwStorageFailure(const QSqlError &error)
{
    throw StorageFailure(storageProblem(error));
}

} // namespace crema::sync
