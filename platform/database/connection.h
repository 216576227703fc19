// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/database/param.h"
#include "platform/database/rows.h"
#include "platform/database/secret_columns.h"

#include <QHash>

#include <memory>

struct pg_conn;

namespace crema::platform {

/// One session with PostgreSQL, used by one thread at a time. Statements are compiled-in files by name; each is
/// prepared on its first use. Everything throws DatabaseFailure when the server says no.
class Connection
{
public:
    /// `url` is a libpq connection string or URI. Sessions carry the limits of sync.md rule 10: a transaction may
    /// idle for 10 s, a statement run for 60 s, a lock be waited for 20 s.
    explicit Connection(const QString &url);
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    /// Runs the statement "<domain>/<statement>" with its parameters.
    Rows run(const char *statement, const Params &params = {});

    /// Runs text of our own, such as a migration: several statements, no parameters, no answer.
    void runScript(const QByteArray &text);

    /// Sends rows in COPY's text form to `copy <target> from stdin`; fields are escaped by copyField().
    void copyIn(const QByteArray &target, const QByteArray &lines);

    [[nodiscard]] bool isBroken() const;
    [[nodiscard]] bool isInTransaction() const;
    /// Whether the server still holds an idle session, as far as it has told; costs one look at the socket.
    [[nodiscard]] bool isStillThere();

    /// What seals the secret columns of this database; none: they stand in clear.
    void setSecrets(std::shared_ptr<const SecretColumns> secrets) { m_secrets = std::move(secrets); }
    [[nodiscard]] const SecretColumns *secrets() const { return m_secrets.get(); }
    [[nodiscard]] const std::shared_ptr<const SecretColumns> &sharedSecrets() const { return m_secrets; }

private:
    struct Close {
        void operator()(pg_conn *connection) const;
    };

    [[noreturn]] void fail(pg_result *result);
    Rows checked(pg_result *result);

    std::unique_ptr<pg_conn, Close> m_connection;
    QHash<QByteArray, QByteArray> m_prepared;
    std::shared_ptr<const SecretColumns> m_secrets;
};

/// One field of a COPY line: backslash, tab and line ends escaped.
[[nodiscard]] QByteArray copyField(QByteArrayView utf8);

} // namespace crema::platform
