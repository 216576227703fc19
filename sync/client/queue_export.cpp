// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/queue_export.h"

#include "models/operations/operation_codec.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace crema::sync {

namespace {

QJsonObject entryJson(const QueueEntry &entry)
{
    const QJsonValue sequence = entry.sequence ? QJsonValue(static_cast<qint64>(*entry.sequence)) : QJsonValue();
    const QJsonValue answer =
        entry.acknowledgement ? QJsonValue(acknowledgementToJson(*entry.acknowledgement)) : QJsonValue();
    return {{QStringLiteral("operation"), QJsonDocument::fromJson(canonicalBytes(entry.operation)).object()},
            {QStringLiteral("sequence"), sequence},
            {QStringLiteral("state"), operationStateText(entry.state)},
            {QStringLiteral("needs_attention"), entry.needsAttention},
            {QStringLiteral("subject_name"), entry.subjectName},
            {QStringLiteral("acknowledgement"), answer}};
}

} // namespace

QByteArray queueExport(const QList<QueueEntry> &entries, DeviceId device, UtcTime now)
{
    QJsonArray operations;
    for (const QueueEntry &entry : entries)
        operations.append(entryJson(entry));
    return QJsonDocument(QJsonObject{{QStringLiteral("schema"), QStringLiteral("queue-export/1")},
                                     {QStringLiteral("device"), device.toString()},
                                     {QStringLiteral("exported_at"), now.toString()},
                                     {QStringLiteral("operations"), operations}})
        .toJson();
}

} // namespace crema::sync
