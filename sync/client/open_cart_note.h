// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QString>

namespace crema::sync {

/// What stays of a till's note of its open carts once a sale is paid: the carts go, sales that were parked stay. Empty
/// for a note without any, and for one that cannot be read.
[[nodiscard]] inline QString noteAfterSale(const QString &note)
{
    const QLatin1String parkedKey("parked");
    const QJsonValue parked = QJsonDocument::fromJson(note.toUtf8()).object().value(parkedKey);
    if (!parked.isArray())
        return {};
    return QString::fromUtf8(QJsonDocument(QJsonObject{{parkedKey, parked}}).toJson(QJsonDocument::Compact));
}

} // namespace crema::sync
