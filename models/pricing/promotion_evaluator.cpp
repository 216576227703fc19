// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pricing/promotion_evaluator.h"

#include "models/base/planted.h"
#include "models/money/allocation.h"
#include "models/money/rounding.h"
#include "models/pricing/promotion_fit.h"

#include <algorithm>
#include <numeric>

namespace crema {
namespace {

using Places = std::vector<qsizetype>;

/// A promotion that holds here, and the code that lets it.
struct Candidate {
    const Promotion *promotion = nullptr;
    QString coupon;
};

std::int64_t shareOf(std::int64_t whole, std::int64_t part, std::int64_t of)
{
    return divideRounded(Int128(whole) * part, of, Rounding::HalfAwayFromZero);
}

/// What is left of a cart while promotions are applied to it one after the other.
class Application
{
public:
    Application(const QList<PricedLine> &lines, const ProductCategories &categories)
        : m_lines(lines), m_categories(categories), m_left(static_cast<size_t>(lines.size()))
    {
        m_applied.lines.resize(lines.size());
        for (qsizetype i = 0; i < lines.size(); ++i)
            left(i) = lines[i].extended.minor();
    }

    void apply(const std::vector<Candidate> &candidates)
    {
        for (const Candidate &each : candidates)
            std::visit([&](const auto &action) { take(each, action); }, each.promotion->action);
        for (const Candidate &each : candidates)
            std::visit([&](const auto &action) { takeOffCart(each, action); }, each.promotion->action);
    }

    [[nodiscard]] const AppliedPromotions &applied() const { return m_applied; }
    [[nodiscard]] Int128 total() const { return m_total; }

private:
    [[nodiscard]] std::int64_t &left(qsizetype place) { return m_left[static_cast<size_t>(place)]; }
    [[nodiscard]] std::int64_t left(qsizetype place) const { return m_left[static_cast<size_t>(place)]; }

    [[nodiscard]] bool isIn(const ArticleSet &set, qsizetype place) const
    {
        return !m_lines[place].isFixed && set.contains(m_lines[place].product, m_lines[place].variant, m_categories);
    }

    /// The lines of a set of articles, those of the cheapest pieces first. Which of two equal ones comes first changes
    /// no sum.
    [[nodiscard]] Places cheapestFirst(const ArticleSet &set, bool piecesOnly) const
    {
        Places places;
        for (qsizetype i = 0; i < m_lines.size(); ++i) {
            if (isIn(set, i) && (!piecesOnly || m_lines[i].unit == Unit::Piece))
                places.push_back(i);
        }
        std::ranges::sort(places, [this](qsizetype a, qsizetype b) {
            const Int128 unitOfA = Int128(left(a)) * m_lines[b].quantity.units();
            const Int128 unitOfB = Int128(left(b)) * m_lines[a].quantity.units();
            if (unitOfA != unitOfB)
                return unitOfA < unitOfB;
            if (m_lines[a].variant != m_lines[b].variant)
                return m_lines[a].variant < m_lines[b].variant;
            return std::pair(m_lines[a].quantity, a) < std::pair(m_lines[b].quantity, b);
        });
        return places;
    }

    [[nodiscard]] std::int64_t units(const Places &places) const
    {
        return std::accumulate(places.begin(), places.end(), std::int64_t(0),
                               [this](std::int64_t sum, qsizetype i) { return sum + m_lines[i].quantity.units(); });
    }

    void giveLine(const Candidate &candidate, qsizetype place, std::int64_t minor,
                  std::optional<std::int32_t> tenThousandths = std::nullopt)
    {
        const Promotion &promotion = *candidate.promotion;
        QList<PromotionDiscount> &given = m_applied.lines[place];
        const std::int64_t taken = std::min(minor, left(place));
        if (taken <= 0 || given.size() >= maxPromotionsAtOnePlace)
            return;
        given.append({promotion.id, promotion.name, candidate.coupon, tenThousandths,
                      Money(taken, m_lines[place].extended.currency())});
        left(place) -= taken;
        m_total += taken;
    }

