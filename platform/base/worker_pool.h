// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

namespace crema::platform {

/// A fixed number of threads behind a bounded queue. Tasks must not throw.
class WorkerPool
{
public:
    using Task = std::function<void()>;

    /// `name` shows in the system's thread list (at most 12 letters). Both numbers are at least 1.
    WorkerPool(const char *name, int threads, int queueBound);
    /// Stops like stop().
    ~WorkerPool();
    WorkerPool(const WorkerPool &) = delete;
    WorkerPool &operator=(const WorkerPool &) = delete;

    /// False when the queue is full or the pool stops; never waits.
    [[nodiscard]] bool tryPost(Task task);

    /// Takes no new task, runs those that wait and joins the threads. Must not be called from a task.
    void stop();

    [[nodiscard]] int waiting() const;
    [[nodiscard]] int running() const;
    [[nodiscard]] int threads() const;

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace crema::platform
