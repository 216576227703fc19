// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "platform/payments/desk_watcher.h"
#include "platform/payments/intent_store.h"
#include "platform/payments/payment_provider.h"

namespace crema::platform {

/// Talks to the provider about intents, one step at a time (docs/adr/063). Whatever it is about to ask is noted before:
/// ended at any moment, it goes on with the same key, and the customer pays once (sync.md rule 8). Several desks may
/// work at one store.
class PaymentDesk
{
public:
    /// So long one desk keeps an intent from the others: more than all that one step asks of a provider can take.
    static constexpr std::int64_t claimMs = 6 * 60'000;

    /// All outlive this. Without a provider whatever is wanted fails, and what was asked before stays unknown.
    PaymentDesk(IntentStore &store, PaymentProvider *provider, const Clock &clock, DeskWatcher &watcher)
        : m_store(store), m_provider(provider), m_clock(clock), m_watcher(watcher)
    {}

    /// Does the next step of the intent that is due longest; false when none is due. `onTaken` is called once it is
    /// taken, so that another thread may look for the next. Throws StorageFailure.
    bool workOnce(const std::function<void()> &onTaken = {});

private:
    /// What became of one step.
    struct Step {
        PaymentIntent intent; ///< as it stands after it
        bool isAnswered = true;
        bool isRefused = false; ///< a refund was
    };

    void work(const DueIntent &due);
    [[nodiscard]] Step ask(const DueIntent &due);
    [[nodiscard]] Step begin(const DueIntent &due);
    [[nodiscard]] Step refund(const PaymentIntent &intent);
    [[nodiscard]] Step take(const PaymentIntent &intent, const ProviderAnswer &answer);
    [[nodiscard]] ProviderAnswer askTimed(DeskCall call, const PaymentQuestion &question);
    [[nodiscard]] std::optional<UtcTime> nextTurn(const DueIntent &due, const Step &step, int tries) const;

    IntentStore &m_store;
    PaymentProvider *m_provider;
    const Clock &m_clock;
    DeskWatcher &m_watcher;
};

} // namespace crema::platform
