// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/problem.h"

#include <exception>

namespace crema {

/// The storage below a rule failed: disk full, connection lost, serialization failure. Thrown by implementations of
/// Aggregates and stopped at the edges (route, job, main), which undo the transaction and answer with the problem.
class StorageFailure : public std::exception
{
public:
    explicit StorageFailure(Problem problem) : m_problem(std::move(problem)), m_what(m_problem.message.toStdString()) {}

    [[nodiscard]] const Problem &problem() const { return m_problem; }
    [[nodiscard]] const char *what() const noexcept override { return m_what.c_str(); }

private:
    Problem m_problem;
    std::string m_what;
};

} // namespace crema
