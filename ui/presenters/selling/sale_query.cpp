// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/selling/sale_query.h"

namespace crema {

namespace {

constexpr auto rangeMark = "..";

QString dayText(QDate day)
{
    return day.toString(Qt::ISODate);
}

bool readDays(const QString &value, SaleQuery &query)
{
    if (value == QLatin1String("today"))
        query.days = SaleDays::Today;
    else if (value == QLatin1String("yesterday"))
        query.days = SaleDays::Yesterday;
    else if (value == QLatin1String("7d"))
        query.days = SaleDays::LastSeven;
    else {
        const QStringList ends = value.split(QLatin1String(rangeMark));
        const QDate from = QDate::fromString(ends.first(), Qt::ISODate);
        const QDate until = QDate::fromString(ends.last(), Qt::ISODate);
        if (ends.size() > 2 || !from.isValid() || !until.isValid())
            return false;
        query.days = SaleDays::Range;
        query.from = std::min(from, until);
        query.until = std::max(from, until);
        return true;
    }
    query.from = query.until = QDate();
    return true;
}

bool readWord(const QString &key, const QString &value, SaleQuery &query)
{
    if (key == QLatin1String("day"))
        return readDays(value, query);
    if (key == QLatin1String("shift")) {
        query.thisShift = value == QLatin1String("this");
        return query.thisShift;
    }
    if (key == QLatin1String("state")) {
        const std::optional<RecordState> state = recordStateFromWord(value);
        if (state)
            query.state = state;
        return state.has_value();
    }
    return false;
}

QString daysText(const SaleQuery &query)
{
    switch (query.days) {
    case SaleDays::Any: return {};
    case SaleDays::Today: return QStringLiteral("day:today");
    case SaleDays::Yesterday: return QStringLiteral("day:yesterday");
    case SaleDays::LastSeven: return QStringLiteral("day:7d");
    case SaleDays::Range: break;
    }
    if (query.from == query.until)
        return QStringLiteral("day:") + dayText(query.from);
    return QStringLiteral("day:%1%2%3").arg(dayText(query.from), QLatin1String(rangeMark), dayText(query.until));
}

} // namespace

int SaleQuery::filterCount() const
{
    return (number.isEmpty() ? 0 : 1) + (days == SaleDays::Any ? 0 : 1) + (state ? 1 : 0) + (thisShift ? 1 : 0);
}

SaleQuery readSaleQuery(const QString &text)
{
    SaleQuery query;
    for (const QString &word : text.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const qsizetype colon = word.indexOf(QLatin1Char(':'));
        if (colon < 0)
            query.number = word.toUpper();
        else if (!readWord(word.left(colon).toLower(), word.mid(colon + 1).toLower(), query))
            query.unread.append(word);
    }
    return query;
}

QString saleQueryText(const SaleQuery &query)
{
    QStringList words;
    if (query.days != SaleDays::Any)
        words.append(daysText(query));
    if (query.state)
        words.append(QStringLiteral("state:") + recordStateWord(*query.state));
    if (query.thisShift)
        words.append(QStringLiteral("shift:this"));
    if (!query.number.isEmpty())
        words.append(query.number);
    return words.join(QLatin1Char(' '));
}

} // namespace crema
