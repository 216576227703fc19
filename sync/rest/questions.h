// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "sync/seams/network.h"

namespace crema::sync {

/// Gives each request of a device a name, and tells answers to it from those that the network has kept of another one
/// (docs/adr/029).
class Questions
{
public:
    explicit Questions(Clock &clock) : m_clock(clock) {}

    /// Names the request; the name is one that no other has, also of another process of this device.
    [[nodiscard]] QByteArray name(HttpRequest &request);
    /// The answer, or `network.old_answer` where it names another question. What stands before the platform gives no
    /// name back, and is judged by what it says. Pure.
    [[nodiscard]] static Result<HttpAnswer> answerTo(const QByteArray &question, const Result<HttpAnswer> &answer);

private:
    Clock &m_clock;
    std::int64_t m_count = 0;
};

/// The platform has heard a question before, so the answer went lost: `network.answer_lost`.
[[nodiscard]] Problem lostAnswer();

} // namespace crema::sync
