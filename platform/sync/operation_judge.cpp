// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sync/operation_judge.h"

#include "models/feed/entity_types.h"
#include "models/operations/bodies.h"
#include "models/operations/erased_operation.h"
#include "models/operations/operation_codec.h"
#include "models/operations/operation_demand.h"
#include "models/operations/operation_types.h"
#include "models/people/mail_address.h"
#include "models/people/permission.h"

#include <QCoreApplication>

namespace crema::platform {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("crema::platform::OperationJudge", text);
}

bool tookEffect(Outcome outcome)
{
    // The fields of a conflict that nobody else changed have taken effect; the others wait for a person.
    return outcome == Outcome::Applied || outcome == Outcome::Conflict;
}

bool makesItsSubject(const QString &type)
{
    return type.endsWith(QLatin1String(".create"));
}

/// What somebody looks at where a fact asks for more than whoever did it has.
QString reviewOf(Lack lack)
{
    switch (lack) {
    case Lack::Discount: return QStringLiteral("sale.discount_beyond_limit");
    case Lack::Difference: return QStringLiteral("shift.difference_beyond_limit");
    case Lack::Refund: return QStringLiteral("return.beyond_limit");
    case Lack::Permission:
    case Lack::Nothing: break;
    }
    return QStringLiteral("actor.lacks_permission");
}

/// Whether an earlier operation on the same subject, waiting or refused, keeps a later one waiting. A refused edit is
/// over and done with; but without its creation a subject cannot be edited, and a second creation is what mends the
/// first, so it passes the edits that wait.
bool blocks(const StoredOperation &earlier, const Operation &later)
{
    const bool isWaiting = earlier.acknowledgement.outcome == Outcome::Waiting;
    if (makesItsSubject(later.type))
        return isWaiting && makesItsSubject(earlier.type);
    return isWaiting || makesItsSubject(earlier.type);
}

Problem lacksPermission()
{
    return {ProblemKind::NotAllowed,
            QStringLiteral("actor.lacks_permission"),
            tr("The person who did this may not do it."),
            tr("Ask a manager to do it, or to give the permission."),
            {}};
}

Problem didNotHappen()
{
    return {ProblemKind::Conflict,
            QStringLiteral("operation.ground"),
            tr("What this belongs to did not take effect."),
            tr("Nothing is left to do here."),
            {}};
}

/// What a merge of customers brings with it (ADR 067) is nothing by itself.
bool isNothingByItself(const Operation &operation)
{
    return isAdjustment(operation.type) || operation.type == operation::customerEdit;
}

AuditEntry auditOf(const StoredOperation &stored, const Operation &operation, std::optional<PersonId> actor,
                   UtcTime now, const Effect &effect, const JudgedChanges &changes)
{
    QJsonObject document{{QStringLiteral("outcome"), outcomeText(effect.outcome)},
                         {QStringLiteral("payload_hash"), QString::fromLatin1(stored.payloadHash.toHex())}};
    if (operation.approvedBy)
        document.insert(QStringLiteral("approved_by"), operation.approvedBy->toString());
    if (!changes.fields.isEmpty() && !changes.person)
        document.insert(QStringLiteral("changes"), changes.fields);
    if (operation::isErasure(operation.type))
        document.insert(QStringLiteral("reason"), operation.body.value(QStringLiteral("reason")));
    // What an erasure of its customer leaves of it: what it moved is vouched for also when nobody has the reason any
    // more.
    if (isAdjustment(operation.type)) {
        const QByteArray kept = payloadHash(canonicalBytes(withoutReason(operation)));
        document.insert(QStringLiteral("kept_hash"), QString::fromLatin1(kept.toHex()));
    }
    AuditEntry entry{stored.device.value(), now, actor, stored.type, stored.subject, stored.id, document};
    if (!changes.fields.isEmpty() && changes.person)
        entry.details = AuditDetails{*changes.person, {{QStringLiteral("changes"), changes.fields}}};
    return entry;
}

