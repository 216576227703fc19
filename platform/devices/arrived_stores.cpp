// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/devices/arrived_stores.h"

namespace crema::platform {

QHash<DeviceId, QList<ArrivedStore>> arrivedStores(Transaction &transaction, const QList<DeviceId> &devices)
{
    QHash<DeviceId, QList<ArrivedStore>> arrived;
    if (devices.isEmpty())
        return arrived;
    QStringList ids;
    for (const DeviceId &device : devices)
        ids.append(device.toString());
    const Rows rows = transaction.run("devices/list_arrived", {ids});
    for (int row = 0; row < rows.count(); ++row) {
        arrived[DeviceId(rows.uuid(row, 0))].append({rows.number(row, 1), rows.text(row, 2), rows.number(row, 3),
                                                     rows.number(row, 4), rows.text(row, 5), rows.boolean(row, 6)});
    }
    return arrived;
}

} // namespace crema::platform
