// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/example/example_desk.h"

#include "models/selling/cash_amount.h"
#include "models/selling/shift_rules.h"

#include <algorithm>

namespace crema::desktop {

namespace {

/// The documents that took back something of the sale.
QList<Sale> returnsOf(const Sale &sale, const QList<sync::SaleView> &all)
{
    QList<Sale> earlier;
    for (const sync::SaleView &view : all) {
        const auto isOfIt = [&](const ReturnedLine &line) { return line.sale == sale.id; };
        if (std::ranges::any_of(view.sale.returns, isOfIt))
            earlier.append(view.sale);
    }
    return earlier;
}

tl::unexpected<Problem> unknownSale()
{
    return failure(ProblemKind::NotFound, QStringLiteral("sale.unknown"),
                   QStringLiteral("The sale of which this comes back is not known here."));
}

} // namespace

QCoro::Task<Result<sync::ReturnableSale>> ExampleDesk::returnable(QString number)
{
    const Result<sync::SaleView> found = co_await sale(number);
    if (!found)
        co_return failure(found.error());
    sync::ReturnableSale result;
    result.sale = *found;
    result.earlier = returnsOf(found->sale, m_sales);
    result.lines = crema::returnable(found->sale, result.earlier);
    co_return result;
}

Result<Sale> ExampleDesk::takenBack(const sync::ReturnDraft &draft) const
{
    const auto isMeant = [&](const sync::SaleView &view) { return view.sale.id == draft.sale; };
    const auto sold = std::ranges::find_if(m_sales, isMeant);
    if (sold == m_sales.end())
        return unknownSale();
    const RefundBasis basis{draft.to, sold->sale, returnsOf(sold->sale, m_sales), draft.giftCard};
    const Result<QList<ReturnedLine>> returns = takeBack(sold->sale, basis.earlier, draft.lines);
    if (!returns)
        return failure(returns.error());
    Quote nothingBought;
    nothingBought.total = Money(0, m_state.currency());
    nothingBought.customer = sold->sale.customer;
    return completeReturn(nothingBought, *returns, {}, basis, cashRoundingAt(m_state.location, m_state.currency()), {});
}

QCoro::Task<Result<Sale>> ExampleDesk::quoteReturn(sync::ReturnDraft draft)
{
    co_await turn();
    co_return takenBack(draft);
}

QCoro::Task<Result<sync::SaleView>> ExampleDesk::returnSale(sync::ReturnDraft draft)
{
    co_await turn();
    if (!m_state.openShift)
        co_return failure(ProblemKind::Conflict, QStringLiteral("shift.not_open"), QStringLiteral("No shift is open."));
    const Result<Sale> taken = takenBack(draft);
    if (!taken)
        co_return failure(taken.error());
    sync::SaleView view;
    view.sale = *taken;
    view.sale.id = SaleId(nextId());
    view.sale.number = QStringLiteral("HARBOUR-1-%1").arg(m_sales.size() + 1, 6, 10, QLatin1Char('0'));
    view.sale.completedAt = UtcTime(1'700'000'000'000);
    view.sale.shift = m_state.openShift->id;
    if (m_state.registerInfo)
        view.sale.registerId = m_state.registerInfo->id;
    if (m_state.location)
        view.sale.location = m_state.location->id;
    if (m_state.person)
        view.cashierName = m_state.person->name;
    view.state = sync::SyncState::Queued;
    bookGiftCards(view.sale);
    m_sales.append(view);
    ++m_state.queue.queued;
    m_state.openShift = recordSale(*m_state.openShift, view.sale);
    Q_EMIT changed();
    co_return view;
}

} // namespace crema::desktop
