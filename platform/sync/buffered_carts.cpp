// SPDX-License-Identifier: GPL-3.0-or-later
// Parked carts in a unit of work.
#include "platform/sync/buffered_unit_of_work.h"

#include "platform/sync/load_once.h"

namespace crema::platform {

std::optional<ParkedCart> BufferedUnitOfWork::parkedCart(ParkedCartId id)
{
    return loadOnce(m_parkedCarts, id, [&] { return m_storage->parkedCart(id); });
}

void BufferedUnitOfWork::save(const ParkedCart &cart)
{
    m_parkedCarts.put(cart.id, cart);
}

} // namespace crema::platform
