// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/operations/envelope.h"
#include "models/operations/operation_content.h"
#include "models/people/approval.h"
#include "platform/sync/attention_cards.h"
#include "platform/sync/erasure.h"

namespace crema::platform {

/// What became of a person, a role or settings, for the audit trail.
struct JudgedChanges {
    QJsonObject fields;
    std::optional<PersonId> person; ///< whom they are about
};

/// Decides about one operation at a time inside a unit of work: rights, what must come first, the rule itself, and
/// what has to be written down about it.
class OperationJudge
{
public:
    /// `location` is that of the device whose operations come: who sees what of it could not be read.
    OperationJudge(UnitOfWork &unit, UtcTime now, std::optional<LocationId> location = {})
        : m_unit(unit), m_cards(unit), m_erasure(unit), m_now(now), m_location(location)
    {}

    /// The operation of an envelope whose sequence is the one expected, as readContent() answers, and its
    /// payloadHash(). Always leaves a receipt.
    void judge(const Envelope &envelope, const Result<OperationContent> &content, const QByteArray &hash);

    /// Keeps an operation whole that storage does not take, and answers with the problem. Its sequence is the one
    /// expected.
    void setAside(const Envelope &envelope, const Problem &problem);

    /// Looks again at an operation that waits. False: it still has to.
    bool judgeAgain(const StoredOperation &stored);

    /// Those whose dependants may go on after the commit: what was decided or settled here, and what an operation that
    /// was kept waiting needs, because another transaction may have brought it meanwhile.
    [[nodiscard]] const QList<OperationId> &causes() const { return m_causes; }

    /// How many times a known id came with other bytes: a copied store or an attack.
    [[nodiscard]] int reusedIds() const { return m_reusedIds; }

private:
    void judgeNew(const Envelope &envelope, const OperationContent &content, const QByteArray &hash);
    [[nodiscard]] Answerable answerableFor(const StoredOperation &stored, const Operation &operation);
    [[nodiscard]] Effect effectOf(const StoredOperation &stored, const OperationContent &content);
    void notice(const SubjectRef &somebody);
    /// What became of a person by an operation that took effect.
    void noteChange(const StoredOperation &stored, const Operation &operation, const std::optional<Person> &before,
                    const std::optional<Person> &after);
    /// Whether it erases somebody who may not sign in any more: nobody has to keep them from it first.
    [[nodiscard]] bool isOfWhoLeft(const Operation &operation);
    [[nodiscard]] QList<OperationId> missingFor(const StoredOperation &stored, const Operation &operation);
    /// Whether it is the refused making of a gift card that documents told of since: the card is there with what they
    /// moved, and whoever blocks it waits for nobody who decides about its making (ADR 060).
    [[nodiscard]] bool isToldOfAllTheSame(const StoredOperation &creation);
    /// What waits for the making of a card goes on once a sale told of it.
    void noteCardsToldOf(const Sale &sale);
    [[nodiscard]] bool tookEffect(OperationId id);
    /// Whether it makes something, or belongs to something, that people have set aside.
    [[nodiscard]] bool lacksItsGround(const Operation &operation);
    [[nodiscard]] std::optional<PersonId> actorOf(const StoredOperation &stored, const Operation &operation);
    void record(StoredOperation stored, const Operation &operation, Effect effect);
    /// Takes what is about somebody who was erased before.
    void recordLate(StoredOperation stored, const Operation &operation);
    void eraseTraces(const StoredOperation &by, const Operation &operation);
    void addUnreadable(const Envelope &envelope, const Acknowledgement &acknowledgement);
    void settleOthers(const StoredOperation &stored);
    void refuseReusedId(const Envelope &envelope, OperationId id, const QByteArray &hash);

    UnitOfWork &m_unit;
    AttentionCards m_cards;
    Erasure m_erasure;
    UtcTime m_now;
    std::optional<LocationId> m_location;
    int m_reusedIds = 0;
    QList<OperationId> m_causes;
    JudgedChanges m_changes; ///< by the last effect
    /// The customer or person whom the last effect was about, and what was known of them before.
    std::optional<SubjectRef> m_somebody;
    QJsonObject m_knownBefore;
};

} // namespace crema::platform
