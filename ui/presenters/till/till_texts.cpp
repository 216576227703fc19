// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/till/till_texts.h"

#include "reports/documents/amount_format.h"

#include <QCoreApplication>

#include <algorithm>

namespace crema {

namespace {

constexpr auto context = "TillTexts";

/// Pieces (or kilograms) from which on nobody needs to be warned.
constexpr std::int64_t fewPieces = 3;
constexpr std::int64_t fewGrams = 1000;

QString translated(const char *text)
{
    return QCoreApplication::translate(context, text);
}

} // namespace

QString TillTexts::amount(const Money &money) const
{
    return documents::amountText(money, m_locale);
}

QString TillTexts::roundAmount(const Money &money) const
{
    QString text = amount(money);
    const int exponent = money.currency().exponent();
    QString zeros = m_locale.decimalPoint();
    for (int i = 0; i < exponent; ++i)
        zeros += m_locale.zeroDigit();
    if (exponent > 0)
        text.remove(zeros);
    return text;
}

QString TillTexts::price(const std::optional<Price> &price, Unit unit) const
{
    if (!price)
        return {};
    const QString text = amount(price->amount);
    if (unit == Unit::Gram && price->per == 1000)
        return translated("%1 / kg").arg(text);
    if (unit == Unit::Gram)
        return translated("%1 / %2 g").arg(text, m_locale.toString(static_cast<qlonglong>(price->per)));
    if (price->per != 1)
        return translated("%1 / %2").arg(text, m_locale.toString(static_cast<qlonglong>(price->per)));
    return text;
}

QString TillTexts::quantity(Quantity quantity, Unit unit) const
{
    const QString number = m_locale.toString(static_cast<qlonglong>(quantity.units()));
    return unit == Unit::Gram ? translated("%1 g").arg(number) : number;
}

QString TillTexts::stock(Quantity onHand, Unit unit) const
{
    return translated("%1 in stock").arg(quantity(onHand, unit));
}

QString TillTexts::lowStock(Quantity onHand, Unit unit) const
{
    const std::int64_t few = unit == Unit::Gram ? fewGrams : fewPieces;
    if (onHand.units() <= 0 || onHand.units() > few)
        return {};
    return translated("%1 left").arg(quantity(onHand, unit));
}

QString TillTexts::initials(const QString &name)
{
    const QStringList words = name.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words.isEmpty())
        return {};
    QString letters = words.first().left(1);
    if (words.size() > 1)
        letters += words.last().left(1);
    return letters.toUpper();
}

QList<MatchRange> matchRanges(const QString &text, const QString &search)
{
    const QString haystack = foldedLetters(text);
    QList<MatchRange> ranges;
    for (const QString &word : foldedLetters(search).split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const qsizetype start = haystack.indexOf(word);
        if (start >= 0)
            ranges.append({static_cast<int>(start), static_cast<int>(word.size())});
    }
    std::sort(ranges.begin(), ranges.end(), [](const MatchRange &a, const MatchRange &b) {
        return a.start != b.start ? a.start < b.start : a.length > b.length;
    });
    QList<MatchRange> apart;
    for (const MatchRange &range : ranges) {
        if (apart.isEmpty() || range.start >= apart.last().start + apart.last().length)
            apart.append(range);
    }
    return apart;
}

} // namespace crema
