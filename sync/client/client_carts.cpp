// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/client_private.h"
#include "sync/client/open_cart_note.h"
#include "sync/store/cart_recording.h"

namespace crema::sync {
namespace {

/// In one transaction with what becomes of the cart: it is neither lost nor there twice after a crash.
void keepNote(LocalStore &local, const std::optional<QString> &openCart)
{
    if (openCart)
        local.device().setSetting(openCartSetting, *openCart);
}

} // namespace

QCoro::Task<Result<QList<ParkedCartView>>> Client::parkedCarts()
{
    return Private::read(d, [](LocalStore &local) -> Result<QList<ParkedCartView>> { return findParkedCarts(local); });
}

QCoro::Task<Result<ParkedCartView>> Client::parkedCart(ParkedCartId id)
{
    return Private::read(d, [id](LocalStore &local) { return findParkedCart(local, id); });
}

QCoro::Task<Result<ParkedCart>> Client::parkCart(ParkedCart cart, std::optional<QString> openCart)
{
    return Private::write(d, [cart = std::move(cart), openCart = std::move(openCart)](LocalStore &local) {
        Result<ParkedCart> parked = recordCartPark(local, cart);
        if (parked)
            keepNote(local, openCart);
        return parked;
    });
}

QCoro::Task<Result<ParkedCart>> Client::takeCart(ParkedCartId id, std::optional<QString> openCart)
{
    return Private::write(d, [id, openCart = std::move(openCart)](LocalStore &local) {
        Result<ParkedCart> taken = recordCartTake(local, id);
        if (taken)
            keepNote(local, openCart);
        return taken;
    });
}

QCoro::Task<Result<ParkedCart>> Client::discardCart(ParkedCartId id)
{
    return Private::write(d, [id](LocalStore &local) { return recordCartDiscard(local, id); });
}

} // namespace crema::sync
