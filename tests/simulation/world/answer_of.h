// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoroTask>

#include <memory>
#include <optional>

namespace crema::simulation {

template<class Value>
QCoro::Task<> keepAnswer(QCoro::Task<Value> task, std::shared_ptr<std::optional<Value>> answer)
{
    *answer = co_await task;
}

/// The answer of a task that waits for nothing but the local store, which answers at once here. Nothing when it waits
/// for more.
template<class Value>
[[nodiscard]] std::optional<Value> answerOf(QCoro::Task<Value> task)
{
    const auto answer = std::make_shared<std::optional<Value>>();
    keepAnswer(std::move(task), answer);
    return std::move(*answer);
}

} // namespace crema::simulation
