// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QPromise>

#include <functional>
#include <memory>
#include <type_traits>

namespace crema::sync {

/// Who waits for a job.
enum class Urgency {
    Recording, ///< a person who has just done something: a sale
    Asked,     ///< a person who looks at something
    Behind,    ///< nobody: sending, fetching, tidying up
    Alone,     ///< a person; what was given before runs before it, whoever waits for that: a store is opened or closed
};

/// Runs jobs one after another: a thread in the programs, at once in tests and in the simulation. Everything that
/// touches the local store runs on one executor. Jobs of one urgency run in the order they were given; those that
/// people wait for go before those that nobody waits for, which also give way to a burst of recordings.
class Executor
{
public:
    virtual ~Executor() = default;

    /// Takes a job; returns before or after it ran. Jobs given before the executor ends are all run.
    virtual void post(std::function<void()> job, Urgency urgency = Urgency::Asked) = 0;
    /// Returns when every job given before has run. Never called by a job.
    virtual void finish() = 0;
};

/// Runs `function` on the executor. Awaiting the future (QCoro) resumes on the thread that awaits.
/// The function must not throw.
template<class Function>
[[nodiscard]] auto submit(Executor &executor, Urgency urgency, Function function)
    -> QFuture<std::invoke_result_t<Function>>
{
    using Value = std::invoke_result_t<Function>;
    static_assert(!std::is_void_v<Value>, "return a value, so that the caller sees the end");
    auto promise = std::make_shared<QPromise<Value>>();
    QFuture<Value> future = promise->future();
    promise->start();
    executor.post(
        [promise, function = std::move(function)]() mutable {
            promise->addResult(function());
            promise->finish();
        },
        urgency);
    return future;
}

template<class Function>
[[nodiscard]] auto submit(Executor &executor, Function function)
{
    return submit(executor, Urgency::Asked, std::move(function));
}

} // namespace crema::sync
