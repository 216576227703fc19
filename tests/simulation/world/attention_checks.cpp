// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/world/attention_checks.h"

#include "models/feed/entity_types.h"
#include "models/operations/operation_types.h"
#include "sync/store/documents.h"

namespace crema::simulation {

namespace {

const QString priceName = QStringLiteral("price");

std::int64_t minorOf(const QJsonValue &price)
{
    return price.toObject().value(QStringLiteral("minor")).toInteger();
}

/// A resolution that was refused leaves the card open that it names: that one stands for it.
bool isStoodFor(const platform::StoredOperation &operation, const MemoryState &state)
{
    return operation.type == operation::attentionResolve && operation.acknowledgement.outcome == Outcome::Refused &&
           state.cards.contains(CardId(operation.subject.id));
}

QString objectionToOperation(const platform::StoredOperation &operation, const MemoryState &state)
{
    const Acknowledgement &answer = operation.acknowledgement;
    if (!needsCard(answer.outcome))
        return {};
    const auto card = state.cards.constFind(CardId(operation.id.value()));
    if (card == state.cards.constEnd()) {
        return isStoodFor(operation, state)
                   ? QString()
                   : QStringLiteral("%1 is %2 and has no card").arg(operation.type, outcomeText(answer.outcome));
    }
    for (const FieldConflict &conflict : answer.conflicts) {
        const CardField *field = card->value.field(conflict.field);
        if (!field || field->conflict != conflict)
            return QStringLiteral("the losing %1 is not on its card").arg(conflict.field);
    }
    return {};
}

/// Who was erased leaves no card about them open, whatever it was that erased them. One about their points, whose account
/// has their id, loses its words alone: what was to be booked is still to be decided.
bool isOfWhoIsGone(const AttentionCard &card, const MemoryState &state)
{
    if (card.subject.type == entity::customer)
        return state.customers.value(CustomerId(card.subject.id)).value.isErased();
    return card.subject.type == entity::person && state.people.value(PersonId(card.subject.id)).value.isErased();
}

/// An erasure, or the decision to do again one that was set aside.
bool mayErase(const platform::StoredOperation &operation, const AttentionCard &card, const MemoryState &state)
{
    if (operation::isErasure(operation.type))
        return true;
    return operation.type == operation::attentionResolve &&
           state.cards.value(CardId(operation.subject.id)).value.subject == card.subject;
}

QString objectionToSettlement(const AttentionCard &card, const MemoryState &state)
{
    const bool isOfGone = isOfWhoIsGone(card, state);
    if (!card.settled)
        return isOfGone ? QStringLiteral("a card about somebody who was erased is open: %1 (%2)")
                              .arg(card.operationType, outcomeText(card.outcome))
                        : QString();
    const auto settling = state.operations.constFind(card.settled->operation);
    if (settling == state.operations.constEnd())
        return QStringLiteral("a card is settled by an operation that is not there");
    const platform::StoredOperation &operation = settling->value;
    const Outcome outcome = operation.acknowledgement.outcome;
    if (isOfGone && mayErase(operation, card, state) && outcome == Outcome::Applied)
        return {};
    if (operation.type != operation::attentionResolve || operation.subject.id != card.id.value())
        return QStringLiteral("a card about a %1 is settled by %2 (%3), which does not name it")
            .arg(card.subject.type, operation.type, outcomeText(outcome));
    if (outcome != Outcome::Applied && outcome != Outcome::Conflict)
        return QStringLiteral("a card is settled by a resolution that took no effect");
    return {};
}

} // namespace

QString objectionToCards(const MemoryState &state)
{
    for (const auto &operation : state.operations) {
        if (const QString objection = objectionToOperation(operation.value, state); !objection.isEmpty())
            return objection;
    }
    for (const auto &card : state.cards) {
        if (const QString objection = objectionToSettlement(card.value, state); !objection.isEmpty())
            return objection;
    }
    for (const platform::DeadLetter &letter : state.deadLetters) {
        const StreamPlace place{letter.device, letter.epoch, letter.sequence};
        const auto receipt = state.receipts.constFind({letter.device, letter.epoch, letter.sequence});
        if (receipt == state.receipts.constEnd() || !receipt->acknowledgement)
            continue;
        if (!state.cards.contains(cardIdOf(place, *receipt->acknowledgement)))
            return QStringLiteral("a dead letter has no card");
    }
    return {};
}

QString objectionToCardsOf(sync::LocalStore &store, LocationId location, const MemoryState &state)
{
    std::int64_t open = 0;
    for (const auto &card : state.cards) {
        if (card.value.location != location)
            continue;
        open += card.value.isOpen() ? 1 : 0;
        const auto held = store.rows().attention().card(card.value.id);
        if (!held)
            return QStringLiteral("a card is missing");
        if (*held != card.value)
            return QStringLiteral("a card about %1 is another one here").arg(card.value.operationType);
    }
    const std::int64_t listed = store.rows().attention().openCount();
    if (listed != open)
        return QStringLiteral("%1 cards are listed, %2 are open").arg(listed).arg(open);
    return {};
}

QList<PriceOracle::Step> lostPrices(const MemoryState &state)
{
    QList<PriceOracle::Step> lost;
    for (const auto &card : state.cards) {
        if (const CardField *field = card.value.field(priceName)) {
            const auto operation = state.operations.constFind(OperationId(card.value.id.value()));
            const bool isDecision =
                operation != state.operations.constEnd() && operation->value.type == operation::attentionResolve;
            lost.append({card.value.subject.id, isDecision ? PriceOracle::anyPrice : minorOf(field->conflict.from),
                         minorOf(field->conflict.to)});
        } else if (card.value.operation) {
            const QJsonObject body = card.value.operation->value(QStringLiteral("body")).toObject();
            const QJsonObject price = body.value(QStringLiteral("fields")).toObject().value(priceName).toObject();
            lost.append({card.value.subject.id, minorOf(price.value(QStringLiteral("from"))),
                         minorOf(price.value(QStringLiteral("to")))});
        }
    }
    // A decision that was refused leaves the card open that it names.
    for (const auto &stored : state.operations) {
        const platform::StoredOperation &operation = stored.value;
        const auto card = state.cards.constFind(CardId(operation.subject.id));
        if (operation.type != operation::attentionResolve || card == state.cards.constEnd() ||
            operation.acknowledgement.outcome != Outcome::Refused)
            continue;
        const QJsonObject body = sync::objectOf(operation.payload).value(QStringLiteral("body")).toObject();
        const QJsonObject price = body.value(QStringLiteral("fields")).toObject().value(priceName).toObject();
        if (!price.isEmpty()) {
            lost.append({card->value.subject.id, minorOf(price.value(QStringLiteral("from"))),
                         minorOf(price.value(QStringLiteral("to")))});
        }
    }
    return lost;
}

} // namespace crema::simulation
