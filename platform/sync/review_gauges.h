// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/domain/domain_core.h"

#include <memory>

namespace crema::platform {

/// How much waits for a person on the platform, for Prometheus. Any thread.
class ReviewGauges
{
public:
    /// `core` outlives this.
    explicit ReviewGauges(DomainCore &core);
    ~ReviewGauges();

    /// Reads anew. Never throws: a database that does not answer is told elsewhere.
    void look();

private:
    class Gauges;

    DomainCore &m_core;
    std::unique_ptr<Gauges> m_gauges;
};

} // namespace crema::platform
