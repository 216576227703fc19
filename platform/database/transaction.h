// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/database/connection.h"
#include "platform/database/database_failure.h"

namespace crema::platform {

enum class Isolation { ReadCommitted, RepeatableRead };

/// One transaction; it is rolled back unless commit() returned.
class Transaction
{
public:
    explicit Transaction(Connection &connection, Isolation isolation = Isolation::ReadCommitted);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    Rows run(const char *statement, const Params &params = {}) { return m_connection.run(statement, params); }
    [[nodiscard]] Connection &connection() { return m_connection; }
    void commit();

private:
    Connection &m_connection;
    bool m_open = true;
};

inline constexpr int retryLimit = 5;

/// Runs `work` and runs it again, at most retryLimit times in all, while it fails for a passing reason. `work` makes
/// its own transaction and must not keep anything from a try that failed.
template<class Work>
auto retrying(Work work)
{
    for (int attempt = 1;; ++attempt) {
        try {
            return work();
        } catch (const DatabaseFailure &failure) {
            if (!failure.isRetryable() || attempt == retryLimit)
                throw;
        }
    }
}

} // namespace crema::platform
