// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/pricing/price_list.h"
#include "models/pricing/promotion.h"

#include <QJsonObject>

/// The JSON of promotions and price lists, as models/feed/entity_codec.h has that of other entities (docs/wire.md,
/// docs/promotions.md).
namespace crema::codec {

[[nodiscard]] QJsonObject toJson(const Promotion &promotion);
[[nodiscard]] QJsonObject toJson(const PriceList &list);

/// What is left out is empty, 0 or false; `action` has to be there, of a kind that this version knows.
/// Errors: `entity.malformed`.
[[nodiscard]] Result<Promotion> readPromotion(const QJsonObject &json);
[[nodiscard]] Result<PriceList> readPriceList(const QJsonObject &json);

} // namespace crema::codec
