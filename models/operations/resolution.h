// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/attention_card.h"
#include "models/people/permission.h"

#include <QMap>

namespace crema {

/// What a person decided about one field of a card, or types into one of an operation that is done again.
struct FieldDecision {
    Keep keep = Keep::Theirs;
    QJsonValue from; ///< what the person saw as theirs
    QJsonValue to;   ///< what shall stand there: the same for Theirs

    friend bool operator==(const FieldDecision &, const FieldDecision &) = default;
};

/// The body of `attention.resolve`, whose subject is the card (design.md section 4: a resolution is an operation that
/// names the one it settles): `{"decision":"fields","fields":{"price":{"from":…,"keep":"mine","to":…}}}`.
struct Resolution {
    Decision decision = Decision::SetAside;
    /// Of Fields, at least one; of Retry, what is put in place of its values; of Reopen, what the person had decided
    /// and takes back, or nothing: whatever was decided.
    QMap<QString, FieldDecision> fields;

    friend bool operator==(const Resolution &, const Resolution &) = default;
};

[[nodiscard]] QJsonObject resolutionToJson(const Resolution &resolution);
/// Errors: `operation.malformed`.
[[nodiscard]] Result<Resolution> readResolution(const QJsonObject &body);

/// Whether a Reopen takes back how this field stands: not when somebody else decided it otherwise before the decision
/// of its own person came, so that taking back one's own decision never undoes another one's.
[[nodiscard]] bool takesBack(const Resolution &reopen, const CardField &field);

/// Why a decision comes too late: `attention.settled`.
[[nodiscard]] Problem decidedByAnother();

/// Who may do a thing may decide about it; what happened at a till, or cannot be read, is for those who look at
/// reviews.
[[nodiscard]] Permission permissionToResolve(const AttentionCard &card);

/// The fields of an entity that an edit or a resolution sets to a value of its own, whatever became of them. `named` is
/// the card of a resolution as it is after it.
[[nodiscard]] QStringList fieldsSetBy(const Operation &operation, const AttentionCard *named);

/// The operation with other values in place of its own: of the fields that it sets, nothing else.
[[nodiscard]] Operation corrected(Operation operation, const QMap<QString, FieldDecision> &fields);

/// The operation without the fields that the platform did not take: for the replay of an edit or resolution whose
/// answer is known (sync.md rule 18). Nothing when it sets no other.
[[nodiscard]] std::optional<Operation> withoutConflicts(Operation operation, const QList<FieldConflict> &conflicts);

} // namespace crema
