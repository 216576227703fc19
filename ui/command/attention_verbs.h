// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/command/grammar.h"

namespace crema::command {

/// What a person has to decide about, as `crema sync list --attention` gives it out: attention-list/1.
[[nodiscard]] QCoro::Task<Result<Answer>> listAttention(Session &session);

/// `crema sync resolve`.
[[nodiscard]] Verb resolveVerb();

} // namespace crema::command
