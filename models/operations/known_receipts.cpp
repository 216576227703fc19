// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/known_receipts.h"

#include "models/base/json.h"
#include "models/base/json_fields.h"

#include <algorithm>

namespace crema {
namespace {

const QString malformed = QStringLiteral("receipts.malformed");
const QString operationsName = QStringLiteral("operations");
const QString acknowledgementsName = QStringLiteral("acknowledgements");
const QString questionName = QStringLiteral("question");

QUuid questionOf(JsonFields &fields)
{
    return fields.has(questionName) ? fields.uuid(questionName) : QUuid();
}

void addQuestion(QJsonObject &object, const QUuid &question)
{
    if (!question.isNull())
        object.insert(questionName, question.toString(QUuid::WithoutBraces));
}

} // namespace

bool ReceiptsAnswer::isAnswerTo(const ReceiptsQuestion &asked) const
{
    return (question.isNull() || question == asked.question) &&
           std::all_of(acknowledgements.begin(), acknowledgements.end(),
                       [&asked](const Acknowledgement &each) { return asked.operations.contains(each.operation); });
}

QByteArray writeReceiptsQuestion(const ReceiptsQuestion &question)
{
    QJsonArray ids;
    for (const OperationId &id : question.operations)
        ids.append(id.toString());
    QJsonObject object{{operationsName, ids}};
    addQuestion(object, question.question);
    return json::writeCanonical(object);
}

Result<ReceiptsQuestion> readReceiptsQuestion(QByteArrayView bytes)
{
    const Result<QJsonObject> object = json::readStrict(bytes);
    if (!object)
        return failure(object.error());
    JsonFields fields(*object);
    const ReceiptsQuestion question{fields.ids<OperationId>(operationsName, maxKnownReceipts), questionOf(fields)};
    return fields.result(question, malformed);
}

QByteArray writeReceipts(const ReceiptsAnswer &answer)
{
    QJsonArray array;
    for (const Acknowledgement &acknowledgement : answer.acknowledgements)
        array.append(acknowledgementToJson(acknowledgement));
    QJsonObject object{{acknowledgementsName, array}};
    addQuestion(object, answer.question);
    return json::writeCanonical(object);
}

Result<ReceiptsAnswer> readReceipts(QByteArrayView bytes)
{
    const Result<QJsonObject> object = json::readStrict(bytes);
    if (!object)
        return failure(object.error());
    JsonFields fields(*object);
    ReceiptsAnswer answer;
    const QJsonArray array = fields.array(acknowledgementsName, maxKnownReceipts);
    for (qsizetype i = 0; i < array.size(); ++i) {
        const Result<Acknowledgement> acknowledgement = acknowledgementFromJson(array[i].toObject());
        if (acknowledgement)
            answer.acknowledgements.append(*acknowledgement);
        else
            fields.add(QStringLiteral("%1[%2]").arg(acknowledgementsName).arg(i), acknowledgement.error());
    }
    answer.question = questionOf(fields);
    return fields.result(answer, malformed);
}

} // namespace crema
