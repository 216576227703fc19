// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/unsent_export.h"

#include "models/base/json.h"
#include "models/base/json_fields.h"
#include "models/operations/bodies.h"
#include "models/operations/operation_codec.h"
#include "models/operations/operation_types.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace crema::sync {
namespace {

const QString schema = QStringLiteral("unsent-export/1");

Problem malformed()
{
    return {ProblemKind::Invalid,
            QStringLiteral("export.malformed"),
            QCoreApplication::translate("UnsentExport", "The file does not hold what a register has not sent."),
            QCoreApplication::translate("UnsentExport", "Choose the file that \"crema sync export\" wrote."),
            {}};
}

} // namespace

QByteArray toBytes(const UnsentExport &unsent)
{
    QJsonArray operations;
    for (const QByteArray &operation : unsent.operations)
        operations.append(QString::fromUtf8(operation));
    return json::writeCanonical({{QStringLiteral("schema"), schema},
                                 {QStringLiteral("device"), unsent.device.toString()},
                                 {QStringLiteral("written_at"), unsent.writtenAt.toString()},
                                 {QStringLiteral("operations"), operations}});
}

Result<UnsentExport> readUnsentExport(const QByteArray &bytes)
{
    const Result<QJsonObject> json = json::readStrict(bytes);
    if (!json || json->value(QStringLiteral("schema")).toString() != schema)
        return failure(malformed());
    JsonFields fields(*json);
    UnsentExport unsent;
    unsent.device = fields.id<DeviceId>(QStringLiteral("device"));
    unsent.writtenAt = fields.time(QStringLiteral("written_at"));
    const QJsonArray operations = fields.array(QStringLiteral("operations"), json::maxInteger);
    for (const QJsonValue &value : operations) {
        const QByteArray operation = value.toString().toUtf8();
        if (!readOperation(operation))
            return failure(malformed());
        unsent.operations.append(operation);
    }
    return fields.result(unsent, QStringLiteral("export.malformed"));
}

Problem wouldBeLeft(std::int64_t operations)
{
    return {ProblemKind::Conflict,
            QStringLiteral("unsent.would_be_left"),
            QCoreApplication::translate("UnsentExport",
                                        "%n changes that were made here were never sent, and would be left behind.",
                                        nullptr, static_cast<int>(operations)),
            QCoreApplication::translate(
                "UnsentExport",
                "Let this device send them, or write them to a file under Settings or with \"crema sync "
                "export FILE\"; then do it again."),
            {}};
}

UnsentSummary summaryOf(const QList<QByteArray> &operations, const Currency &currency)
{
    UnsentSummary summary;
    summary.operations = operations.size();
    summary.sold = Money(0, currency);
    for (const QByteArray &bytes : operations) {
        const Result<Operation> operation = readOperation(bytes);
        if (!operation || operation->type != operation::saleComplete)
            continue;
        ++summary.sales;
        const Result<Sale> sale = body::readSaleComplete(*operation);
        if (sale && sale->total.currency() == currency)
            summary.sold += sale->total;
    }
    return summary;
}

} // namespace crema::sync
