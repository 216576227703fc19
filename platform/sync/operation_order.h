// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/sync/stored_operation.h"

#include <QList>

#include <algorithm>
#include <tuple>

namespace crema::platform {

/// In the order in which their devices made them.
inline void sortByPlace(QList<StoredOperation> &operations)
{
    std::sort(operations.begin(), operations.end(), [](const StoredOperation &a, const StoredOperation &b) {
        return std::tuple(a.device, a.epoch, a.sequence) < std::tuple(b.device, b.epoch, b.sequence);
    });
}

} // namespace crema::platform
