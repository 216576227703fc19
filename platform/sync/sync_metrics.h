// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/sync/push.h"

#include <memory>

namespace crema::platform {

class Metrics;

/// Counts what devices send, by outcome, and what needs an alarm: known ids that come with other bytes.
class SyncMetrics
{
public:
    explicit SyncMetrics(Metrics &metrics);
    ~SyncMetrics();

    void count(const PushOutcome &outcome);

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace crema::platform
