// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/selling/sale.h"
#include "models/selling/shift.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>

/// The entities of selling as canonical bytes in one go: a till writes one of each for every sale.
namespace crema::codec {

/// As json::writeCanonical(toJson(shift)).
[[nodiscard]] QByteArray canonicalBytes(const Shift &shift);

/// `moved_total`, `pieces` and `z` of a shift stand there only where they say something.
[[nodiscard]] QJsonObject toJson(const ShiftZ &z);
[[nodiscard]] QJsonArray toJson(const QList<CountedPiece> &pieces);

/// As json::writeCanonical(toJson(sale)).
[[nodiscard]] QByteArray canonicalBytes(const Sale &sale);

/// A sale without what its operation says: id, location, register, cashier and time.
[[nodiscard]] QByteArray canonicalBody(const Sale &sale);
[[nodiscard]] QJsonObject bodyToJson(const Sale &sale);

/// Whether readers take this sale just as it is, every text and list within its bounds. When not, reading its body
/// says what is wrong.
[[nodiscard]] bool readsBackUnchanged(const Sale &sale);

} // namespace crema::codec
