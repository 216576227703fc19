// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/till/discount_words.h"

#include "models/catalog/product_rules.h"
#include "models/money/money_input.h"
#include "reports/documents/amount_format.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace crema {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::DiscountWords)
};

tl::unexpected<Problem> outOfRange(const QString &text)
{
    return failure(ProblemKind::Invalid, QStringLiteral("discount.range"),
                   Texts::tr("“%1” is no discount.").arg(text.trimmed()),
                   Texts::tr("Type a percentage above 0 up to 100, or an amount above zero."));
}

/// Up to two digits behind the decimal sign, whichever it is; 1000 is 10 %.
std::optional<std::int32_t> rateOf(const QString &digits)
{
    static const QRegularExpression shape(QStringLiteral("^([0-9]{1,3})(?:[.,]([0-9]{1,2}))?$"));
    const QRegularExpressionMatch match = shape.match(digits);
    if (!match.hasMatch())
        return std::nullopt;
    const int rate = match.captured(1).toInt() * 100 + match.captured(2).leftJustified(2, QLatin1Char('0')).toInt();
    return rate >= 1 && rate <= 10'000 ? std::optional(rate) : std::nullopt;
}

bool isRate(const QString &text)
{
    return text.trimmed().endsWith(QLatin1Char('%'));
}

Result<sync::DiscountDraft> readRate(const QString &text)
{
    const QString plain = text.simplified();
    sync::DiscountDraft discount;
    discount.tenThousandths = rateOf(plain.chopped(1).trimmed());
    if (!discount.tenThousandths)
        return outOfRange(text);
    return discount;
}

Result<sync::DiscountDraft> amountOff(const Money &amount, const QString &text)
{
    if (amount.minor() < 1 || amount.minor() > maxPriceMinor)
        return outOfRange(text);
    sync::DiscountDraft discount;
    discount.amount = amount;
    return discount;
}

} // namespace

QString discountText(const sync::DiscountDraft &discount, const QLocale &locale)
{
    const QString off =
        discount.tenThousandths
            ? Texts::tr("%1 off", "a discount").arg(documents::percentText(*discount.tenThousandths, locale))
        : discount.amount ? Texts::tr("%1 off", "a discount").arg(documents::amountText(*discount.amount, locale))
                          : QString();
    return discount.label.isEmpty() ? off : Texts::tr("%1: %2", "a discount and its reason").arg(off, discount.label);
}

Result<sync::DiscountDraft> readDiscount(const QString &text, Currency currency, const QLocale &locale)
{
    if (isRate(text))
        return readRate(text);
    const Result<Money> amount = MoneyInput::parse(text.simplified(), currency, locale);
    return amount ? amountOff(*amount, text) : outOfRange(text);
}

Result<sync::DiscountDraft> readMinorDiscount(const QString &text, Currency currency)
{
    if (isRate(text))
        return readRate(text);
    bool isNumber = false;
    const std::int64_t minor = text.simplified().toLongLong(&isNumber);
    return isNumber ? amountOff(Money(minor, currency), text) : outOfRange(text);
}

} // namespace crema
