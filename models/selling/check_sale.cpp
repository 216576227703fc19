// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/selling/check_sale.h"

#include "models/money/checked.h"
#include "models/pricing/bundle_lines.h"
#include "models/pricing/tax.h"
#include "models/selling/receipt_number.h"
#include "models/selling/return_rules.h"

#include <QHash>

#include <map>

namespace crema {

namespace {

/// Sums of recorded amounts. They come from outside, so they are added in 128 bits, where nothing overflows.
using Sum = Int128;

class Check
{
public:
    explicit Check(const Sale &sale) : m_sale(sale) {}

    QStringList run()
    {
        note(!ReceiptNumber::fromString(m_sale.number), "sale.number_malformed");
        note(m_sale.lines.isEmpty() && m_sale.returns.isEmpty(), "sale.no_lines");
        if (!isOneCurrency()) {
            note(true, "sale.currency_mixed");
            return m_codes;
        }
        checkLines();
        checkReturns();
        checkTotal();
        checkTaxes();
        checkPayments();
        return m_codes;
    }

private:
    void note(bool wrong, const char *code)
    {
        const QString text = QString::fromLatin1(code);
        if (wrong && !m_codes.contains(text))
            m_codes.append(text);
    }

    [[nodiscard]] bool isOurs(const Money &money) const
    {
        return money.currency() == m_sale.total.currency() && fitsWire(money.minor());
    }

    [[nodiscard]] bool areOurs(const QList<SaleDiscount> &discounts) const
    {
        return std::all_of(discounts.begin(), discounts.end(),
                           [this](const SaleDiscount &discount) { return isOurs(discount.amount); });
    }

    [[nodiscard]] bool isOneCurrency() const
    {
        const bool lines = std::all_of(m_sale.lines.begin(), m_sale.lines.end(), [this](const SaleLine &line) {
            return isOurs(line.price.amount) && isOurs(line.cartDiscount) && isOurs(line.net) && isOurs(line.tax) &&
                   isOurs(line.gross) && areOurs(line.discounts) && (!line.bundle || isOurs(line.bundle->off)) &&
                   std::ranges::all_of(line.modifiers, [this](const auto &each) { return isOurs(each.price); });
        });
        const bool taxes = std::all_of(m_sale.taxes.begin(), m_sale.taxes.end(), [this](const TaxSummary &tax) {
            return isOurs(tax.net) && isOurs(tax.tax) && isOurs(tax.gross);
        });
        const bool payments =
            std::all_of(m_sale.payments.begin(), m_sale.payments.end(), [this](const Payment &payment) {
                return isOurs(payment.amount) && isOurs(payment.tendered) && isOurs(payment.change) &&
                       isOurs(payment.tip);
            });
        const bool returns =
            std::all_of(m_sale.returns.begin(), m_sale.returns.end(), [this](const ReturnedLine &line) {
                return isOurs(line.net) && isOurs(line.tax) && isOurs(line.gross) && isOurs(line.fee);
            });
        return lines && taxes && payments && returns && areOurs(m_sale.discounts) && isOurs(m_sale.total) &&
               isOurs(m_sale.rounding);
    }

    static Sum sumOf(const QList<SaleDiscount> &discounts)
    {
        Sum sum = 0;
        for (const SaleDiscount &discount : discounts)
            sum += discount.amount.minor();
        return sum;
    }

    void checkLines()
    {
        Sum shares = 0;
        for (const SaleLine &line : m_sale.lines) {
            checkLine(line);
            shares += line.cartDiscount.minor();
            m_total += line.gross.minor();
        }
        note(shares != sumOf(m_sale.discounts), "sale.discount_mismatch");
    }

    void checkLine(const SaleLine &line)
    {
        const std::int64_t quantity = line.quantity.units();
        note(quantity < 1 || quantity > Quantity::maxLine, "sale.quantity_range");
        note(Sum(line.net.minor()) + line.tax.minor() != line.gross.minor(), "sale.line_mismatch");
        const bool rateFits = line.taxRate.tenThousandths() >= 0 && line.taxRate.tenThousandths() <= TaxRate::maximum;
        note(!rateFits, "sale.tax_mismatch");
        const bool inside = m_sale.pricesInclude == PricesInclude::Tax;
        const Sum amount = inside ? line.gross.minor() : line.net.minor();
        if (!line.giftCard) // no tax is due on a voucher, at no rate (ADR 060)
            m_perRate[rateFits ? line.taxRate : TaxRate()] += amount;
        const auto extended = line.price.per >= 1 ? line.price.extended(line.quantity)
                                                  : Result<Money>(Money(0, line.price.amount.currency()));
        const Sum expected = extended ? extended->minor() - sumOf(line.discounts) - line.cartDiscount.minor() : Sum(-1);
        note(amount != expected, "sale.line_mismatch");
        Sum modifiers = 0;
        for (const SaleModifier &modifier : line.modifiers)
            modifiers += modifier.price.minor();
        note(modifiers > line.price.amount.minor(), "sale.modifier_mismatch");
        checkBundle(line);
        note(line.giftCard && (line.taxRate != TaxRate() || !line.tax.isZero()), "sale.gift_card_taxed");
    }

