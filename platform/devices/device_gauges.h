// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/domain/domain_core.h"

#include <memory>
#include <mutex>

namespace crema::platform {

/// What devices told about themselves, as gauges for Prometheus: a silent till cannot be scraped, so the platform
/// speaks for it. Labels are `location` and `register`, of which an enrolment makes one each; a revoked device goes,
/// and of more than `most` devices the rest is only counted. Any thread.
class DeviceGauges
{
public:
    static constexpr int most = 500;

    /// `core` outlives this.
    explicit DeviceGauges(DomainCore &core);
    ~DeviceGauges();

    /// Reads anew. Never throws: a database that does not answer is told elsewhere.
    void look();

private:
    class Families;

    DomainCore &m_core;
    std::mutex m_mutex;
    std::unique_ptr<Families> m_families;
};

} // namespace crema::platform