/// What a refused erasure says that took effect after all, because somebody decided about its card to do it again. The
/// decision has an entry of its own, and the bytes of it are its.
AuditEntry auditOfErasure(const AttentionCard &card, const AuditEntry &decision, const SubjectRef &somebody)
{
    const QJsonObject body = card.operation.value_or(QJsonObject()).value(QStringLiteral("body")).toObject();
    return {decision.chain,
            decision.at,
            decision.actor,
            card.operationType,
            somebody,
            {},
            {{QStringLiteral("outcome"), outcomeText(Outcome::Applied)},
             {QStringLiteral("reason"), body.value(QStringLiteral("reason"))}}};
}

/// What became of a person, for the audit trail: before and after, and of PIN and badge only that it is another one.
QJsonObject changesOf(const std::optional<Person> &before, const std::optional<Person> &after)
{
    if (!after)
        return {};
    const EditableFields fields{body::personFields().fields + QStringList{QStringLiteral("permissions")}, {}, {}};
    const QJsonObject old = before ? codec::toJson(*before) : QJsonObject();
    QJsonObject changes =
        editToJson(editBetween(old, codec::toJson(*after), fields)).value(QStringLiteral("fields")).toObject();
    if (before && before->pinHash != after->pinHash)
        changes.insert(QStringLiteral("pin"),
                       after->pinHash.isEmpty() ? QStringLiteral("removed") : QStringLiteral("set"));
    if (before && before->badgeHash != after->badgeHash)
        changes.insert(QStringLiteral("badge"),
                       after->badgeHash.isEmpty() ? QStringLiteral("removed") : QStringLiteral("set"));
    return changes;
}

/// The same of a role.
QJsonObject changesOf(const std::optional<OwnRole> &before, const std::optional<OwnRole> &after)
{
    if (!after)
        return {};
    const EditableFields fields{body::roleFields().fields + QStringList{QStringLiteral("base")}, {}, {}};
    const QJsonObject old = before ? codec::toJson(*before) : QJsonObject();
    return editToJson(editBetween(old, codec::toJson(*after), fields)).value(QStringLiteral("fields")).toObject();
}

QJsonObject changesOf(const ShopSettings &before, const ShopSettings &after)
{
    QJsonObject changes;
    for (auto it = after.values.begin(); it != after.values.end(); ++it) {
        const QJsonValue old = before.values.value(it.key());
        if (old != *it)
            changes.insert(it.key(), QJsonObject{{QStringLiteral("from"), old.isUndefined() ? QJsonValue() : old},
                                                 {QStringLiteral("to"), *it}});
    }
    return changes;
}

} // namespace

void OperationJudge::judge(const Envelope &envelope, const Result<OperationContent> &content, const QByteArray &hash)
{
    if (!content) {
        setAside(envelope, content.error());
        return;
    }
    if (const auto known = m_unit.operation(content->operation.id)) {
        if (known->payloadHash == hash)
            m_unit.append(Receipt{envelope.device, envelope.epoch, envelope.sequence, known->id, hash, std::nullopt});
        else
            refuseReusedId(envelope, known->id, hash);
        return;
    }
    if (const auto withoutReason = m_erasure.withoutLateReason(content->operation)) {
        Envelope kept = envelope;
        kept.operation = canonicalBytes(*withoutReason);
        judgeNew(kept, {*withoutReason, std::nullopt}, hash);
        return;
    }
    judgeNew(envelope, *content, hash);
}

void OperationJudge::judgeNew(const Envelope &envelope, const OperationContent &content, const QByteArray &hash)
{
    const Operation &operation = content.operation;
    StoredOperation stored{operation.id,
                           envelope.device,
                           envelope.epoch,
                           envelope.sequence,
                           envelope.operation,
                           hash,
                           operation.type,
                           operation.subject,
                           {},
                           false};
    const bool isLate = m_erasure.isLate(operation);
    const QList<OperationId> missing = isLate ? QList<OperationId>() : missingFor(stored, operation);
    m_unit.append(
        Receipt{envelope.device, envelope.epoch, envelope.sequence, stored.id, stored.payloadHash, std::nullopt});
    stored.acknowledgement.sequence = envelope.sequence;
    stored.acknowledgement.operation = stored.id;
    if (isLate) {
        recordLate(stored, operation);
        return;
    }
    if (!missing.isEmpty()) {
        // It is kept with its words: whoever erases meanwhile has to see it, or it them.
        if (const auto somebody = m_erasure.somebodyOf(operation))
            m_erasure.hold(*somebody);
        stored.acknowledgement.outcome = Outcome::Waiting;
        stored.acknowledgement.waitingFor = missing;
        m_unit.save(stored);
        m_causes += missing;
        return;
    }
    const Effect effect = effectOf(stored, content);
    if (effect.outcome == Outcome::DeadLetter && effect.problem)
        m_unit.append(DeadLetter{stored.device, stored.epoch, stored.sequence, stored.payload, *effect.problem});
    record(stored, operation, effect);
}

