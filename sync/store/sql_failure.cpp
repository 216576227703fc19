// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/sql_failure.h"

#include "models/operations/storage_failure.h"

#include <QCoreApplication>

#include <sqlite3.h>

namespace crema::sync {
namespace {

/// The primary result code of an extended one (https://www.sqlite.org/rescode.html).
int primaryCode(int code)
{
    return code & 0xff;
}

Problem device(const QString &code, const QString &message, const QString &hint)
{
    return {ProblemKind::Device, code, message, hint, {}};
}

} // namespace

Problem storageProblem(int code, const QString &text)
{
    // A page that does not read is as lost as one that reads wrong.
    const bool unreadable =
        code == SQLITE_IOERR_READ || code == SQLITE_IOERR_SHORT_READ || code == SQLITE_IOERR_CORRUPTFS;
    // Room for what the connections share: growing it fails with this code when the disk is full.
    const bool noRoom = code == SQLITE_IOERR_SHMSIZE;
    switch (unreadable ? SQLITE_CORRUPT : noRoom ? SQLITE_FULL : primaryCode(code)) {
    case SQLITE_FULL:
        return device(QStringLiteral("store.disk_full"),
                      QCoreApplication::translate("Store", "The disk is full, so nothing more can be saved."),
                      QCoreApplication::translate("Store", "Free some space on the disk and try again."));
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return device(
            QStringLiteral("store.damaged"),
            QCoreApplication::translate("Store", "The local store is damaged: %1.").arg(text),
            QCoreApplication::translate("Store", "Run crema db check, and keep the file: it can be recovered."));
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {ProblemKind::Unavailable,
                QStringLiteral("store.busy"),
                QCoreApplication::translate("Store", "Another program is writing to the local store."),
                QCoreApplication::translate("Store", "Try again in a moment."),
                {}};
    case SQLITE_READONLY:
        return {ProblemKind::NotAllowed,
                QStringLiteral("store.read_only"),
                QCoreApplication::translate("Store", "The local store is open for reading only."),
                QCoreApplication::translate("Store", "Close the program that holds it, or update this one."),
                {}};
    default:
        return device(
            QStringLiteral("store.write"),
            QCoreApplication::translate("Store", "The local store could not be used: %1.").arg(text),
            QCoreApplication::translate("Store", "Check the rights of its folder and the state of the disk."));
    }
}

void throwStorageFailure(sqlite3 *connection)
{
    const int code = connection ? sqlite3_extended_errcode(connection) : SQLITE_NOMEM;
    throw StorageFailure(storageProblem(code, QString::fromUtf8(sqlite3_errmsg(connection))));
}

} // namespace crema::sync
