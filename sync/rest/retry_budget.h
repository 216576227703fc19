// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>

namespace crema::sync {

/// Lets at most a tenth of a client's traffic be second attempts (sync.md rule 22), so that a platform in trouble does
/// not get more of it. What is saved up is good for ten.
class RetryBudget
{
public:
    void earn() { m_tenths = std::min(m_tenths + 1, most); }
    /// Whether one more attempt may be made now; it is paid for then.
    [[nodiscard]] bool spend()
    {
        if (m_tenths < 10)
            return false;
        m_tenths -= 10;
        return true;
    }

private:
    static constexpr int most = 100;

    int m_tenths = most;
};

} // namespace crema::sync
