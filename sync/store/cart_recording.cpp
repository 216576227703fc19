// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/cart_recording.h"

#include "models/base/uuid7.h"
#include "models/feed/entity_codec.h"
#include "models/feed/entity_types.h"
#include "models/operations/bodies.h"
#include "models/operations/operation_types.h"
#include "sync/store/documents.h"
#include "sync/store/sale_reader.h"
#include "sync/store/sale_recording.h"

#include <QCoreApplication>

namespace crema::sync {
namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::ParkedCart)
};

SubjectRef subjectOf(ParkedCartId id)
{
    return {entity::parkedCart.toString(), id.value()};
}

QString registerNameOf(LocalStore &store, RegisterId id)
{
    const auto document = store.rows().document({entity::registerType.toString(), id.value()});
    const Result<Register> found = document ? codec::readRegister(objectOf(*document)) : Result<Register>(Register());
    if (!document || !found)
        return {};
    return found->name.isEmpty() ? found->code : found->name;
}

QString nameOf(LocalStore &store, const std::optional<PersonId> &id)
{
    return id ? personNameOf(store, *id) : QString();
}

ParkedCartView viewOf(LocalStore &store, const ParkedCart &cart)
{
    ParkedCartView view{cart, nameOf(store, cart.by), registerNameOf(store, cart.registerId), {}, {}, {}};
    if (const auto customer = cart.customer ? store.rows().customers().customer(*cart.customer) : std::nullopt)
        view.customerName = customer->name;
    if (cart.end) {
        view.endedByName = nameOf(store, cart.end->by);
        view.endedAtName = registerNameOf(store, cart.end->registerId);
    }
    return view;
}

Result<ParkedCart> knownCart(LocalStore &store, ParkedCartId id)
{
    const std::optional<ParkedCart> cart = store.rows().parkedCart(id);
    if (!cart)
        return failure(ProblemKind::NotFound, QStringLiteral("cart.unknown"),
                       Texts::tr("This parked sale is not known here."), Texts::tr("Fetch the latest changes."));
    return *cart;
}

Problem endedAlready(LocalStore &store, const ParkedCart &cart)
{
    const ParkedCartView view = viewOf(store, cart);
    const bool isTaken = cart.state == CartState::Taken;
    const QString message = isTaken ? Texts::tr("Somebody has gone on with this parked sale at %1.")
                                    : Texts::tr("This parked sale was discarded at %1.");
    return {ProblemKind::Conflict,
            QStringLiteral("cart.ended"),
            message.arg(view.endedAtName),
            Texts::tr("Ring it up anew if it is still wanted."),
            {}};
}

Result<ParkedCart> recordEnd(LocalStore &store, ParkedCartId id, QStringView type)
{
    const Result<ParkedCart> cart = knownCart(store, id);
    if (!cart)
        return cart;
    if (cart->state != CartState::Parked)
        return failure(endedAlready(store, *cart));
    if (const Result<void> recorded = store.record(store.newOperation(type, subjectOf(id), {})); !recorded)
        return failure(recorded.error());
    return cart;
}

} // namespace

QList<ParkedCartView> findParkedCarts(LocalStore &store)
{
    QList<ParkedCartView> views;
    const QList<ParkedCart> carts = store.rows().parkedCarts();
    for (const ParkedCart &cart : carts) {
        if (cart.location == store.location())
            views.append(viewOf(store, cart));
    }
    return views;
}

Result<ParkedCartView> findParkedCart(LocalStore &store, ParkedCartId id)
{
    const Result<ParkedCart> cart = knownCart(store, id);
    return cart ? Result<ParkedCartView>(viewOf(store, *cart)) : failure(cart.error());
}

Result<ParkedCart> recordCartPark(LocalStore &store, const ParkedCart &cart)
{
    const LocalStore::Place &place = store.place();
    if (!place.location || !place.registerInfo)
        return failure(ProblemKind::NotSignedIn, QStringLiteral("device.not_enrolled"),
                       Texts::tr("This device has no register, so its sales wait here only."));
    Result<ParkedCart> checked = checkedCart(cart);
    if (!checked)
        return checked;
    checked->id = makeId<ParkedCartId>(store.clock().now(), store.randomness());
    const Result<Quote> quoted = quoteOf(store, draftOf(*checked));
    checked->total = quoted ? std::optional(quoted->total) : std::nullopt;
    Operation operation = store.newOperation(operation::cartPark, subjectOf(checked->id), body::toJson(*checked));
    operation.schema = body::schemaOf(*checked);
    if (const Result<void> recorded = store.record(operation); !recorded)
        return failure(recorded.error());
    return *store.rows().parkedCart(checked->id);
}

Result<ParkedCart> recordCartTake(LocalStore &store, ParkedCartId id)
{
    return recordEnd(store, id, operation::cartTake);
}

Result<ParkedCart> recordCartDiscard(LocalStore &store, ParkedCartId id)
{
    return recordEnd(store, id, operation::cartDiscard);
}

} // namespace crema::sync
