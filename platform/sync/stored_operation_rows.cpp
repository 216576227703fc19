// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sync/stored_operation_rows.h"

#include "models/operations/storage_failure.h"

namespace crema::platform {

StoredOperation readStoredOperation(const Rows &rows, int row)
{
    const Result<Acknowledgement> acknowledgement = acknowledgementFromJson(rows.json(row, 9));
    if (!acknowledgement)
        throw StorageFailure(acknowledgement.error());
    return {OperationId(rows.uuid(row, 0)),
            DeviceId(rows.uuid(row, 1)),
            rows.number(row, 2),
            rows.number(row, 3),
            rows.bytes(row, 4),
            rows.bytes(row, 5),
            rows.text(row, 6),
            {rows.text(row, 7), rows.uuid(row, 8)},
            *acknowledgement,
            rows.boolean(row, 10)};
}

QJsonObject storedOperationRecord(const StoredOperation &operation)
{
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
            {QStringLiteral("acknowledgement"), acknowledgementToJson(operation.acknowledgement)}};
}

QString byteaText(QByteArrayView bytes)
{
    return QStringLiteral("\\x") + QString::fromLatin1(bytes.toByteArray().toHex());
}

} // namespace crema::platform
