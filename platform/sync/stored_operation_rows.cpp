// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sync/stored_operation_rows.h"

#include "models/operations/acknowledgement_writer.h"
#include "models/operations/storage_failure.h"
#include "platform/database/array_param.h"

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

Params storedOperationColumns(const QList<Stored<StoredOperation>> &operations)
{
    using Type = ArrayParam::Type;
    ArrayParam ids(Type::Uuid);
    ArrayParam devices(Type::Uuid);
    ArrayParam epochs(Type::BigInt);
    ArrayParam sequences(Type::BigInt);
    ArrayParam hashes(Type::Bytea);
    ArrayParam payloads(Type::Bytea);
    ArrayParam types(Type::Text);
    ArrayParam subjectTypes(Type::Text);
    ArrayParam subjects(Type::Uuid);
    ArrayParam outcomes(Type::Text);
    ArrayParam settled(Type::Boolean);
    ArrayParam causes(Type::Text);
    ArrayParam acknowledgements(Type::Json);
    ArrayParam revisions(Type::BigInt);
    for (const auto &[operation, revision] : operations) {
        ids.add(operation.id);
        devices.add(operation.device);
        epochs.add(operation.epoch);
        sequences.add(operation.sequence);
        hashes.addBytes(operation.payloadHash);
        payloads.addBytes(operation.payload);
        types.add(operation.type);
        subjectTypes.add(operation.subject.type);
        subjects.add(operation.subject.id);
        outcomes.add(outcomeText(operation.acknowledgement.outcome));
        settled.add(operation.settled);
        QStringList waitsFor;
        for (const OperationId &cause : operation.acknowledgement.waitingFor)
            waitsFor.append(cause.toString());
        causes.add(QStringLiteral("{%1}").arg(waitsFor.join(QLatin1Char(','))));
        acknowledgements.addBytes(canonicalBytes(operation.acknowledgement));
        revisions.add(revision);
    }
    return {ids.param(),      devices.param(), epochs.param(),           sequences.param(), hashes.param(),
            payloads.param(), types.param(),   subjectTypes.param(),     subjects.param(),  outcomes.param(),
            settled.param(),  causes.param(),  acknowledgements.param(), revisions.param()};
}

} // namespace crema::platform
