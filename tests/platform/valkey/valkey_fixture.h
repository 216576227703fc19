// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/base/log.h"
#include "platform/base/metrics.h"
#include "platform/valkey/limit_keys.h"
#include "platform/valkey/valkey.h"
#include "tests/platform/valkey/valkey_server.h"
#include "tests/testing/fixed_clock.h"

#include <gtest/gtest.h>

#include <mutex>
#include <thread>

namespace crema::testing {

/// One process of a platform, as far as it goes to Valkey.
struct ValkeyUser {
    explicit ValkeyUser(const platform::ValkeyAddress &address) : valkey(address, log, metrics) {}

    QByteArrayList logged()
    {
        log.flush();
        const std::lock_guard lock(mutex);
        return lines;
    }
    /// Until it has seen what the server does now.
    void waitUntilUp(bool isUp) const
    {
        while (valkey.isUp() != isUp)
            std::this_thread::yield();
    }

    FixedClock clock;
    std::mutex mutex;
    QByteArrayList lines;
    platform::Log log{clock, platform::LogLevel::Info, [this](QByteArrayView line) {
                          const std::lock_guard lock(mutex);
                          lines.append(line.toByteArray());
                      }};
    platform::Metrics metrics;
    platform::Valkey valkey;
    platform::LimitKeys keys{QByteArrayLiteral("a secret of the platform")};
};

enum class Kept { ByTheProcess, InValkey };

inline std::string nameOf(const ::testing::TestParamInfo<Kept> &info)
{
    return info.param == Kept::InValkey ? "InValkey" : "ByTheProcess";
}

} // namespace crema::testing
