// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/selling/sale_words.h"

#include "models/base/json.h"
#include "ui/presenters/till/discount_words.h"

#include <QCoreApplication>

namespace crema::presenters {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::presenters::SaleWords)
};

tl::unexpected<Problem> wrong(const QString &code, const QString &message, const QString &hint)
{
    return failure(ProblemKind::Invalid, code, message, hint);
}

QString methodNames()
{
    QStringList names;
    for (const PaymentMethod method : {PaymentMethod::Cash, PaymentMethod::Card, PaymentMethod::Invoice,
                                       PaymentMethod::GiftCard, PaymentMethod::StoreCredit, PaymentMethod::Online})
        names.append(paymentMethodText(method));
    return names.join(u", "_s);
}

std::optional<std::int64_t> minorOf(const QString &text)
{
    bool isNumber = false;
    const std::int64_t minor = text.toLongLong(&isNumber);
    return isNumber && minor >= 0 && minor <= json::maxInteger ? std::optional(minor) : std::nullopt;
}

/// What stands behind the amount of a tender: "tip=110".
Result<void> noteBeside(TenderWords &words, const QString &part)
{
    const QString name = part.section(u'=', 0, 0).trimmed();
    const QString value = part.section(u'=', 1).simplified();
    if (name == u"tip") {
        const std::optional<std::int64_t> minor = minorOf(value);
        if (!minor)
            return wrong(u"tender.tip"_s, Texts::tr("\"%1\" is not a tip.").arg(value),
                         Texts::tr("Write it in minor units, digits only: 2.00 EUR is tip=200."));
        words.tipMinor = *minor;
        return {};
    }
    if (name == u"card" && words.method == PaymentMethod::GiftCard) {
        words.giftCard = value;
        return {};
    }
    if (name == u"intent" && words.method == PaymentMethod::Online) {
        words.intent = PaymentIntentId::fromString(value);
        return words.intent ? Result<void>()
                            : wrong(u"tender.intent"_s, Texts::tr("\"%1\" is the id of no payment.").arg(value),
                                    Texts::tr("Look it up among the online payments of the shift."));
    }
    const bool isSlip = name == u"brand" || name == u"reference";
    if (!isSlip || words.method != PaymentMethod::Card || value.size() > 60)
        return wrong(
            u"tender.slip"_s, Texts::tr("\"%1\" cannot be noted with this payment.").arg(part),
            Texts::tr("Behind the amount may stand tip=MINOR, for a card brand=… and reference=…, for a gift card "
                      "card=…, for an online payment intent=… ."));
    if (!words.card)
        words.card = CardSlip();
    (name == u"brand" ? words.card->brand : words.card->reference) = value;
    return {};
}

} // namespace

Result<LineWords> readLineWords(const QString &whole)
{
    LineWords words;
    words.with = whole.split(u",with="_s);
    const QString text = words.with.takeFirst();
    const qsizetype star = text.lastIndexOf(u'*');
    words.code = (star < 0 ? text : text.left(star)).trimmed();
    if (words.code.isEmpty())
        return wrong(u"line.no_code"_s, Texts::tr("The line \"%1\" names no product.").arg(text),
                     Texts::tr("Write CODE or CODE*QUANTITY; a code is a SKU, a barcode or an id."));
    if (star < 0)
        return words;
    bool isNumber = false;
    const std::int64_t units = text.mid(star + 1).toLongLong(&isNumber);
    if (!isNumber || units < 1 || units > Quantity::maxLine)
        return wrong(u"line.quantity"_s, Texts::tr("\"%1\" is no quantity that can be sold.").arg(text.mid(star + 1)),
                     Texts::tr("Write a whole number of pieces or grams from 1 to %1.").arg(Quantity::maxLine));
    words.quantity = Quantity(units);
    return words;
}

Result<TenderWords> readTenderWords(const QString &text)
{
    const qsizetype colon = text.indexOf(u':');
    if (colon < 0)
        return wrong(u"tender.unreadable"_s, Texts::tr("\"%1\" is not a tender.").arg(text),
                     Texts::tr("Write METHOD:MINOR: 20.00 EUR in cash is cash:2000."));
    const std::optional<PaymentMethod> method = paymentMethodFromText(text.left(colon));
    if (!method)
        return wrong(u"tender.method"_s, Texts::tr("\"%1\" is not a way to pay.").arg(text.left(colon)),
                     Texts::tr("It is one of: %1.").arg(methodNames()));
    const QStringList parts = text.mid(colon + 1).split(u',');
    const std::optional<std::int64_t> minor = minorOf(parts.first());
    if (!minor)
        return wrong(u"tender.amount"_s, Texts::tr("\"%1\" is not an amount to pay with.").arg(parts.first()),
                     Texts::tr("Write it in minor units, digits only: 20.00 EUR is 2000."));
    TenderWords words{*method, *minor};
    for (const QString &part : parts.mid(1)) {
        if (const Result<void> noted = noteBeside(words, part); !noted)
            return failure(noted.error());
    }
    return words;
}

Result<GiftLoadWords> readGiftLoadWords(const QString &text)
{
    const qsizetype colon = text.lastIndexOf(u':');
    const std::optional<std::int64_t> minor = colon < 0 ? std::nullopt : minorOf(text.mid(colon + 1));
    const GiftLoadWords words{text.left(std::max<qsizetype>(colon, 0)).trimmed(), minor.value_or(0)};
    if (words.card.isEmpty() || words.minor <= 0)
        return wrong(u"gift_card.unreadable"_s, Texts::tr("\"%1\" loads no gift card.").arg(text),
                     Texts::tr("Write CARD:MINOR: 25.00 EUR on the card that ends in 3436 is 3436:2500."));
    return words;
}

Result<DiscountWords> readDiscountWords(const QString &text, Currency currency)
{
    const QString where = text.section(u':', 0, 0).trimmed();
    const QString value = text.section(u':', 1, 1);
    DiscountWords words;
    bool isNumber = false;
    const int line = where.toInt(&isNumber);
    if (value.isEmpty() || (where != u"cart" && (!isNumber || line < 1)))
        return wrong(u"discount.unreadable"_s, Texts::tr("\"%1\" is not a discount.").arg(text),
                     Texts::tr("Write LINE:PERCENT% or LINE:MINOR, with cart for the whole sale: 2:10%:Damaged."));
    if (isNumber)
        words.line = line;
    const Result<sync::DiscountDraft> discount = readMinorDiscount(value, currency);
    if (!discount)
        return failure(discount.error());
    words.discount = *discount;
    words.discount.label = text.section(u':', 2).simplified();
    return words;
}

} // namespace crema::presenters
