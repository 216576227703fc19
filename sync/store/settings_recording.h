// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/settings/shop_settings.h"
#include "sync/store/local_store.h"

namespace crema::sync {

/// Records one change of what a place has set; called inside LocalStore::write(). `seen` is what the person saw there
/// (null: not set), `value` what shall stand there (null: not set any more). Errors: `device.not_enrolled`,
/// `setting.unknown`, `setting.value`, `setting.company_only`, `setting.other_place`.
[[nodiscard]] Result<void> recordSetting(LocalStore &store, PlaceId place, const QString &key, const QJsonValue &seen,
                                         const QJsonValue &value);

} // namespace crema::sync
