// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/id.h"
#include "sync/store/device_rows.h"
#include "sync/store/selling_rows.h"

namespace crema::sync {

/// Forgets the receipts that wait to be mailed, or were refused, of sales to a customer who was erased: each has an
/// address (ADR 065). Answers whether there was any. Throws StorageFailure.
bool eraseMails(DeviceRows &device, SellingRows &selling, CustomerId customer);

} // namespace crema::sync
