// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/client_private.h"
#include "sync/client/hidden_costs.h"
#include "sync/store/attention_reader.h"

namespace crema::sync {
namespace {

/// What products cost goes with a card to whoever may see it; the others see that it is about that.
AttentionList seen(LocalStore &local, AttentionList list)
{
    if (mayRead(local, Reading::Costs))
        return list;
    for (AttentionItem &item : list.items)
        hideCosts(item);
    return list;
}

} // namespace

QCoro::Task<Result<AttentionList>> Client::attention(int limit)
{
    return Private::read(d, [limit](LocalStore &local) {
        return local.read([&]() -> Result<AttentionList> { return seen(local, findAttention(local, limit)); });
    });
}

QCoro::Task<Result<void>> Client::resolve(CardId card, CardAnswer answer)
{
    return Private::write(d, [card, answer](LocalStore &local) { return recordResolution(local, card, answer); });
}

QCoro::Task<Result<void>> Client::allowDeletion()
{
    const auto self = d;
    auto writing = Private::write(self, [](LocalStore &local) { return local.allowDeletion(); });
    const Result<void> allowed = co_await writing;
    if (allowed && self->loop)
        self->loop->wake();
    co_return allowed;
}

} // namespace crema::sync
