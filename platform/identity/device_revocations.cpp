// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/identity/device_revocations.h"

#include "models/operations/storage_failure.h"
#include "platform/sync/sync_storage.h"

#include <QCoreApplication>

namespace crema::platform {

Problem shutOut()
{
    return {
        ProblemKind::NotAllowed,
        QStringLiteral("device.revoked"),
        QCoreApplication::translate("crema::platform::DeviceRevocations", "This device was shut out."),
        QCoreApplication::translate("crema::platform::DeviceRevocations",
                                    "Nothing is lost: it keeps what it has. A manager lets it in again with a one-time "
                                    "code."),
        {}};
}

bool DeviceRevocations::isStale(std::int64_t monotonicMs) const
{
    return !m_readAtMs || monotonicMs - *m_readAtMs >= staleMs;
}

bool DeviceRevocations::isShutOut(DeviceId device, std::int64_t monotonicMs)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!isStale(monotonicMs) && !m_shutOut.contains(device))
            return false;
        m_readAtMs = monotonicMs;
    }
    // Nobody waits for this read: who is let in is asked about on the thread of the network.
    std::optional<QList<DeviceId>> read;
    try {
        read = m_storage.shutOutDevices();
    } catch (const StorageFailure &) {
        // Looked at again in a moment; whatever the request needs of the storage fails by itself.
    }
    const std::lock_guard lock(m_mutex);
    if (read)
        m_shutOut = QSet<DeviceId>(read->cbegin(), read->cend());
    return m_shutOut.contains(device);
}

std::optional<bool> DeviceRevocations::isKnownAsShutOut(DeviceId device, std::int64_t monotonicMs)
{
    const std::lock_guard lock(m_mutex);
    const bool isKnown = !isStale(monotonicMs) && !m_shutOut.contains(device);
    return isKnown ? std::optional(false) : std::nullopt;
}

} // namespace crema::platform
