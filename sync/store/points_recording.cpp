// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/points_recording.h"

#include "models/feed/entity_types.h"
#include "models/feed/selling_limits.h"
#include "models/loyalty/points_rules.h"
#include "models/money/checked.h"
#include "models/operations/operation_types.h"
#include "models/operations/points_body.h"
#include "sync/store/place_currency.h"

#include <QCoreApplication>

namespace crema::sync {
namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::Points)
};

tl::unexpected<Problem> refused(const QString &code, const QString &field, const QString &message, const QString &hint)
{
    return failure(ProblemKind::Invalid, code, message, hint, {{field, message}});
}

PointsRules rulesHere(LocalStore &store)
{
    return pointsRulesOf(store.place().settings, currencyHere(store));
}

std::int64_t balanceOf(LocalStore &store, CustomerId customer)
{
    const std::optional<LoyaltyAccount> account = store.rows().points().account(customer);
    return account ? account->points : 0;
}

/// What discounts of the cart may still take of it.
Money takeableOf(const Quote &quote)
{
    Money sum(0, quote.total.currency());
    for (const SaleLine &line : quote.lines)
        sum = checkedAdd(sum, quote.pricesInclude == PricesInclude::Tax ? line.gross : line.net).value_or(sum);
    return sum;
}

Quote withEarned(Quote quote, const PointsRules &rules)
{
    quote.points = pointsEarned(rules, quote.lines, quote.customer);
    return quote;
}

} // namespace

PointsView pointsOf(LocalStore &store, CustomerId customer)
{
    const PointsRules rules = rulesHere(store);
    PointsView view;
    view.points = balanceOf(store, customer);
    view.isOffered = rules.areGiven();
    const bool isEnough = view.points >= rules.minimum;
    view.worth = worthOf(rules, isEnough ? view.points : 0);
    return view;
}

Result<PointsView> recordPointsAdjust(LocalStore &store, CustomerId customer, std::int64_t points,
                                      const QString &reason)
{
    const QString said = reason.trimmed();
    if (!store.rows().customers().customer(customer)) {
        return failure(ProblemKind::NotFound, QStringLiteral("customer.unknown"),
                       Texts::tr("This customer is not known here."),
                       Texts::tr("Fetch the latest changes, or search for another name."));
    }
    if (points == 0 || points < -codec::limit::points || points > codec::limit::points) {
        return refused(QStringLiteral("points.amount"), QStringLiteral("points"),
                       Texts::tr("So many points cannot be added or taken away."), Texts::tr("Type the number again."));
    }
    const std::int64_t balance = balanceOf(store, customer);
    if (points < 0 && balance + points < 0) {
        return refused(QStringLiteral("points.balance"), QStringLiteral("points"),
                       Texts::tr("The customer has %1.").arg(pointsText(balance)),
                       Texts::tr("Take no more away than there are."));
    }
    if (said.isEmpty() || said.size() > PointsEntry::longestReason) {
        return refused(QStringLiteral("points.reason"), QStringLiteral("reason"),
                       Texts::tr("A reason of 1 to %1 letters is needed.").arg(PointsEntry::longestReason),
                       Texts::tr("Say why the points are changed."));
    }
    const Operation operation =
        store.newOperation(operation::pointsAdjust, {entity::loyaltyAccount.toString(), customer.value()},
                           body::toJson(body::PointsAdjust{points, said}));
    if (const Result<void> recorded = store.record(operation); !recorded)
        return failure(recorded.error());
    return pointsOf(store, customer);
}

SaleView withPointsAfter(LocalStore &store, SaleView view)
{
    if (!pointsEntriesOf(view.sale).isEmpty())
        view.points = balanceOf(store, *view.sale.customer);
    return view;
}

Result<Quote> quoteWithPoints(LocalStore &store, const Cart &cart, const PricingRules &rules, std::int64_t points)
{
    const PointsRules shop = rulesHere(store);
    Result<Quote> plain = quote(cart, rules);
    if (!plain || points == 0)
        return plain ? Result<Quote>(withEarned(*std::move(plain), shop)) : plain;
    if (!cart.customer) {
        return refused(QStringLiteral("points.customer"), QStringLiteral("customer"),
                       Texts::tr("Nobody knows whose points are to be taken."),
                       Texts::tr("Name the customer, or sell without points."));
    }
    const Result<std::int64_t> taken = takePoints(shop, balanceOf(store, *cart.customer), points, takeableOf(*plain));
    if (!taken)
        return failure(taken.error());
    if (*taken == 0)
        return withEarned(*std::move(plain), shop);
    Cart cheaper = cart;
    cheaper.discounts.append({pointsText(*taken), std::nullopt, worthOf(shop, *taken), *taken});
    return quote(cheaper, rules).map([&](const Quote &quoted) { return withEarned(quoted, shop); });
}

} // namespace crema::sync
