// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/acknowledgement.h"
#include "models/operations/operation.h"

#include <optional>

namespace crema::sync {

/// sync.md rule 17: queued → sent → receipted → visible.
enum class OperationState { Queued, Sent, Receipted, Visible };

[[nodiscard]] QString operationStateText(OperationState state);
[[nodiscard]] std::optional<OperationState> operationStateFromText(QStringView text);

/// One operation of this store and what became of it.
struct QueueEntry {
    Operation operation;
    OperationState state = OperationState::Queued;
    std::optional<std::int64_t> sequence; ///< given at the first push
    std::optional<Acknowledgement> acknowledgement;
    bool needsAttention = false; ///< nothing leaves needs attention by itself
    QString subjectName;         ///< product, customer or receipt number, for people

    friend bool operator==(const QueueEntry &, const QueueEntry &) = default;
};

struct QueueFilter {
    bool needsAttentionOnly = false;
    int limit = 100; ///< 1 to 1000, oldest first
    int offset = 0;
};

} // namespace crema::sync
