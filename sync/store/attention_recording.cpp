// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feed/entity_types.h"
#include "models/operations/operation_types.h"
#include "models/operations/resolution.h"
#include "sync/store/attention_reader.h"
#include "sync/store/documents.h"

#include <QCoreApplication>

namespace crema::sync {
namespace {

Problem unknownCard()
{
    return {ProblemKind::NotFound,
            QStringLiteral("attention.unknown"),
            QCoreApplication::translate("Store", "There is nothing to decide under this id."),
            QCoreApplication::translate("Store", "Look at the list of what needs attention."),
            {}};
}

QJsonObject subjectOf(LocalStore &store, const AttentionCard &card)
{
    if (!EntityRows::keeps(card.subject.type))
        return {};
    const auto document = store.rows().document({card.subject.type, card.subject.id});
    return document ? objectOf(*document) : QJsonObject();
}

/// A choice as the operation says it: kept against what stands there now, which is what the person saw.
FieldDecision decisionOf(const CardField &field, const FieldChoice &choice, const QJsonObject &entity)
{
    const FieldConflict &conflict = field.conflict;
    const QJsonValue now = entity.isEmpty() ? conflict.current : entity.value(conflict.field);
    switch (choice.keep) {
    case Keep::Theirs: return {Keep::Theirs, now, now};
    case Keep::Mine: return {Keep::Mine, now, conflict.to};
    case Keep::Typed: break;
    }
    return {Keep::Typed, now, fieldValueToJson(choice.typed)};
}

Result<Resolution> fieldsResolution(LocalStore &store, const AttentionCard &card, const CardAnswer &answer)
{
    const QJsonObject entity = subjectOf(store, card);
    Resolution resolution{Decision::Fields, {}};
    QMap<QString, QJsonValue> typed;
    for (auto it = answer.fields.begin(); it != answer.fields.end(); ++it) {
        const CardField *field = card.field(it.key());
        if (!field)
            return failure(unknownCard());
        const FieldDecision decision = decisionOf(*field, *it, entity);
        resolution.fields.insert(it.key(), decision);
        if (decision.keep != Keep::Theirs)
            typed.insert(it.key(), decision.to);
    }
    if (!typed.isEmpty() && !entity.isEmpty()) {
        if (const Result<void> fits = checkedMembers(card.subject.type, entity, typed); !fits)
            return failure(fits.error());
    }
    return resolution;
}

Resolution retryResolution(const CardAnswer &answer)
{
    Resolution resolution{Decision::Retry, {}};
    for (auto it = answer.fields.begin(); it != answer.fields.end(); ++it)
        resolution.fields.insert(it.key(), {Keep::Typed, QJsonValue(), fieldValueToJson(it->typed)});
    return resolution;
}

/// What the person takes back is what they had decided, and not what came of somebody else's decision.
Result<Resolution> reopening(LocalStore &store, const AttentionCard &card, const CardAnswer &answer)
{
    const QJsonObject entity = subjectOf(store, card);
    Resolution resolution{Decision::Reopen, {}};
    bool isAnothers = false;
    for (const CardField &field : card.fields) {
        const auto choice = answer.fields.constFind(field.conflict.field);
        if (choice == answer.fields.constEnd())
            continue;
        resolution.fields.insert(field.conflict.field, decisionOf(field, *choice, entity));
        isAnothers = isAnothers || (field.settled && !takesBack(resolution, field));
    }
    if (isAnothers)
        return failure(decidedByAnother());
    return resolution;
}

Result<Resolution> resolutionOf(LocalStore &store, const AttentionCard &card, const CardAnswer &answer)
{
    switch (answer.decision) {
    case Decision::Fields: return fieldsResolution(store, card, answer);
    case Decision::Retry: return retryResolution(answer);
    case Decision::Reopen: return reopening(store, card, answer);
    case Decision::SetAside: break;
    }
    return Resolution{answer.decision, {}};
}

} // namespace

Result<void> recordResolution(LocalStore &store, CardId id, const CardAnswer &answer)
{
    const std::optional<AttentionCard> card = store.rows().attention().card(id);
    if (!card)
        return failure(unknownCard());
    const Result<Resolution> resolution = resolutionOf(store, *card, answer);
    if (!resolution)
        return failure(resolution.error());
    const Result<void> recorded = store.record(store.newOperation(
        operation::attentionResolve, {entity::attention.toString(), id.value()}, resolutionToJson(*resolution)));
    if (recorded && resolution->decision == Decision::Retry)
        store.settle({}); // what waits for it is shown again
    return recorded;
}

} // namespace crema::sync
