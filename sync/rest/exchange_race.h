// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "sync/seams/network.h"

#include <coroutine>

namespace crema::sync {

/// One exchange against its deadline: `co_await ExchangeRace(…)` gives the answer, or `network.timeout` when the whole
/// of it has not come in time. A peer that sends a byte now and then is silent to nobody and would hold a round for
/// ever (sync.md rule 21: every wait ends in an attempt). What comes in later is dropped.
class ExchangeRace
{
public:
    ExchangeRace(HttpTransport &network, Clock &clock, const HttpRequest &request);

    [[nodiscard]] bool await_ready() const noexcept { return m_state->answer.has_value(); }
    void await_suspend(std::coroutine_handle<> waiting) { m_state->waiting = waiting; }
    [[nodiscard]] Result<HttpAnswer> await_resume() { return *std::move(m_state->answer); }

private:
    struct State {
        std::optional<Result<HttpAnswer>> answer;
        std::coroutine_handle<> waiting;
        std::unique_ptr<Timer> timer;

        /// The first answer counts.
        void settle(const Result<HttpAnswer> &result);
    };

    std::shared_ptr<State> m_state = std::make_shared<State>();
};

} // namespace crema::sync
