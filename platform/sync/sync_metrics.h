// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/sync/push.h"

#include <memory>

namespace crema::platform {

class Metrics;

/// Counts what devices send, by outcome, and what needs an alarm: known ids that come with other bytes, and stores that
/// hold something else than the platform.
class SyncMetrics
{
public:
    explicit SyncMetrics(Metrics &metrics);
    ~SyncMetrics();

    void count(const PushOutcome &outcome);
    /// A device asked what it should hold; `moved`: nothing could be said of its place.
    void countCheckpoint(bool moved);
    /// The store of a device holds something else of these types.
    void countDifferences(const QStringList &types);
    /// So many kept sums were not those of the rows.
    void countCorrections(int sums);

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace crema::platform
