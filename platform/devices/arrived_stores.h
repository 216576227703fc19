// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/devices/shut_out.h"
#include "platform/database/transaction.h"

#include <QHash>

namespace crema::platform {

/// What has arrived from these devices by now, of each the stores in the order in which they came to be.
[[nodiscard]] QHash<DeviceId, QList<ArrivedStore>> arrivedStores(Transaction &transaction,
                                                                 const QList<DeviceId> &devices);

} // namespace crema::platform
