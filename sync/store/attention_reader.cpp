// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/attention_reader.h"

#include "models/feed/entity_codec.h"
#include "models/feed/entity_types.h"
#include "models/operations/erased_operation.h"
#include "models/operations/operation_codec.h"
#include "models/operations/resolution.h"
#include "models/people/approval.h"
#include "sync/store/documents.h"
#include "sync/store/sale_reader.h"

namespace crema::sync {
namespace {

QJsonObject documentOfSubject(LocalStore &store, const SubjectRef &subject)
{
    if (!EntityRows::keeps(subject.type))
        return {};
    const auto document = store.rows().document({subject.type, subject.id});
    return document ? objectOf(*document) : QJsonObject();
}

QString locationName(LocalStore &store, const std::optional<LocationId> &id)
{
    if (!id)
        return {};
    const auto document = store.rows().document({entity::location.toString(), id->value()});
    const auto location = document ? codec::readLocation(objectOf(*document)) : Result<Location>(Location());
    return location ? location->name : QString();
}

EntityRef refOf(PersonId person)
{
    return {entity::person.toString(), person.value()};
}

AttentionField conflictField(LocalStore &store, const FieldConflict &conflict, const QJsonObject &entity)
{
    const QJsonValue now = entity.isEmpty() ? conflict.current : entity.value(conflict.field);
    AttentionField field{conflict.field,
                         fieldValueOf(conflict.field, conflict.from),
                         fieldValueOf(conflict.field, conflict.to),
                         fieldValueOf(conflict.field, now),
                         {},
                         {}};
    if (now == conflict.current) {
        field.origin = conflict.theirs;
        // Who was erased here is gone at once; what stands in the card goes with the platform's word.
        if (field.origin && field.origin->person && store.rows().isErased(refOf(*field.origin->person)))
            eraseName(*field.origin, *field.origin->person);
        field.locationName = conflict.theirs ? locationName(store, conflict.theirs->location) : QString();
    }
    return field;
}

/// The members that a refusal named and a retry may say otherwise.
QList<AttentionField> retryFields(const AttentionCard &card, const QJsonObject &entity)
{
    QList<AttentionField> fields;
    if (!card.operation || !card.problem)
        return fields;
    const QJsonObject body = card.operation->value(QStringLiteral("body")).toObject();
    const bool isEdit = card.operationType.endsWith(QLatin1String(".edit"));
    const QJsonObject members = isEdit ? body.value(QStringLiteral("fields")).toObject() : body;
    for (const FieldProblem &problem : card.problem->fields) {
        if (!members.contains(problem.field) || members.value(problem.field).isArray())
            continue;
        const QJsonValue member = members.value(problem.field);
        const QJsonValue mine = isEdit ? member.toObject().value(QStringLiteral("to")) : member;
        const QJsonValue base = isEdit ? member.toObject().value(QStringLiteral("from")) : QJsonValue();
        fields.append({problem.field,
                       fieldValueOf(problem.field, base),
                       fieldValueOf(problem.field, mine),
                       fieldValueOf(problem.field, entity.value(problem.field)),
                       {},
                       {}});
    }
    return fields;
}

/// What the platform could not read this device still can.
void completeFromQueue(LocalStore &store, const OpenCard &open, AttentionItem &item)
{
    if (!item.operationType.isEmpty() || !open.number)
        return;
    const auto operation = store.queue().operationOf(*open.number);
    if (!operation)
        return;
    item.operationType = operation->type;
    item.subject = operation->subject;
    item.at = operation->occurredAt;
    item.personName = operation->actor ? personNameOf(store, *operation->actor) : QString();
}

/// What is not there, because it was refused, still has the name that it should get, or that of its product.
QString nameOf(LocalStore &store, const SubjectRef &subject, const AttentionCard &card)
{
    if (const QString name = subjectNameOf(store, subject); !name.isEmpty() || !card.operation)
        return name;
    const QJsonObject body = card.operation->value(QStringLiteral("body")).toObject();
    if (const QString name = body.value(QStringLiteral("name")).toString(); !name.isEmpty())
        return name;
    const auto product = ProductId::fromString(body.value(QStringLiteral("product")).toString());
    return product ? subjectNameOf(store, {entity::product.toString(), product->value()}) : QString();
}

AttentionItem itemOf(LocalStore &store, const OpenCard &open)
{
    const AttentionCard &card = open.card;
    const LocalStore::Place &here = store.place();
    AttentionItem item;
    item.id = card.id;
    item.outcome = card.outcome;
    item.operationType = card.operationType;
    item.subject = card.subject;
    item.personName = card.person ? personNameOf(store, *card.person) : QString();
    item.isOwn = card.device == here.device.id;
    item.at = card.occurredAt;
    item.problem = card.problem;
    completeFromQueue(store, open, item);
    item.subjectName = nameOf(store, item.subject, card);
    const QJsonObject entity = documentOfSubject(store, item.subject);
    for (const CardField &field : card.fields) {
        if (!field.settled)
            item.fields.append(conflictField(store, field.conflict, entity));
    }
    item.canRetry = card.operation.has_value();
    item.retryFields = retryFields(card, entity);
    const Entitlement own = !here.device.enrolled() ? Entitlement::Allowed
                            : here.person           ? entitlementOf(*here.person, permissionToResolve(card))
                                                    : Entitlement::Denied;
    item.mayDecide = own == Entitlement::Allowed;
    item.mayBeApproved = own == Entitlement::WithApproval;
    return item;
}

WaitingItem waitingOf(LocalStore &store, const Operation &operation, OperationId cause)
{
    WaitingItem item;
    item.operation = operation.id;
    item.operationType = operation.type;
    item.subject = operation.subject;
    item.subjectName = subjectNameOf(store, operation.subject);
    item.at = operation.occurredAt;
    item.cause = cause;
    if (const auto card = store.rows().attention().card(CardId(cause.value()))) {
        item.causeType = card->operationType;
        item.causeName = nameOf(store, card->subject, *card);
        if (item.subjectName.isEmpty() && card->subject == operation.subject)
            item.subjectName = item.causeName;
        if (card->isOpen())
            item.card = card->id;
    } else if (const auto number = store.queue().openNumberOf(cause)) {
        const auto known = store.queue().operationOf(*number);
        item.causeType = known ? known->type : QString();
        item.causeName = known ? subjectNameOf(store, known->subject) : QString();
    }
    return item;
}

} // namespace

AttentionList findAttention(LocalStore &store, int limit)
{
    AttentionList list;
    const QList<OpenCard> open = store.rows().attention().open(limit, 0);
    for (const OpenCard &card : open)
        list.items.append(itemOf(store, card));
    const auto waiting = store.queue().waiting(limit);
    for (const auto &[operation, cause] : waiting)
        list.waiting.append(waitingOf(store, operation, cause));
    return list;
}

} // namespace crema::sync
