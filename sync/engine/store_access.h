// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/seams/executor.h"
#include "sync/store/local_store.h"

#include <QCoroFuture>
#include <QCoroTask>

#include <QCoreApplication>

namespace crema::sync {

/// The local store, reached from another thread: work is run on its executor, the answer comes back to the caller's
/// thread. The store itself is opened, used and closed on the executor only.
class StoreAccess : public std::enable_shared_from_this<StoreAccess>
{
public:
    explicit StoreAccess(Executor &executor) : m_executor(executor) {}

    /// Runs `work(LocalStore &)`, which answers a Result. Errors: `store.closed` and those of the work.
    template<class Work>
    auto run(Work work, Urgency urgency = Urgency::Asked) -> QCoro::Task<std::invoke_result_t<Work, LocalStore &>>
    {
        using Answer = std::invoke_result_t<Work, LocalStore &>;
        const auto self = shared_from_this();
        const auto future = submit(m_executor, urgency, [self, work = std::move(work)]() mutable -> Answer {
            if (!self->m_store)
                return failure(closed());
            try {
                Answer answer = work(*self->m_store);
                // A job of its own, so that whoever waits for this answer does not wait for that.
                if (self->m_store->isCheckpointDue() && !std::exchange(self->m_isCheckpointGiven, true))
                    self->m_executor.post([self] { self->checkpoint(); }, Urgency::Behind);
                return answer;
            } catch (const StorageFailure &failed) {
                return failure(failed.problem());
            }
        });
        co_return co_await future;
    }

    /// On the executor only.
    void set(std::unique_ptr<LocalStore> store) { m_store = std::move(store); }
    [[nodiscard]] bool isOpen() const { return m_store != nullptr; }
    [[nodiscard]] Executor &executor() { return m_executor; }

private:
    void checkpoint()
    {
        m_isCheckpointGiven = false;
        if (m_store)
            m_store->checkpointIfDue();
    }

    [[nodiscard]] static Problem closed()
    {
        return {ProblemKind::Unavailable,
                QStringLiteral("store.closed"),
                QCoreApplication::translate("Store", "The local store is not open."),
                QCoreApplication::translate("Store", "Start the program again; what was recorded is kept."),
                {}};
    }

    Executor &m_executor;
    std::unique_ptr<LocalStore> m_store;
    bool m_isCheckpointGiven = false; ///< and has not run
};

/// The same store for work that nobody waits for: it gives way to what people do.
class StoreBehind
{
public:
    explicit StoreBehind(std::shared_ptr<StoreAccess> store) : m_store(std::move(store)) {}

    /// As StoreAccess::run().
    template<class Work>
    auto run(Work work) const -> QCoro::Task<std::invoke_result_t<Work, LocalStore &>>
    {
        return m_store->run(std::move(work), Urgency::Behind);
    }
    [[nodiscard]] Executor &executor() const { return m_store->executor(); }

private:
    std::shared_ptr<StoreAccess> m_store;
};

} // namespace crema::sync
