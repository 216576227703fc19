// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/database/transaction.h"

namespace crema::platform {

Transaction::Transaction(Connection &connection, Isolation isolation) : m_connection(connection)
{
    Q_ASSERT(!connection.isInTransaction());
    m_connection.runScript(isolation == Isolation::RepeatableRead ? "begin isolation level repeatable read" : "begin");
}

Transaction::~Transaction()
{
    if (!m_open || m_connection.isBroken())
        return;
    try {
        m_connection.runScript("rollback");
    } catch (const DatabaseFailure &) {
        // The session is gone, and with it the transaction; the pool drops the connection.
    }
}

void Transaction::commit()
{
    m_connection.runScript("commit");
    m_open = false;
}

} // namespace crema::platform
