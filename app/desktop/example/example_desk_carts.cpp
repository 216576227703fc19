// SPDX-License-Identifier: GPL-3.0-or-later
// Parked carts of the example shop.
#include "app/desktop/example/example_desk.h"

#include <algorithm>

namespace crema::desktop {

void ExampleDesk::addParkedCart(const ParkedCart &cart)
{
    ParkedCart added = cart;
    if (added.id.isNull())
        added.id = ParkedCartId(nextId());
    m_parkedCarts.append(added);
    Q_EMIT dataChanged();
}

void ExampleDesk::takeElsewhere(ParkedCartId id, const QString &till)
{
    const RegisterId reg(nextId());
    m_tills.insert(reg, till);
    for (ParkedCart &cart : m_parkedCarts) {
        if (cart.id == id)
            cart = endedCart(cart, CartState::Taken, {reg, std::nullopt, cart.at});
    }
    Q_EMIT dataChanged();
}

sync::ParkedCartView ExampleDesk::cartView(const ParkedCart &cart) const
{
    const auto personName = [this](const std::optional<PersonId> &id) {
        const auto person = std::ranges::find_if(m_people, [&](const Person &each) { return id && each.id == *id; });
        return person == m_people.end() ? QString() : person->name;
    };
    const auto tillName = [this](RegisterId id) {
        const bool isHere = m_state.registerInfo && m_state.registerInfo->id == id;
        return isHere ? m_state.registerInfo->name : m_tills.value(id);
    };
    sync::ParkedCartView view{cart, personName(cart.by), tillName(cart.registerId), {}, {}, {}};
    for (const Customer &customer : m_customers) {
        if (cart.customer == customer.id)
            view.customerName = customer.name;
    }
    if (cart.end) {
        view.endedByName = personName(cart.end->by);
        view.endedAtName = tillName(cart.end->registerId);
    }
    return view;
}

QCoro::Task<Result<QList<sync::ParkedCartView>>> ExampleDesk::parkedCarts()
{
    co_await turn();
    QList<sync::ParkedCartView> views;
    for (const ParkedCart &cart : std::as_const(m_parkedCarts)) {
        if (cart.state == CartState::Parked)
            views.append(cartView(cart));
    }
    co_return views;
}

QCoro::Task<Result<sync::ParkedCartView>> ExampleDesk::parkedCart(ParkedCartId id)
{
    co_await turn();
    const auto cart = std::ranges::find(m_parkedCarts, id, &ParkedCart::id);
    if (cart == m_parkedCarts.end())
        co_return failure(ProblemKind::NotFound, QStringLiteral("cart.unknown"),
                          QStringLiteral("This parked sale is not known here."));
    const sync::ParkedCartView view = cartView(*cart);
    co_return view;
}

QCoro::Task<Result<ParkedCart>> ExampleDesk::parkCart(ParkedCart cart, std::optional<QString> openCart)
{
    co_await turn();
    cart.id = ParkedCartId(nextId());
    if (m_state.location)
        cart.location = m_state.location->id;
    if (m_state.registerInfo)
        cart.registerId = m_state.registerInfo->id;
    if (m_state.person)
        cart.by = m_state.person->id;
    m_parkedCarts.append(cart);
    if (openCart)
        m_openCart = *openCart;
    Q_EMIT dataChanged();
    co_return cart;
}

Result<ParkedCart> ExampleDesk::endCart(ParkedCartId id, CartState state)
{
    const auto cart = std::ranges::find(m_parkedCarts, id, &ParkedCart::id);
    if (cart == m_parkedCarts.end() || cart->state != CartState::Parked)
        return failure(ProblemKind::Conflict, QStringLiteral("cart.ended"),
                       QStringLiteral("Somebody has gone on with this parked sale."));
    const ParkedCart before = *cart;
    const RegisterId here = m_state.registerInfo ? m_state.registerInfo->id : RegisterId();
    *cart = endedCart(before, state, {here, std::nullopt, before.at});
    Q_EMIT dataChanged();
    return before;
}

QCoro::Task<Result<ParkedCart>> ExampleDesk::takeCart(ParkedCartId id, std::optional<QString> openCart)
{
    co_await turn();
    const Result<ParkedCart> taken = endCart(id, CartState::Taken);
    if (taken && openCart)
        m_openCart = *openCart;
    co_return taken;
}

QCoro::Task<Result<ParkedCart>> ExampleDesk::discardCart(ParkedCartId id)
{
    co_await turn();
    const Result<ParkedCart> discarded = endCart(id, CartState::Discarded);
    co_return discarded;
}

} // namespace crema::desktop
