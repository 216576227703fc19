// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/agreement/printed_sums.h"

#include <QRegularExpression>

#include <optional>

namespace crema::testing {
namespace {

struct PrintedAmount {
    QString name;
    Money amount;
};

/// Nothing for what is no amount of this currency, such as the "12" that a long name ends with.
std::optional<Money> moneyOf(QString digits, Currency currency)
{
    digits.remove(QLatin1Char(','));
    const qsizetype point = digits.indexOf(QLatin1Char('.'));
    const qsizetype decimals = point < 0 ? 0 : digits.size() - point - 1;
    digits.remove(QLatin1Char('.'));
    return decimals == currency.exponent() ? std::optional(Money(digits.toLongLong(), currency)) : std::nullopt;
}

class Reader
{
public:
    explicit Reader(Currency currency) : m_currency(currency)
    {
        const Money zero(0, currency);
        m_sums = {zero, zero, zero, zero, zero, zero, zero, zero};
    }

    PrintedSums read(const QStringList &lines)
    {
        int section = 0;
        for (const QString &line : lines) {
            if (line.startsWith(QStringLiteral("-----")))
                ++section;
            else if (section == 1)
                readGoods(line);
            else if (section == 2)
                readTotals(line);
            else if (section == 3)
                readTax(line);
        }
        return m_sums;
    }

private:
    /// Quantities and the rest of a long name stand alone or begin with a blank.
    [[nodiscard]] std::optional<PrintedAmount> amountOf(const QString &line) const
    {
        static const QRegularExpression pattern(QStringLiteral("^(\\S.*\\S|\\S)\\s+(-?[\\d,]+(?:\\.\\d+)?)$"));
        const auto match = pattern.match(line);
        const auto amount = match.hasMatch() ? moneyOf(match.captured(2), m_currency) : std::nullopt;
        return amount ? std::optional(PrintedAmount{match.captured(1), *amount}) : std::nullopt;
    }

    void readGoods(const QString &line)
    {
        if (const auto printed = amountOf(line))
            m_sums.goods += printed->amount;
    }

    void readTotals(const QString &line)
    {
        const auto printed = amountOf(line);
        if (!printed)
            return;
        const auto &[name, amount] = *printed;
        if (name == QStringLiteral("Tax"))
            m_sums.goods += amount;
        else if (name.startsWith(QStringLiteral("Total ")))
            m_sums.total = m_sums.due = amount;
        else if (name == QStringLiteral("Rounding"))
            m_sums.rounded = amount;
        else if (name.startsWith(QStringLiteral("To pay")))
            m_sums.due = amount;
        else
            m_sums.settled += amount;
    }

    void readTax(const QString &line)
    {
        static const QRegularExpression pattern(QStringLiteral("%\\s+(\\S+)\\s+(\\S+)\\s+(\\S+)$"));
        const auto match = pattern.match(line);
        if (!match.hasMatch())
            return;
        const auto cell = [&](int number) {
            return moneyOf(match.captured(number), m_currency).value_or(Money(0, m_currency));
        };
        m_sums.net += cell(1);
        m_sums.tax += cell(2);
        m_sums.gross += cell(3);
    }

    Currency m_currency;
    PrintedSums m_sums;
};

} // namespace

PrintedSums readPrinted(const QStringList &lines, Currency currency)
{
    return Reader(currency).read(lines);
}

} // namespace crema::testing
