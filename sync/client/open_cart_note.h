// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>

namespace crema::sync {

/// Under this name a device keeps what its till rings up.
inline const QString openCartSetting = QStringLiteral("open_cart");

/// In a till's note of its open carts: sales that were parked, which outlast the sale in hand.
inline constexpr QLatin1String parkedSalesKey("parked");

/// What stays of a till's note of its open carts once a sale is paid: the carts go, sales that were parked stay. Empty
/// for a note without any, and for one that cannot be read.
[[nodiscard]] inline QString noteAfterSale(const QString &note)
{
    const QJsonArray parked = QJsonDocument::fromJson(note.toUtf8()).object().value(parkedSalesKey).toArray();
    if (parked.isEmpty())
        return {};
    return QString::fromUtf8(QJsonDocument(QJsonObject{{parkedSalesKey, parked}}).toJson(QJsonDocument::Compact));
}

} // namespace crema::sync
