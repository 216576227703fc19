// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/id.h"
#include "models/base/result.h"
#include "models/operations/acknowledgement.h"

#include <QByteArray>
#include <QList>
#include <QUuid>

namespace crema {

/// `POST /api/v1/sync/receipts/known`: which of these operations does the platform have, and what became of them? Asked
/// about operations whose answers were lost (sync.md rules 6 and 12). At most so many at once.
inline constexpr qsizetype maxKnownReceipts = 500;

/// What is asked. `question` is new each time and comes back with the answer, so that an old answer, which the network
/// brings again, is not taken for one that knows of now.
struct ReceiptsQuestion {
    QList<OperationId> operations;
    QUuid question;
};

/// The acknowledgements that are stored of those that are known; an operation that is missing is unknown. A platform of
/// an earlier version gives no `question` back.
struct ReceiptsAnswer {
    QList<Acknowledgement> acknowledgements;
    QUuid question;

    [[nodiscard]] bool isAnswerTo(const ReceiptsQuestion &asked) const;
};

/// `{"operations":["<id>",…],"question":"<id>"}`.
[[nodiscard]] QByteArray writeReceiptsQuestion(const ReceiptsQuestion &question);
/// Errors: `json.malformed`, `receipts.malformed`.
[[nodiscard]] Result<ReceiptsQuestion> readReceiptsQuestion(QByteArrayView bytes);

/// `{"acknowledgements":[…],"question":"<id>"}`.
[[nodiscard]] QByteArray writeReceipts(const ReceiptsAnswer &answer);
/// Errors: `json.malformed`, `receipts.malformed`.
[[nodiscard]] Result<ReceiptsAnswer> readReceipts(QByteArrayView bytes);

} // namespace crema
