// SPDX-License-Identifier: GPL-3.0-or-later
// Promotions and coupons of the example shop: the rules are the real ones, the store is memory.
#include "app/desktop/example/example_desk.h"
#include "models/settings/modifier_groups.h"

namespace crema::desktop {

void ExampleDesk::weigh()
{
    Variant &variant = m_products.last().variants.last().variant;
    variant.unit = Unit::Gram;
    if (variant.price)
        variant.price->per = 1'000;
}

void ExampleDesk::addExampleCoupons()
{
    Promotion welcome;
    welcome.id = PromotionId(nextId());
    welcome.name = QStringLiteral("Welcome back");
    welcome.action = AmountOff{Price{Money(200, m_state.currency()), 1}, PromotionTarget::Cart};
    welcome.coupons = {{QStringLiteral("WELCOME"), 0}};
    Promotion bags;
    bags.id = PromotionId(nextId());
    bags.name = QStringLiteral("For the whole office");
    bags.action = PercentOff{1'000, PromotionTarget::Cart};
    bags.conditions.minQuantity = 20;
    bags.coupons = {{QStringLiteral("BAGS"), 0}};
    addPromotion(welcome);
    addPromotion(bags);
    addProduct(QStringLiteral("House blend, loose"), QStringLiteral("LOOSE"), QString(), 2'490);
    weigh();
}

QList<PricedLine> ExampleDesk::pricedLines(const sync::SaleDraft &draft) const
{
    const QList<ModifierGroup> groups = modifierGroups(m_state.settings, m_state.currency());
    QList<PricedLine> lines;
    for (const sync::SaleLineDraft &wanted : draft.lines) {
        const auto [product, variant] = soldAs(wanted.variant);
        if (!variant)
            continue;
        QList<SaleModifier> modifiers;
        for (const ModifierId &id : wanted.modifiers) {
            if (const std::optional<SaleModifier> modifier = findModifier(groups, id))
                modifiers.append(*modifier);
        }
        const Price plain = wanted.price ? *wanted.price : *variant->price;
        const Price price = withModifiers(plain, modifiers).value_or(plain);
        lines.append(
            {variant->id, product->product.id, variant->unit, wanted.quantity, *price.extended(wanted.quantity)});
    }
    return lines;
}

PricingOccasion ExampleDesk::occasionOf(const sync::SaleDraft &draft) const
{
    PricingOccasion occasion;
    if (m_state.location)
        occasion.location = m_state.location->id;
    for (const Customer &customer : m_customers) {
        if (draft.customer == customer.id)
            occasion.customerGroup = customer.group;
    }
    occasion.coupons = draft.coupons;
    return at(occasion, UtcTime(1'700'000'000'000), m_state.location ? m_state.location->timeZone : QByteArray());
}

ProductCategories ExampleDesk::categoriesOfProducts() const
{
    ProductCategories categories;
    for (const sync::ProductView &product : m_products)
        categories.insert(product.product.id, product.product.categories);
    return categories;
}

AppliedPromotions ExampleDesk::promotionsFor(const sync::SaleDraft &draft) const
{
    return applyPromotions(pricedLines(draft), m_promotions, occasionOf(draft), categoriesOfProducts());
}

QCoro::Task<Result<Promotion>> ExampleDesk::promotionOfCoupon(QString typed)
{
    co_await turn();
    const QString code = couponCode(typed);
    for (const Promotion &promotion : std::as_const(m_promotions)) {
        for (const Coupon &coupon : promotion.coupons) {
            if (coupon.code != code || promotion.disabled)
                continue;
            // One sale of the shop's history is enough for the coupons of pictures and tests.
            if (coupon.limit == 1 && !m_sales.isEmpty())
                co_return failure(ProblemKind::Conflict, QStringLiteral("coupon.used_up"),
                                  QStringLiteral("The coupon %1 is used up.").arg(code),
                                  QStringLiteral("Sell without it."));
            const Promotion found = promotion; // g++ 12 would move it out
            co_return found;
        }
    }
    co_return failure(ProblemKind::NotFound, QStringLiteral("coupon.unknown"),
                      QStringLiteral("“%1” is no coupon of a promotion here.").arg(typed),
                      QStringLiteral("Check the code; the promotion may have ended."));
}

QCoro::Task<Result<QList<CouponStanding>>> ExampleDesk::couponsOf(sync::SaleDraft draft)
{
    co_await turn();
    const QList<PricedLine> lines = pricedLines(draft);
    const AppliedPromotions applied = promotionsFor(draft);
    QList<CouponStanding> standings;
    for (const QString &code : std::as_const(draft.coupons)) {
        for (const Promotion &promotion : std::as_const(m_promotions)) {
            if (!couponFor(promotion, {code}).value_or(QString()).isEmpty()) {
                Money given(0, m_state.currency());
                QList<PromotionDiscount> all = applied.cart;
                for (const QList<PromotionDiscount> &ofLine : applied.lines)
                    all += ofLine;
                for (const PromotionDiscount &one : std::as_const(all)) {
                    if (one.coupon == code)
                        given += one.amount;
                }
                standings.append(
                    couponStanding(promotion, code, given, lines, occasionOf(draft), categoriesOfProducts()));
            }
        }
    }
    co_return standings;
}

} // namespace crema::desktop
