// SPDX-License-Identifier: GPL-3.0-or-later
// Promotions and price lists: made, changed and switched off at any till, also while it hears of no other, and sold by,
// with coupons. What the till makes of a cart is held against PromotionOracle.
#include "tests/simulation/world/answer_of.h"
#include "tests/simulation/world/promotion_oracle.h"
#include "tests/simulation/world/sim_register.h"

namespace crema::simulation {

namespace {

using Rule = PromotionOracle::Rule;

/// So many at one till; at one line fewer than a sale has room for.
constexpr qsizetype mostPromotions = 12;
constexpr qsizetype mostLists = 4;

Money euros(std::int64_t minor)
{
    return {minor, *Currency::fromCode(u"EUR")};
}

const QStringList codes{QStringLiteral("RAIN"), QStringLiteral("SUN-10"), QStringLiteral("MOON")};

QList<QUuid> plain(const QList<VariantId> &variants)
{
    QList<QUuid> ids;
    for (const VariantId &variant : variants)
        ids.append(variant.value());
    return ids;
}

/// What worlds make of each kind, in the words of the oracle.
void describe(Rule &rule, const PercentOff &action)
{
    rule.kind = action.target == PromotionTarget::Cart ? Rule::Kind::PercentOfCart : Rule::Kind::PercentOfLines;
    rule.value = action.tenThousandths;
}

void describe(Rule &rule, const AmountOff &action)
{
    rule.kind = action.target == PromotionTarget::Cart ? Rule::Kind::AmountOfCart : Rule::Kind::AmountOfLines;
    rule.value = action.off.amount.minor();
}

void describe(Rule &rule, const BuyGet &action)
{
    rule.kind = Rule::Kind::BuyGet;
    rule.value = action.tenThousandths;
    rule.buy = action.buy;
    rule.get = action.get;
    rule.atMost = action.atMost;
}

void describe(Rule &rule, const FreeItem &action)
{
    rule.kind = Rule::Kind::FreePieces;
    rule.get = action.quantity;
    rule.free = plain(action.articles.variants);
}

/// No world makes bundles: a decision of a person cannot make one either.
void describe(Rule &rule, const BundleFor &)
{
    rule.isOff = true;
}

Rule ruleOf(const Promotion &promotion)
{
    Rule rule;
    rule.id = promotion.id.value();
    rule.variants = plain(promotion.conditions.articles.variants);
    for (const Coupon &coupon : promotion.coupons)
        rule.codes.append(coupon.code);
    rule.minUnits = promotion.conditions.minQuantity;
    rule.minCents = promotion.conditions.minAmount ? promotion.conditions.minAmount->minor() : 0;
    rule.priority = promotion.priority;
    rule.isExclusive = promotion.exclusive;
    rule.isOff = promotion.disabled;
    std::visit([&rule](const auto &action) { describe(rule, action); }, promotion.action);
    return rule;
}

} // namespace

/// What one till knows of prices at a moment.
struct SimRegister::KnownRules {
    QList<Promotion> promotions;
    QList<PriceList> lists;
    QMap<QUuid, std::int64_t> catalog; ///< cents by variant

