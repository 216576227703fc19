// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/database/database_failure.h"

#include <QCoreApplication>

namespace crema::platform {
namespace {

/// What the server says may hold values of a customer or a person: it goes to the log, never into an answer.
Problem problemOf(const QByteArray &sqlState)
{
    return {ProblemKind::Unavailable,
            QStringLiteral("storage.database"),
            QCoreApplication::translate("crema::platform::Database", "The database did not take the request (%1).")
                .arg(sqlState.isEmpty() ? QStringLiteral("-") : QString::fromLatin1(sqlState)),
            QCoreApplication::translate("crema::platform::Database", "Send the same request again in a moment."),
            {}};
}

} // namespace

DatabaseFailure::DatabaseFailure(const QByteArray &sqlState, const QString &detail)
    : StorageFailure(problemOf(sqlState)), m_sqlState(sqlState), m_detail(detail),
      m_what((sqlState + ' ' + detail.toUtf8()).toStdString())
{}

bool DatabaseFailure::isRetryable() const
{
    return m_sqlState == "40001" || m_sqlState == "40P01" || isUniqueViolation();
}

bool DatabaseFailure::isUniqueViolation() const
{
    return m_sqlState == "23505";
}

bool DatabaseFailure::isConnectionLost() const
{
    // Class 08: connection exceptions; 57P01 to 57P03: the server goes away or is not there yet; 25P03: it ended an
    // idle transaction.
    return m_sqlState.isEmpty() || m_sqlState.startsWith("08") || m_sqlState.startsWith("57P") || m_sqlState == "25P03";
}

} // namespace crema::platform
