// SPDX-License-Identifier: GPL-3.0-or-later
// What needs attention in the example shop, and how its devices are.
#include "app/desktop/example/example_desk.h"

namespace crema::desktop {

void ExampleDesk::addAttention(const sync::AttentionItem &item)
{
    m_attention.items.append(item);
    m_state.queue.needsAttention = m_attention.items.size();
    Q_EMIT changed();
}

QCoro::Task<Result<sync::AttentionList>> ExampleDesk::attention(int limit)
{
    co_await turn();
    sync::AttentionList list = m_attention;
    list.items.resize(std::min<qsizetype>(list.items.size(), limit));
    co_return list;
}

QCoro::Task<Result<void>> ExampleDesk::allowDeletion()
{
    co_await turn();
    if (failResolve)
        co_return failure(*std::exchange(failResolve, std::nullopt));
    m_state.deletion.reset();
    Q_EMIT changed();
    co_return Result<void>();
}

QCoro::Task<Result<void>> ExampleDesk::resolve(CardId card, sync::CardAnswer answer)
{
    co_await turn();
    if (failResolve)
        co_return failure(*std::exchange(failResolve, std::nullopt));
    m_lastAnswer = std::pair(card, answer);
    const bool isBack = answer.decision == Decision::Reopen;
    QList<sync::AttentionItem> &from = isBack ? m_resolved : m_attention.items;
    QList<sync::AttentionItem> &to = isBack ? m_attention.items : m_resolved;
    for (qsizetype i = 0; i < from.size(); ++i) {
        if (from.at(i).id == card) {
            to.append(from.takeAt(i));
            break;
        }
    }
    m_state.queue.needsAttention = m_attention.items.size();
    Q_EMIT changed();
    co_return Result<void>();
}

QCoro::Task<Result<sync::KnownDevices>> ExampleDesk::devices()
{
    co_await turn();
    const Result<sync::KnownDevices> answer = m_devices;
    co_return answer;
}

} // namespace crema::desktop
