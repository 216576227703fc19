// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pricing/quote.h"

#include "models/money/allocation.h"
#include "models/money/checked.h"
#include "models/pricing/bundle_lines.h"
#include "models/pricing/tax.h"

#include <QCoreApplication>

#include <map>

namespace crema {

namespace {

/// Lines of one tax rate: their positions in the quote.
using RateGroups = std::map<TaxRate, std::vector<qsizetype>>;

tl::unexpected<Problem> tooMuch()
{
    return failure(ProblemKind::Invalid, QStringLiteral("money.overflow"),
                   QCoreApplication::translate("Quote", "The cart adds up to more than Crema can hold."),
                   QCoreApplication::translate("Quote", "Lower a quantity or a price."));
}

SaleDiscount taken(const Discount &discount, Money from)
{
    const std::int64_t minor = discount.tenThousandths ? divideRounded(Int128(from.minor()) * *discount.tenThousandths,
                                                                       10'000, Rounding::HalfAwayFromZero)
                                                       : std::min(discount.amount->minor(), from.minor());
    SaleDiscount result;
    result.label = discount.label;
    result.tenThousandths = discount.tenThousandths;
    result.amount = Money(minor, from.currency());
    result.points = discount.points;
    return result;
}

SaleDiscount given(const PromotionDiscount &promotion, Money amount)
{
    SaleDiscount result;
    result.label = promotion.name;
    result.tenThousandths = promotion.tenThousandths;
    result.amount = amount;
    result.promotion = promotion.promotion;
    result.coupon = promotion.coupon;
    return result;
}

/// What the bundle of a line takes off it, never more than it costs: checkedCart() has seen to it.
Money offOf(const CartLine &line)
{
    return line.bundle ? line.bundle->off : Money(0, line.price.amount.currency());
}

/// Applies the discounts one after the other; `left` is what remains.
QList<SaleDiscount> takeAll(const QList<Discount> &discounts, Money &left)
{
    QList<SaleDiscount> result;
    for (const Discount &discount : discounts) {
        result.append(taken(discount, left));
        left -= result.last().amount;
    }
    return result;
}

SaleLine describe(const CartLine &line)
{
    SaleLine result;
    result.variant = line.variant;
    result.product = line.product;
    result.sku = line.sku;
    result.name = line.name;
    result.options = line.options;
    result.unit = line.unit;
    result.quantity = line.quantity;
    result.price = line.price;
    result.taxRate = line.taxRate;
    result.note = line.note;
    result.modifiers = line.modifiers;
    result.bundle = line.bundle;
    return result;
}

/// The steps of one computation; `m_left` is what each line costs after the discounts so far.
class Computation
{
public:
    Computation(const Cart &cart, const PricingRules &rules) : m_cart(cart), m_rules(rules), m_zero(0, cart.currency)
    {
        m_quote.pricesInclude = rules.pricesInclude;
        m_quote.customer = cart.customer;
        m_quote.note = cart.note;
        m_quote.customerNote = cart.customerNote;
        m_quote.subtotal = m_quote.discountTotal = m_quote.tax = m_quote.total = m_zero;
    }

    Result<Quote> run()
    {
        QList<PricedLine> priced;
        for (const CartLine &line : m_cart.lines) {
            const Result<Money> extended = line.price.extended(line.quantity);
            if (!extended)
                return failure(extended.error());
            const auto sum = checkedAdd(m_quote.subtotal, *extended);
            if (!sum)
                return tooMuch();
            m_quote.subtotal = *sum;
            priced.append({line.variant, line.product, line.unit, line.quantity, *extended - offOf(line),
                           line.bundle.has_value()});
        }
        const AppliedPromotions promotions =
            applyPromotions(priced, m_rules.promotions, m_rules.occasion, m_rules.categories);
        m_quote.spareCoupons = promotions.spareCoupons;
        for (qsizetype i = 0; i < priced.size(); ++i)
            addLine(m_cart.lines[i], priced[i].extended + offOf(m_cart.lines[i]), promotions.lines[i]);
        shareCartDiscounts(promotions.cart);
        for (const auto &[rate, members] : m_groups)
            addTax(rate, members);
        if (!fitsWire(m_quote.total.minor()))
            return tooMuch();
        return m_quote;
    }

private:
    void addLine(const CartLine &line, Money extended, const QList<PromotionDiscount> &promotions)
    {
        SaleLine result = describe(line);
        Money left = extended;
        if (const Money off = offOf(line); !off.isZero()) {
            result.discounts.append(givenByBundle(*line.bundle));
            left -= off;
        }
        for (const PromotionDiscount &each : promotions) {
            result.discounts.append(given(each, each.amount));
            left -= each.amount;
        }
        result.discounts += takeAll(line.discounts, left);
        m_quote.discountTotal += extended - left;
        m_groups[line.taxRate].push_back(m_quote.lines.size());
        m_quote.lines.append(result);
        m_left.push_back(left);
    }

    /// Lines may have become cheaper by hand meanwhile: a promotion takes what there is.
    void givePromotions(const QList<PromotionDiscount> &promotions, Money &left)
    {
        for (const PromotionDiscount &each : promotions) {
            const Discount asked = each.tenThousandths ? Discount{each.name, each.tenThousandths, std::nullopt}
                                                       : Discount{each.name, std::nullopt, each.amount};
            const Money amount = taken(asked, left).amount;
            if (amount.isZero())
                continue;
            m_quote.discounts.append(given(each, amount));
            left -= amount;
        }
    }

    void shareCartDiscounts(const QList<PromotionDiscount> &promotions)
    {
        Money left = m_zero;
        for (const Money &each : m_left)
            left += each;
        const Money before = left;
        givePromotions(promotions, left);
        m_quote.discounts += takeAll(m_cart.discounts, left);
        const Money whole = before - left;
        m_quote.discountTotal += whole;

        std::vector<std::int64_t> rateWeights;
        for (const auto &[rate, members] : m_groups)
            rateWeights.push_back(sumOf(members).minor());
        const std::vector<Money> rateParts = allocate(whole, rateWeights);
        size_t index = 0;
        for (const auto &[rate, members] : m_groups)
            shareWithin(members, rateParts[index++]);
    }

    void shareWithin(const std::vector<qsizetype> &members, Money part)
    {
        const std::vector<Money> parts = allocate(part, weightsOf(members));
        for (size_t i = 0; i < members.size(); ++i) {
            m_quote.lines[members[i]].cartDiscount = parts[i];
            m_left[static_cast<size_t>(members[i])] -= parts[i];
        }
    }

    void addTax(TaxRate rate, const std::vector<qsizetype> &members)
    {
        const TaxSummary summary = taxOf(sumOf(members), rate, m_quote.pricesInclude);
        const std::vector<Money> taxes = allocate(summary.tax, weightsOf(members));
        for (size_t i = 0; i < members.size(); ++i) {
            SaleLine &line = m_quote.lines[members[i]];
            const Money amount = m_left[static_cast<size_t>(members[i])];
            const bool inside = m_quote.pricesInclude == PricesInclude::Tax;
            line.tax = taxes[i];
            line.net = inside ? amount - taxes[i] : amount;
            line.gross = inside ? amount : amount + taxes[i];
        }
        m_quote.taxes.append(summary);
        m_quote.tax += summary.tax;
        m_quote.total += summary.gross;
    }

    [[nodiscard]] std::vector<std::int64_t> weightsOf(const std::vector<qsizetype> &members) const
    {
        std::vector<std::int64_t> weights;
        for (const qsizetype member : members)
            weights.push_back(m_left[static_cast<size_t>(member)].minor());
        return weights;
    }

    [[nodiscard]] Money sumOf(const std::vector<qsizetype> &members) const
    {
        Money sum = m_zero;
        for (const qsizetype member : members)
            sum += m_left[static_cast<size_t>(member)];
        return sum;
    }

    const Cart &m_cart;
    const PricingRules &m_rules;
    Money m_zero;
    Quote m_quote;
    RateGroups m_groups;
    std::vector<Money> m_left;
};

} // namespace

Result<Quote> quote(const Cart &cart, const PricingRules &rules)
{
    return checkedCart(cart).and_then([&](const Cart &checked) { return Computation(checked, rules).run(); });
}

} // namespace crema
