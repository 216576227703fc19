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
    // The quit stands behind the jobs already posted, so each of them still runs.
    QMetaObject::invokeMethod(
        m_worker,
        [worker = m_worker, thread = m_thread.get()] {
            worker->deleteLater();
            thread->quit();
        },
        Qt::QueuedConnection);
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
