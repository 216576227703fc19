// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/attention_card.h"

namespace crema {

/// What stays of operations about somebody who was erased (ADR 041), on devices and on the platform: who did what, when
/// and to whom, and nothing of what it said. A mark is applied without changing anything.

/// In place of the reason of an adjustment, which has to have one.
inline const QString erasedReason = QStringLiteral("Erased");

/// Whether the operation is such a mark. Facts never are: what happened is not about a person alone.
[[nodiscard]] bool isErasedMark(const Operation &operation);
[[nodiscard]] Operation erasedMark(Operation operation);
/// Whatever the answer was: applied, without values.
[[nodiscard]] Acknowledgement erasedMark(const Acknowledgement &acknowledgement);
/// Decided by the erasure, without values.
[[nodiscard]] AttentionCard erasedMark(AttentionCard card, const CardSettlement &settled);

/// Whether a manager changes by it what a customer has, and says why: store credit or points.
[[nodiscard]] bool isAdjustment(QStringView type);
/// Whose store credit or points an adjustment says that it is about; nothing for other operations.
[[nodiscard]] std::optional<CustomerId> creditedBy(const Operation &operation);
/// What stays of an adjustment of what somebody had who was erased: all but the reason, since the balance follows from
/// it (ADR 060 and 062).
[[nodiscard]] Operation withoutReason(Operation adjustment);
[[nodiscard]] bool isWithoutReason(const Operation &operation);
/// The same of its card; answers whether a reason stood there.
bool eraseReason(AttentionCard &card);

/// Whether one of them says that the person gave a field the value that it has.
[[nodiscard]] bool namesOrigin(const QList<FieldConflict> &conflicts, PersonId person);
/// Whether it names somebody who was erased.
[[nodiscard]] bool isErasedName(const ChangeOrigin &origin);
/// Takes the name of a person who was erased out of it, where it says who gave a field its value: the id stays
/// (ADR 044). Answers whether it stood there.
bool eraseName(ChangeOrigin &origin, PersonId person);
bool eraseName(Acknowledgement &acknowledgement, PersonId person);
bool eraseName(AttentionCard &card, PersonId person);

/// The texts that name somebody in what an operation about them says, each as it stands in JSON, with its quotes.
[[nodiscard]] QList<QByteArray> namesIn(const QJsonObject &body);

} // namespace crema
