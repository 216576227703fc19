// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/storage_failure.h"

#include <QByteArray>

namespace crema::platform {

/// PostgreSQL did not do what was asked. Caught at the edge (route, verb, start), or by retrying() when it is passing.
class DatabaseFailure : public StorageFailure
{
public:
    DatabaseFailure(const QByteArray &sqlState, const QString &detail);

    /// Five characters, see PostgreSQL's appendix A; empty when the connection itself failed.
    [[nodiscard]] const QByteArray &sqlState() const { return m_sqlState; }

    /// What the server said, also as what(); for the log only, it may hold values.
    [[nodiscard]] const QString &detail() const { return m_detail; }
    [[nodiscard]] const char *what() const noexcept override { return m_what.c_str(); }

    /// Serialization failure, deadlock, or a race for a unique key: run again, the same transaction may well succeed or
    /// see who came first.
    [[nodiscard]] bool isRetryable() const;
    [[nodiscard]] bool isUniqueViolation() const;
    /// The connection is gone; nothing is known about a commit that was under way.
    [[nodiscard]] bool isConnectionLost() const;

private:
    QByteArray m_sqlState;
    QString m_detail;
    std::string m_what;
};

} // namespace crema::platform
