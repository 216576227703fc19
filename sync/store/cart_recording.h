// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/parked_cart_view.h"
#include "sync/store/local_store.h"

namespace crema::sync {

/// Those that wait at this place, the oldest first.
[[nodiscard]] QList<ParkedCartView> findParkedCarts(LocalStore &store);
/// Also one that ended. Errors: `cart.unknown`.
[[nodiscard]] Result<ParkedCartView> findParkedCart(LocalStore &store, ParkedCartId id);

/// Inside LocalStore::write(): name and content of `cart` are parked here and now, under an id of their own. Errors:
/// `device.not_enrolled`, and those of checkedCart().
[[nodiscard]] Result<ParkedCart> recordCartPark(LocalStore &store, const ParkedCart &cart);
/// Inside LocalStore::write(): whoever is here goes on with it. Gives it as it was. Errors: `cart.unknown`,
/// `cart.ended`.
[[nodiscard]] Result<ParkedCart> recordCartTake(LocalStore &store, ParkedCartId id);
/// Inside LocalStore::write(). Errors: as recordCartTake().
[[nodiscard]] Result<ParkedCart> recordCartDiscard(LocalStore &store, ParkedCartId id);

} // namespace crema::sync
