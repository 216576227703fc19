// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/store/local_store.h"

namespace crema::sync {

/// What this device counts money in: the currency of its location, and of the company before it has one.
[[nodiscard]] inline Currency currencyHere(LocalStore &store)
{
    const LocalStore::Place &place = store.place();
    return place.location ? place.location->currency : place.company.currency;
}

} // namespace crema::sync
