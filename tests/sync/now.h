// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoroTask>

#include <gtest/gtest.h>

#include <optional>

namespace crema::sync::testing {

/// The value of a task that is done: with the inline executor nothing waits.
template<class T>
T now(QCoro::Task<T> task)
{
    std::optional<T> value;
    task.then([&](T result) { value = std::move(result); });
    if (!value)
        ADD_FAILURE() << "the task waits";
    return *value;
}

} // namespace crema::sync::testing
