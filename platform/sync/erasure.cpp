// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sync/erasure.h"

#include "models/base/planted.h"
#include "models/feed/entity_types.h"
#include "models/operations/erased_operation.h"
#include "models/operations/operation_codec.h"
#include "models/operations/operation_types.h"

namespace crema::platform {
namespace {

/// What an unreadable operation about them has. Who works here stands in all that they did themselves, as its actor:
/// that is about others.
QByteArray wordOf(const SubjectRef &somebody)
{
    const QByteArray id = somebody.id.toByteArray(QUuid::WithoutBraces);
    return somebody.type == entity::person ? "\"id\":\"" + id + '"' : id;
}

} // namespace

std::optional<SubjectRef> Erasure::somebodyOf(const Operation &operation)
{
    // A decision about the card of a decision about a card: people stop at two or three.
    constexpr int mostDecisions = 50;
    SubjectRef subject = operation.subject;
    for (int i = 0; i < mostDecisions && subject.type == entity::attention; ++i) {
        const auto decided = m_unit.operation(OperationId(subject.id));
        if (!decided)
            return std::nullopt;
        subject = decided->subject;
    }
    const bool isSomebody = subject.type == entity::customer || subject.type == entity::person;
    return isSomebody ? std::optional(subject) : std::nullopt;
}

bool Erasure::isErased(const SubjectRef &somebody)
{
    if (somebody.type == entity::person) {
        const auto person = m_unit.person(PersonId(somebody.id));
        return person && person->isErased();
    }
    const auto customer = m_unit.customer(CustomerId(somebody.id));
    return customer && customer->isErased();
}

void Erasure::hold(const SubjectRef &somebody)
{
    if (somebody.type == entity::person) {
        if (const auto person = m_unit.person(PersonId(somebody.id)))
            m_unit.save(*person);
    } else if (const auto customer = m_unit.customer(CustomerId(somebody.id))) {
        m_unit.save(*customer);
    }
}

bool Erasure::isLate(const Operation &operation)
{
    if (operation::isErasure(operation.type) || CREMA_PLANTED(LateWordsStay))
        return false;
    const auto somebody = somebodyOf(operation);
    return somebody && isErased(*somebody);
}

QList<OperationId> Erasure::run(const SubjectRef &somebody, const QJsonObject &before, const CardSettlement &settled)
{
    QList<OperationId> changed;
    QList<QByteArray> words{wordOf(somebody)};
    words += namesIn(before);
    const QList<StoredOperation> about = m_unit.operationsAbout(somebody.id);
    for (StoredOperation stored : about) {
        if (const auto card = m_unit.card(CardId(stored.id.value())))
            m_unit.save(erasedMark(*card, settled));
        const Result<Operation> operation = readOperation(stored.payload);
        const bool isErasure = operation::isErasure(stored.type) || stored.id == settled.operation;
        if (isErasure || (operation && isErasedMark(*operation)))
            continue;
        words += operation ? namesIn(operation->body) : QList<QByteArray>();
        Operation mark = operation.value_or(Operation());
        mark.id = stored.id;
        mark.type = stored.type;
        mark.subject = stored.subject;
        stored.payload = canonicalBytes(erasedMark(mark));
        const bool isAnotherOutcome = stored.acknowledgement.outcome != Outcome::Applied;
        stored.acknowledgement = erasedMark(stored.acknowledgement);
        m_unit.save(stored);
        if (isAnotherOutcome) {
            m_unit.announce(stored);
            changed.append(stored.id);
        }
    }
    m_unit.eraseDeadLetters(words);
    if (somebody.type == entity::customer)
        eraseReasons(CustomerId(somebody.id));
    if (somebody.type == entity::person)
        eraseNameIn(m_unit.operationsNaming(PersonId(somebody.id)), PersonId(somebody.id));
    return changed;
}

std::optional<Operation> Erasure::withoutLateReason(const Operation &operation)
{
    if (!isAdjustment(operation.type))
        return std::nullopt;
    std::optional<CustomerId> customer = creditedBy(operation);
    if (operation.type == operation::giftCardAdjust) {
        if (const auto card = m_unit.giftCard(GiftCardId(operation.subject.id)); card && card->customer)
            customer = card->customer;
    }
    if (!customer)
        return std::nullopt;
    const SubjectRef somebody{entity::customer.toString(), customer->value()};
    if (isErased(somebody))
        return withoutReason(operation);
    hold(somebody);
    return std::nullopt;
}

void Erasure::eraseReasons(CustomerId customer)
{
    const QList<StoredOperation> adjustments = m_unit.adjustmentsFor(customer);
    for (StoredOperation stored : adjustments) {
        if (auto card = m_unit.card(CardId(stored.id.value())); card && eraseReason(*card))
            m_unit.save(*card);
        const Result<Operation> operation = readOperation(stored.payload);
        if (!operation || isErasedMark(*operation) || isWithoutReason(*operation))
            continue;
        stored.payload = canonicalBytes(withoutReason(*operation));
        m_unit.save(stored);
    }
    m_unit.eraseReasonsOf(customer);
}

void Erasure::eraseNameIn(const QList<StoredOperation> &conflicts, PersonId person)
{
    for (StoredOperation stored : conflicts) {
        if (auto card = m_unit.card(CardId(stored.id.value())); card && eraseName(*card, person))
            m_unit.save(*card);
        if (!eraseName(stored.acknowledgement, person))
            continue;
        m_unit.save(stored);
        // Its device has the answer already, and keeps it.
        m_unit.announce(stored);
    }
}

} // namespace crema::platform
