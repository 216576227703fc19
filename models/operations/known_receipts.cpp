// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/known_receipts.h"

#include "models/base/json.h"
#include "models/base/json_fields.h"

namespace crema {
namespace {

const QString malformed = QStringLiteral("receipts.malformed");
const QString operationsName = QStringLiteral("operations");
const QString acknowledgementsName = QStringLiteral("acknowledgements");

} // namespace

QByteArray writeReceiptsQuestion(const QList<OperationId> &operations)
{
    QJsonArray ids;
    for (const OperationId &id : operations)
        ids.append(id.toString());
    return json::writeCanonical({{operationsName, ids}});
}

Result<QList<OperationId>> readReceiptsQuestion(QByteArrayView bytes)
{
    const Result<QJsonObject> object = json::readStrict(bytes);
    if (!object)
        return failure(object.error());
    JsonFields fields(*object);
    const QList<OperationId> ids = fields.ids<OperationId>(operationsName, maxKnownReceipts);
    return fields.result(ids, malformed);
}

QByteArray writeReceipts(const QList<Acknowledgement> &acknowledgements)
{
    QJsonArray array;
    for (const Acknowledgement &acknowledgement : acknowledgements)
        array.append(acknowledgementToJson(acknowledgement));
    return json::writeCanonical({{acknowledgementsName, array}});
}

Result<QList<Acknowledgement>> readReceipts(QByteArrayView bytes)
{
    const Result<QJsonObject> object = json::readStrict(bytes);
    if (!object)
        return failure(object.error());
    JsonFields fields(*object);
    QList<Acknowledgement> acknowledgements;
    const QJsonArray array = fields.array(acknowledgementsName, maxKnownReceipts);
    for (qsizetype i = 0; i < array.size(); ++i) {
        const Result<Acknowledgement> acknowledgement = acknowledgementFromJson(array[i].toObject());
        if (acknowledgement)
            acknowledgements.append(*acknowledgement);
        else
            fields.add(QStringLiteral("%1[%2]").arg(acknowledgementsName).arg(i), acknowledgement.error());
    }
    return fields.result(acknowledgements, malformed);
}

} // namespace crema
