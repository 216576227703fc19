// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/customers/statement.h"

#include <QMap>

#include <algorithm>
#include <utility>

namespace crema {
namespace {

StatementKind kindOf(const Sale &sale)
{
    if (!sale.takesBack())
        return StatementKind::Purchase;
    return sale.lines.isEmpty() ? StatementKind::Return : StatementKind::Exchange;
}

/// What it put on account; below zero: what it took off.
Money changeOf(const Sale &sale)
{
    Money change(0, sale.total.currency());
    for (const Payment &payment : sale.payments) {
        if (payment.method == PaymentMethod::Invoice)
            change += payment.amount;
    }
    return change;
}

/// No rounding may be of no currency.
Money roundingOf(const Sale &sale)
{
    return sale.rounding.isZero() ? Money(0, sale.total.currency()) : sale.rounding;
}

Statement emptyStatement(const StatementPeriod &period, Currency currency)
{
    const Money none(0, currency);
    return {period, none, {}, none, none, none, none};
}

void addLine(Statement &statement, const Sale &sale)
{
    const Money none(0, statement.currency());
    const Money change = changeOf(sale);
    statement.closing += change;
    statement.lines.append({sale.id, sale.number, sale.completedAt, kindOf(sale), sale.total + roundingOf(sale),
                            std::max(change, none), std::max(-change, none), statement.closing});
    for (const SaleLine &line : sale.lines)
        statement.bought += line.gross;
    for (const ReturnedLine &line : sale.returns)
        statement.returned += line.credit();
    statement.rounding += roundingOf(sale);
}

} // namespace

QList<Statement> statementsOf(QList<Sale> sales, const StatementPeriod &period)
{
    // Two of the same moment are told apart by what was made first.
    std::ranges::sort(sales, [](const Sale &a, const Sale &b) {
        return std::pair(a.completedAt, a.id.value().toRfc4122()) < std::pair(b.completedAt, b.id.value().toRfc4122());
    });
    QMap<QString, Statement> byCode;
    for (const Sale &sale : std::as_const(sales)) {
        if (sale.completedAt >= period.to)
            continue;
        const Currency currency = sale.total.currency();
        auto found = byCode.find(currency.code());
        if (found == byCode.end())
            found = byCode.insert(currency.code(), emptyStatement(period, currency));
        if (sale.completedAt >= period.from) {
            addLine(*found, sale);
        } else {
            found->opening += changeOf(sale);
            found->closing = found->opening;
        }
    }
    QList<Statement> statements = byCode.values();
    statements.removeIf([](const Statement &each) { return each.lines.isEmpty() && each.opening.isZero(); });
    return statements;
}

} // namespace crema
