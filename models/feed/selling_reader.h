// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/json_reader.h"
#include "models/selling/sale.h"

namespace crema::codec {

/// The sale whose canonical bytes these are, as this version writes them (models/feed/selling_writer.h): the same as
/// readSale() gives, many times as fast. Nothing for any other bytes, be they wrong or only unusual: readSale() says
/// what they are.
[[nodiscard]] std::optional<Sale> readCanonicalSale(QByteArrayView bytes);

/// The members of canonicalBody(), which stand where the reader is. What its operation says stays neutral. The sale is
/// one only if the reader did not fail; see isSound().
[[nodiscard]] Sale readCanonicalBody(json::CanonicalReader &in);

/// What readSale() asks of a sale beyond its members.
[[nodiscard]] bool isSound(const Sale &sale);

} // namespace crema::codec
