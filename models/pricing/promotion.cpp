// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pricing/promotion.h"

#include "models/catalog/product_rules.h"
#include "models/pricing/promotion_fit.h"
#include "models/text/plain_text.h"

#include <QCoreApplication>

namespace crema {
namespace {

constexpr int minutesOfDay = 1'440;
constexpr qsizetype mostParts = 10;
constexpr std::int64_t mostPieces = 10'000;
constexpr std::int64_t mostUses = 1'000'000'000;

class PromotionCheck
{
public:
    explicit PromotionCheck(const Promotion &promotion) : m_promotion(promotion) {}

    Result<Promotion> run()
    {
        m_promotion.name = m_promotion.name.trimmed();
        const QString &name = m_promotion.name;
        if (name.isEmpty() || name.size() > 100 || !isPlainText(name)) {
            add(QStringLiteral("name"),
                QCoreApplication::translate("crema::Promotion", "A promotion needs a name of at most 100 characters."));
        }
        if (std::abs(m_promotion.priority) > Promotion::maxPriority)
            addRange(QStringLiteral("priority"));
        checkConditions();
        std::visit([this](const auto &action) { check(action); }, m_promotion.action);
        checkCoupons();
        if (m_problems.isEmpty())
            return m_promotion;
        return failure(ProblemKind::Invalid, QStringLiteral("promotion.rules"),
                       QCoreApplication::translate("crema::Promotion", "The promotion cannot be kept as it is."),
                       QCoreApplication::translate("crema::Promotion", "Correct the named fields."), m_problems);
    }

private:
    void add(const QString &field, const QString &message) { m_problems.append({field, message}); }
    void addRange(const QString &field)
    {
        add(field, QCoreApplication::translate("crema::Promotion", "This value is out of range."));
    }
    void addUnless(bool fits, const QString &field)
    {
        if (!fits)
            addRange(field);
    }

    static bool fits(const ArticleSet &set)
    {
        return std::max({set.products.size(), set.variants.size(), set.categories.size()}) <= ArticleSet::maxEach;
    }

    static bool fits(const Money &amount) { return amount.minor() >= 1 && amount.minor() <= maxPriceMinor; }
    static bool fits(std::int64_t pieces) { return pieces >= 1 && pieces <= mostPieces; }

    void checkConditions()
    {
        PromotionConditions &when = m_promotion.conditions;
        for (QString &group : when.customerGroups)
            group = group.trimmed();
        addUnless(fits(when.articles), QStringLiteral("conditions.articles"));
        addUnless(when.customerGroups.size() <= PromotionConditions::maxGroups &&
                      !when.customerGroups.contains(QString()),
                  QStringLiteral("conditions.customer_groups"));
        addUnless(when.locations.size() <= PromotionConditions::maxLocations, QStringLiteral("conditions.locations"));
        addUnless(!when.from || !when.until || *when.from <= *when.until, QStringLiteral("conditions.until"));
        const bool hasHours = when.fromMinute && when.untilMinute;
        addUnless(
            when.fromMinute.has_value() == when.untilMinute.has_value() &&
                (!hasHours || (*when.fromMinute >= 0 && *when.fromMinute < minutesOfDay && *when.untilMinute >= 1 &&
                               *when.untilMinute <= minutesOfDay && *when.fromMinute != *when.untilMinute)),
            QStringLiteral("conditions.until_minute"));
        addUnless(std::ranges::all_of(when.weekdays, [](int day) { return day >= 1 && day <= 7; }) &&
                      when.weekdays.size() <= 7,
                  QStringLiteral("conditions.weekdays"));
        addUnless(when.minQuantity >= 0 && when.minQuantity <= Quantity::maxLine,
                  QStringLiteral("conditions.min_quantity"));
        addUnless(!when.minAmount || fits(*when.minAmount), QStringLiteral("conditions.min_amount"));
    }

