// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/seams/executor.h"

#include <QString>

class QThread;

namespace crema::sync {

/// Runs jobs on one thread of its own. Ending it waits for the jobs already given.
///
/// What nobody waits for (Urgency::Behind) runs when nothing else is to be done and the last recording was a moment ago
/// (`pauseMs`): whoever sells one after another does not meet it. Of such jobs one runs every `longestWaitMs` at least,
/// so that a queue is sent however long that goes on.
class ThreadExecutor final : public Executor
{
public:
    static constexpr int pauseMs = 25;
    static constexpr int longestWaitMs = 1'000;

    /// `name` shows in debuggers and in `ps -L`.
    explicit ThreadExecutor(const QString &name);
    ~ThreadExecutor() override;

    void post(std::function<void()> job, Urgency urgency = Urgency::Asked) override;
    void finish() override;

private:
    class Queue;
    std::unique_ptr<Queue> m_queue;
    std::unique_ptr<QThread> m_thread;
};

} // namespace crema::sync
