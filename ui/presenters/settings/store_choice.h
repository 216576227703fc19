// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "ui/presenters/settings/business.h"

namespace crema::presenters {

/// Where the local store lies, and who said so.
struct StoreChoice {
    QString path;                 ///< of the SQLite file
    bool fromEnvironment = false; ///< CREMA_STORE chose it
};

/// `variable` is the value of CREMA_STORE ("sqlite:PATH"; empty when not set), `dataHome` is XDG_DATA_HOME's folder.
/// Without the variable each business has a store of its own, so that what is tried out in the sample shop never meets
/// real sales. Errors: `store.choice` for a value that cannot be used.
[[nodiscard]] Result<StoreChoice> chooseStore(const QString &variable, const QString &dataHome, Business business);

/// There is none where CREMA_STORE says: `store.missing`.
[[nodiscard]] Problem storeMissing(const QString &path);

} // namespace crema::presenters
