// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/problem.h"
#include "models/base/result.h"
#include "platform/database/connection.h"

#include <optional>

namespace crema::platform {

/// Something that waits for a person on the platform: a fact that was recorded as it happened and needs a look, or what
/// a device sent and nobody could read (sync.md rule 7).
struct ListedReview {
    QString id; ///< a number; of a dead letter the id of its card
    UtcTime at;
    QString code; ///< "sale.after_close"; "dead_letter"
    QString location;
    QString subject;      ///< "MAIN-2-000123", else type and id
    QString registerCode; ///< that it came from; empty when that is not known

    /// What it means, and what to do.
    [[nodiscard]] QString text() const;
};

/// One of them with everything that is known of it.
struct ReviewDetail {
    ListedReview review;
    bool isOpen = true;
    QString operationType;          ///< empty for what could not be read
    std::optional<Problem> problem; ///< why it could not be read
    QByteArray payload;             ///< the operation's bytes as they came
};

/// What is open, the oldest first.
[[nodiscard]] QList<ListedReview> openReviews(Connection &connection, int limit);

/// By the id of a list. Errors: `review.unknown`.
[[nodiscard]] Result<ReviewDetail> reviewWith(Connection &connection, const QString &id);

/// Somebody looked at it: the review with this number, or all with this code. Answers how many were open. Errors:
/// `review.unknown` when none was, `review.dead_letter` for one of those, which are set aside on a device.
[[nodiscard]] Result<int> closeReviews(Connection &connection, const QString &numberOrCode, UtcTime now,
                                       const QString &systemUser = {});

/// How much waits, for the metrics.
struct ReviewCounts {
    std::int64_t reviews = 0;
    std::int64_t oldestSeconds = 0; ///< age of the oldest open review; 0: none
    std::int64_t deadLetters = 0;
};

[[nodiscard]] ReviewCounts countReviews(Connection &connection);

} // namespace crema::platform
