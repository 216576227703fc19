// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/coupon_reader.h"

#include "models/pricing/promotion_fit.h"
#include "sync/store/sale_recording.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace crema::sync {
namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::Pricing)
};

Problem unknownCoupon(const QString &code)
{
    return {ProblemKind::NotFound,
            QStringLiteral("coupon.unknown"),
            Texts::tr("“%1” is no coupon of a promotion here.").arg(code),
            Texts::tr("Check the code; the promotion may have ended."),
            {}};
}

Problem notYet(const QString &code, const QDate &from)
{
    return {
        ProblemKind::Conflict,
        QStringLiteral("coupon.not_yet"),
        Texts::tr("The coupon %1 does not hold before %2.").arg(code, QLocale().toString(from, QLocale::ShortFormat)),
        Texts::tr("Take it from that day on."),
        {}};
}

Problem expired(const QString &code, const QDate &until)
{
    return {ProblemKind::Conflict,
            QStringLiteral("coupon.expired"),
            Texts::tr("The coupon %1 ended on %2.").arg(code, QLocale().toString(until, QLocale::ShortFormat)),
            Texts::tr("Sell without it, or give a discount if you may."),
            {}};
}

Problem usedUp(const QString &code, std::int64_t limit)
{
    return {
        ProblemKind::Conflict,
        QStringLiteral("coupon.used_up"),
        Texts::tr("The coupon %1 is used up: it was good for %n sale(s).", nullptr, static_cast<int>(limit)).arg(code),
        Texts::tr("Sell without it, or give a discount if you may."),
        {}};
}

/// Why its promotion cannot hold any more or not yet, whatever lies in the cart. A promotion that goes over midnight
/// still holds in the night after its last day.
std::optional<Problem> refusalOf(LocalStore &store, const Promotion &promotion, const QString &code,
                                 const PricingOccasion &occasion)
{
    const PromotionConditions &when = promotion.conditions;
    if (when.from && occasion.day < *when.from)
        return notYet(code, *when.from);
    if (when.until && occasion.day > *when.until && !holdsAt(promotion, occasion))
        return expired(code, *when.until);
    const auto coupon = std::ranges::find_if(promotion.coupons, [&](const Coupon &each) { return each.code == code; });
    if (coupon != promotion.coupons.end() && coupon->limit > 0 &&
        store.rows().selling().salesWithCoupon(code, promotion.id) >= coupon->limit)
        return usedUp(code, coupon->limit);
    return std::nullopt;
}

/// Those that ask for this code and are not switched off, in the order in which they are applied.
QList<Promotion> promotionsWith(LocalStore &store, const QString &code)
{
    QList<Promotion> found;
    for (const Promotion &promotion : store.place().priceRules.promotions) {
        const auto asked = promotion.disabled ? std::nullopt : couponFor(promotion, {code});
        if (asked && !asked->isEmpty())
            found.append(promotion);
    }
    std::ranges::sort(found, comesBefore);
    return found;
}

/// The lines as promotions look at them; what was put on a gift card is none.
QList<PricedLine> pricedLines(const Quote &quote)
{
    QList<PricedLine> lines;
    for (const SaleLine &line : quote.lines) {
        const Result<Money> extended = line.price.extended(line.quantity);
        if (!line.giftCard && extended)
            lines.append({line.variant, line.product, line.unit, line.quantity,
                          line.bundle ? *extended - line.bundle->off : *extended, line.bundle.has_value()});
    }
    return lines;
}

/// What a promotion gave for a code at lines and cart together.
Money givenFor(const Quote &quote, const QString &code, PromotionId promotion)
{
    Money given(0, quote.total.currency());
    const auto add = [&](const QList<SaleDiscount> &discounts) {
        for (const SaleDiscount &discount : discounts) {
            if (discount.coupon == code && discount.promotion == promotion)
                given += discount.amount;
        }
    };
    add(quote.discounts);
    for (const SaleLine &line : quote.lines)
        add(line.discounts);
    return given;
}

} // namespace

Result<Promotion> findCoupon(LocalStore &store, const QString &typed)
{
    const QString code = couponCode(typed);
    const QList<Promotion> promotions = code.isEmpty() ? QList<Promotion>() : promotionsWith(store, code);
    if (promotions.isEmpty())
        return failure(unknownCoupon(typed.trimmed()));
    const PricingOccasion occasion = pricingOccasion(store, {});
    std::optional<Problem> first;
    for (const Promotion &promotion : promotions) {
        const std::optional<Problem> refusal = refusalOf(store, promotion, code, occasion);
        if (!refusal)
            return promotion;
        if (!first)
            first = refusal;
    }
    return failure(*first);
}

Result<QList<CouponStanding>> couponsOf(LocalStore &store, const SaleDraft &draft)
{
    QList<CouponStanding> standings;
    if (draft.coupons.isEmpty())
        return standings;
    const Result<Quote> quoted = quoteOf(store, draft);
    if (!quoted)
        return failure(quoted.error());
    const QList<PricedLine> lines = pricedLines(*quoted);
    ProductCategories categories;
    for (const PricedLine &line : lines) {
        if (const auto product = store.rows().catalog().product(line.product))
            categories.insert(line.product, store.place().priceRules.withParents(product->categories));
    }
    const PricingOccasion occasion = pricingOccasion(store, draft);
    for (const QString &code : occasion.coupons) {
        std::optional<CouponStanding> best;
        const QList<Promotion> promotions = promotionsWith(store, code);
        for (const Promotion &promotion : promotions) {
            const CouponStanding one =
                couponStanding(promotion, code, givenFor(*quoted, code, promotion.id), lines, occasion, categories);
            if (!best)
                best = one;
            else if (best->given.isZero() && !one.given.isZero())
                best = one;
            else
                best->given += one.given;
        }
        if (best)
            standings.append(*best);
    }
    return standings;
}

} // namespace crema::sync
