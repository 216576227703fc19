// SPDX-License-Identifier: GPL-3.0-or-later
// How a document that takes back is paid: what it comes to, and where money goes that is paid back.
#include "models/money/checked.h"
#include "models/pricing/tax.h"
#include "models/selling/return_rules.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace crema {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("crema::Return", text);
}

Problem refused(const QString &code, const QString &message, const QString &hint, const QString &field)
{
    return {ProblemKind::Invalid, code, message, hint, {{field, message}}};
}

Problem tooMuch()
{
    return refused(QStringLiteral("money.overflow"), tr("The amounts add up to more than Crema can hold."),
                   tr("Take back less at once."), QStringLiteral("lines"));
}

Money sumBy(const Sale &sale, PaymentMethod method)
{
    Money sum(0, sale.total.currency());
    for (const Payment &payment : sale.payments) {
        if (payment.method == method)
            sum = checkedAdd(sum, payment.amount).value_or(sum);
    }
    return sum;
}

Money allBut(const Sale &sale, PaymentMethod method)
{
    Money sum(0, sale.total.currency());
    for (const Payment &payment : sale.payments) {
        if (payment.method != method)
            sum = checkedAdd(sum, payment.amount).value_or(sum);
    }
    return sum;
}

/// What of a document's total was settled in cash, before it was rounded.
Money cashValueOf(const Sale &sale)
{
    return checkedAdd(sale.total, -allBut(sale, PaymentMethod::Cash)).value_or(Money(0, sale.total.currency()));
}

/// The documents among the earlier ones that paid money back, in the currency of the sale.
QList<Sale> refundsAmong(const QList<Sale> &earlier, Currency currency)
{
    QList<Sale> refunds;
    for (const Sale &document : earlier) {
        if (document.total.currency() == currency && document.total.isNegative())
            refunds.append(document);
    }
    return refunds;
}

/// How something was paid: two gift cards are two ways, and so are two online payments.
struct Way {
    PaymentMethod method = PaymentMethod::Cash;
    std::optional<GiftCardId> giftCard;
    std::optional<PaymentIntentId> intent = std::nullopt;

    friend bool operator==(const Way &, const Way &) = default;
};

Way wayOf(const Payment &payment)
{
    return {payment.method, payment.method == PaymentMethod::GiftCard ? payment.giftCard : std::nullopt,
            payment.method == PaymentMethod::Online ? payment.intent : std::nullopt};
}

Money sumBy(const Sale &sale, const Way &way)
{
    Money sum(0, sale.total.currency());
    for (const Payment &payment : sale.payments) {
        if (wayOf(payment) == way)
            sum = checkedAdd(sum, payment.amount).value_or(sum);
    }
    return sum;
}

/// What may still go back in a way other than cash.
Money leftBy(const Way &way, const Sale &sale, const QList<Sale> &refunds)
{
    Money left = sumBy(sale, way);
    for (const Sale &refund : refunds)
        left = checkedAdd(left, sumBy(refund, way)).value_or(left);
    return std::max(left, Money(0, left.currency()));
}

/// In the order in which they were used.
QList<Way> otherWaysOf(const Sale &sale)
{
    QList<Way> ways;
    for (const Payment &payment : sale.payments) {
        if (payment.method != PaymentMethod::Cash && !ways.contains(wayOf(payment)))
            ways.append(wayOf(payment));
    }
    return ways;
}

Payment paidBack(const Way &way, Money amount)
{
    Payment payment{way.method, -amount, -amount, Money(0, amount.currency())};
    payment.giftCard = way.giftCard;
    payment.intent = way.intent;
    return payment;
}

/// Where all of it goes when it goes neither as it came nor in cash.
std::optional<Way> namedWay(const RefundBasis &basis)
{
    if (basis.to == RefundTo::GiftCard)
        return Way{PaymentMethod::GiftCard, basis.giftCard};
    return basis.to == RefundTo::StoreCredit ? std::optional(Way{PaymentMethod::StoreCredit, {}}) : std::nullopt;
}

