// SPDX-License-Identifier: GPL-3.0-or-later
// The points of the example's customers.
#include "app/desktop/example/example_desk.h"
#include "models/loyalty/points_ledger.h"
#include "models/loyalty/points_rules.h"

namespace crema::desktop {

sync::PointsView ExampleDesk::pointsOf(CustomerId customer) const
{
    const PointsRules rules = pointsRulesOf(m_state.settings, m_state.currency());
    sync::PointsView view;
    view.isOffered = rules.areGiven();
    view.points = m_points.value(customer);
    view.worth = worthOf(rules, view.points >= rules.minimum ? view.points : 0);
    return view;
}

QCoro::Task<Result<sync::PointsView>> ExampleDesk::points(CustomerId customer)
{
    co_await turn();
    co_return pointsOf(customer);
}

QCoro::Task<Result<sync::PointsView>> ExampleDesk::adjustPoints(CustomerId id, std::int64_t points, QString reason)
{
    co_await turn();
    if (reason.trimmed().isEmpty()) {
        const QString message = QStringLiteral("A reason is needed.");
        co_return failure(ProblemKind::Invalid, QStringLiteral("points.reason"), message, {},
                          {{QStringLiteral("reason"), message}});
    }
    m_points[id] += points;
    co_return pointsOf(id);
}

QList<sync::DiscountDraft> ExampleDesk::discountsOf(const sync::SaleDraft &draft, Money total) const
{
    QList<sync::DiscountDraft> discounts = draft.discounts;
    const PointsRules rules = pointsRulesOf(m_state.settings, m_state.currency());
    if (draft.customer && draft.points > 0) {
        const std::int64_t points = pointsFor(rules, std::min(draft.points, m_points.value(*draft.customer)), total);
        if (points > 0)
            discounts.append({pointsText(points), std::nullopt, worthOf(rules, points)});
    }
    return discounts;
}

void ExampleDesk::markPoints(Sale &sale, const sync::SaleDraft &draft) const
{
    const PointsRules rules = pointsRulesOf(m_state.settings, m_state.currency());
    if (draft.points > 0 && sale.discounts.size() > draft.discounts.size() && rules.areTaken())
        sale.discounts.last().points = sale.discounts.last().amount.minor() * 100 / rules.hundred.minor();
    if (!rules.areGiven())
        return;
    sale.customer = draft.customer;
    sale.points = pointsEarned(rules, sale.lines, draft.customer);
}

void ExampleDesk::bookPoints(sync::SaleView &view)
{
    const QList<PointsEntry> entries = pointsEntriesOf(view.sale);
    for (const PointsEntry &entry : entries) {
        m_points[entry.customer] += entry.points;
        view.points = m_points.value(entry.customer);
    }
}

} // namespace crema::desktop
