// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody brings something back, with the receipt of any till of the shop.
#include "tests/simulation/world/answer_of.h"
#include "tests/simulation/world/sim_register.h"

namespace crema::simulation {

void SimRegister::takeSaleBack()
{
    if (!m_client->state().openShift)
        return;
    sync::SaleFilter filter;
    filter.limit = 30;
    const auto sales = answerOf(m_client->sales(filter));
    if (!sales || !*sales || (*sales)->isEmpty())
        return;
    const QString number = m_returnsDice.oneOf(**sales).sale.id.toString();
    const auto known = answerOf(m_client->returnable(number));
    if (!known || !*known)
        return;
    QList<ReturnableLine> left = (*known)->lines;
    left.removeIf([](const ReturnableLine &line) { return line.left.isZero(); });
    if (left.isEmpty()) {
        ++m_world.counts["person.all_came_back"];
        return;
    }
    const ReturnableLine line = m_returnsDice.oneOf(left);
    const Sale &sold = (*known)->sale.sale;
    ReturnPick pick;
    pick.line = line.line;
    pick.quantity = Quantity(m_returnsDice.between(1, line.left.units()));
    pick.restock = m_returnsDice.chance(800);
    sync::ReturnDraft draft;
    draft.sale = sold.id;
    draft.lines = {pick};
    const VariantId variant = sold.lines[line.line].variant;
    const QList<Oracle::Line> moved =
        pick.restock ? QList<Oracle::Line>{{variant.value(), -pick.quantity.units()}} : QList<Oracle::Line>();
    recordReturn(draft, moved);
}

void SimRegister::recordReturn(const sync::ReturnDraft &draft, const QList<Oracle::Line> &moved)
{
    const QUuid shift = m_client->state().openShift->id.value();
    const QUuid location = here().value();
    const QUuid reg = m_client->state().registerInfo ? m_client->state().registerInfo->id.value() : QUuid();
    const auto returned = answerOf(m_client->returnSale(draft));
    const bool isDone = returned && *returned;
    if (!isDone)
        note("takes nothing back: " + (returned ? returned->error().code.toUtf8() : QByteArray("no answer")));
    if (!isDone || m_disk.files().isDead()) {
        doubt(shift, location, moved);
        return;
    }
    const Sale &sale = (*returned)->sale;
    note("takes back " + sale.number.toUtf8());
    ++m_world.counts["person.return"];
    m_journal.saleWasPaid(sale.id);
    m_taken[sale.shift] += cashPaidIn(sale);
    m_world.platform.watch().saleWasTold(m_number, sale.id);
    m_soldOutside += isShutOut() ? 1 : 0;
    for (const Oracle::Line &line : moved)
        m_watch.moved(VariantId(line.variant), -line.quantity);
    m_world.oracle.saleWasPaid(sale.id.value(),
                               {sale.number, sale.shift.value(), location, reg, sale.total.minor(), moved});
}

} // namespace crema::simulation