Effect OperationJudge::effectOf(const StoredOperation &stored, const OperationContent &content)
{
    const Operation &operation = content.operation;
    m_changes = {};
    m_somebody.reset();
    const auto named = m_cards.named(operation);
    const SubjectRef subject = named ? named->subject : operation.subject;
    if (subject.type == entity::customer || subject.type == entity::person)
        notice(subject);
    const Demand demand = demandOf(operation, named ? &*named : nullptr, content.sale ? &*content.sale : nullptr);
    Answerable people = answerableFor(stored, operation);
    if (demand.discount > 0 || demand.difference > 0 || demand.refund)
        people.settings = m_unit.settingsAt(operation.location);
    // Whom somebody else erased before is gone: erasing them changes nothing, and nobody has to decide about it.
    const bool isDone = operation::isErasure(operation.type) && m_erasure.isErased(subject);
    const Lack lack = isDone ? Lack::Nothing : lackOf(demand, people);
    if (lack != Lack::Nothing && !operation::isFact(operation.type))
        return {Outcome::Refused, lacksPermission(), {}, {}};
    if (isNothingByItself(operation) && lacksItsGround(operation))
        return {Outcome::Refused, didNotHappen(), {}, {}};
    const bool isAboutAPerson = subject.type == entity::person;
    const bool isAboutARole = subject.type == entity::role;
    const auto before = isAboutAPerson ? m_unit.person(PersonId(subject.id)) : std::nullopt;
    const auto roleBefore = isAboutARole ? m_unit.role(RoleId(subject.id)) : std::nullopt;
    const bool isAboutSettings = subject.type == entity::settings;
    const auto setBefore = isAboutSettings ? m_unit.settings(PlaceId(subject.id)) : std::nullopt;
    m_unit.savepoint();
    Effect effect = applyContent(content, m_unit, MergeMode::Judge);
    if (platform::tookEffect(effect.outcome))
        m_unit.release();
    else
        m_unit.rollback();
    if (content.sale && platform::tookEffect(effect.outcome))
        noteCardsToldOf(*content.sale);
    if (isAboutAPerson)
        noteChange(stored, operation, before, m_unit.person(PersonId(subject.id)));
    if (isAboutARole)
        m_changes.fields = changesOf(roleBefore, m_unit.role(RoleId(subject.id)));
    if (setBefore)
        m_changes.fields = changesOf(*setBefore, *m_unit.settings(PlaceId(subject.id)));
    if (lack != Lack::Nothing && platform::tookEffect(effect.outcome)) {
        effect.reviews.append(reviewOf(lack));
    }
    return effect;
}

void OperationJudge::notice(const SubjectRef &somebody)
{
    m_somebody = somebody;
    m_knownBefore = {};
    if (somebody.type == entity::person) {
        if (const auto person = m_unit.person(PersonId(somebody.id)))
            m_knownBefore = codec::toJson(*person);
    } else if (const auto customer = m_unit.customer(CustomerId(somebody.id))) {
        m_knownBefore = codec::toJson(*customer);
    }
    // Also what changes nothing is kept with its words: whoever erases meanwhile has to see it, or it them.
    m_erasure.hold(somebody);
}

void OperationJudge::noteChange(const StoredOperation &stored, const Operation &operation,
                                const std::optional<Person> &before, const std::optional<Person> &after)
{
    // Of who was erased nothing is said any more, nor to the address that they had.
    if (after && after->isErased())
        return;
    if (after)
        m_changes = {changesOf(before, after), after->id};
    if (before && after && foldedMailAddress(before->email) != foldedMailAddress(after->email)) {
        m_unit.append(
            AddressChange{after->id, before->email, after->email, actorOf(stored, operation), stored.device, m_now});
    }
}

