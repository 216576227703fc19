// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/example/example_desk.h"

#include "models/people/mail_address.h"
#include "models/selling/cash_amount.h"
#include "models/selling/shift_rules.h"
#include "sync/client/open_cart_note.h"

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

CashRounding ExampleDesk::cashRounding() const
{
    return cashRoundingAt(m_state.location, m_state.currency());
}

QCoro::Task<Result<void>> ExampleDesk::mailReceipt(QString, QString address, QString)
{
    co_await turn();
    const QString fault = mailAddressFault(address);
    if (!fault.isEmpty())
        co_return failure(ProblemKind::Invalid, QStringLiteral("mail.address"), fault, {});
    co_return {};
}

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

Result<QList<ReturnedLine>> ExampleDesk::withoutReceipt(const sync::ReturnDraft &draft) const
{
    QList<ReturnedLine> returns;
    for (const sync::UnreceiptedDraft &each : draft.withoutReceipt) {
        const Sale sold = priced({.lines = {{each.variant, each.quantity, each.price, {}, {}}},
                                  .discounts = {},
                                  .tenders = {},
                                  .customer = {},
                                  .note = {}});
        if (sold.lines.isEmpty())
            return unknownSale();
        const Result<QList<ReturnedLine>> taken =
            takeBack(sold, {}, {{0, each.quantity, each.fee, each.restock, each.reason}});
        if (!taken)
            return failure(taken.error());
        ReturnedLine line = taken->first();
        line.sale.reset();
        line.line.reset();
        line.number.clear();
        returns.append(line);
    }
    return returns;
}

Result<ExampleDesk::Exchange> ExampleDesk::exchangeOf(const sync::ReturnDraft &draft) const
{
    Exchange exchange;
    exchange.basis.to = draft.to;
    exchange.basis.giftCard = draft.giftCard;
    Result<QList<ReturnedLine>> returns = withoutReceipt(draft);
    if (!returns)
        return failure(returns.error());
    const Sale bought = priced(draft.bought);
    exchange.bought.lines = bought.lines;
    exchange.bought.taxes = bought.taxes;
    exchange.bought.total = bought.total;
    exchange.bought.customer = draft.bought.customer;
    exchange.bought.note = bought.note;
    exchange.bought.customerNote = bought.customerNote;
    if (draft.sale) {
        const auto isMeant = [&](const sync::SaleView &view) { return view.sale.id == draft.sale; };
        const auto sold = std::ranges::find_if(m_sales, isMeant);
        if (sold == m_sales.end())
            return unknownSale();
        exchange.basis.sale = sold->sale;
        exchange.basis.earlier = returnsOf(sold->sale, m_sales);
        const Result<QList<ReturnedLine>> taken = takeBack(sold->sale, exchange.basis.earlier, draft.lines);
        if (!taken)
            return failure(taken.error());
        exchange.returns = *taken;
        if (!exchange.bought.customer)
            exchange.bought.customer = sold->sale.customer;
    }
    exchange.returns += *returns;
    return exchange;
}

QCoro::Task<Result<Sale>> ExampleDesk::quoteReturn(sync::ReturnDraft draft)
{
    co_await turn();
    const Result<Exchange> exchange = exchangeOf(draft);
    if (!exchange)
        co_return failure(exchange.error());
    Result<Sale> sale = returnTotals(exchange->bought, exchange->returns);
    if (sale && sale->total.isNegative()) {
        const Refund refund = refundOf(*sale, exchange->basis, cashRounding());
        sale->payments = refund.payments;
        sale->rounding = refund.rounding;
    }
    co_return sale;
}

QCoro::Task<Result<sync::SaleView>> ExampleDesk::returnSale(sync::ReturnDraft draft)
{
    const std::optional<PersonId> cashier = m_state.person ? std::optional(m_state.person->id) : std::nullopt;
    co_await turn();
    if (!m_state.openShift)
        co_return failure(ProblemKind::Conflict, QStringLiteral("shift.not_open"), QStringLiteral("No shift is open."));
    const Result<Exchange> exchange = exchangeOf(draft);
    if (!exchange)
        co_return failure(exchange.error());
    QList<Tender> tenders;
    for (const sync::TenderDraft &tender : std::as_const(draft.bought.tenders))
        tenders.append({tender.method, tender.tendered, tender.isConfirmed});
    const Result<Sale> taken =
        completeReturn(exchange->bought, exchange->returns, tenders, exchange->basis, cashRounding(), {});
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
    if (draft.bought.endsOpenCart)
        m_openCart = sync::noteAfterSale(m_openCart, cashier);
    view.state = sync::SyncState::Queued;
    bookGiftCards(view.sale);
    m_sales.append(view);
    ++m_state.queue.queued;
    m_state.openShift = recordSale(*m_state.openShift, view.sale);
    Q_EMIT changed();
    co_return view;
}

} // namespace crema::desktop
