// SPDX-License-Identifier: GPL-3.0-or-later
// What the shop sets, for all its devices.
#include "sync/client/client_private.h"
#include "sync/store/settings_recording.h"
#include "sync/store/settings_rows.h"

namespace crema::sync {

QCoro::Task<Result<QList<ShopSettings>>> Client::shopSettings()
{
    return Private::read(d,
                         [](LocalStore &local) -> Result<QList<ShopSettings>> { return allSettingsOf(local.rows()); });
}

QCoro::Task<Result<void>> Client::setShopSetting(PlaceId place, QString key, QJsonValue seen, QJsonValue value)
{
    return Private::write(d, [place, key, seen, value](LocalStore &local) -> Result<void> {
        return recordSetting(local, place, key, seen, value);
    });
}

} // namespace crema::sync
