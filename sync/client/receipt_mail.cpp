// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/receipt_mail.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace crema::sync {
namespace {

const QLatin1StringView idKey("id");
const QLatin1StringView saleKey("sale");
const QLatin1StringView numberKey("number");
const QLatin1StringView addressKey("address");
const QLatin1StringView languageKey("language");
const QLatin1StringView atKey("at");
const QLatin1StringView refusalKey("refusal");

} // namespace

QString writeReceiptMails(const QList<ReceiptMail> &mails)
{
    QJsonArray array;
    for (const ReceiptMail &mail : mails) {
        array.append(QJsonObject{{idKey, mail.id.toString(QUuid::WithoutBraces)},
                                 {saleKey, mail.sale.toString()},
                                 {numberKey, mail.number},
                                 {addressKey, mail.address},
                                 {languageKey, mail.language},
                                 {atKey, mail.at.toString()},
                                 {refusalKey, mail.refusal}});
    }
    return array.isEmpty() ? QString() : QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

QList<ReceiptMail> readReceiptMails(const QString &note)
{
    QList<ReceiptMail> mails;
    const QJsonArray array = QJsonDocument::fromJson(note.toUtf8()).array();
    for (const QJsonValue &value : array) {
        const QJsonObject object = value.toObject();
        const QUuid id = QUuid::fromString(object.value(idKey).toString());
        const auto sale = SaleId::fromString(object.value(saleKey).toString());
        const auto at = UtcTime::fromString(object.value(atKey).toString());
        if (id.isNull() || !sale || !at)
            continue;
        mails.append({id, *sale, object.value(numberKey).toString(), object.value(addressKey).toString(),
                      object.value(languageKey).toString(), *at, object.value(refusalKey).toString()});
    }
    return mails;
}

} // namespace crema::sync
