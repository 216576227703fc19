// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/selling/complete_sale.h"

#include "models/money/checked.h"
#include "models/money/money_text.h"
#include "models/selling/cash_amount.h"

#include <QCoreApplication>

#include <algorithm>

namespace crema {

namespace {

Problem refused(const QString &code, const QString &message, const QString &hint, const QString &field)
{
    return {ProblemKind::Invalid, code, message, hint, {{field, message}}};
}

Problem refusedTender(const QString &code, const QString &message)
{
    return refused(code, message, QCoreApplication::translate("Payment", "Type the amount again."),
                   QStringLiteral("tenders"));
}

Problem isShort(Money missing)
{
    return refused(QStringLiteral("payment.short"),
                   QCoreApplication::translate("Payment", "%1 is still to be paid.").arg(plainMoney(missing)),
                   QCoreApplication::translate("Payment", "Take the rest in cash or in another way."),
                   QStringLiteral("missing"));
}

bool isCash(const Tender &tender)
{
    return tender.method == PaymentMethod::Cash;
}

/// The sum of the tenders that are, or are not, cash, without the tips in them.
std::optional<Money> sumOf(const QList<Tender> &tenders, bool cash, Currency currency)
{
    std::optional<Money> sum = Money(0, currency);
    for (const Tender &tender : tenders) {
        if (sum && isCash(tender) == cash)
            sum = checkedAdd(*sum, cash ? tender.amount - tender.tip : tender.amount);
    }
    return sum;
}

Money cashTipOf(const QList<Tender> &tenders, Currency currency)
{
    Money tip(0, currency);
    for (const Tender &tender : tenders) {
        if (isCash(tender))
            tip += tender.tip;
    }
    return tip;
}

Problem tipIsBeyond(Money most)
{
    return refused(
        QStringLiteral("payment.tip"),
        QCoreApplication::translate("Payment", "A tip is between nothing and %1, which is paid.").arg(plainMoney(most)),
        QCoreApplication::translate("Payment", "Type the tip again."), QStringLiteral("tip"));
}

std::optional<Problem> refuseTender(const Tender &tender, Currency currency)
{
    if (tender.amount.currency() != currency) {
        return refusedTender(
            QStringLiteral("payment.currency"),
            QCoreApplication::translate("Payment", "The payment has to be in %1.").arg(currency.code()));
    }
    if (tender.method == PaymentMethod::GiftCard && !tender.giftCard) {
        return refused(QStringLiteral("payment.gift_card"),
                       QCoreApplication::translate("Payment", "Nobody knows which gift card pays."),
                       QCoreApplication::translate("Payment", "Scan the card, or take the amount in another way."),
                       QStringLiteral("tenders"));
    }
    if (tender.method == PaymentMethod::Online && !tender.intent) {
        return refused(QStringLiteral("payment.not_paid"),
                       QCoreApplication::translate("Payment", "Nobody knows which online payment this is."),
                       QCoreApplication::translate("Payment", "Ask the customer for it, or take the amount otherwise."),
                       QStringLiteral("tenders"));
    }
    const std::int64_t least = isCash(tender) ? 0 : 1;
    if (tender.amount.minor() < least) {
        return refusedTender(QStringLiteral("payment.amount"),
                             QCoreApplication::translate("Payment", "A payment has to be more than zero."));
    }
    if (tender.tip.currency() != currency || tender.tip.isNegative() || tender.tip > tender.amount)
        return tipIsBeyond(tender.amount);
    return std::nullopt;
}

std::optional<Problem> refuseTenders(const Quote &quote, const QList<Tender> &tenders)
{
    if (quote.lines.isEmpty()) {
        return refused(QStringLiteral("sale.empty"), QCoreApplication::translate("Payment", "The cart is empty."),
                       QCoreApplication::translate("Payment", "Add an article first."), QStringLiteral("lines"));
    }
    for (const Tender &tender : tenders) {
        if (const auto problem = refuseTender(tender, quote.total.currency()))
            return problem;
        if (tender.method == PaymentMethod::StoreCredit && !quote.customer) {
            return refused(QStringLiteral("payment.customer"),
                           QCoreApplication::translate("Payment", "Store credit needs a customer."),
                           QCoreApplication::translate("Payment", "Name the customer, or take the amount otherwise."),
                           QStringLiteral("customer"));
        }
        if (tender.method == PaymentMethod::Invoice && !quote.customer) {
            return refused(QStringLiteral("payment.customer"),
                           QCoreApplication::translate("Payment", "A sale on account needs a customer."),
                           QCoreApplication::translate("Payment", "Name the customer, or take the amount otherwise."),
                           QStringLiteral("customer"));
        }
    }
    return std::nullopt;
}

Sale describe(const Quote &quote, const SaleHeader &header)
{
    Sale sale;
    sale.id = header.id;
    sale.number = header.number;
    sale.shift = header.shift;
    sale.location = header.location;
    sale.registerId = header.registerId;
    sale.cashier = header.cashier;
    sale.completedAt = header.completedAt;
    sale.customer = quote.customer;
    sale.pricesInclude = quote.pricesInclude;
    sale.lines = quote.lines;
    sale.discounts = quote.discounts;
    sale.taxes = quote.taxes;
    sale.total = quote.total;
    sale.rounding = Money(0, quote.total.currency());
    sale.note = quote.note;
    sale.customerNote = quote.customerNote;
    sale.points = quote.points;
    return sale;
}

Payment paymentOf(const Tender &tender)
{
    return {tender.method,
            tender.amount,
            tender.amount + tender.tip,
            Money(0, tender.amount.currency()),
            tender.card,
            tender.tip,
            tender.giftCard,
            tender.intent};
}

/// All cash that was handed over: `paying`, and the tip in it.
struct CashHanded {
    Money paying;
    Money tip;
    bool isConfirmed = false;
};

Result<Sale> withCash(Sale sale, Money remaining, const CashHanded &handed, const CashRounding &rounding)
{
    const CashDue cash = rounding.roundForCash(remaining);
    const Money tendered = handed.paying + handed.tip;
    if (handed.paying < cash.due)
        return failure(isShort(cash.due - handed.paying));
    if (remaining.isZero() && !tendered.isZero()) {
        return failure(refusedTender(QStringLiteral("payment.too_much"),
                                     QCoreApplication::translate("Payment", "Nothing remains to be paid in cash.")));
    }
    if (handed.tip > cash.due)
        return failure(tipIsBeyond(cash.due));
    if (const auto doubt = doubtCash(cash.due + handed.tip, tendered)) {
        if (!handed.isConfirmed || doubt->code != QLatin1String("payment.unusual"))
            return failure(*doubt);
    }
    sale.rounding = cash.difference;
    sale.payments.append({PaymentMethod::Cash, cash.due, tendered, handed.paying - cash.due, std::nullopt, handed.tip});
    return sale;
}

} // namespace

CashDue remainingInCash(Money total, const QList<Tender> &tenders, const CashRounding &rounding)
{
    const Currency currency = total.currency();
    const Money zero(0, currency);
    const Money other = sumOf(tenders, false, currency).value_or(total);
    const CashDue cash = rounding.roundForCash(std::max(total - other, zero));
    const Money left = cash.due - sumOf(tenders, true, currency).value_or(cash.due);
    return {std::max(left, zero), cash.difference};
}

Result<Sale> completeSale(const Quote &quote, const QList<Tender> &tenders, const CashRounding &rounding,
                          const SaleHeader &header)
{
    if (const auto problem = refuseTenders(quote, tenders))
        return failure(*problem);
    const Currency currency = quote.total.currency();
    const auto other = sumOf(tenders, false, currency);
    const auto cash = sumOf(tenders, true, currency);
    if (!other || !cash) {
        return failure(
            refusedTender(QStringLiteral("money.overflow"),
                          QCoreApplication::translate("Payment", "The payments add up to more than Crema can hold.")));
    }
    if (*other > quote.total) {
        return failure(refusedTender(QStringLiteral("payment.too_much"),
                                     QCoreApplication::translate("Payment", "Only cash gives change: %1 is to be paid.")
                                         .arg(plainMoney(quote.total))));
    }
    Sale sale = describe(quote, header);
    CashHanded handed{*cash, cashTipOf(tenders, currency)};
    for (const Tender &tender : tenders) {
        handed.isConfirmed = handed.isConfirmed || tender.isConfirmed;
        if (!isCash(tender))
            sale.payments.append(paymentOf(tender));
    }
    const Money remaining = quote.total - *other;
    if (std::ranges::any_of(tenders, &isCash))
        return withCash(sale, remaining, handed, rounding);
    if (!remaining.isZero())
        return failure(isShort(remaining));
    return sale;
}

} // namespace crema