    /// What a bundle took off a line is its first discount, and all lines of one place are of one bundle.
    void checkBundle(const SaleLine &line)
    {
        if (!line.bundle)
            return;
        const SaleBundle &bundle = *line.bundle;
        const std::int64_t quantity = bundle.quantity.units();
        SaleBundle seen = m_bundles.value(bundle.place, bundle);
        seen.off = bundle.off; // which each line has for itself
        m_bundles.insert(bundle.place, seen);
        note(bundle.place < 0 || quantity < 1 || quantity > Quantity::maxLine || bundle.off.isNegative() ||
                 seen != bundle || (!bundle.off.isZero() && !bundleDiscount(line)) || line.giftCard,
             "sale.bundle_mismatch");
    }

    void checkReturns()
    {
        for (const ReturnedLine &line : m_sale.returns) {
            const std::int64_t quantity = line.quantity.units();
            note(quantity < 1 || quantity > Quantity::maxLine, "sale.quantity_range");
            const bool addsUp = Sum(line.net.minor()) + line.tax.minor() == line.gross.minor();
            const bool isCredit =
                !line.net.isNegative() && !line.tax.isNegative() && !line.fee.isNegative() && line.fee <= line.gross;
            const std::int32_t rate = line.taxRate.tenThousandths();
            const bool hasPlace = line.sale.has_value() == line.line.has_value();
            note(!addsUp || !isCredit || !hasPlace || rate < 0 || rate > TaxRate::maximum, "sale.return_mismatch");
            m_total -= Sum(line.gross.minor()) - line.fee.minor();
        }
    }

    void checkTotal() { note(m_total != m_sale.total.minor(), "sale.line_sum_mismatch"); }

    void checkTaxes()
    {
        Sum lineTaxes = 0;
        for (const SaleLine &line : m_sale.lines)
            lineTaxes += line.tax.minor();
        Sum taxes = 0;
        QList<TaxSummary> expected;
        for (const auto &[rate, amount] : m_perRate) {
            if (amount < -maxMinor || amount > maxMinor) {
                note(true, "sale.tax_mismatch");
                return;
            }
            expected.append(
                taxOf(Money(static_cast<std::int64_t>(amount), m_sale.total.currency()), rate, m_sale.pricesInclude));
            taxes += expected.last().tax.minor();
        }
        if (m_sale.takesBack() && !m_codes.contains(QStringLiteral("sale.return_mismatch")))
            expected = taxesWithReturns(expected, m_sale.returns);
        note(expected != m_sale.taxes || taxes != lineTaxes, "sale.tax_mismatch");
    }

    void checkPayments()
    {
        Sum paid = 0;
        bool anyCash = false;
        for (const Payment &payment : m_sale.payments) {
            const bool cash = payment.method == PaymentMethod::Cash;
            anyCash = anyCash || cash;
            paid += payment.amount.minor();
            const Sum settled = Sum(payment.tendered.minor()) - payment.change.minor();
            const bool settles = settled == Sum(payment.amount.minor()) + payment.tip.minor();
            const bool isPaidBack = payment.amount.isNegative();
            note(!settles || (!cash && !payment.change.isZero()) || payment.change.isNegative() ||
                     (isPaidBack && !m_sale.takesBack()),
                 "sale.payment_mismatch");
            const bool isTip = !payment.tip.isZero();
            note(isTip && (payment.tip.isNegative() || payment.tip > payment.amount), "sale.tip_beyond");
        }
        note(paid != Sum(m_sale.total.minor()) + m_sale.rounding.minor(), "sale.payment_mismatch");
        note(!m_sale.rounding.isZero() && !anyCash, "sale.rounding_mismatch");
    }

    const Sale &m_sale;
    QStringList m_codes;
    Sum m_total = 0; ///< lines less what is taken back
    std::map<TaxRate, Sum> m_perRate;
    QHash<std::int32_t, SaleBundle> m_bundles; ///< by their place
};

} // namespace

QStringList checkSale(const Sale &sale)
{
    return Check(sale).run();
}

} // namespace crema
