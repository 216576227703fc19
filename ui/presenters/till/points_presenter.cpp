// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/till/points_presenter.h"

#include "models/loyalty/points_ledger.h"
#include "models/money/checked.h"
#include "models/money/money_text.h"

namespace crema {

PointsPresenter::PointsPresenter(ShopDesk &desk, TillPresenter &till, const QLocale &locale, QObject *parent)
    : QObject(parent), m_desk(desk), m_till(till), m_locale(locale)
{}

PointsPresenter::~PointsPresenter()
{
    m_stop.request_stop();
}

void PointsPresenter::start()
{
    connect(&m_till, &TillPresenter::cartChanged, this, &PointsPresenter::followCart);
    // What another register did with them comes as data.
    connect(&m_desk, &TillDesk::dataChanged, this, &PointsPresenter::read);
    followCart();
}

void PointsPresenter::arrive()
{
    m_problem.clear();
    read();
}

void PointsPresenter::followCart()
{
    const std::optional<TillCustomer> &now = m_till.sale().cart().customer;
    if (now == m_customer)
        return;
    m_stop.request_stop(); // what comes about the one before is of no use any more
    m_stop = {};
    m_customer = now;
    m_view.reset();
    m_problem.clear();
    if (m_customer)
        readPoints(this, m_stop.get_token(), *m_customer, true);
    else
        Q_EMIT changed();
}

void PointsPresenter::read()
{
    if (m_customer)
        readPoints(this, m_stop.get_token(), *m_customer, false);
}

QCoro::Task<> PointsPresenter::readPoints(Self self, std::stop_token stop, TillCustomer customer, bool isNew)
{
    const Result<sync::PointsView> found = co_await self->m_desk.points(customer.id);
    if (stop.stop_requested() || !self)
        co_return;
    self->m_view = found ? std::optional(*found) : std::nullopt;
    if (isNew && found && found->points > 0) {
        self->m_till.say(Tone::Ok, tr("The sale is for %1.").arg(customer.name) + QLatin1Char(' ') +
                                       self->balanceText());
    }
    Q_EMIT self->changed();
}

PointsRules PointsPresenter::rules() const
{
    return pointsRulesOf(m_desk.state().settings, m_desk.state().currency());
}

QString PointsPresenter::balanceText() const
{
    if (!m_view || (!m_view->isOffered && m_view->points == 0))
        return {};
    if (m_view->worth.isZero())
        return tr("%1.", "points of a customer").arg(pointsText(m_view->points));
    return tr("%1, worth %2.", "points of a customer")
        .arg(pointsText(m_view->points), formatMoney(m_view->worth, m_locale, m_view->worth.currency()));
}

/// What discounts of the cart may still take, and what the points that are taken do.
Money PointsPresenter::takeable() const
{
    const Sale *sale = m_till.quotedSale();
    Money sum(0, m_desk.state().currency());
    if (!sale)
        return sum;
    for (const SaleLine &line : sale->lines) {
        if (!line.giftCard)
            sum = checkedAdd(sum, sale->pricesInclude == PricesInclude::Tax ? line.gross : line.net).value_or(sum);
    }
    for (const SaleDiscount &discount : sale->discounts) {
        if (discount.points != 0)
            sum = checkedAdd(sum, discount.amount).value_or(sum);
    }
    return sum;
}

std::int64_t PointsPresenter::offered() const
{
    return m_view ? pointsFor(rules(), m_view->points, takeable()) : 0;
}

std::int64_t PointsPresenter::taken() const
{
    const Sale *sale = m_till.quotedSale();
    return sale ? takenBy(*sale) : 0;
}

QString PointsPresenter::obstacle() const
{
    if (m_till.sale().cart().points > 0)
        return {}; // they can be given back in any case
    if (!m_customer)
        return tr("Name the customer first.");
    if (!rules().areTaken())
        return tr("This shop takes no points.");
    if (!m_view)
        return tr("The points of this customer are not known here.");
    if (m_view->points < rules().minimum)
        return tr("The customer has %1.").arg(pointsText(m_view->points));
    if (m_till.sale().lines().isEmpty())
        return tr("The cart is empty.");
    return {};
}

bool PointsPresenter::use(const QString &typed)
{
    const QString plain = typed.simplified();
    bool isNumber = false;
    const qlonglong number = m_locale.toLongLong(plain, &isNumber);
    m_problem.clear();
    if (plain.isEmpty())
        return take(offered());
    if (isNumber && number >= 0)
        return take(number);
    m_problem = tr("Type how many points are taken, or 0 for none.");
    Q_EMIT changed();
    return false;
}

bool PointsPresenter::take(std::int64_t points)
{
    const std::int64_t balance = m_view ? m_view->points : 0;
    const Result<std::int64_t> taken = takePoints(rules(), balance, points, takeable());
    if (!taken || (*taken == 0 && (points != 0 || m_till.sale().cart().points == 0))) {
        m_problem = taken ? tr("This cart is too small for points.")
                          : taken.error().message + QLatin1Char(' ') + taken.error().hint;
        Q_EMIT changed();
        return false;
    }
    const bool isChange = m_till.changeCart([&](TillSale &sale) { return sale.setPoints(*taken); });
    if (isChange) {
        m_till.say(Tone::Ok, *taken == 0 ? tr("No points are taken.")
                                         : tr("%1 take %2 off.", "points, and an amount")
                                               .arg(pointsText(*taken), formatMoney(worthOf(rules(), *taken), m_locale,
                                                                                    m_desk.state().currency())));
    }
    Q_EMIT chosen();
    return true;
}

} // namespace crema
