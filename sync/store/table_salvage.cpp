// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/table_salvage.h"

#include "sync/store/sql_failure.h"

#include <QFile>
#include <QtEndian>

#include <sqlite3.h>

namespace crema::sync {
namespace {

/// How often one table is asked anew behind pages that do not read; each costs some microseconds.
constexpr int mostProbes = 20'000;
constexpr qsizetype prefixBytes = 8;

struct Finalizer {
    void operator()(sqlite3_stmt *statement) const { sqlite3_finalize(statement); }
};
using Statement = std::unique_ptr<sqlite3_stmt, Finalizer>;

enum class KeyKind { Number, Bytes, Text };

/// A table with the key that its rows stand in the order of.
struct Table {
    QString name;
    QString key;
    KeyKind kind;
};

QString form(const char *name)
{
    QFile file(QStringLiteral(":/sql/crema_sync/salvage/%1.sql").arg(QLatin1String(name)));
    const bool found = file.open(QIODevice::ReadOnly);
    Q_ASSERT_X(found, "form", name);
    return QString::fromUtf8(file.readAll());
}

/// Null when the damage is such that the table is not even known.
Statement prepare(Database &database, const QString &sql)
{
    sqlite3_stmt *statement = nullptr;
    sqlite3_prepare_v2(database.handle(), sql.toUtf8().constData(), -1, &statement, nullptr);
    return Statement(statement);
}

QList<Table> tablesOf(Database &database)
{
    QList<std::pair<QString, bool>> names;
    {
        Rows rows = database.query("list_own_tables");
        while (rows.next())
            names.append({rows.text(0), rows.integer(1) != 0});
    }
    QList<Table> tables;
    for (const auto &[name, withoutNumber] : std::as_const(names)) {
        Table table{name, QStringLiteral("rowid"), KeyKind::Number};
        Rows rows = database.query("read_first_key_column", {name});
        if (withoutNumber && rows.next()) {
            table.key = rows.text(0);
            table.kind = rows.text(1) == QLatin1String("BLOB") ? KeyKind::Bytes : KeyKind::Text;
        }
        tables.append(table);
    }
    return tables;
}

/// Copies one table. Keys are looked at as positions on a line of 64 bits: a number itself, or the first eight bytes.
class TableCopy
{
public:
    TableCopy(Database &damaged, Database &fresh, const Table &table)
        : m_fresh(fresh), m_kind(table.kind), m_up(prepare(damaged, filled("read_rows_up", table))),
          m_down(prepare(damaged, filled("read_rows_down", table)))
    {
        if (!m_up || !m_down)
            return;
        QStringList values(sqlite3_column_count(m_up.get()) - 1, QStringLiteral("?"));
        m_add = prepare(fresh, filled("add_row", table).replace(QStringLiteral("{values}"), values.join(u',')));
        if (!m_add)
            throwStorageFailure(fresh.handle());
    }

    [[nodiscard]] SalvageReport run()
    {
        if (!m_up || !m_down)
            return {0, 1};
        copyBetween(0, m_kind == KeyKind::Number ? quint64(std::numeric_limits<qint64>::max())
                                                 : std::numeric_limits<quint64>::max());
        return m_report;
    }

private:
    static QString filled(const char *name, const Table &table)
    {
        return form(name).replace(QStringLiteral("{table}"), table.name).replace(QStringLiteral("{key}"), table.key);
    }

    /// Both ends included.
    void copyBetween(quint64 first, quint64 last)
    {
        std::optional<quint64> highestFromBelow;
        if (walk(m_up.get(), first, last, highestFromBelow))
            return;
        m_report.damagedTables = 1;
        std::optional<quint64> lowestFromAbove;
        walk(m_down.get(), first, last, lowestFromAbove);
        if (highestFromBelow == last || lowestFromAbove == first)
            return;
        // Somewhere in between lies what does not read: each half is tried for itself.
        const quint64 low = highestFromBelow ? *highestFromBelow + 1 : first;
        const quint64 high = lowestFromAbove ? *lowestFromAbove - 1 : last;
        if (low >= high || --m_probes <= 0)
            return;
        const quint64 middle = low + (high - low) / 2;
        copyBetween(low, middle);
        copyBetween(middle + 1, high);
    }

    /// Copies rows until one does not read; true when all in between were. `at` becomes the position of the last one.
    bool walk(sqlite3_stmt *rows, quint64 first, quint64 last, std::optional<quint64> &at)
    {
        bind(rows, 1, first, '\0');
        bind(rows, 2, last, '\xff');
        int code = sqlite3_step(rows);
        for (; code == SQLITE_ROW; code = sqlite3_step(rows)) {
            at = positionOf(rows);
            add(rows);
        }
        sqlite3_reset(rows);
        return code == SQLITE_DONE;
    }

    void bind(sqlite3_stmt *rows, int place, quint64 position, char filling) const
    {
        if (m_kind == KeyKind::Number) {
            sqlite3_bind_int64(rows, place, static_cast<sqlite3_int64>(position));
            return;
        }
        QByteArray bytes(prefixBytes, '\0');
        qToBigEndian(position, bytes.data());
        if (filling != '\0')
            bytes += QByteArray(64, filling);
        const auto size = static_cast<int>(bytes.size());
        if (m_kind == KeyKind::Bytes)
            sqlite3_bind_blob(rows, place, bytes.constData(), size, SQLITE_TRANSIENT);
        else
            sqlite3_bind_text(rows, place, bytes.constData(), size, SQLITE_TRANSIENT);
    }

    [[nodiscard]] quint64 positionOf(sqlite3_stmt *rows) const
    {
        if (m_kind == KeyKind::Number)
            return static_cast<quint64>(std::max<sqlite3_int64>(sqlite3_column_int64(rows, 0), 0));
        const auto *bytes = static_cast<const char *>(sqlite3_column_blob(rows, 0));
        QByteArray prefix(bytes, std::min<qsizetype>(sqlite3_column_bytes(rows, 0), prefixBytes));
        return qFromBigEndian<quint64>(prefix.leftJustified(prefixBytes, '\0').constData());
    }

    void add(sqlite3_stmt *rows)
    {
        for (int column = 1; column < sqlite3_column_count(rows); ++column)
            sqlite3_bind_value(m_add.get(), column, sqlite3_column_value(rows, column));
        const int code = sqlite3_step(m_add.get());
        sqlite3_reset(m_add.get());
        if (code == SQLITE_DONE)
            m_report.rows += sqlite3_changes(m_fresh.handle());
        else if ((code & 0xff) != SQLITE_CONSTRAINT) // a row that is no row of this table reads as damage
            throwStorageFailure(m_fresh.handle());
    }

    Database &m_fresh;
    KeyKind m_kind;
    Statement m_up;
    Statement m_down;
    Statement m_add;
    SalvageReport m_report;
    int m_probes = mostProbes;
};

} // namespace

SalvageReport salvageTables(Database &damaged, Database &fresh)
{
    SalvageReport report;
    const QList<Table> tables = tablesOf(fresh);
    for (const Table &table : tables) {
        const SalvageReport copied = TableCopy(damaged, fresh, table).run();
        report.rows += copied.rows;
        report.damagedTables += copied.damagedTables;
    }
    return report;
}

} // namespace crema::sync
