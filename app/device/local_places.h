// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/settings/store_choice.h"

namespace crema {

class Preferences;

/// Where everything of a device lies in the folders that the person has for it (XDG).
namespace places {

/// The store that the environment names, else that of the choice of the first start. Errors: `store.choice`.
[[nodiscard]] Result<presenters::StoreChoice> store(Business business);
/// The store of the sample shop, whatever the environment says.
[[nodiscard]] Result<presenters::StoreChoice> sampleStore();
[[nodiscard]] Business chosenBusiness(const Preferences &preferences);

/// The data of a platform on this computer: `crema/demo` and `crema/shop` below XDG_DATA_HOME.
[[nodiscard]] QString platformData(Business business);
/// `crema/log` below XDG_STATE_HOME.
[[nodiscard]] QString logs();

/// A store belongs to the platform it is enrolled with. The one of a business on this computer whose data is gone;
/// nothing: there is none.
[[nodiscard]] std::optional<presenters::StoreChoice> orphanedStore(Business business);
/// Gives its folder another name; nothing is deleted.
void putAside(const presenters::StoreChoice &store);

} // namespace places

} // namespace crema
