// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/agreement/real_orders.h"

#include <QFile>
#include <QStringList>

namespace crema::testing {
namespace {

/// The cells of one line; quotes are doubled within quotes, and no cell of the file goes over a line.
QStringList cellsOf(const QString &line)
{
    QStringList cells{QString()};
    bool isQuoted = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar letter = line.at(i);
        if (letter == u'"' && isQuoted && i + 1 < line.size() && line.at(i + 1) == u'"')
            cells.last() += line.at(++i);
        else if (letter == u'"')
            isQuoted = !isQuoted;
        else if (letter == u',' && !isQuoted)
            cells.append(QString());
        else
            cells.last() += letter;
    }
    return cells;
}

Price priceOf(const QString &text, Currency currency)
{
    const QString decimals = text.section(u'.', 1).leftJustified(2, u'0');
    const bool isBelowCent = decimals.size() > 2;
    return {Money((text.section(u'.', 0, 0) + decimals).toLongLong(), currency), isBelowCent ? 10 : 1};
}

} // namespace

std::optional<QList<RealOrder>> realOrders(Currency currency)
{
    QFile file(qEnvironmentVariable("CREMA_REAL_DATA") + QStringLiteral("/orders.csv"));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    QList<RealOrder> orders;
    file.readLine(); // names of the columns
    while (!file.atEnd()) {
        const QStringList cells = cellsOf(QString::fromUtf8(file.readLine()).trimmed());
        if (cells.size() != 10)
            return std::nullopt;
        if (orders.isEmpty() || orders.last().invoice != cells[0])
            orders.append({cells[0], cells[1] == QStringLiteral("credit"), cells[8], cells[9], {}});
        orders.last().lines.append({cells[2], cells[3], cells[4].toLongLong(), priceOf(cells[5], currency)});
    }
    return orders;
}

} // namespace crema::testing
