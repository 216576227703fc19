// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/apply_carts.h"

#include "models/base/planted.h"
#include "models/operations/bodies.h"

#include <QCoreApplication>

namespace crema {
namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::Operation)
};

Effect setAside(const Problem &problem)
{
    return {Outcome::DeadLetter, problem, {}, {}};
}

bool hasRegister(const Operation &operation)
{
    return operation.location && operation.registerId;
}

Effect withoutRegister()
{
    return setAside({ProblemKind::Invalid,
                     QStringLiteral("operation.malformed"),
                     Texts::tr("The operation does not say where it happened."),
                     Texts::tr("Enrol the device and do it again."),
                     {}});
}

/// One of which nothing is known but that it ended: what parked it comes later.
ParkedCart unknownCart(const Operation &operation)
{
    ParkedCart cart;
    cart.id = ParkedCartId(operation.subject.id);
    cart.location = *operation.location;
    cart.registerId = *operation.registerId;
    cart.at = operation.occurredAt;
    return cart;
}

Effect endCart(const Operation &operation, Aggregates &aggregates, CartState state)
{
    if (!hasRegister(operation))
        return withoutRegister();
    const std::optional<ParkedCart> known = aggregates.parkedCart(ParkedCartId(operation.subject.id));
    const ParkedCart cart = known.value_or(unknownCart(operation));
    const bool isEnded = cart.state != CartState::Parked && !CREMA_PLANTED(LastTakerHasTheCart);
    if (!isEnded)
        aggregates.save(endedCart(cart, state, {*operation.registerId, operation.actor, operation.occurredAt}));
    Effect effect;
    // Two people may both have sold what is in it. Who discards it sells nothing.
    if (cart.state == CartState::Taken && state == CartState::Taken && cart.end->registerId != *operation.registerId)
        effect.reviews.append(QStringLiteral("cart.taken_twice"));
    return effect;
}

} // namespace

Effect applyCartPark(const Operation &operation, Aggregates &aggregates, MergeMode)
{
    const Result<ParkedCart> body = body::readCartPark(operation);
    if (!body)
        return setAside(body.error());
    if (!hasRegister(operation))
        return withoutRegister();
    const std::optional<ParkedCart> known = aggregates.parkedCart(body->id);
    if (!known)
        aggregates.save(*body);
    else if (known->end) // it was ended by somebody whose word came first
        aggregates.save(endedCart(*body, known->state, *known->end));
    else
        return setAside({ProblemKind::Conflict,
                         QStringLiteral("cart.id_used"),
                         Texts::tr("Another parked sale has this id already."),
                         Texts::tr("Report it: two registers may share one store."),
                         {}});
    return {};
}

Effect applyCartTake(const Operation &operation, Aggregates &aggregates, MergeMode)
{
    return endCart(operation, aggregates, CartState::Taken);
}

Effect applyCartDiscard(const Operation &operation, Aggregates &aggregates, MergeMode)
{
    return endCart(operation, aggregates, CartState::Discarded);
}

} // namespace crema