    void checkShare(std::int32_t tenThousandths)
    {
        addUnless(tenThousandths >= 1 && tenThousandths <= 10'000, QStringLiteral("action.rate"));
    }
    void checkAtMost(std::int64_t times)
    {
        addUnless(times >= 0 && times <= mostPieces, QStringLiteral("action.at_most"));
    }

    void check(const PercentOff &action) { checkShare(action.tenThousandths); }
    void check(const AmountOff &action)
    {
        addUnless(fits(action.off.amount) && action.off.per >= 1 && action.off.per <= Quantity::maxLine,
                  QStringLiteral("action.off"));
    }
    void check(const BuyGet &action)
    {
        addUnless(action.buy >= 0 && action.buy <= mostPieces, QStringLiteral("action.buy"));
        addUnless(fits(action.get), QStringLiteral("action.get"));
        checkShare(action.tenThousandths);
        checkAtMost(action.atMost);
    }
    void check(const BundleFor &action)
    {
        const bool partsFit = !action.parts.isEmpty() && action.parts.size() <= mostParts &&
                              std::ranges::all_of(action.parts, [](const BundlePart &part) {
                                  return fits(part.articles) && fits(part.quantity);
                              });
        addUnless(partsFit, QStringLiteral("action.parts"));
        addUnless(!action.price.isNegative() && action.price.minor() <= maxPriceMinor, QStringLiteral("action.price"));
        checkAtMost(action.atMost);
    }
    void check(const FreeItem &action)
    {
        addUnless(fits(action.articles) && !action.articles.isEverything(), QStringLiteral("action.articles"));
        addUnless(fits(action.quantity), QStringLiteral("action.quantity"));
    }

    void checkCoupons()
    {
        QStringList codes;
        for (Coupon &coupon : m_promotion.coupons) {
            coupon.code = couponCode(coupon.code);
            addUnless(!coupon.code.isEmpty() && !codes.contains(coupon.code) && coupon.limit >= 0 &&
                          coupon.limit <= mostUses,
                      QStringLiteral("coupons"));
            codes.append(coupon.code);
        }
        addUnless(m_promotion.coupons.size() <= Promotion::maxCoupons, QStringLiteral("coupons"));
    }

    Promotion m_promotion;
    QList<FieldProblem> m_problems;
};

/// The day that a moment belongs to where the hours go over midnight; nothing outside of the hours.
std::optional<QDate> dayWithin(const PromotionConditions &when, const PricingOccasion &occasion)
{
    if (!when.fromMinute || !when.untilMinute)
        return occasion.day;
    const int from = *when.fromMinute;
    const int until = *when.untilMinute;
    if (from < until)
        return occasion.minute >= from && occasion.minute < until ? std::optional(occasion.day) : std::nullopt;
    if (occasion.minute >= from)
        return occasion.day;
    return occasion.minute < until ? std::optional(occasion.day.addDays(-1)) : std::nullopt;
}

} // namespace

Result<Promotion> checkedPromotion(const Promotion &promotion)
{
    return PromotionCheck(promotion).run();
}

bool holdsAt(const Promotion &promotion, const PricingOccasion &occasion)
{
    const PromotionConditions &when = promotion.conditions;
    if (promotion.disabled || (!when.locations.isEmpty() && !when.locations.contains(occasion.location)))
        return false;
    const std::optional<QDate> day = dayWithin(when, occasion);
    return isForGroup(when, occasion.customerGroup) && day && (!when.from || *day >= *when.from) &&
           (!when.until || *day <= *when.until) &&
           (when.weekdays.isEmpty() || when.weekdays.contains(day->dayOfWeek()));
}

std::optional<QString> couponFor(const Promotion &promotion, const QStringList &shown)
{
    if (promotion.coupons.isEmpty())
        return QString();
    for (const QString &code : shown) {
        if (std::ranges::any_of(promotion.coupons, [&](const Coupon &coupon) { return coupon.code == code; }))
            return code;
    }
    return std::nullopt;
}

} // namespace crema
