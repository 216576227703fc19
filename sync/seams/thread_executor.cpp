// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/seams/thread_executor.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <pthread.h>

namespace crema::sync {

/// The jobs that wait, and whose turn it is.
class ThreadExecutor::Queue
{
public:
    void add(std::function<void()> job, Urgency urgency)
    {
        {
            const std::lock_guard lock(m_mutex);
            auto &jobs = urgency == Urgency::Behind ? m_behind : m_first;
            jobs.push_back({std::move(job), urgency, ++m_given, Clock::now()});
        }
        m_changed.notify_all();
    }

    void runAll()
    {
        std::unique_lock lock(m_mutex);
        while (std::optional<Job> job = next(lock)) {
            m_running = job->number;
            lock.unlock();
            job->run();
            job->run = nullptr; // what it holds goes here, and not under the lock
            lock.lock();
            m_running = 0;
            if (job->urgency == Urgency::Recording)
                m_lastRecording = Clock::now();
            if (job->urgency == Urgency::Behind)
                m_lastBehind = Clock::now();
            m_changed.notify_all();
        }
    }

    void waitForAllGiven()
    {
        std::unique_lock lock(m_mutex);
        const std::uint64_t given = m_given;
        ++m_hurrying;
        m_changed.notify_all();
        m_changed.wait(lock, [&] { return oldest() > given; });
        --m_hurrying;
    }

    void end()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_ends = true;
        }
        m_changed.notify_all();
    }

private:
    using Clock = std::chrono::steady_clock;
    struct Job {
        std::function<void()> run;
        Urgency urgency = Urgency::Asked;
        std::uint64_t number = 0; ///< in the order given, from 1
        Clock::time_point givenAt;
    };

    /// Waits for a job whose turn it is; nothing at the end.
    std::optional<Job> next(std::unique_lock<std::mutex> &lock)
    {
        for (;;) {
            if (m_behind.empty()) {
                if (!m_first.empty())
                    return take(m_first);
                if (m_ends)
                    return std::nullopt;
                m_changed.wait(lock);
                continue;
            }
            const Clock::time_point now = Clock::now();
            const Clock::time_point latest =
                std::max(m_behind.front().givenAt, m_lastBehind) + std::chrono::milliseconds(longestWaitMs);
            const bool isBefore = !m_first.empty() && m_first.front().urgency == Urgency::Alone &&
                                  m_behind.front().number < m_first.front().number;
            if (isBefore || now >= latest)
                return take(m_behind);
            if (!m_first.empty())
                return take(m_first);
            const Clock::time_point due = std::min(m_lastRecording + std::chrono::milliseconds(pauseMs), latest);
            if (m_ends || m_hurrying > 0 || now >= due)
                return take(m_behind);
            m_changed.wait_until(lock, due);
        }
    }

    static Job take(std::deque<Job> &jobs)
    {
        Job job = std::move(jobs.front());
        jobs.pop_front();
        return job;
    }

    /// The number of the oldest job that was not done; one that was never given when all are.
    std::uint64_t oldest() const
    {
        std::uint64_t number = m_running > 0 ? m_running : m_given + 1;
        for (const std::deque<Job> *jobs : {&m_first, &m_behind}) {
            if (!jobs->empty())
                number = std::min(number, jobs->front().number);
        }
        return number;
    }

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Job> m_first;
    std::deque<Job> m_behind;
    Clock::time_point m_lastRecording;
    Clock::time_point m_lastBehind;
    std::uint64_t m_given = 0;
    std::uint64_t m_running = 0; ///< the number of the one that runs; 0: none
    int m_hurrying = 0;          ///< so many wait for the end of what was given
    bool m_ends = false;
};

ThreadExecutor::ThreadExecutor(const QString &name)
    : m_queue(std::make_unique<Queue>()), m_thread([queue = m_queue.get()] { queue->runAll(); })
{
    constexpr qsizetype longestName = 15; // Linux keeps no more
    ::pthread_setname_np(m_thread.native_handle(),
                         name.toLatin1().first(std::min(name.size(), longestName)).constData());
}

ThreadExecutor::~ThreadExecutor()
{
    m_queue->end();
    m_thread.join();
}

void ThreadExecutor::post(std::function<void()> job, Urgency urgency)
{
    m_queue->add(std::move(job), urgency);
}

void ThreadExecutor::finish()
{
    Q_ASSERT(std::this_thread::get_id() != m_thread.get_id());
    m_queue->waitForAllGiven();
}

} // namespace crema::sync
