// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/id.h"
#include "models/base/result.h"
#include "models/operations/acknowledgement.h"

#include <QByteArray>
#include <QList>

namespace crema {

/// `POST /api/v1/sync/receipts/known`: which of these operations does the platform have, and what became of them? Asked
/// about operations whose answers were lost (sync.md rules 6 and 12). At most so many at once.
inline constexpr qsizetype maxKnownReceipts = 500;

/// `{"operations":["<id>",…]}`.
[[nodiscard]] QByteArray writeReceiptsQuestion(const QList<OperationId> &asked);
/// Errors: `json.malformed`, `receipts.malformed`.
[[nodiscard]] Result<QList<OperationId>> readReceiptsQuestion(QByteArrayView bytes);

/// `{"acknowledgements":[…]}`: those that are stored; an operation that is missing is unknown.
[[nodiscard]] QByteArray writeReceipts(const QList<Acknowledgement> &known);
/// Errors: `json.malformed`, `receipts.malformed`, also where one is about an operation that nobody asked about.
[[nodiscard]] Result<QList<Acknowledgement>> readReceipts(QByteArrayView bytes, const QList<OperationId> &asked);

} // namespace crema
