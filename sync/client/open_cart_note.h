// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/id.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace crema::sync {

/// Under this name a device keeps what its till rings up.
inline const QString openCartSetting = QStringLiteral("open_cart");

/// In a till's note of its open carts: those by the id of their cashier, empty for nobody.
inline constexpr QLatin1String openCartsKey("carts");
/// In it too: sales that were parked, which outlast the sale in hand.
inline constexpr QLatin1String parkedSalesKey("parked");

/// What stays of a till's note of its open carts once somebody's sale is paid: their cart goes, those of other cashiers
/// and sales that were parked stay. Empty for a note without any, and for one that cannot be read.
[[nodiscard]] inline QString noteAfterSale(const QString &note, const std::optional<PersonId> &cashier)
{
    const QJsonObject before = QJsonDocument::fromJson(note.toUtf8()).object();
    QJsonObject carts = before.value(openCartsKey).toObject();
    carts.remove(cashier ? cashier->toString() : QString());
    const QJsonArray parked = before.value(parkedSalesKey).toArray();
    QJsonObject after;
    if (!carts.isEmpty())
        after.insert(openCartsKey, carts);
    if (!parked.isEmpty())
        after.insert(parkedSalesKey, parked);
    return after.isEmpty() ? QString() : QString::fromUtf8(QJsonDocument(after).toJson(QJsonDocument::Compact));
}

} // namespace crema::sync
