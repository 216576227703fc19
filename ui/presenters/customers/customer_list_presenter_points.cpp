// SPDX-License-Identifier: GPL-3.0-or-later
// The points of whoever is open, and what a manager changes about them (ADR 062).
#include "models/loyalty/points_rules.h"
#include "models/money/money_text.h"
#include "ui/presenters/customers/customer_list_presenter.h"

namespace crema {

QString CustomerListPresenter::pointsTextOf(const sync::PointsView &view) const
{
    if (!view.isOffered && view.points == 0)
        return {};
    if (view.worth.isZero())
        return pointsText(view.points);
    return tr("%1, worth %2", "points of a customer")
        .arg(pointsText(view.points), formatMoney(view.worth, m_locale, view.worth.currency()));
}

void CustomerListPresenter::adjustPoints(const QString &typed, const QString &reason)
{
    const std::optional<Customer> customer = openCustomer();
    if (!customer || m_isWorking)
        return;
    bool isNumber = false;
    const qlonglong points = m_locale.toLongLong(typed.simplified(), &isNumber);
    if (!isNumber || points == 0) {
        forgetProblems();
        m_fieldProblems.insert(QStringLiteral("points"), tr("Type how many are added, or -50 to take some away."));
        Q_EMIT draftChanged();
        return;
    }
    m_isWorking = true;
    forgetProblems();
    changePoints(this, m_stop.get_token(), customer->id, points, reason);
}

QCoro::Task<> CustomerListPresenter::changePoints(Self self, std::stop_token stop, CustomerId id, std::int64_t points,
                                                  QString reason)
{
    const Result<sync::PointsView> adjusted = co_await self->m_desk.adjustPoints(id, points, reason);
    if (stop.stop_requested() || !self)
        co_return;
    self->m_isWorking = false;
    if (!adjusted) {
        self->report(adjusted.error());
        co_return;
    }
    if (self->m_openId == id.toString()) {
        self->m_points = *adjusted;
        self->showOpen();
    }
    Q_EMIT self->draftChanged();
    Q_EMIT self->pointsAdjusted(tr("The customer has %1 now.").arg(pointsText(adjusted->points)));
}

} // namespace crema
