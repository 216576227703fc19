// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/utc_time.h"
#include "sync/seams/network.h"

#include <QJsonObject>

#include <optional>

namespace crema::sync {

/// What an HTTP answer means for the queue (sync.md rule 7).
enum class Verdict {
    Accepted,    ///< 2xx with JSON
    Wait,        ///< 408, 425, 429, 5xx, or no answer at all: unknown, the same again later
    SignIn,      ///< 401, 403: pause, keep everything, ask
    TooLarge,    ///< 413: a smaller batch
    Gap,         ///< 409 `sync.gap`: go on at the sequence that is expected
    OtherEpoch,  ///< 410 `sync.cursor_epoch`: the feed began anew
    TooOld,      ///< 410 `sync.cursor_too_old`: the feed cannot tell what is missed; a snapshot can
    Refused,     ///< another problem document of the platform
    AnswerCut,   ///< the answer was longer than this side takes: ask for less
    NotPlatform, ///< an HTML page, a redirect, anything unknown: stop, keep, show
};

struct Exchange {
    Verdict verdict = Verdict::Wait;
    HttpAnswer answer;
    std::optional<Problem> problem;           ///< set unless Accepted
    std::optional<UtcTime> serverTime;        ///< the `Date` of an answer of the platform, to the second
    std::optional<std::int64_t> retryAfterMs; ///< what the platform asks to wait, at most an hour
    /// Over which time after that the platform wants its clients to come, at most an hour: `Crema-Spread` in seconds.
    std::int64_t spreadMs = 0;
    std::optional<std::int64_t> expected;  ///< of Gap
    std::optional<std::int64_t> feedEpoch; ///< of OtherEpoch
};

/// Judges an answer, or the failure to get one. `Retry-After` may be seconds or a date, which is measured from the
/// `Date` of the same answer, or from `now` where there is none: the clock of a till is not trusted. Pure.
[[nodiscard]] Exchange judge(const Result<HttpAnswer> &answer, UtcTime now);

/// The object that an accepted answer is, or the problem of another one.
[[nodiscard]] Result<QJsonObject> jsonOf(const Exchange &exchange);

} // namespace crema::sync
