// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/return_recording.h"

#include "models/loyalty/points_ledger.h"
#include "models/selling/cash_amount.h"
#include "sync/store/gift_recording.h"
#include "sync/store/sale_reader.h"
#include "sync/store/sale_recording.h"

#include <QCoreApplication>

#include <algorithm>

namespace crema::sync {
namespace {

tl::unexpected<Problem> unknownSale()
{
    return failure(
        ProblemKind::NotFound, QStringLiteral("sale.unknown"),
        QCoreApplication::translate("Selling", "The sale of which this comes back is not known here."),
        QCoreApplication::translate("Selling", "Fetch the latest changes, or take it back without a receipt."));
}

tl::unexpected<Problem> onlyItsParts(const Variant &bundle)
{
    return failure(
        ProblemKind::Invalid, QStringLiteral("bundle.no_return"),
        QCoreApplication::translate("Selling", "%1 is a bundle: its parts come back one by one.").arg(bundle.sku),
        QCoreApplication::translate("Selling", "Scan each part that comes back."));
}

/// What comes back, what is bought in exchange, and what says where money goes.
struct Exchange {
    Quote bought;
    QList<ReturnedLine> returns;
    RefundBasis basis;
};

/// As anybody could buy so much of it now, with the prices and promotions that are for everybody and no coupon: nobody
/// is credited with more, or it would pay to buy it and bring it back. Nothing for what is not sold any more, or not
/// without a choice: that has the price of the catalog alone.
std::optional<SaleLine> boughtToday(LocalStore &store, const UnreceiptedDraft &brought)
{
    SaleDraft anybody;
    SaleLineDraft line;
    line.variant = brought.variant;
    line.quantity = brought.quantity;
    anybody.lines.append(line);
    const Result<Quote> quoted = quoteOf(store, anybody);
    return quoted ? std::optional(quoted->lines.constFirst()) : std::nullopt;
}

/// What is sold today, as that; anything else at the price that was given by hand, or that of the catalog.
Result<ReturnedLine> takenBack(LocalStore &store, const UnreceiptedDraft &brought, PricesInclude pricesInclude,
                               const ReturnPick &pick)
{
    if (const std::optional<SaleLine> today = brought.price ? std::nullopt : boughtToday(store, brought))
        return takeBackWithoutReceipt(*today, pick);
    const Result<CartLine> line = catalogLine(store, brought.variant, brought.price);
    return line ? takeBackWithoutReceipt(*line, pricesInclude, pick) : failure(line.error());
}

Result<QList<ReturnedLine>> withoutReceipt(LocalStore &store, const ReturnDraft &draft, PricesInclude pricesInclude)
{
    QList<ReturnedLine> returns;
    for (const UnreceiptedDraft &each : draft.withoutReceipt) {
        const std::optional<Variant> variant = store.rows().catalog().variant(each.variant);
        if (variant && variant->isBundle())
            return onlyItsParts(*variant);
        const auto place = static_cast<std::int32_t>(returns.size());
        const ReturnPick pick{place, each.quantity, each.fee, each.restock, each.reason};
        Result<ReturnedLine> taken = takenBack(store, each, pricesInclude, pick);
        if (!taken)
            return failure(taken.error());
        returns.append(*std::move(taken));
    }
    return returns;
}

Result<Exchange> exchangeOf(LocalStore &store, const ReturnDraft &draft)
{
    Exchange exchange;
    SaleDraft bought = draft.bought;
    exchange.basis.to = draft.to;
    exchange.basis.giftCard = draft.giftCard;
    if (draft.sale) {
        const std::optional<Sale> sold = store.rows().selling().sale(*draft.sale);
        if (!sold)
            return unknownSale();
        exchange.basis.sale = sold;
        exchange.basis.earlier = store.rows().selling().returnsOf(sold->id);
        Result<QList<ReturnedLine>> taken = takeBack(*sold, exchange.basis.earlier, draft.lines);
        if (!taken)
            return failure(taken.error());
        exchange.returns = *std::move(taken);
        if (!bought.customer)
            bought.customer = sold->customer;
    }
    if (draft.to == RefundTo::GiftCard && draft.giftCard) {
        if (const Result<void> takes = mayTakeBack(store, *draft.giftCard); !takes)
            return failure(takes.error());
    }
    Result<Quote> quoted = quoteOf(store, bought);
    if (!quoted)
        return failure(quoted.error());
    exchange.bought = *std::move(quoted);
    // Nobody else has the points that go with it.
    const std::optional<Sale> &sold = exchange.basis.sale;
    if (sold && sold->customer && sold->customer == exchange.bought.customer)
        exchange.returns = withPointsBack(*sold, exchange.basis.earlier, std::move(exchange.returns));
    const Result<QList<ReturnedLine>> others = withoutReceipt(store, draft, exchange.bought.pricesInclude);
    if (!others)
        return failure(others.error());
    exchange.returns += *others;
    return exchange;
}

tl::unexpected<Problem> ofSomebodyElse()
{
    const QString message = QCoreApplication::translate(
        "Selling", "Another customer paid it on account or with store credit, and it goes back to them.");
    return failure(ProblemKind::Invalid, QStringLiteral("payment.customer"), message,
                   QCoreApplication::translate("Selling", "Name that customer or none, or pay it back otherwise."),
                   {{QStringLiteral("customer"), message}});
}

/// What a customer paid on account or with store credit goes back to nobody else.
Result<Sale> ofItsCustomer(Result<Sale> sale, const RefundBasis &basis)
{
    if (!sale || basis.to != RefundTo::Original || !basis.sale || sale->customer == basis.sale->customer)
        return sale;
    const bool isTheirs = std::ranges::any_of(sale->payments, [](const Payment &payment) {
        const bool isOfSomebody =
            payment.method == PaymentMethod::Invoice || payment.method == PaymentMethod::StoreCredit;
        return isOfSomebody && payment.amount.isNegative();
    });
    return isTheirs ? Result<Sale>(ofSomebodyElse()) : sale;
}

CashRounding roundingHere(LocalStore &store)
{
    return cashRoundingAt(store.place().location, store.place().company.currency);
}

} // namespace

Result<ReturnableSale> findReturnable(LocalStore &store, const QString &number)
{
    Result<SaleView> sale = findSale(store, number);
    if (!sale)
        return failure(sale.error());
    ReturnableSale result;
    result.sale = *std::move(sale);
    result.earlier = store.rows().selling().returnsOf(result.sale.sale.id);
    result.lines = returnable(result.sale.sale, result.earlier);
    return result;
}

Result<Sale> quoteReturn(LocalStore &store, const ReturnDraft &draft)
{
    const Result<Exchange> exchange = exchangeOf(store, draft);
    if (!exchange)
        return failure(exchange.error());
    Result<Sale> sale = returnTotals(exchange->bought, exchange->returns);
    if (sale && sale->total.isNegative()) {
        const Refund refund = refundOf(*sale, exchange->basis, roundingHere(store));
        sale->payments = refund.payments;
        sale->rounding = refund.rounding;
    }
    return ofItsCustomer(std::move(sale), exchange->basis);
}

Result<Sale> recordReturnOf(LocalStore &store, const ReturnDraft &draft)
{
    const Result<Shift> shift = shiftToSellIn(store);
    if (!shift)
        return failure(shift.error());
    const Result<Exchange> exchange = exchangeOf(store, draft);
    if (!exchange)
        return failure(exchange.error());
    SaleDraft bought = draft.bought;
    bought.customer = exchange->bought.customer;
    const Result<QList<Tender>> tenders = tendersOf(store, bought);
    if (!tenders)
        return failure(tenders.error());
    Result<Sale> sale = ofItsCustomer(completeReturn(exchange->bought, exchange->returns, *tenders, exchange->basis,
                                                     roundingHere(store), nextSale(store, *shift)),
                                      exchange->basis);
    if (!sale)
        return sale;
    if (const Result<void> recorded = store.recordSale(*sale); !recorded)
        return failure(recorded.error());
    return sale;
}

} // namespace crema::sync
