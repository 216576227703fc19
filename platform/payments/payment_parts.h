// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/domain/domain_core.h"
#include "platform/payments/payment_worker.h"

namespace crema::platform {

class SimulatedProvider;

/// All of card payments that a running platform has: the provider that was chosen, the intents, the desk and the
/// routes. Made and ended on the main thread.
class PaymentParts
{
public:
    /// `parts` and `core` outlive this; the core wakes the desk from now on.
    PaymentParts(const PlatformParts &parts, DomainCore &core, const ServeOptions &options);
    ~PaymentParts();

    void addRoutes(http::Router &router);
    /// Where the platform is reached, unless whoever runs it named another address.
    void setAddress(const QString &address);

    [[nodiscard]] PaymentWorker &worker() { return *m_worker; }

private:
    void choose(const ServeOptions &options);

    DomainCore &m_core;
    PaymentSettings m_settings;
    std::unique_ptr<PaymentProvider> m_provider; ///< none: nobody takes card payments here
    SimulatedProvider *m_simulated = nullptr;    ///< the same, where it is that one
    std::unique_ptr<PostgresIntentStore> m_store;
    std::unique_ptr<PaymentWorker> m_worker;
};

} // namespace crema::platform
