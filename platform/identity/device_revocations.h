// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/id.h"
#include "models/base/problem.h"

#include <QSet>

#include <mutex>
#include <optional>

namespace crema::platform {

class SyncStorage;

/// Which devices were shut out, read anew every three seconds: an access token says for a quarter of an hour what was
/// true when it was made. Of one that is out it is read anew each time, so that it comes in again at once, at every
/// node. Any thread may use it.
class DeviceRevocations
{
public:
    static constexpr std::int64_t staleMs = 3'000;

    /// `storage` outlives this.
    explicit DeviceRevocations(SyncStorage &storage) : m_storage(storage) {}

    /// May read. What is known already holds on while the storage does not answer.
    [[nodiscard]] bool isShutOut(DeviceId device, std::int64_t monotonicMs);
    /// The same without reading; nothing when that would be needed, also for every device that was out.
    [[nodiscard]] std::optional<bool> isKnownAsShutOut(DeviceId device, std::int64_t monotonicMs);

private:
    [[nodiscard]] bool isStale(std::int64_t monotonicMs) const;

    SyncStorage &m_storage;
    std::mutex m_mutex;
    QSet<DeviceId> m_shutOut;
    std::optional<std::int64_t> m_readAtMs;
};

/// `device.revoked`.
[[nodiscard]] Problem shutOut();

} // namespace crema::platform
