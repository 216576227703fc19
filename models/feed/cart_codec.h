// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/json_fields.h"
#include "models/selling/parked_cart.h"

#include <QJsonObject>

namespace crema::codec {

[[nodiscard]] QJsonObject toJson(const ParkedCart &cart);
/// Errors: `entity.malformed`, which names every field.
[[nodiscard]] Result<ParkedCart> readParkedCart(const QJsonObject &json);

/// Name, lines and all else that is in it; problems are left in `fields`.
void readCartContent(JsonFields &fields, ParkedCart &cart);

} // namespace crema::codec
