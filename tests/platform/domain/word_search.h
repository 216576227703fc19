// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QStringList>

#include <gtest/gtest.h>
#include <libpq-fe.h>

namespace crema::testing {

/// The rows of this text, as PostgreSQL writes their values.
inline QList<QByteArrayList> rowsOfText(const QString &url, const QByteArray &query)
{
    PGconn *connection = PQconnectdb(url.toUtf8().constData());
    PGresult *result = PQexec(connection, query.constData());
    EXPECT_EQ(PQresultStatus(result), PGRES_TUPLES_OK) << PQerrorMessage(connection) << query.constData();
    QList<QByteArrayList> rows;
    for (int row = 0; row < PQntuples(result); ++row) {
        QByteArrayList values;
        for (int column = 0; column < PQnfields(result); ++column)
            values.append(PQgetvalue(result, row, column));
        rows.append(values);
    }
    PQclear(result);
    PQfinish(connection);
    return rows;
}

/// Where one of the words stands in the whole database, as `schema.table.column: word`.
inline QStringList placesOfWords(const QString &url, const QByteArrayList &words)
{
    const QList<QByteArrayList> columns = rowsOfText(
        url, "select c.table_schema || '.' || c.table_name, c.column_name, c.data_type "
             "from information_schema.columns c join information_schema.tables t using (table_schema, table_name) "
             "where t.table_type = 'BASE TABLE' and c.table_schema not in ('pg_catalog', 'information_schema') "
             "order by 1, 2");
    EXPECT_GT(columns.size(), 50);
    QByteArrayList questions;
    for (const QByteArrayList &column : columns) {
        const QByteArray name = '"' + column[1] + '"';
        const QByteArray text = column[2] == "bytea" ? "encode(" + name + ", 'escape')" : name + "::text";
        for (const QByteArray &word : words)
            questions.append("select '" + column[0] + '.' + column[1] + ": " + word + "' where exists (select from " +
                             column[0] + " where strpos(lower(" + text + "), lower('" + word + "')) > 0)");
    }
    QStringList places;
    const QList<QByteArrayList> found = rowsOfText(url, questions.join(" union all "));
    for (const QByteArrayList &row : found)
        places.append(QString::fromUtf8(row[0]));
    return places;
}

} // namespace crema::testing