Answerable OperationJudge::answerableFor(const StoredOperation &stored, const Operation &operation)
{
    const auto known = [this](const std::optional<PersonId> &id) { return id ? m_unit.person(*id) : std::nullopt; };
    return {known(actorOf(stored, operation)), known(operation.approvedBy), operation.location};
}

bool OperationJudge::tookEffect(OperationId id)
{
    const auto known = m_unit.operation(id);
    return known && (known->settled || platform::tookEffect(known->acknowledgement.outcome));
}

bool OperationJudge::lacksItsGround(const Operation &operation)
{
    return (makesItsSubject(operation.type) || isNothingByItself(operation)) &&
           std::any_of(operation.after.begin(), operation.after.end(), [this](const OperationId &id) {
               const auto known = m_unit.operation(id);
               return known && known->settled && !platform::tookEffect(known->acknowledgement.outcome);
           });
}

bool OperationJudge::isOfWhoLeft(const Operation &operation)
{
    if (operation.type != operation::personErase)
        return false;
    const auto person = m_unit.person(PersonId(operation.subject.id));
    return person && !person->active;
}

QList<OperationId> OperationJudge::missingFor(const StoredOperation &stored, const Operation &operation)
{
    QList<OperationId> missing;
    // What happened, happened; and nobody waits to be forgotten.
    if (operation::isFact(operation.type) || operation.type == operation::customerErase || isOfWhoLeft(operation))
        return missing;
    for (const OperationId &id : operation.after) {
        if (!tookEffect(id))
            missing.append(id);
    }
    if (operation.type == operation::attentionResolve && !m_cards.named(operation)) {
        // What it names is still on its way, or waits itself: after that there is a card, or a reason to refuse.
        const OperationId id(operation.subject.id);
        const auto known = m_unit.operation(id);
        if (!known || known->acknowledgement.outcome == Outcome::Waiting)
            missing.append(id);
    }
    // The nearest one before it stands for all: it waits for the one before itself, and what follows is looked at again
    // whenever one of them is decided.
    std::optional<OperationId> nearest;
    const QList<StoredOperation> open = m_unit.openOperationsOn(operation.subject.id);
    for (const StoredOperation &other : open) {
        const bool isEarlier =
            other.device == stored.device && other.epoch == stored.epoch && other.sequence < stored.sequence;
        if (isEarlier && blocks(other, operation) && !isToldOfAllTheSame(other))
            nearest = other.id;
    }
    if (nearest && !missing.contains(*nearest))
        missing.append(*nearest);
    return missing;
}

std::optional<PersonId> OperationJudge::actorOf(const StoredOperation &stored, const Operation &operation)
{
    return operation.actor ? operation.actor : m_unit.enrollerOf(stored.device);
}

void OperationJudge::record(StoredOperation stored, const Operation &operation, Effect effect)
{
    const std::optional<AttentionCard> card = m_cards.named(operation);
    const AttentionCard *named = card ? &*card : nullptr;
    m_cards.nameOrigins(effect, operation, named);
    stored.acknowledgement.outcome = effect.outcome;
    stored.acknowledgement.problem = effect.problem;
    stored.acknowledgement.conflicts = effect.conflicts;
    stored.acknowledgement.waitingFor.clear();
    // Nobody is going to do it again by itself: what is behind it gets an answer and a card as well.
    stored.settled = effect.outcome == Outcome::Refused && lacksItsGround(operation);
    m_unit.save(stored);
    m_causes.append(stored.id);
    for (const QString &code : effect.reviews)
        m_unit.append(Review{stored.id, code, operation.location, stored.subject});
    m_cards.addCard(stored, operation, named);
    if (platform::tookEffect(effect.outcome)) {
        settleOthers(stored);
        m_cards.noteChanges(stored, operation, actorOf(stored, operation), named);
        if (const auto settled = m_cards.settleNamed(operation))
            m_causes.append(*settled);
        eraseTraces(stored, operation);
    }
    const AuditEntry entry = auditOf(stored, operation, actorOf(stored, operation), m_now, effect, m_changes);
    const bool isOfErasure = card && operation::isErasure(card->operationType);
    if (isOfErasure && platform::tookEffect(effect.outcome) && m_somebody && m_erasure.isErased(*m_somebody))
        m_unit.append(auditOfErasure(*card, entry, *m_somebody));
    m_unit.append(entry);
}

