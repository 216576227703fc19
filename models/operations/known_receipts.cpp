// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/known_receipts.h"

#include "models/base/json.h"
#include "models/base/json_fields.h"

#include <QCoreApplication>

namespace crema {
namespace {

const QString malformed = QStringLiteral("receipts.malformed");
const QString operationsName = QStringLiteral("operations");
const QString acknowledgementsName = QStringLiteral("acknowledgements");

} // namespace

QByteArray writeReceiptsQuestion(const QList<OperationId> &asked)
{
    QJsonArray ids;
    for (const OperationId &id : asked)
        ids.append(id.toString());
    return json::writeCanonical(QJsonObject{{operationsName, ids}});
}

Result<QList<OperationId>> readReceiptsQuestion(QByteArrayView bytes)
{
    const Result<QJsonObject> object = json::readStrict(bytes);
    if (!object)
        return failure(object.error());
    JsonFields fields(*object);
    const QList<OperationId> asked = fields.ids<OperationId>(operationsName, maxKnownReceipts);
    return fields.result(asked, malformed);
}

QByteArray writeReceipts(const QList<Acknowledgement> &known)
{
    QJsonArray array;
    for (const Acknowledgement &acknowledgement : known)
        array.append(acknowledgementToJson(acknowledgement));
    return json::writeCanonical(QJsonObject{{acknowledgementsName, array}});
}

Result<QList<Acknowledgement>> readReceipts(QByteArrayView bytes, const QList<OperationId> &asked)
{
    const Result<QJsonObject> object = json::readStrict(bytes);
    if (!object)
        return failure(object.error());
    JsonFields fields(*object);
    QList<Acknowledgement> known;
    const QJsonArray array = fields.array(acknowledgementsName, maxKnownReceipts);
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QString name = QStringLiteral("%1[%2]").arg(acknowledgementsName).arg(i);
        const Result<Acknowledgement> acknowledgement = acknowledgementFromJson(array[i].toObject());
        if (!acknowledgement)
            fields.add(name, acknowledgement.error());
        else if (!asked.contains(acknowledgement->operation))
            fields.add(name, QCoreApplication::translate("Receipts", "Nobody asked about this operation."));
        else
            known.append(*acknowledgement);
    }
    return fields.result(known, malformed);
}

} // namespace crema
