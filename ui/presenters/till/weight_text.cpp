// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/till/weight_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace crema {

namespace {

constexpr qsizetype kilogramDecimals = 3;
constexpr qsizetype mostDigits = 9; ///< more of them are no weight, and would not fit

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::WeightText)
};

tl::unexpected<Problem> unreadable(const QString &typed, WeightUnit unit, const QLocale &locale)
{
    const QString quarter = locale.toString(0.25, 'f', kilogramDecimals);
    return failure(ProblemKind::Invalid, QStringLiteral("weight.unreadable"),
                   typed.isEmpty() ? Texts::tr("No weight is typed.") : Texts::tr("“%1” is no weight.").arg(typed),
                   unit == WeightUnit::Kilogram ? Texts::tr("Type kilograms such as %1, or 250 g.").arg(quarter)
                                                : Texts::tr("Type whole grams such as 250, or %1 kg.").arg(quarter));
}

/// In digits of ASCII with a point; what is no digit or mark stays and makes it unreadable.
QString plain(const QString &typed)
{
    QString text;
    for (const QChar character : typed.toLower()) {
        if (character.isSpace())
            continue;
        if (character.isDigit())
            text += QString::number(character.digitValue());
        else
            text += character == u',' || character == u'\u066B' ? QChar(u'.') : character;
    }
    return text;
}

/// Whether `text` ended on this unit, which is taken away.
bool takeUnit(QString &text, QStringView unit)
{
    if (!text.endsWith(unit))
        return false;
    text.chop(unit.size());
    return true;
}

} // namespace

QString weightText(Quantity grams, WeightUnit unit, const QLocale &locale)
{
    if (unit == WeightUnit::Gram)
        return Texts::tr("%1 g", "a weight").arg(locale.toString(static_cast<qlonglong>(grams.units())));
    // Whole numbers throughout: no weight is ever rounded on its way.
    const auto whole = static_cast<qlonglong>(grams.units() / 1'000);
    QString decimals;
    for (const QChar digit : QString::number(grams.units() % 1'000).rightJustified(kilogramDecimals, u'0'))
        decimals += locale.toString(digit.digitValue());
    return Texts::tr("%1 kg", "a weight").arg(locale.toString(whole) + locale.decimalPoint() + decimals);
}

Result<Quantity> readWeight(const QString &typed, WeightUnit unit, const QLocale &locale)
{
    QString text = plain(typed);
    WeightUnit meant = unit;
    bool isBare = false; // without a unit
    if (takeUnit(text, u"kg"))
        meant = WeightUnit::Kilogram;
    else if (takeUnit(text, u"g"))
        meant = WeightUnit::Gram;
    else
        isBare = true;
    const QStringList parts = text.split(u'.');
    const QString whole = parts.first();
    const QString decimals = parts.size() == 2 ? parts.last() : QString();
    const auto isDigits = [](const QString &part) {
        return std::all_of(part.begin(), part.end(), [](QChar each) { return each >= u'0' && each <= u'9'; });
    };
    const qsizetype mostDecimals = meant == WeightUnit::Kilogram ? kilogramDecimals : 0;
    const bool isWhole = parts.size() == 1;
    const bool isOneNumber = parts.size() <= 2 && isDigits(whole) && isDigits(decimals);
    if (!isOneNumber || (whole + decimals).isEmpty() || decimals.size() > mostDecimals ||
        (!isWhole && mostDecimals == 0))
        return unreadable(typed.trimmed(), unit, locale);
    const QString digits = whole + decimals.leftJustified(mostDecimals, u'0');
    const std::int64_t grams = digits.size() <= mostDigits ? digits.toLongLong() : maxTypedGrams + 1;
    if (grams == 0)
        return failure(ProblemKind::Invalid, QStringLiteral("weight.nothing"), Texts::tr("That weighs nothing."),
                       Texts::tr("Type what the scale shows."));
    if (grams > maxTypedGrams)
        return failure(ProblemKind::Invalid, QStringLiteral("weight.too_heavy"),
                       Texts::tr("That is too heavy: a line has at most %1.")
                           .arg(weightText(Quantity(maxTypedGrams), unit, locale)),
                       isBare && unit == WeightUnit::Kilogram
                           ? Texts::tr("If you meant grams, type %1 g.").arg(typed.trimmed())
                           : Texts::tr("Ring it up in several lines."));
    return Quantity(grams);
}

} // namespace crema
