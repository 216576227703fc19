// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/apply_attention.h"

#include "models/operations/operation_codec.h"
#include "models/operations/operation_types.h"
#include "models/operations/resolution.h"

#include <QCoreApplication>

#include <algorithm>

namespace crema {
namespace {

Effect unknownCard()
{
    return {Outcome::Refused,
            Problem{ProblemKind::NotFound,
                    QStringLiteral("attention.unknown"),
                    QCoreApplication::translate("crema::Attention", "There is nothing to decide under this id."),
                    QCoreApplication::translate("crema::Attention", "Look at the list of what needs attention."),
                    {}},
            {},
            {}};
}

Effect settledOtherwise()
{
    return {Outcome::Refused, decidedByAnother(), {}, {}};
}

/// What lost a field took effect: its card has values to choose from, and nothing to set aside.
Effect cannotRetry(const AttentionCard &card)
{
    if (!card.fields.isEmpty()) {
        return {
            Outcome::Refused,
            Problem{ProblemKind::Conflict,
                    QStringLiteral("attention.cannot_retry"),
                    QCoreApplication::translate("crema::Attention", "This was not refused, so it is not done again."),
                    QCoreApplication::translate("crema::Attention", "Choose a value for each of its fields."),
                    {}},
            {},
            {}};
    }
    return {Outcome::Refused,
            Problem{ProblemKind::Conflict,
                    QStringLiteral("attention.cannot_retry"),
                    QCoreApplication::translate("crema::Attention", "This cannot be done again as it was."),
                    QCoreApplication::translate("crema::Attention", "Set it aside, and enter it anew."),
                    {}},
            {},
            {}};
}

/// One resolution at its card.
class Resolving
{
public:
    Resolving(const Operation &operation, const Resolution &resolution, const AttentionCard &card,
              Aggregates &aggregates, MergeMode mode)
        : m_operation(operation), m_resolution(resolution), m_card(card), m_aggregates(aggregates), m_mode(mode)
    {}

    Effect run()
    {
        switch (m_resolution.decision) {
        case Decision::Fields: return decideFields();
        case Decision::Retry: return retry();
        case Decision::SetAside: return setAside();
        case Decision::Reopen: return reopen();
        }
        Q_UNREACHABLE();
    }

private:
    Effect decideFields()
    {
        Edit edit;
        QStringList late;
        for (auto it = m_resolution.fields.begin(); it != m_resolution.fields.end(); ++it) {
            const auto field = std::find_if(m_card.fields.begin(), m_card.fields.end(),
                                            [&](const CardField &other) { return other.conflict.field == it.key(); });
            if (field == m_card.fields.end())
                return unknownCard();
            if (field->settled && field->settled->value != it->to)
                late.append(it.key());
            if (field->settled)
                continue;
            field->settled = FieldSettlement{it->keep, it->from, it->to};
            if (it->keep != Keep::Theirs)
                edit.fields.insert(it.key(), {it->from, it->to});
        }
        Effect effect = editSubject(edit);
        if (effect.problem)
            return effect;
        const bool all = std::all_of(m_card.fields.begin(), m_card.fields.end(),
                                     [](const CardField &field) { return field.settled.has_value(); });
        if (all && !m_card.settled)
            m_card.settled = settlement();
        m_aggregates.save(m_card);
        for (const QString &name : std::as_const(late))
            effect.conflicts.append(lateConflict(name));
        if (!effect.conflicts.isEmpty())
            effect.outcome = Outcome::Conflict;
        return effect;
    }

    /// Somebody else decided this field first, and otherwise.
    FieldConflict lateConflict(const QString &name) const
    {
        const FieldDecision decision = m_resolution.fields.value(name);
        return {name, decision.from, decision.to, m_card.field(name)->settled->value};
    }

    Effect retry()
    {
        if (m_card.settled)
            return m_card.settled->decision == Decision::Retry ? Effect() : settledOtherwise();
        const auto stored = m_card.operation ? operationFromJson(*m_card.operation) : Result<Operation>(Operation());
        if (!m_card.operation || !stored || operation::isFact(stored->type) ||
            stored->type == operation::attentionResolve)
            return cannotRetry(m_card);
        // Whoever decides does it now, with their own rights.
        Operation again = corrected(*stored, m_resolution.fields);
        again.actor = m_operation.actor;
        Effect effect = applyOperation(again, m_aggregates, m_mode);
        if (!effect.problem)
            settleAs(settlement());
        return effect;
    }

    Effect setAside()
    {
        if (m_card.settled)
            return m_card.settled->decision == Decision::SetAside ? Effect() : settledOtherwise();
        settleAs(settlement());
        return {};
    }

    /// What was kept goes back to what stood there; a retry took effect and is not taken back, and neither is what
    /// somebody else decided.
    Effect reopen()
    {
        if (m_card.settled && m_card.settled->decision == Decision::Retry)
            return settledOtherwise();
        Edit edit;
        for (CardField &field : m_card.fields) {
            if (!takesBack(m_resolution, field))
                continue;
            if (field.settled->keep != Keep::Theirs)
                edit.fields.insert(field.conflict.field, {field.settled->value, field.settled->seen});
            field.settled.reset();
        }
        const bool isOpen = std::any_of(m_card.fields.begin(), m_card.fields.end(),
                                        [](const CardField &field) { return !field.settled; });
        if (!m_card.fields.isEmpty() && !isOpen)
            return {};
        Effect effect = editSubject(edit);
        if (!effect.problem)
            settleAs(std::nullopt);
        return effect;
    }

    Effect editSubject(const Edit &edit)
    {
        if (edit.isEmpty())
            return {};
        Operation inner = m_operation;
        inner.type = m_card.subject.type + QStringLiteral(".edit");
        inner.subject = m_card.subject;
        inner.body = editToJson(edit);
        return applyOperation(inner, m_aggregates, m_mode);
    }

    void settleAs(const std::optional<CardSettlement> &settled)
    {
        m_card.settled = settled;
        m_aggregates.save(m_card);
    }

    CardSettlement settlement() const
    {
        return {m_resolution.decision, m_operation.id, m_operation.actor, m_operation.occurredAt};
    }

    const Operation &m_operation;
    const Resolution &m_resolution;
    AttentionCard m_card;
    Aggregates &m_aggregates;
    MergeMode m_mode;
};

} // namespace

Effect applyAttentionResolve(const Operation &operation, Aggregates &aggregates, MergeMode mode)
{
    const Result<Resolution> resolution = readResolution(operation.body);
    if (!resolution)
        return {Outcome::DeadLetter, resolution.error(), {}, {}};
    const std::optional<AttentionCard> card = aggregates.card(CardId(operation.subject.id));
    if (!card)
        return unknownCard();
    return Resolving(operation, *resolution, *card, aggregates, mode).run();
}

} // namespace crema
