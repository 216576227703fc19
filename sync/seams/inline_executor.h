// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/seams/executor.h"

namespace crema::sync {

/// Runs each job at once on the calling thread: tests, the simulation, and verbs that do one thing and end.
class InlineExecutor final : public Executor
{
public:
    void post(std::function<void()> job, Urgency = Urgency::Asked) override { job(); }
    void finish() override {}
};

} // namespace crema::sync
