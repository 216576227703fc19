// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/apply.h"
#include "models/operations/operation_codec.h"

namespace crema {

/// What an operation says, read once. Sales are nearly all that a till sends, so theirs is read in one go.
struct OperationContent {
    Operation operation;      ///< its body is left empty where `sale` says it
    std::optional<Sale> sale; ///< of a sale.complete that is written just as this version does it
};

/// As readOperation() with the schemas of this version, and the same errors.
[[nodiscard]] Result<OperationContent> readContent(QByteArrayView bytes);

/// As applyOperation().
[[nodiscard]] Effect applyContent(const OperationContent &content, Aggregates &aggregates, MergeMode mode);

} // namespace crema
