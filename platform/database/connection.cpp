// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/database/connection.h"

#include "platform/database/database_failure.h"
#include "platform/database/statements.h"

#include <libpq-fe.h>

namespace crema::platform {
namespace {

// One plan for each statement: planning a list of products anew for its values costs as much as reading it. None is
// compiled: before a table was analysed, that takes longer than any of them runs.
constexpr char sessionSettings[] =
    "-c idle_in_transaction_session_timeout=10s -c statement_timeout=60s -c lock_timeout=20s "
    "-c timezone=UTC -c datestyle=ISO -c client_min_messages=warning -c plan_cache_mode=force_generic_plan -c jit=off";

pg_conn *open(const QString &url)
{
    const QByteArray target = url.toUtf8();
    const char *keywords[] = {"options", "application_name", "connect_timeout", "client_encoding", "dbname", nullptr};
    const char *values[] = {sessionSettings, "crema-platform", "10", "UTF8", target.constData(), nullptr};
    return PQconnectdbParams(keywords, values, 1);
}

} // namespace

void Connection::Close::operator()(pg_conn *connection) const
{
    PQfinish(connection);
}

Connection::Connection(const QString &url) : m_connection(open(url))
{
    if (PQstatus(m_connection.get()) != CONNECTION_OK)
        throw DatabaseFailure({}, QString::fromUtf8(PQerrorMessage(m_connection.get())).trimmed());
}

Rows Connection::run(const char *statement, const Params &params)
{
    const auto key = QByteArray::fromRawData(statement, qstrlen(statement));
    auto prepared = m_prepared.constFind(key);
    if (prepared == m_prepared.constEnd()) {
        const QByteArray name(statement);
        checked(PQprepare(m_connection.get(), name.constData(), statementText(statement).constData(), 0, nullptr));
        prepared = m_prepared.insert(name, name);
    }
    std::vector<const char *> values(params.size());
    std::vector<int> sizes(params.size());
    std::vector<int> formats(params.size());
    for (std::size_t i = 0; i < params.size(); ++i) {
        values[i] = params[i].text();
        sizes[i] = params[i].size();
        formats[i] = params[i].isBinary() ? 1 : 0;
    }
    return checked(PQexecPrepared(m_connection.get(), prepared->constData(), static_cast<int>(values.size()),
                                  values.data(), sizes.data(), formats.data(), 0));
}

void Connection::runScript(const QByteArray &text)
{
    checked(PQexec(m_connection.get(), text.constData()));
}

void Connection::copyIn(const QByteArray &target, const QByteArray &lines)
{
    pg_result *started = PQexec(m_connection.get(), ("copy " + target + " from stdin").constData());
    if (PQresultStatus(started) != PGRES_COPY_IN)
        fail(started);
    PQclear(started);
    if (PQputCopyData(m_connection.get(), lines.constData(), static_cast<int>(lines.size())) != 1 ||
        PQputCopyEnd(m_connection.get(), nullptr) != 1)
        fail(nullptr);
    checked(PQgetResult(m_connection.get()));
    // COPY ends with a null result; without reading it the next statement would find the session busy.
    while (pg_result *rest = PQgetResult(m_connection.get()))
        PQclear(rest);
}

bool Connection::isBroken() const
{
    return PQstatus(m_connection.get()) != CONNECTION_OK;
}

bool Connection::isInTransaction() const
{
    const PGTransactionStatusType status = PQtransactionStatus(m_connection.get());
    return status != PQTRANS_IDLE && status != PQTRANS_UNKNOWN; // unknown: the session is gone
}

bool Connection::isStillThere()
{
    // Reads what has come meanwhile without waiting. A server that ends a session says why and then closes it: the
    // first look finds the words, the second the end.
    pg_conn *connection = m_connection.get();
    return PQconsumeInput(connection) == 1 && PQconsumeInput(connection) == 1 && !isBroken();
}

void Connection::fail(pg_result *result)
{
    const char *field = result ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : nullptr;
    const QByteArray state(field ? field : "");
    const char *text = result ? PQresultErrorMessage(result) : PQerrorMessage(m_connection.get());
    const QString message = QString::fromUtf8(text).trimmed();
    PQclear(result);
    throw DatabaseFailure(state, message);
}

Rows Connection::checked(pg_result *result)
{
    const ExecStatusType status = PQresultStatus(result);
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
        fail(result);
    return Rows(result);
}

QByteArray copyField(QByteArrayView utf8)
{
    QByteArray escaped;
    escaped.reserve(utf8.size());
    for (const char byte : utf8) {
        switch (byte) {
        case '\\': escaped += "\\\\"; break;
        case '\t': escaped += "\\t"; break;
        case '\n': escaped += "\\n"; break;
        case '\r': escaped += "\\r"; break;
        default: escaped += byte;
        }
    }
    return escaped;
}

} // namespace crema::platform