void OperationJudge::recordLate(StoredOperation stored, const Operation &operation)
{
    const Operation mark = erasedMark(operation);
    stored.payload = canonicalBytes(mark);
    m_changes = {};
    m_somebody.reset();
    record(stored, mark, {});
}

void OperationJudge::eraseTraces(const StoredOperation &by, const Operation &operation)
{
    if (!m_somebody || !m_erasure.isErased(*m_somebody))
        return;
    const CardSettlement settled{Decision::SetAside, by.id, actorOf(by, operation), operation.occurredAt};
    m_causes += m_erasure.run(*m_somebody, m_knownBefore, settled);
}

void OperationJudge::settleOthers(const StoredOperation &stored)
{
    if (operation::isFact(stored.type))
        return;
    const QList<StoredOperation> open = m_unit.openOperationsOn(stored.subject.id);
    for (StoredOperation other : open) {
        if (other.acknowledgement.outcome != Outcome::Refused || other.device != stored.device)
            continue;
        other.settled = true;
        m_unit.save(other);
        m_causes.append(other.id);
    }
}

void OperationJudge::setAside(const Envelope &envelope, const Problem &problem)
{
    Acknowledgement acknowledgement;
    acknowledgement.sequence = envelope.sequence;
    acknowledgement.outcome = Outcome::DeadLetter;
    acknowledgement.problem = problem;
    m_unit.append(DeadLetter{envelope.device, envelope.epoch, envelope.sequence, envelope.operation, problem});
    m_unit.append(Receipt{
        envelope.device, envelope.epoch, envelope.sequence, {}, payloadHash(envelope.operation), acknowledgement});
    addUnreadable(envelope, acknowledgement);
}

void OperationJudge::addUnreadable(const Envelope &envelope, const Acknowledgement &acknowledgement)
{
    const StreamPlace place{envelope.device, envelope.epoch, envelope.sequence};
    m_cards.addUnreadable(place, acknowledgement, m_location, m_now);
    // A resolution may have come before it.
    m_causes.append(OperationId(cardIdOf(place, acknowledgement).value()));
}

void OperationJudge::refuseReusedId(const Envelope &envelope, OperationId id, const QByteArray &hash)
{
    ++m_reusedIds;
    Acknowledgement acknowledgement;
    acknowledgement.sequence = envelope.sequence;
    acknowledgement.operation = id;
    acknowledgement.outcome = Outcome::Refused;
    acknowledgement.problem = Problem{ProblemKind::Conflict,
                                      QStringLiteral("sync.id_reused"),
                                      tr("Another operation with this id is known already."),
                                      tr("Report it: the store of this device may be a copy."),
                                      {}};
    m_unit.append(Receipt{envelope.device, envelope.epoch, envelope.sequence, {}, hash, acknowledgement});
    addUnreadable(envelope, acknowledgement);
}

bool OperationJudge::judgeAgain(const StoredOperation &stored)
{
    const Result<OperationContent> content = readContent(stored.payload);
    // What waits was read before; a version that cannot read it any more leaves it waiting for one that can.
    if (!content)
        return false;
    if (m_erasure.isLate(content->operation)) {
        recordLate(stored, content->operation);
        m_unit.announce(*m_unit.operation(stored.id));
        return true;
    }
    if (const QList<OperationId> missing = missingFor(stored, content->operation); !missing.isEmpty()) {
        if (missing != stored.acknowledgement.waitingFor) {
            StoredOperation later = stored;
            later.acknowledgement.waitingFor = missing;
            m_unit.save(later);
        }
        return false;
    }
    record(stored, content->operation, effectOf(stored, *content));
    m_unit.announce(*m_unit.operation(stored.id));
    return true;
}

} // namespace crema::platform
