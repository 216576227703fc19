// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/seams/thread_executor.h"

#include <QObject>
#include <QSemaphore>
#include <QThread>

namespace crema::sync {

ThreadExecutor::ThreadExecutor(const QString &name) : m_thread(std::make_unique<QThread>()), m_worker(new QObject)
{
    m_thread->setObjectName(name);
    m_worker->moveToThread(m_thread.get());
    m_thread->start();
}

ThreadExecutor::~ThreadExecutor()
{
    // The quit stands behind the jobs already posted, so each of them still runs. It waits for this thread to be done
    // with posting it: Qt wakes the other thread's event loop at the very end of that, when it might be gone already.
    QSemaphore posted;
    QMetaObject::invokeMethod(
        m_worker,
        [&posted, worker = m_worker, thread = m_thread.get()] {
            posted.acquire();
            worker->deleteLater();
            thread->quit();
        },
        Qt::QueuedConnection);
    posted.release();
    m_thread->wait();
}

void ThreadExecutor::post(std::function<void()> job)
{
    QMetaObject::invokeMethod(m_worker, std::move(job), Qt::QueuedConnection);
}

void ThreadExecutor::finish()
{
    Q_ASSERT(QThread::currentThread() != m_thread.get());
    QSemaphore reached;
    post([&reached] { reached.release(); });
    reached.acquire();
}

} // namespace crema::sync