/// What is paid out in coins for `value`. Where the sale came back in parts so far, the parts together are rounded as
/// one, so that they pay back what was paid and not a coin more for each.
Money coinsFor(Money value, const RefundBasis &basis, const QList<Sale> &refunds, const CashRounding &rounding)
{
    const Money byItself = rounding.roundForCash(value).due;
    if (!basis.sale)
        return byItself;
    Money valueBefore(0, value.currency());
    Money paidBefore(0, value.currency());
    for (const Sale &refund : refunds) {
        valueBefore = checkedAdd(valueBefore, -cashValueOf(refund)).value_or(valueBefore);
        paidBefore = checkedAdd(paidBefore, -sumBy(refund, PaymentMethod::Cash)).value_or(paidBefore);
    }
    const auto valueAfter = checkedAdd(valueBefore, value);
    if (!valueAfter || paidBefore != rounding.roundForCash(valueBefore).due)
        return byItself; // another register took back as well, or coins are others now
    const bool isAll = *valueAfter == cashValueOf(*basis.sale);
    const Money due = isAll ? sumBy(*basis.sale, PaymentMethod::Cash) : rounding.roundForCash(*valueAfter).due;
    return std::max(due - paidBefore, Money(0, value.currency()));
}

void addTaxes(std::map<TaxRate, TaxSummary> &sums, TaxRate rate, const TaxSummary &taxes, int sign)
{
    const auto add = [sign](Money &sum, Money amount) {
        sum = checkedAdd(sum, sign < 0 ? -amount : amount).value_or(sum);
    };
    const Money zero(0, taxes.gross.currency());
    TaxSummary &sum = sums.try_emplace(rate, TaxSummary{rate, zero, zero, zero}).first->second;
    add(sum.net, taxes.net);
    add(sum.tax, taxes.tax);
    add(sum.gross, taxes.gross);
}

} // namespace

QList<TaxSummary> taxesWithReturns(const QList<TaxSummary> &sold, const QList<ReturnedLine> &returns)
{
    std::map<TaxRate, TaxSummary> sums;
    for (const TaxSummary &taxes : sold)
        addTaxes(sums, taxes.rate, taxes, 1);
    std::map<TaxRate, Money> fees;
    for (const ReturnedLine &line : returns) {
        addTaxes(sums, line.taxRate, {line.taxRate, line.net, line.tax, line.gross}, -1);
        Money &fee = fees.try_emplace(line.taxRate, Money(0, line.fee.currency())).first->second;
        fee = checkedAdd(fee, line.fee).value_or(fee);
    }
    for (const auto &[rate, fee] : fees)
        addTaxes(sums, rate, taxOf(fee, rate, PricesInclude::Tax), 1);
    QList<TaxSummary> result;
    for (const auto &[rate, sum] : sums)
        result.append(sum);
    return result;
}

namespace {

/// `byReceipt`: how much of it goes back as it came at most.
Refund refundWithin(Money amount, Money byReceipt, const RefundBasis &basis, const CashRounding &rounding)
{
    const Money zero(0, amount.currency());
    const bool isSame = basis.sale && basis.sale->total.currency() == amount.currency();
    const QList<Sale> refunds = isSame ? refundsAmong(basis.earlier, amount.currency()) : QList<Sale>();
    Refund refund{{}, zero};
    if (const std::optional<Way> way = namedWay(basis)) {
        refund.payments.append(paidBack(*way, amount));
        return refund;
    }
    Money left = amount;
    Money asItCame = std::min(amount, byReceipt);
    const QList<Way> ways = isSame && basis.to == RefundTo::Original ? otherWaysOf(*basis.sale) : QList<Way>();
    for (const Way &way : ways) {
        const Money back = std::min(asItCame, leftBy(way, *basis.sale, refunds));
        if (back.isZero())
            continue;
        refund.payments.append(paidBack(way, back));
        asItCame -= back;
        left -= back;
    }
    if (left.isZero())
        return refund;
    const Money coins = isSame ? coinsFor(left, basis, refunds, rounding) : rounding.roundForCash(left).due;
    refund.payments.append({PaymentMethod::Cash, -coins, -coins, zero});
    refund.rounding = left - coins;
    return refund;
}

Money creditByReceipt(const Sale &document)
{
    Money sum(0, document.total.currency());
    for (const ReturnedLine &line : document.returns) {
        if (line.sale)
            sum = checkedAdd(sum, line.credit()).value_or(sum);
    }
    return sum;
}

} // namespace

