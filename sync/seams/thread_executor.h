// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/seams/executor.h"

#include <QString>

#include <thread>

namespace crema::sync {

/// Runs jobs on one thread of its own. Ending it waits for the jobs already given, and until nothing of the thread is
/// left: what libraries keep for each thread is gone before the program takes the libraries down.
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
    std::thread m_thread; ///< QThread::wait() comes back before the thread's own data is destroyed
};

} // namespace crema::sync
