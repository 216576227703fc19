// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/documents/amount_format.h"

#include <QHash>

namespace crema::documents {

namespace {

constexpr QChar noBreakSpace(0x00A0);

/// Digits of the amount without its sign.
QString digitsOf(const Money &money, const QLocale &locale)
{
    std::uint64_t scale = 1;
    const int exponent = money.currency().exponent();
    for (int i = 0; i < exponent; ++i)
        scale *= 10;
    const std::uint64_t minor =
        money.isNegative() ? 0 - static_cast<std::uint64_t>(money.minor()) : static_cast<std::uint64_t>(money.minor());
    QString text = locale.toString(static_cast<qulonglong>(minor / scale));
    if (exponent == 0)
        return text;
    const QString fraction = QString::number(minor % scale).rightJustified(exponent, QLatin1Char('0'));
    text += locale.decimalPoint();
    for (const QChar digit : fraction)
        text += locale.toString(digit.digitValue());
    return text;
}

QString symbolOf(const Currency &currency)
{
    static const QHash<QString, QString> symbols{{QStringLiteral("EUR"), QStringLiteral("€")},
                                                 {QStringLiteral("USD"), QStringLiteral("$")},
                                                 {QStringLiteral("GBP"), QStringLiteral("£")},
                                                 {QStringLiteral("JPY"), QStringLiteral("¥")}};
    return symbols.value(currency.code(), currency.code());
}

bool symbolStandsFirst(const QLocale &locale)
{
    return locale.toCurrencyString(1.0, QStringLiteral("#")).startsWith(QLatin1Char('#'));
}

} // namespace

QString plainAmount(const Money &money, const QLocale &locale)
{
    return (money.isNegative() ? QStringLiteral("-") : QString()) + digitsOf(money, locale);
}

QString amountText(const Money &money, const QLocale &locale)
{
    const QString sign = money.isNegative() ? QString(QChar(0x2212)) : QString();
    const QString symbol = symbolOf(money.currency());
    const QString digits = digitsOf(money, locale);
    if (!symbolStandsFirst(locale))
        return sign + digits + noBreakSpace + symbol;
    return sign + symbol + (symbol.size() > 1 ? QString(noBreakSpace) : QString()) + digits;
}

QString percentText(std::int32_t tenThousandths, const QLocale &locale)
{
    QString number = locale.toString(tenThousandths / 100);
    if (const int rest = tenThousandths % 100; rest != 0) {
        number += locale.decimalPoint();
        number += locale.toString(rest / 10);
        if (rest % 10 != 0)
            number += locale.toString(rest % 10);
    }
    return number + noBreakSpace + QLatin1Char('%');
}

} // namespace crema::documents