Refund refundOf(Money amount, const RefundBasis &basis, const CashRounding &rounding)
{
    return refundWithin(amount, amount, basis, rounding);
}

Refund refundOf(const Sale &document, const RefundBasis &basis, const CashRounding &rounding)
{
    return refundWithin(-document.total, creditByReceipt(document), basis, rounding);
}

namespace {

std::optional<Problem> refuseWay(const RefundBasis &basis, const std::optional<CustomerId> &customer)
{
    if (basis.to == RefundTo::GiftCard && !basis.giftCard) {
        return refused(QStringLiteral("payment.gift_card"), tr("Nobody knows to which gift card it goes back."),
                       tr("Scan the card, or pay it back in another way."), QStringLiteral("to"));
    }
    if (basis.to == RefundTo::StoreCredit && !customer) {
        return refused(QStringLiteral("payment.customer"), tr("Store credit needs a customer."),
                       tr("Name the customer, or pay it back in another way."), QStringLiteral("customer"));
    }
    return std::nullopt;
}

} // namespace

Result<Sale> returnTotals(const Quote &bought, const QList<ReturnedLine> &returns)
{
    if (returns.isEmpty()) {
        return failure(refused(QStringLiteral("return.empty"), tr("Nothing comes back."),
                               tr("Name what comes back of the sale."), QStringLiteral("lines")));
    }
    const Currency currency = bought.total.currency();
    Money total = bought.total;
    for (const ReturnedLine &line : returns) {
        if (line.gross.currency() != currency) {
            return failure(refused(QStringLiteral("return.currency"),
                                   tr("What comes back was sold in another currency."),
                                   tr("Take it back where it was sold."), QStringLiteral("lines")));
        }
        const auto sum = checkedAdd(total, -line.credit());
        if (!sum)
            return failure(tooMuch());
        total = *sum;
    }
    Sale sale;
    sale.pricesInclude = bought.pricesInclude;
    sale.lines = bought.lines;
    sale.discounts = bought.discounts;
    sale.returns = returns;
    sale.taxes = taxesWithReturns(bought.taxes, returns);
    sale.total = total;
    sale.rounding = Money(0, currency);
    sale.customer = bought.customer;
    sale.note = bought.note;
    sale.customerNote = bought.customerNote;
    sale.points = bought.points;
    for (const ReturnedLine &line : returns)
        sale.points += line.points;
    return sale;
}

Result<Sale> completeReturn(const Quote &bought, const QList<ReturnedLine> &returns, const QList<Tender> &tenders,
                            const RefundBasis &basis, const CashRounding &rounding, const SaleHeader &header)
{
    Result<Sale> sale = returnTotals(bought, returns);
    if (!sale)
        return sale;
    sale->id = header.id;
    sale->number = header.number;
    sale->shift = header.shift;
    sale->location = header.location;
    sale->registerId = header.registerId;
    sale->cashier = header.cashier;
    sale->completedAt = header.completedAt;
    const bool isToPay = !sale->total.isNegative() && !sale->total.isZero();
    if (isToPay) {
        Quote due = bought;
        due.total = sale->total;
        const Result<Sale> paid = completeSale(due, tenders, rounding, header);
        if (!paid)
            return failure(paid.error());
        sale->payments = paid->payments;
        sale->rounding = paid->rounding;
        return sale;
    }
    if (!tenders.isEmpty()) {
        return failure(refused(QStringLiteral("payment.nothing_due"), tr("Nothing is to be paid: money goes back."),
                               tr("Take no payment for it."), QStringLiteral("tenders")));
    }
    if (sale->total.isNegative()) {
        if (const auto problem = refuseWay(basis, sale->customer))
            return failure(*problem);
        const Refund refund = refundOf(*sale, basis, rounding);
        sale->payments = refund.payments;
        sale->rounding = refund.rounding;
    }
    return sale;
}

Money paidOut(const Sale &sale)
{
    Money sum(0, sale.total.currency());
    for (const Payment &payment : sale.payments) {
        if (payment.amount.isNegative() && payment.amount.currency() == sum.currency())
            sum = checkedAdd(sum, -payment.amount).value_or(sum);
    }
    return sum;
}

} // namespace crema
