// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/base/worker_pool.h"

#include <QtGlobal>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <pthread.h>
#include <string>
#include <thread>
#include <vector>

namespace crema::platform {

class WorkerPool::Impl
{
public:
    Impl(const char *name, int threads, int queueBound) : m_bound(static_cast<std::size_t>(queueBound))
    {
        Q_ASSERT(threads > 0 && queueBound > 0);
        for (int i = 0; i < threads; ++i) {
            m_threads.emplace_back([this] { work(); });
            const std::string threadName = std::string(name) + std::to_string(i);
            ::pthread_setname_np(m_threads.back().native_handle(), threadName.c_str());
        }
    }

    bool tryPost(Task task)
    {
        {
            const std::lock_guard lock(m_mutex);
            if (m_stopping || m_queue.size() >= m_bound)
                return false;
            m_queue.push_back(std::move(task));
        }
        m_wake.notify_one();
        return true;
    }

    void stop()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_stopping = true;
        }
        m_wake.notify_all();
        for (std::thread &thread : m_threads) {
            if (thread.joinable())
                thread.join();
        }
    }

    int waiting() const
    {
        const std::lock_guard lock(m_mutex);
        return static_cast<int>(m_queue.size());
    }

    int running() const
    {
        const std::lock_guard lock(m_mutex);
        return m_running;
    }

    int threads() const { return static_cast<int>(m_threads.size()); }

private:
    void work()
    {
        std::unique_lock lock(m_mutex);
        for (;;) {
            m_wake.wait(lock, [this] { return m_stopping || !m_queue.empty(); });
            if (m_queue.empty())
                return;
            Task task = std::move(m_queue.front());
            m_queue.pop_front();
            ++m_running;
            lock.unlock();
            task();
            task = nullptr;
            lock.lock();
            --m_running;
        }
    }

    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Task> m_queue;
    std::vector<std::thread> m_threads;
    std::size_t m_bound;
    int m_running = 0;
    bool m_stopping = false;
};

WorkerPool::WorkerPool(const char *name, int threads, int queueBound)
    : m_impl(std::make_unique<Impl>(name, threads, queueBound))
{}

WorkerPool::~WorkerPool()
{
    m_impl->stop();
}

bool WorkerPool::tryPost(Task task)
{
    return m_impl->tryPost(std::move(task));
}

void WorkerPool::stop()
{
    m_impl->stop();
}

int WorkerPool::waiting() const
{
    return m_impl->waiting();
}

int WorkerPool::running() const
{
    return m_impl->running();
}

int WorkerPool::threads() const
{
    return m_impl->threads();
}

} // namespace crema::platform
