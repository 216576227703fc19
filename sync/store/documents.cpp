// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/documents.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace crema::sync {

QJsonObject objectOf(const QByteArray &document)
{
    const QJsonDocument read = QJsonDocument::fromJson(document);
    if (!read.isObject())
        throwDamaged(QCoreApplication::translate("Store", "a record does not read"));
    return read.object();
}

void throwDamaged(const QString &what)
{
    throw StorageFailure(
        Problem{ProblemKind::Device,
                QStringLiteral("store.damaged"),
                QCoreApplication::translate("Store", "The local store is damaged: %1.").arg(what),
                QCoreApplication::translate("Store", "Run crema db check, and keep the file: it can be recovered."),
                {}});
}

} // namespace crema::sync
