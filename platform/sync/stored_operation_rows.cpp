// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sync/stored_operation_rows.h"

#include "models/operations/storage_failure.h"

#include <QJsonArray>

namespace crema::platform {

Stored<StoredOperation> readStoredOperation(const Rows &rows, int row)
{
    const Result<Acknowledgement> acknowledgement = acknowledgementFromJson(rows.json(row, 9));
    if (!acknowledgement)
        throw StorageFailure(acknowledgement.error());
    return {{OperationId(rows.uuid(row, 0)),
             DeviceId(rows.uuid(row, 1)),
             rows.number(row, 2),
             rows.number(row, 3),
             rows.bytes(row, 4),
             rows.bytes(row, 5),
             rows.text(row, 6),
             {rows.text(row, 7), rows.uuid(row, 8)},
             *acknowledgement,
             rows.boolean(row, 10)},
            rows.number(row, 11)};
}

QList<Stored<StoredOperation>> readStoredOperations(const Rows &rows)
{
    QList<Stored<StoredOperation>> operations;
    for (int row = 0; row < rows.count(); ++row)
        operations.append(readStoredOperation(rows, row));
    return operations;
}

QJsonObject storedOperationRecord(const Stored<StoredOperation> &stored)
{
    const StoredOperation &operation = stored.value;
    QJsonArray causes;
    for (const OperationId &cause : operation.acknowledgement.waitingFor)
        causes.append(cause.toString());
    return {{QStringLiteral("id"), operation.id.toString()},
            {QStringLiteral("device"), operation.device.toString()},
            {QStringLiteral("epoch"), qint64(operation.epoch)},
            {QStringLiteral("sequence"), qint64(operation.sequence)},
            {QStringLiteral("payload"), byteaText(operation.payload)},
            {QStringLiteral("payload_hash"), byteaText(operation.payloadHash)},
            {QStringLiteral("type"), operation.type},
            {QStringLiteral("subject_type"), operation.subject.type},
            {QStringLiteral("subject_id"), operation.subject.id.toString(QUuid::WithoutBraces)},
            {QStringLiteral("outcome"), outcomeText(operation.acknowledgement.outcome)},
            {QStringLiteral("settled"), operation.settled},
            {QStringLiteral("waits_for"), causes},
            {QStringLiteral("revision"), qint64(stored.revision)},
            {QStringLiteral("acknowledgement"), acknowledgementToJson(operation.acknowledgement)}};
}

QString byteaText(QByteArrayView bytes)
{
    return QStringLiteral("\\x") + QString::fromLatin1(bytes.toByteArray().toHex());
}

} // namespace crema::platform
