// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/world/oracle.h"

namespace crema::simulation {

void Oracle::saleWasBegun(const QUuid &shift, const QUuid &location, const QList<Line> &lines)
{
    Sale sale;
    sale.shift = shift;
    sale.location = location;
    sale.lines = lines;
    m_begun.append(sale);
}

void Oracle::stockWasMoved(const QUuid &variant, const QUuid &location, std::int64_t delta)
{
    m_moved[{variant, location}] += delta;
}

void Oracle::stockMayHaveMoved(const QUuid &variant, const QUuid &location, std::int64_t delta)
{
    m_maybeMoved.append({variant, location, delta});
}

void Oracle::initialStock(const QUuid &variant, const QUuid &location, std::int64_t onHand)
{
    m_moved[{variant, location}] += onHand;
}

QString Oracle::objectionTo(const Books &books) const
{
    if (!m_dearBundle.isEmpty())
        return QStringLiteral("%1 costs more than it was put together for").arg(m_dearBundle);
    QString objection = objectionToSales(books);
    if (objection.isEmpty())
        objection = objectionToStock(books);
    if (objection.isEmpty())
        objection = objectionToCash(books);
    if (objection.isEmpty())
        objection = objectionToCarts(books);
    return objection;
}

QString Oracle::objectionToSales(const Books &books) const
{
    QSet<QString> numbers;
    qsizetype unpaid = 0;
    for (auto it = books.sales.constBegin(); it != books.sales.constEnd(); ++it) {
        if (numbers.contains(it->number))
            return QStringLiteral("two sales have the number %1").arg(it->number);
        numbers.insert(it->number);
        unpaid += m_sales.contains(it.key()) ? 0 : 1;
    }
    for (auto it = m_sales.constBegin(); it != m_sales.constEnd(); ++it) {
        const auto stored = books.sales.constFind(it.key());
        if (stored == books.sales.constEnd())
            return QStringLiteral("the paid sale %1 is lost").arg(it->number);
        if (stored->number != it->number || stored->totalMinor != it->totalMinor || stored->shift != it->shift ||
            stored->tipMinor != it->tipMinor)
            return QStringLiteral("the sale %1 is another one in the books").arg(it->number);
        if (stored->location != it->location || stored->registerId != it->registerId)
            return QStringLiteral("the sale %1 is booked on another register").arg(it->number);
    }
    if (unpaid > m_begun.size())
        return QStringLiteral("%1 sales that nobody rang up are in the books").arg(unpaid - m_begun.size());
    return {};
}

QString Oracle::objectionToStock(const Books &books) const
{
    QMap<std::pair<QUuid, QUuid>, std::int64_t> expected = m_moved;
    for (const Sale &sale : books.sales) {
        for (const Line &line : sale.lines)
            expected[{line.variant, sale.location}] -= line.quantity;
    }
    for (auto it = books.onHand.constBegin(); it != books.onHand.constEnd(); ++it)
        expected.insert(it.key(), expected.value(it.key()));
    for (auto it = expected.constBegin(); it != expected.constEnd(); ++it) {
        // Each movement that a crash left open came once or not at all.
        QSet<std::int64_t> possible{it.value()};
        for (const Maybe &maybe : m_maybeMoved) {
            if (std::pair(maybe.variant, maybe.location) != it.key())
                continue;
            const QSet<std::int64_t> before = possible;
            for (const std::int64_t sum : before)
                possible.insert(sum + maybe.delta);
        }
        const std::int64_t stored = books.onHand.value(it.key());
        if (!possible.contains(stored)) {
            return QStringLiteral("%1 of %2 on hand instead of %3")
                .arg(stored)
                .arg(it.key().first.toString(QUuid::WithoutBraces))
                .arg(it.value());
        }
    }
    return {};
}

QString Oracle::objectionToCash(const Books &books) const
{
    QHash<QUuid, std::int64_t> taken;
    for (const Sale &sale : books.sales)
        taken[sale.shift] += sale.totalMinor + sale.tipMinor - sale.otherMinor;
    for (auto it = books.cashOfShift.constBegin(); it != books.cashOfShift.constEnd(); ++it) {
        if (it.value() != taken.value(it.key()))
            return QStringLiteral("a shift has %1 in cash, its sales %2").arg(it.value()).arg(taken.value(it.key()));
    }
    return {};
}

void Oracle::cartWasEnded(const QUuid &cart, const QUuid &reg, bool wasTaken, bool isSure)
{
    Cart &known = m_carts[cart];
    known.enders.insert(reg);
    if (wasTaken)
        known.mayHaveTaken.insert(reg);
    if (wasTaken && isSure)
        known.takers.insert(reg);
    known.hasSurelyEnded = known.hasSurelyEnded || isSure;
}

/// None is lost, none is offered again, and a person looks at each that two tills went on with.
QString Oracle::objectionToCarts(const Books &books) const
{
    for (auto it = m_carts.constBegin(); it != m_carts.constEnd(); ++it) {
        const auto stored = books.carts.constFind(it.key());
        if (stored == books.carts.constEnd()) {
            if (!it->parkedAt.isNull())
                return QStringLiteral("a parked sale is lost");
            continue;
        }
        if (it->hasSurelyEnded && stored->endedAt.isNull())
            return QStringLiteral("a parked sale is offered again that somebody has gone on with");
        if (!stored->endedAt.isNull() && !it->enders.contains(stored->endedAt))
            return QStringLiteral("a parked sale was ended where nobody did so");
        if (stored->wasTaken && it->takers.size() > 1 && !stored->isLookedAt)
            return QStringLiteral("two tills went on with one parked sale, and nobody is told");
        if (stored->isLookedAt && it->mayHaveTaken.size() < 2)
            return QStringLiteral("a parked sale is looked at that one till went on with");
    }
    return {};
}

} // namespace crema::simulation
