// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/problem.h"

#include <tl/expected.hpp>

namespace crema {

/// A value, or the Problem that kept it from being made (ADR 001). Never used for bugs: those assert.
template<class T>
using Result = tl::expected<T, Problem>;

/// Turns a Problem into the failed state of any Result.
[[nodiscard]] inline tl::unexpected<Problem> failure(Problem problem)
{
    return tl::unexpected<Problem>(std::move(problem));
}

[[nodiscard]] inline tl::unexpected<Problem> failure(ProblemKind kind, const QString &code, const QString &message,
                                                     const QString &hint = {}, const QList<FieldProblem> &fields = {})
{
    return failure(Problem{kind, code, message, hint, fields});
}

} // namespace crema