    friend bool operator==(const KnownRules &, const KnownRules &) = default;
};

void SimRegister::usePromotions()
{
    const std::int64_t what = m_promotionDice.between(0, 99);
    if (what < 20)
        makePromotion();
    else if (what < 40)
        changePromotion();
    else if (what < 55)
        changePriceList();
    else
        sellByRules();
}

QList<VariantId> SimRegister::someVariants()
{
    QList<VariantId> some;
    for (std::int64_t count = m_promotionDice.between(1, 3); count > 0; --count)
        some.append(m_promotionDice.oneOf(TemplateWorld::instance().variants).id);
    return some;
}

PromotionAction SimRegister::someAction()
{
    const auto target = m_promotionDice.chance(500) ? PromotionTarget::Lines : PromotionTarget::Cart;
    switch (m_promotionDice.between(0, 3)) {
    case 0: return PercentOff{static_cast<std::int32_t>(m_promotionDice.between(1, 5'000)), target};
    case 1: return AmountOff{Price{euros(m_promotionDice.between(1, 150)), 1}, target};
    case 2:
        return BuyGet{m_promotionDice.between(1, 3), m_promotionDice.between(1, 2),
                      static_cast<std::int32_t>(m_promotionDice.between(1, 10'000)), m_promotionDice.between(0, 2)};
    default: {
        ArticleSet articles;
        articles.variants = someVariants();
        return FreeItem{articles, m_promotionDice.between(1, 2)};
    }
    }
}

void SimRegister::makePromotion()
{
    const auto known = answerOf(m_client->promotions());
    if (!known || !*known || (*known)->size() >= mostPromotions)
        return;
    Promotion made;
    made.name = QStringLiteral("Promotion %1.%2").arg(m_number).arg(++m_edits);
    made.action = someAction();
    made.priority = static_cast<int>(m_promotionDice.between(-2, 2));
    made.exclusive = m_promotionDice.chance(200);
    if (m_promotionDice.chance(500))
        made.conditions.articles.variants = someVariants();
    if (m_promotionDice.chance(300))
        made.conditions.minQuantity = m_promotionDice.between(2, 5);
    if (m_promotionDice.chance(200))
        made.conditions.minAmount = euros(m_promotionDice.between(100, 2'000));
    if (m_promotionDice.chance(400))
        made.coupons = {{m_promotionDice.oneOf(codes), m_promotionDice.between(0, 2)}};
    const auto kept = answerOf(m_client->keepPromotion(made));
    note(kept && *kept ? "makes a promotion" : "makes no promotion");
    ++m_world.counts["person.promotion"];
}

void SimRegister::changePromotion()
{
    const auto known = answerOf(m_client->promotions());
    if (!known || !*known || (*known)->isEmpty())
        return;
    Promotion after = m_promotionDice.oneOf(**known);
    const std::int64_t what = m_promotionDice.between(0, 99);
    if (what < 40)
        after.disabled = !after.disabled;
    else if (what < 60)
        after.priority = static_cast<int>(m_promotionDice.between(-2, 2));
    else if (what < 75)
        after.name = QStringLiteral("Promotion %1.%2").arg(m_number).arg(++m_edits);
    else
        after.action = someAction();
    const auto kept = answerOf(m_client->keepPromotion(after));
    note(kept && *kept ? "changes a promotion" : "changes no promotion");
    ++m_world.counts["person.promotion_changed"];
}

void SimRegister::changePriceList()
{
    const auto known = answerOf(m_client->priceLists());
    if (!known || !*known)
        return;
    PriceList list;
    const bool isNew = (*known)->isEmpty() || ((*known)->size() < mostLists && m_promotionDice.chance(300));
    if (!isNew)
        list = m_promotionDice.oneOf(**known);
    if (!isNew && m_promotionDice.chance(300)) {
        list.disabled = !list.disabled;
    } else {
        list.name = QStringLiteral("List %1.%2").arg(m_number).arg(++m_edits);
        list.prices.clear();
        const VariantId variant = m_promotionDice.oneOf(TemplateWorld::instance().variants).id;
        for (std::int64_t from = 1; from <= m_promotionDice.between(1, 3); ++from)
            list.prices.append({variant, from, Price{euros(m_promotionDice.between(50, 2'000)), 1}});
    }
    const auto kept = answerOf(m_client->keepPriceList(list));
    note(kept && *kept ? "sets a price list" : "sets no price list");
    ++m_world.counts["person.price_list"];
}

/// Nothing where this till does not say all of it now.
std::optional<SimRegister::KnownRules> SimRegister::knownRules(const sync::SaleDraft &draft)
{
    KnownRules known;
    const auto promotions = answerOf(m_client->promotions());
    const auto lists = answerOf(m_client->priceLists());
    if (!promotions || !*promotions || !lists || !*lists)
        return std::nullopt;
    known.promotions = **promotions;
    known.lists = **lists;
    for (const sync::SaleLineDraft &line : draft.lines) {
        const auto &all = TemplateWorld::instance().variants;
        const auto sold = std::ranges::find_if(all, [&](const Variant &each) { return each.id == line.variant; });
        const auto view = answerOf(m_client->product(sold->product));
        if (!view || !*view || (*view)->variants.isEmpty() || !(*view)->variants.constFirst().variant.price)
            return std::nullopt;
        known.catalog.insert(line.variant.value(), (*view)->variants.constFirst().variant.price->amount.minor());
    }
    return known;
}

void SimRegister::sellByRules()
{
    if (!m_client->state().openShift)
        return;
    sync::SaleDraft draft;
    QList<Oracle::Line> lines;
    for (std::int64_t count = m_promotionDice.between(1, 4); count > 0; --count) {
        const VariantId variant = m_promotionDice.oneOf(TemplateWorld::instance().variants).id;
        const std::int64_t pieces = m_promotionDice.between(1, 5);
        draft.lines.append({variant, Quantity(pieces), {}, {}, {}});
        lines.append({variant.value(), pieces});
    }
    for (const QString &code : codes) {
        const auto coupon = m_promotionDice.chance(400) ? answerOf(m_client->promotionOfCoupon(code)) : std::nullopt;
        if (coupon && *coupon)
            draft.coupons.append(code);
    }
    const std::optional<KnownRules> before = knownRules(draft);
    const auto quoted = answerOf(m_client->quote(draft));
    const std::optional<KnownRules> after = knownRules(draft);
    if (!quoted || !*quoted || m_disk.files().isDead())
        return;
    // A page of the feed between two looks is none of the rules that were asked.
    if (before && after && *before == *after)
        compareQuote(**quoted, *before, draft.coupons);
    if ((*quoted)->total.isZero())
        return;
    m_world.counts["person.coupon"] += draft.coupons.isEmpty() ? 0 : 1;
    draft.tenders.append({PaymentMethod::Cash, euros(100'000), true});
    recordSale(draft, lines);
}

void SimRegister::compareQuote(const Sale &quoted, const KnownRules &known, const QStringList &shown)
{
    QList<PromotionOracle::Listed> listed;
    for (const PriceList &list : known.lists) {
        for (const ListedPrice &price : list.disabled ? QList<ListedPrice>() : list.prices)
            listed.append({list.id.value(), price.variant.value(), price.fromQuantity, price.price.amount.minor()});
    }
    QList<Rule> rules;
    for (const Promotion &promotion : known.promotions)
        rules.append(ruleOf(promotion));
    QList<PromotionOracle::Item> items;
    std::int64_t sum = 0;
    for (const SaleLine &line : quoted.lines) {
        const QUuid variant = line.variant.value();
        const std::int64_t cents =
            PromotionOracle::priceOf(listed, variant, line.quantity.units(), known.catalog.value(variant));
        items.append({variant, line.quantity.units(), cents});
        sum += cents * line.quantity.units();
    }
    const std::int64_t off = PromotionOracle::takenOff(rules, items, shown);
    ++m_world.counts["promotion.compared"];
    m_world.counts["promotion.given"] += off > 0 ? 1 : 0;
    if (quoted.total.minor() != sum - off && m_objection.isEmpty()) {
        m_objection = QStringLiteral("a cart of %1 comes to %2, its promotions make %3 of it")
                          .arg(sum)
                          .arg(quoted.total.minor())
                          .arg(sum - off);
    }
}

} // namespace crema::simulation
