// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/selling/check_sale.h"

#include "models/money/rounding.h"

namespace crema {
namespace {

// Recorded amounts come from outside: sums are taken in 128 bits, where nothing can overflow.
Int128 wide(const Money &money)
{
    return money.minor();
}

bool linesAddUp(const Sale &sale)
{
    return std::all_of(sale.lines.begin(), sale.lines.end(),
                       [](const SaleLine &line) { return wide(line.net) + wide(line.tax) == wide(line.gross); });
}

bool linesMakeTheTotal(const Sale &sale)
{
    Int128 sum = 0;
    for (const SaleLine &line : sale.lines)
        sum += wide(line.gross);
    return sum == wide(sale.total);
}

/// The tax that the rate gives: out of the gross where prices include it, on top of the net elsewhere; computed once
/// for the whole rate (standards.md section 1).
Int128 taxOfRate(const TaxSummary &summary, PricesInclude pricesInclude)
{
    const Int128 rate = summary.rate.tenThousandths();
    if (pricesInclude == PricesInclude::Tax)
        return divideRounded(wide(summary.gross) * rate, TaxRate::maximum + rate, Rounding::HalfAwayFromZero);
    return divideRounded(wide(summary.net) * rate, TaxRate::maximum, Rounding::HalfAwayFromZero);
}

bool summaryAgrees(const TaxSummary &summary, const Sale &sale)
{
    Int128 net = 0;
    Int128 tax = 0;
    for (const SaleLine &line : sale.lines) {
        if (line.taxRate == summary.rate) {
            net += wide(line.net);
            tax += wide(line.tax);
        }
    }
    return net == wide(summary.net) && tax == wide(summary.tax) && net + tax == wide(summary.gross)
        && tax == taxOfRate(summary, sale.pricesInclude);
}

bool everyRateHasOneSummary(const Sale &sale)
{
    QList<TaxRate> rates;
    for (const TaxSummary &summary : sale.taxes) {
        if (rates.contains(summary.rate))
            return false;
        rates.append(summary.rate);
    }
    return std::all_of(sale.lines.begin(), sale.lines.end(),
                       [&](const SaleLine &line) { return rates.contains(line.taxRate); });
}

bool taxesAgree(const Sale &sale)
{
    return everyRateHasOneSummary(sale)
        && std::all_of(sale.taxes.begin(), sale.taxes.end(),
                       [&](const TaxSummary &summary) { return summaryAgrees(summary, sale); });
}

bool paymentsAgree(const Sale &sale)
{
    Int128 paid = 0;
    for (const Payment &payment : sale.payments) {
        if (wide(payment.tendered) - wide(payment.change) != wide(payment.amount))
            return false;
        paid += wide(payment.amount);
    }
    return paid == wide(sale.total) + wide(sale.rounding);
}

bool roundingNeedsCash(const Sale &sale)
{
    const auto isCash = [](const Payment &payment) { return payment.method == PaymentMethod::Cash; };
    return sale.rounding.isZero() || std::any_of(sale.payments.begin(), sale.payments.end(), isCash);
}

} // namespace

QStringList checkSale(const Sale &sale)
{
    QStringList codes;
    if (!linesAddUp(sale))
        codes.append(QStringLiteral("sale.line_mismatch"));
    if (!linesMakeTheTotal(sale))
        codes.append(QStringLiteral("sale.line_sum_mismatch"));
    if (!taxesAgree(sale))
        codes.append(QStringLiteral("sale.tax_mismatch"));
    if (!paymentsAgree(sale))
        codes.append(QStringLiteral("sale.payment_mismatch"));
    if (!roundingNeedsCash(sale))
        codes.append(QStringLiteral("sale.rounding_mismatch"));
    return codes;
}

} // namespace crema
