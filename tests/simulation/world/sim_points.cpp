// SPDX-License-Identifier: GPL-3.0-or-later
// Points of customers at the till: the shop begins to give them, they are earned and taken also where another till just
// took them, go with what comes back, and are adjusted.
#include "tests/simulation/world/answer_of.h"
#include "tests/simulation/world/sim_register.h"

namespace crema::simulation {

namespace {

Money euros(std::int64_t minor)
{
    return {minor, *Currency::fromCode(u"EUR")};
}

constexpr int looksAt = 30;

} // namespace

void SimRegister::usePoints()
{
    if (m_client->state().settings.number(shop_setting::loyaltyEarn) == 0)
        givePoints();
    const auto known = answerOf(m_client->findCustomers({}, looksAt));
    if (!known || !*known || m_disk.files().isDead())
        return;
    QList<Customer> customers = **known;
    customers.removeIf([](const Customer &customer) { return customer.isErased(); });
    if (customers.isEmpty()) {
        createCustomer();
        return;
    }
    const CustomerId customer = m_pointsDice.oneOf(customers).id;
    const std::int64_t what = m_pointsDice.between(0, 99);
    if (what < 55)
        sellForPoints(customer);
    else if (what < 75)
        takeBackOf(customer);
    else
        adjustPoints(customer);
}

/// The company's value: all tills hear of it sooner or later, and give none until then.
void SimRegister::givePoints()
{
    const auto all = answerOf(m_client->shopSettings());
    if (!all || !*all || (*all)->isEmpty() || m_disk.files().isDead())
        return;
    const ShopSettings place = m_pointsDice.oneOf(**all);
    const QString key = shop_setting::loyaltyEarn.toString();
    const QJsonValue now = place.values.value(key);
    const auto set = answerOf(
        m_client->setShopSetting(place.id, key, now.isUndefined() ? QJsonValue() : now, QJsonValue(qint64(10))));
    note(set && *set ? "gives points from now on" : "gives no points");
}

void SimRegister::sellForPoints(CustomerId customer)
{
    if (!m_client->state().openShift)
        return;
    sync::SaleDraft draft;
    const VariantId variant = m_pointsDice.oneOf(TemplateWorld::instance().variants).id;
    draft.lines = {{variant, Quantity(1), {}, {}, {}}};
    draft.customer = customer;
    const auto points = answerOf(m_client->points(customer));
    if (points && *points && (*points)->points >= 100 && m_pointsDice.chance(700))
        draft.points = m_pointsDice.between(100, (*points)->points);
    draft.tenders.append({PaymentMethod::Cash, euros(100'000), true});
    const auto quoted = answerOf(m_client->quote(draft));
    if (!quoted || !*quoted || m_disk.files().isDead())
        return;
    if ((*quoted)->total.isZero())
        draft.tenders.clear(); // the points pay for all of it
    ++m_world.counts[draft.points > 0 ? "person.points_taken" : "person.points_earned"];
    recordSale(draft, {{variant.value(), 1}});
}

void SimRegister::takeBackOf(CustomerId customer)
{
    if (!m_client->state().openShift)
        return;
    sync::SaleFilter filter;
    filter.limit = looksAt;
    const auto sales = answerOf(m_client->sales(filter));
    if (!sales || !*sales || m_disk.files().isDead())
        return;
    for (const sync::SaleView &view : std::as_const(**sales)) {
        if (view.sale.customer != customer || view.sale.lines.isEmpty())
            continue;
        const auto sold = answerOf(m_client->returnable(view.sale.id.toString()));
        if (!sold || !*sold || (*sold)->lines.first().left.isZero())
            continue;
        sync::ReturnDraft draft;
        draft.sale = view.sale.id;
        draft.lines = {{0, Quantity(1), {}, true, {}}};
        ++m_world.counts["person.points_returned"];
        recordReturn(draft, {{view.sale.lines.first().variant.value(), -1}});
        return;
    }
}

void SimRegister::adjustPoints(CustomerId customer)
{
    ++m_world.counts["person.points_adjusted"];
    const std::int64_t points = m_pointsDice.between(1, 500) * (m_pointsDice.chance(700) ? 1 : -1);
    const QString reason = wordsFor(customer.value()).notes;
    const auto adjusted = answerOf(m_client->adjustPoints(customer, points, reason));
    note(adjusted && *adjusted ? "adjusts points" : "adjusts no points");
}

} // namespace crema::simulation
