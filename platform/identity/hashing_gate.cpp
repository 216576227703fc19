// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/identity/hashing_gate.h"

namespace crema::platform {

HashingGate::Place::~Place()
{
    if (m_gate)
        m_gate->leave();
}

std::optional<HashingGate::Place> HashingGate::enter()
{
    std::unique_lock lock(m_mutex);
    if (m_free == 0) {
        if (m_mayWait == 0)
            return std::nullopt;
        --m_mayWait;
        m_left.wait(lock, [this] { return m_free > 0; });
        ++m_mayWait;
    }
    --m_free;
    return std::optional<Place>(std::in_place, *this);
}

void HashingGate::leave()
{
    {
        const std::lock_guard lock(m_mutex);
        ++m_free;
    }
    m_left.notify_one();
}

} // namespace crema::platform
