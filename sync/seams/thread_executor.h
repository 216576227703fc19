// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/seams/executor.h"

#include <QString>

class QObject;
class QThread;

namespace crema::sync {

/// Runs jobs on one thread of its own. Ending it waits for the jobs already given.
class ThreadExecutor final : public Executor
{
public:
    /// `name` shows in debuggers and in `ps -L`.
    explicit ThreadExecutor(const QString &name);
    ~ThreadExecutor() override;

    void post(std::function<void()> job) override;
    void finish() override;

private:
    std::unique_ptr<QThread> m_thread;
    QObject *m_worker; // lives on the thread and is deleted with it
};

} // namespace crema::sync
