// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/open_cart_note.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace crema::sync {

QString noteAfterSale(const QString &note)
{
    const QLatin1String parkedKey("parked");
    const QJsonValue parked = QJsonDocument::fromJson(note.toUtf8()).object().value(parkedKey);
    if (!parked.isArray())
        return {};
    return QString::fromUtf8(QJsonDocument(QJsonObject{{parkedKey, parked}}).toJson(QJsonDocument::Compact));
}

} // namespace crema::sync
