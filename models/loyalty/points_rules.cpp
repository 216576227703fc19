// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/loyalty/points_rules.h"

#include "models/money/checked.h"
#include "models/money/rounding.h"

#include <QCoreApplication>

#include <algorithm>

namespace crema {
namespace {

constexpr std::int64_t hundred = 100;
/// As readers take it (models/feed/selling_limits.h).
constexpr std::int64_t mostPoints = 1'000'000'000;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::Points)
};

tl::unexpected<Problem> refused(const QString &code, const QString &message, const QString &hint)
{
    return failure(ProblemKind::Invalid, code, message, hint, {{QStringLiteral("points"), message}});
}

std::int64_t minorPerUnit(Currency currency)
{
    std::int64_t minor = 1;
    for (int i = 0; i < currency.exponent(); ++i)
        minor *= 10;
    return minor;
}

std::int64_t bounded(Int128 points)
{
    return static_cast<std::int64_t>(std::clamp<Int128>(points, 0, mostPoints));
}

} // namespace

PointsRules pointsRulesOf(const SettingValues &settings, Currency currency)
{
    return {settings.number(shop_setting::loyaltyEarn),
            Money(settings.number(shop_setting::loyaltyPointValue), currency),
            settings.number(shop_setting::loyaltyMinimum)};
}

Money worthOf(const PointsRules &rules, std::int64_t points)
{
    const Int128 worth = Int128(std::clamp<std::int64_t>(points, 0, mostPoints)) * rules.hundred.minor() / hundred;
    return Money(static_cast<std::int64_t>(std::clamp<Int128>(worth, 0, maxMinor)), rules.hundred.currency());
}

std::int64_t pointsEarned(const PointsRules &rules, const QList<SaleLine> &lines,
                          const std::optional<CustomerId> &customer)
{
    if (!rules.areGiven() || !customer)
        return 0;
    Int128 paid = 0; // amounts come from outside: in 128 bits nothing overflows
    for (const SaleLine &line : lines) {
        if (!line.giftCard)
            paid += line.gross.minor();
    }
    return bounded(paid / minorPerUnit(rules.hundred.currency()) * rules.earn);
}

std::int64_t pointsFor(const PointsRules &rules, std::int64_t balance, const Money &most)
{
    if (!rules.areTaken() || balance <= 0 || most.minor() <= 0)
        return 0;
    const std::int64_t value = rules.hundred.minor();
    // The most that are worth no more, then the fewest that are worth as much.
    const Int128 fitting = ((Int128(most.minor()) + 1) * hundred + value - 1) / value - 1;
    const Money worth = worthOf(rules, bounded(std::min<Int128>(fitting, balance)));
    const std::int64_t points = bounded((Int128(worth.minor()) * hundred + value - 1) / value);
    return points < rules.minimum ? 0 : points;
}

Result<std::int64_t> takePoints(const PointsRules &rules, std::int64_t balance, std::int64_t wanted, const Money &most)
{
    if (wanted == 0)
        return 0;
    if (!rules.areTaken()) {
        return refused(QStringLiteral("points.not_taken"), Texts::tr("This shop takes no points."),
                       Texts::tr("Sell without them."));
    }
    if (wanted < std::max<std::int64_t>(rules.minimum, 1)) {
        return refused(QStringLiteral("points.minimum"),
                       Texts::tr("At least %1 are taken at once.").arg(pointsText(rules.minimum)),
                       Texts::tr("Take more of them, or none."));
    }
    if (wanted > balance) {
        return refused(QStringLiteral("points.balance"),
                       Texts::tr("The customer has %1.").arg(pointsText(std::max<std::int64_t>(balance, 0))),
                       Texts::tr("Take fewer of them, or none."));
    }
    return pointsFor(rules, wanted, most);
}

QString pointsText(std::int64_t points)
{
    return Texts::tr("%n point(s)", nullptr,
                     static_cast<int>(std::clamp<std::int64_t>(points, -mostPoints, mostPoints)));
}

} // namespace crema
