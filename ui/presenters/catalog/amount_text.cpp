// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/catalog/amount_text.h"

#include "models/base/json.h"

#include <QCoreApplication>

namespace crema::presenters {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::presenters::AmountText)
};

qsizetype decimalMark(QStringView text)
{
    const qsizetype point = text.indexOf(u'.');
    return point >= 0 ? point : text.indexOf(u',');
}

bool onlyDigits(QStringView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

tl::unexpected<Problem> unreadable(QStringView text, AmountUnit unit)
{
    return failure(ProblemKind::Invalid, u"amount.unreadable"_s, Texts::tr("\"%1\" is not an amount.").arg(text),
                   unit == AmountUnit::Minor ? Texts::tr("Write it in minor units, digits only: 12.90 EUR is 1290.")
                                             : Texts::tr("Write digits with one decimal mark, for example 12.90."));
}

} // namespace

bool hasDecimalMark(QStringView text)
{
    return decimalMark(text) >= 0;
}

Result<Money> readAmount(QStringView text, AmountUnit unit, Currency currency)
{
    const qsizetype mark = unit == AmountUnit::Major ? decimalMark(text) : -1;
    const QStringView whole = mark < 0 ? text : text.first(mark);
    QString decimals = mark < 0 ? QString() : text.sliced(mark + 1).toString();
    if (!onlyDigits(whole) || (mark >= 0 && !onlyDigits(decimals)))
        return unreadable(text, unit);
    const int exponent = unit == AmountUnit::Major ? currency.exponent() : 0;
    if (decimals.size() > exponent)
        return failure(ProblemKind::Invalid, u"amount.decimals"_s,
                       Texts::tr("\"%1\" has more decimals than %2 counts.").arg(text, currency.code()),
                       Texts::tr("Round it to %n decimal(s).", nullptr, exponent));
    const QString digits = whole.toString() + decimals.leftJustified(exponent, u'0');
    bool fits = false;
    const std::int64_t minor = digits.toLongLong(&fits);
    if (!fits || minor > json::maxInteger)
        return failure(ProblemKind::Invalid, u"amount.too_large"_s,
                       Texts::tr("\"%1\" is too large an amount.").arg(text), Texts::tr("Check for digits too many."));
    return Money(minor, currency);
}

} // namespace crema::presenters
