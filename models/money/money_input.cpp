// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/money/money_input.h"

#include "models/money/checked.h"
#include "models/money/rounding.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace crema {

namespace {

tl::unexpected<Problem> refused(const QString &code, const QString &message)
{
    return failure(ProblemKind::Invalid, code, message,
                   QCoreApplication::translate("MoneyInput", "Type an amount like 12.50, or 3*12.50."),
                   {{QStringLiteral("amount"), message}});
}

tl::unexpected<Problem> notAnAmount(QStringView text)
{
    return refused(QStringLiteral("money.input"),
                   QCoreApplication::translate("MoneyInput", "“%1” cannot be read as an amount.").arg(text.left(40)));
}

tl::unexpected<Problem> tooManyDecimals(Currency currency)
{
    return refused(QStringLiteral("money.decimals"),
                   QCoreApplication::translate("MoneyInput", "%1 has at most %2 digits behind the decimal sign.")
                       .arg(currency.code())
                       .arg(currency.exponent()));
}

tl::unexpected<Problem> tooLarge()
{
    return refused(QStringLiteral("money.overflow"),
                   QCoreApplication::translate("MoneyInput", "This amount is more than Crema can hold."));
}

bool isDigits(QStringView text)
{
    return !text.isEmpty() &&
           std::all_of(text.begin(), text.end(), [](QChar letter) { return letter >= u'0' && letter <= u'9'; });
}

bool isGroupingBlank(QChar letter)
{
    return letter.isSpace() || letter == u'\'' || letter == u'\u2019';
}

/// The text without the currency's name at either end.
QStringView withoutCurrency(QStringView text, Currency currency)
{
    const QString code = currency.code();
    QStringList names{code};
    if (code == u"EUR")
        names.append(QStringLiteral("€"));
    else if (code == u"GBP")
        names.append(QStringLiteral("£"));
    else if (code == u"USD" || code == u"CAD" || code == u"AUD" || code == u"NZD")
        names.append(QStringLiteral("$"));
    for (const QString &name : names) {
        if (text.startsWith(name, Qt::CaseInsensitive))
            return text.sliced(name.size()).trimmed();
        if (text.endsWith(name, Qt::CaseInsensitive))
            return text.chopped(name.size()).trimmed();
    }
    return text;
}

struct Number {
    QString whole;    // digits
    QString fraction; // digits, may be empty
};

/// Digits in groups of three behind a first one of one to three, each set off by `sign`.
bool isGrouped(QStringView text, QChar sign)
{
    const QList<QStringView> groups = text.split(sign);
    if (!isDigits(groups.first()) || groups.first().size() > 3)
        return false;
    return std::all_of(groups.begin() + 1, groups.end(),
                       [](QStringView group) { return group.size() == 3 && isDigits(group); });
}

/// `groupSign` is null where neither '.' nor ',' groups.
std::optional<Number> split(QStringView text, QChar groupSign)
{
    const qsizetype at = std::max(text.lastIndexOf(u'.'), text.lastIndexOf(u','));
    if (at < 0)
        return isDigits(text) ? std::optional(Number{text.toString(), {}}) : std::nullopt;
    if (text[at] == groupSign && text[0] != u'0' && isGrouped(text, groupSign))
        return Number{text.toString().remove(groupSign), {}};
    const QStringView whole = text.first(at);
    const QString fraction = text.sliced(at + 1).toString();
    if (whole.contains(text[at]) || (!fraction.isEmpty() && !isDigits(fraction)))
        return std::nullopt;
    if (whole.isEmpty())
        return fraction.isEmpty() ? std::nullopt : std::optional(Number{QStringLiteral("0"), fraction});
    if (isDigits(whole))
        return Number{whole.toString(), fraction};
    if (groupSign.isNull() || !isGrouped(whole, groupSign))
        return std::nullopt;
    return Number{whole.toString().remove(groupSign), fraction};
}

QChar groupSignOf(const QLocale &locale)
{
    const QString sign = locale.groupSeparator();
    return sign == u"." || sign == u"," ? sign.front() : QChar();
}

/// The blanks and apostrophes that group thousands taken out, when they do stand in such places.
std::optional<QString> ungrouped(QStringView text)
{
    QString unified = text.toString();
    for (QChar &letter : unified) {
        if (isGroupingBlank(letter))
            letter = u' ';
    }
    if (!unified.contains(u' '))
        return unified;
    const qsizetype decimals = std::max(unified.lastIndexOf(u'.'), unified.lastIndexOf(u','));
    const QStringView whole = decimals < 0 ? QStringView(unified) : QStringView(unified).first(decimals);
    if (!isGrouped(whole, u' ') || unified.lastIndexOf(u' ') > whole.size())
        return std::nullopt;
    return unified.remove(u' ');
}

Result<Money> parseUnsigned(QStringView text, Currency currency, QChar groupSign)
{
    constexpr qsizetype mostDigits = 18; // more never fits, and 18 always fit an int64
    const auto plain = ungrouped(text);
    const auto number = plain ? split(*plain, groupSign) : std::nullopt;
    if (!number)
        return notAnAmount(text);
    const int exponent = currency.exponent();
    if (number->fraction.size() > exponent)
        return tooManyDecimals(currency);
    QString digits = number->whole + number->fraction.leftJustified(exponent, u'0');
    while (digits.size() > 1 && digits.startsWith(u'0'))
        digits.remove(0, 1);
    if (digits.size() > mostDigits || !fitsWire(digits.toLongLong()))
        return tooLarge();
    return Money(digits.toLongLong(), currency);
}

Result<Money> parseSigned(QStringView text, Currency currency, QChar groupSign)
{
    const QStringView bare = withoutCurrency(text.trimmed(), currency);
    if (bare.startsWith(u'-') || bare.startsWith(u'\u2212')) {
        const auto amount = parseUnsigned(withoutCurrency(bare.sliced(1).trimmed(), currency), currency, groupSign);
        return amount ? Result<Money>(-*amount) : amount;
    }
    return parseUnsigned(bare, currency, groupSign);
}

} // namespace

Result<Money> MoneyInput::parse(QStringView text, Currency currency, const QLocale &locale)
{
    constexpr qsizetype longest = 64;
    if (text.size() > longest)
        return notAnAmount(text);
    const QChar groupSign = groupSignOf(locale);
    const QList<QStringView> factors = text.split(u'*');
    if (factors.size() == 1)
        return parseSigned(text, currency, groupSign);
    const QStringView count = factors.first().trimmed();
    if (factors.size() != 2 || !isDigits(count) || count.size() > 6)
        return notAnAmount(text);
    const Result<Money> each = parseSigned(factors.last(), currency, groupSign);
    if (!each)
        return each;
    const Int128 product = Int128(each->minor()) * count.toLongLong();
    if (product > maxMinor || product < -maxMinor)
        return tooLarge();
    return Money(static_cast<std::int64_t>(product), currency);
}

} // namespace crema
