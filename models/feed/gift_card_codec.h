// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/json_fields.h"
#include "models/giftcards/gift_ledger.h"

#include <QJsonObject>

/// The JSON of gift cards and of store credit (docs/wire.md).
namespace crema::codec {

[[nodiscard]] QJsonObject toJson(const GiftCard &card);
/// Errors: `entity.malformed`.
[[nodiscard]] Result<GiftCard> readGiftCard(const QJsonObject &json);

/// What the platform tells of one movement of a balance.
[[nodiscard]] QJsonObject toJson(const GiftEntry &entry);

/// What a new card and one that is there share: hash, digits and expiry; problems are left in `fields`.
void readCodeMembers(JsonFields &fields, GiftCard &card);

} // namespace crema::codec