    void take(const Candidate &candidate, const PercentOff &action)
    {
        if (action.target == PromotionTarget::Cart)
            return;
        for (const qsizetype place : cheapestFirst(candidate.promotion->conditions.articles, false))
            giveLine(candidate, place, shareOf(left(place), action.tenThousandths, 10'000), action.tenThousandths);
    }

    void take(const Candidate &candidate, const AmountOff &action)
    {
        if (action.target == PromotionTarget::Cart)
            return;
        for (const qsizetype place : cheapestFirst(candidate.promotion->conditions.articles, false)) {
            const Result<Money> off = action.off.extended(m_lines[place].quantity);
            giveLine(candidate, place, off ? off->minor() : left(place));
        }
    }

    void take(const Candidate &candidate, const BuyGet &action)
    {
        const Places places = cheapestFirst(candidate.promotion->conditions.articles, true);
        const std::int64_t fits = units(places) / (action.buy + action.get);
        const std::int64_t times = action.atMost > 0 ? std::min(fits, action.atMost) : fits;
        giveCheapest(candidate, places, times * action.get, action.tenThousandths);
    }

    void take(const Candidate &candidate, const FreeItem &action)
    {
        giveCheapest(candidate, cheapestFirst(action.articles, true), action.quantity, 10'000);
    }

    void giveCheapest(const Candidate &candidate, const Places &places, std::int64_t pieces,
                      std::int32_t tenThousandths)
    {
        for (const qsizetype place : places) {
            const std::int64_t quantity = m_lines[place].quantity.units();
            const std::int64_t taken = std::min(pieces, quantity);
            pieces -= taken;
            giveLine(candidate, place, shareOf(shareOf(left(place), taken, quantity), tenThousandths, 10'000));
        }
    }

    /// The pieces of each line that bundles hold so far.
    struct Bundled {
        std::vector<std::int64_t> pieces;
        std::int64_t worth = 0;
    };

    [[nodiscard]] std::int64_t worthOf(qsizetype place, std::int64_t pieces) const
    {
        return shareOf(left(place), pieces, m_lines[place].quantity.units());
    }

    /// The same with one more bundle; nothing when the cart has no pieces for it any more.
    [[nodiscard]] std::optional<Bundled> withOneMore(const Bundled &before, const std::vector<Places> &parts,
                                                     const BundleFor &action) const
    {
        Bundled after = before;
        for (size_t part = 0; part < parts.size(); ++part) {
            std::int64_t missing = action.parts[static_cast<qsizetype>(part)].quantity;
            for (auto place = parts[part].rbegin(); place != parts[part].rend() && missing > 0; ++place) {
                std::int64_t &held = after.pieces[static_cast<size_t>(*place)];
                const std::int64_t taken = std::min(missing, m_lines[*place].quantity.units() - held);
                after.worth += worthOf(*place, held + taken) - worthOf(*place, held);
                held += taken;
                missing -= taken;
            }
            if (missing > 0)
                return std::nullopt;
        }
        return after;
    }

    void take(const Candidate &candidate, const BundleFor &action)
    {
        constexpr std::int64_t mostBundles = 1'000;
        std::vector<Places> parts;
        for (const BundlePart &part : action.parts)
            parts.push_back(cheapestFirst(part.articles, true));
        Bundled held{std::vector<std::int64_t>(m_left.size(), 0), 0};
        std::int64_t off = 0;
        const std::int64_t most = action.atMost > 0 ? std::min(action.atMost, mostBundles) : mostBundles;
        for (std::int64_t times = 0; times < most; ++times) {
            const std::optional<Bundled> more = withOneMore(held, parts, action);
            const std::int64_t saved = more ? more->worth - held.worth - action.price.minor() : 0;
            if (saved <= 0)
                break;
            held = *more;
            off += saved;
        }
        if (off > 0)
            shareBundles(candidate, held, off);
    }

    void shareBundles(const Candidate &candidate, const Bundled &held, std::int64_t off)
    {
        Places places;
        std::vector<std::int64_t> weights;
        for (const qsizetype place : cheapestFirst(ArticleSet(), true)) {
            if (const std::int64_t pieces = held.pieces[static_cast<size_t>(place)]; pieces > 0) {
                places.push_back(place);
                weights.push_back(worthOf(place, pieces));
            }
        }
        const std::vector<Money> shares = allocate(Money(off, m_lines[places.front()].extended.currency()), weights);
        for (size_t i = 0; i < places.size(); ++i)
            giveLine(candidate, places[i], shares[i].minor());
    }

    template<class Action>
    void takeOffCart(const Candidate &, const Action &)
    {}
    void takeOffCart(const Candidate &candidate, const PercentOff &action)
    {
        if (action.target == PromotionTarget::Cart)
            giveCart(candidate, shareOf(leftOfCart(), action.tenThousandths, 10'000), action.tenThousandths);
    }
    void takeOffCart(const Candidate &candidate, const AmountOff &action)
    {
        if (action.target == PromotionTarget::Cart)
            giveCart(candidate, action.off.amount.minor(), std::nullopt);
    }

    [[nodiscard]] std::int64_t leftOfCart() const
    {
        return std::accumulate(m_left.begin(), m_left.end(), std::int64_t(0)) - m_offCart;
    }

    void giveCart(const Candidate &candidate, std::int64_t minor, std::optional<std::int32_t> tenThousandths)
    {
        const std::int64_t taken = std::min(minor, leftOfCart());
        if (taken <= 0 || m_applied.cart.size() >= maxPromotionsAtOnePlace)
            return;
        const Promotion &promotion = *candidate.promotion;
        m_applied.cart.append({promotion.id, promotion.name, candidate.coupon, tenThousandths,
                               Money(taken, m_lines.first().extended.currency())});
        m_offCart += taken;
        m_total += taken;
    }

    const QList<PricedLine> &m_lines;
    const ProductCategories &m_categories;
    std::vector<std::int64_t> m_left;
    std::int64_t m_offCart = 0;
    Int128 m_total = 0;
    AppliedPromotions m_applied;
};

/// Whether the cart has as much of the articles as the promotion asks for.
bool reachesMinimum(const Promotion &promotion, const QList<PricedLine> &lines, const ProductCategories &categories)
{
    const PromotionConditions &when = promotion.conditions;
    Int128 amount = 0;
    std::int64_t units = 0;
    for (const PricedLine &line : lines) {
        const bool counts = countsTowards(promotion, line, categories);
        amount += counts ? line.extended.minor() : 0;
        units += counts ? line.quantity.units() : 0;
    }
    const bool isAny = units > 0 || std::holds_alternative<FreeItem>(promotion.action);
    return isAny && units >= when.minQuantity && (!when.minAmount || amount >= when.minAmount->minor());
}

bool isIn(Currency currency, const Promotion &promotion)
{
    const auto &minimum = promotion.conditions.minAmount;
    if (minimum && minimum->currency() != currency)
        return false;
    if (const auto *action = std::get_if<AmountOff>(&promotion.action))
        return action->off.amount.currency() == currency;
    const auto *bundle = std::get_if<BundleFor>(&promotion.action);
    return !bundle || bundle->price.currency() == currency;
}

std::vector<Candidate> candidatesOf(const QList<PricedLine> &lines, const QList<Promotion> &promotions,
                                    const PricingOccasion &occasion, const ProductCategories &categories)
{
    std::vector<Candidate> candidates;
    for (const Promotion &promotion : promotions) {
        const auto coupon = holdsAt(promotion, occasion) ? couponFor(promotion, occasion.coupons) : std::nullopt;
        if (coupon && isIn(lines.first().extended.currency(), promotion) &&
            reachesMinimum(promotion, lines, categories))
            candidates.push_back({&promotion, *coupon});
    }
    std::ranges::sort(candidates,
                      [](const Candidate &a, const Candidate &b) { return comesBefore(*a.promotion, *b.promotion); });
    return candidates;
}

/// What takes off most: those that stand together, or one of those that stand alone.
AppliedPromotions bestOf(const QList<PricedLine> &lines, const std::vector<Candidate> &candidates,
                         const ProductCategories &categories)
{
    std::vector<Candidate> together;
    std::ranges::copy_if(candidates, std::back_inserter(together), [](const Candidate &each) {
        return !each.promotion->exclusive || CREMA_PLANTED(StandsBesideAll);
    });
    Application best(lines, categories);
    best.apply(together);
    AppliedPromotions result = best.applied();
    Int128 most = best.total();
    for (const Candidate &each : candidates) {
        if (!each.promotion->exclusive)
            continue;
        Application alone(lines, categories);
        alone.apply({each});
        if (alone.total() > most) {
            most = alone.total();
            result = alone.applied();
        }
    }
    return result;
}

QStringList spareOf(const QStringList &shown, const AppliedPromotions &applied)
{
    const auto uses = [](const QList<PromotionDiscount> &discounts, const QString &code) {
        return std::ranges::any_of(discounts, [&](const PromotionDiscount &each) { return each.coupon == code; });
    };
    QStringList spare;
    for (const QString &code : shown) {
        const bool isUsed = uses(applied.cart, code) || std::ranges::any_of(applied.lines, [&](const auto &discounts) {
                                return uses(discounts, code);
                            });
        if (!isUsed)
            spare.append(code);
    }
    return spare;
}

} // namespace

AppliedPromotions applyPromotions(const QList<PricedLine> &lines, const QList<Promotion> &promotions,
                                  const PricingOccasion &occasion, const ProductCategories &categories)
{
    AppliedPromotions applied;
    if (!lines.isEmpty())
        applied = bestOf(lines, candidatesOf(lines, promotions, occasion, categories), categories);
    applied.spareCoupons = spareOf(occasion.coupons, applied);
    return applied;
}

} // namespace crema
