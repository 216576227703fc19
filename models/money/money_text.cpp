// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/money/money_text.h"

#include <array>

namespace crema {

namespace {

constexpr char16_t noBreakSpace = 0x00a0;
constexpr char16_t minusSign = 0x2212;

struct Parts {
    quint64 whole;
    QString fraction; // exactly as many digits as the currency has
};

Parts partsOf(Money money)
{
    // Negated as unsigned, so that the smallest int64 has a magnitude too.
    const auto bits = static_cast<quint64>(money.minor());
    const quint64 magnitude = money.isNegative() ? ~bits + 1 : bits;
    const int exponent = money.currency().exponent();
    quint64 unit = 1;
    for (int i = 0; i < exponent; ++i)
        unit *= 10;
    if (exponent == 0)
        return {magnitude, {}};
    return {magnitude / unit, QString::number(magnitude % unit).rightJustified(exponent, u'0')};
}

QString localDigits(const QString &ascii, const QLocale &locale)
{
    const QString zero = locale.zeroDigit();
    if (zero == u"0" || zero.size() != 1)
        return ascii;
    QString result = ascii;
    for (QChar &digit : result)
        digit = QChar(zero.front().unicode() + (digit.unicode() - u'0'));
    return result;
}

/// Groups of three. Qt 6.4 leaves the first sign out of "1 234 567" in locales that write 1234 without one.
QString grouped(quint64 whole, const QLocale &locale)
{
    const QString digits = QString::number(whole);
    const bool shortStaysWhole = !locale.toString(1234).contains(locale.groupSeparator());
    if (digits.size() > 4 || (digits.size() == 4 && !shortStaysWhole)) {
        QString result;
        for (qsizetype i = 0; i < digits.size(); ++i) {
            if (i > 0 && (digits.size() - i) % 3 == 0)
                result += locale.groupSeparator();
            result += localDigits(digits.mid(i, 1), locale);
        }
        return result;
    }
    return localDigits(digits, locale);
}

QString magnitudeText(Money money, const QLocale &locale)
{
    QLocale grouping = locale;
    grouping.setNumberOptions(QLocale::DefaultNumberOptions);
    const Parts parts = partsOf(money);
    QString text = grouped(parts.whole, grouping);
    if (!parts.fraction.isEmpty())
        text += grouping.decimalPoint() + localDigits(parts.fraction, grouping);
    // Some locales group with an ordinary blank, which would break a line inside an amount.
    return text.replace(u' ', QChar(noBreakSpace));
}

/// What people know the currency by where it is at home; elsewhere the ISO code tells more.
QString symbolOf(Currency currency, const QLocale &locale)
{
    struct Symbol {
        QStringView code;
        QStringView sign;
    };
    static constexpr Symbol symbols[] = {
        {u"EUR", u"€"},  {u"USD", u"$"},  {u"GBP", u"£"},  {u"JPY", u"¥"},  {u"INR", u"₹"},  {u"KRW", u"₩"},
        {u"VND", u"₫"},  {u"ILS", u"₪"},  {u"UAH", u"₴"},  {u"TRY", u"₺"},  {u"NGN", u"₦"},  {u"PHP", u"₱"},
        {u"AUD", u"$"},  {u"CAD", u"$"},  {u"NZD", u"$"},  {u"MXN", u"$"},  {u"BRL", u"R$"}, {u"SEK", u"kr"},
        {u"NOK", u"kr"}, {u"DKK", u"kr"}, {u"PLN", u"zł"}, {u"CZK", u"Kč"}, {u"HUF", u"Ft"},
    };
    const QString code = currency.code();
    if (locale.currencySymbol(QLocale::CurrencyIsoCode) == code)
        return locale.currencySymbol();
    for (const Symbol &symbol : symbols) {
        if (symbol.code == code)
            return symbol.sign.toString();
    }
    return code;
}

bool symbolStandsFirst(const QLocale &locale)
{
    // The locale shows its habit on a sample: Qt has no call that names the place of the sign.
    const QString sample = locale.toCurrencyString(qlonglong(1), QStringLiteral("\u00a4"));
    return sample.indexOf(u'\u00a4') <
           sample.indexOf(locale.zeroDigit() == u"0" ? QStringLiteral("1") : locale.toString(1));
}

QString withSign(const QString &number, const QString &sign, const QLocale &locale)
{
    const bool first = symbolStandsFirst(locale);
    const bool isWord = sign.size() > 1;
    if (!first)
        return number + QChar(noBreakSpace) + sign;
    return isWord ? sign + QChar(noBreakSpace) + number : sign + number;
}

} // namespace

QString plainAmount(Money money)
{
    const Parts parts = partsOf(money);
    QString text = QString::number(parts.whole);
    if (!parts.fraction.isEmpty())
        text += u'.' + parts.fraction;
    return money.isNegative() ? u'-' + text : text;
}

QString plainMoney(Money money)
{
    return plainAmount(money) + u' ' + money.currency().code();
}

QString formatAmount(Money money, const QLocale &locale)
{
    const QString text = magnitudeText(money, locale);
    return money.isNegative() ? QChar(minusSign) + text : text;
}

QString formatMoney(Money money, const QLocale &locale, Currency storeCurrency)
{
    const Currency currency = money.currency();
    const QString sign = currency == storeCurrency ? symbolOf(currency, locale) : currency.code();
    const QString text = withSign(magnitudeText(money, locale), sign, locale);
    return money.isNegative() ? QChar(minusSign) + text : text;
}

} // namespace crema
