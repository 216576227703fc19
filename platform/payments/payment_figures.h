// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/payments/desk_watcher.h"

#include <memory>

namespace crema::platform {

class Log;
class Metrics;

/// What the desk does, for Prometheus and the log: ids, states and codes, never an address, a card or a key.
class PaymentFigures final : public DeskWatcher
{
public:
    /// `provider` is "stripe", "simulated" or "none". Both outlive this.
    PaymentFigures(Metrics &metrics, Log &log, QStringView provider);
    ~PaymentFigures() override;

    void asked(DeskCall call, std::int64_t ms, bool isAnswered) override;
    void changed(const PaymentIntent &before, const PaymentIntent &after) override;
    void refundRefused(const PaymentIntent &intent, const QString &problem) override;

private:
    class Families;

    Log &m_log;
    std::unique_ptr<Families> m_families;
};

} // namespace crema::platform
