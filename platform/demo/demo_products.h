// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/database/connection.h"

#include <cstdint>

namespace crema::platform {

/// Adds `count` made-up products with one priced variant and two or three barcodes each, for trying out large catalogs.
/// Names and ids follow from their number, so doing it again adds only what is missing.
void addDemoProducts(Connection &connection, int count);

} // namespace crema::platform
