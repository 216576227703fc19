// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/client_private.h"
#include "sync/client/hidden_costs.h"

#include "sync/client/open_cart_note.h"
#include "sync/store/points_recording.h"
#include "sync/store/sale_reader.h"
#include "sync/store/sale_recording.h"

#include <QCoreApplication>

namespace crema::sync {

namespace {

std::optional<ShiftId> openShift(LocalStore &local)
{
    const std::optional<RegisterId> reg = local.place().device.registerId;
    const std::optional<Shift> shift = reg ? local.rows().selling().openShiftOf(*reg) : std::nullopt;
    return shift ? std::optional(shift->id) : std::nullopt;
}

/// Who rings sales up and may not see all of them sees those of the open shift: a receipt is asked for again, and the
/// drawer is theirs to answer for.
Result<SaleFilter> seen(LocalStore &local, SaleFilter filter)
{
    const Result<void> all = mayRead(local, Reading::Sales);
    if (all)
        return filter;
    const std::optional<ShiftId> shift = openShift(local);
    if (!mayRead(local, Reading::ShiftSales) || !shift || filter.shift.value_or(*shift) != *shift)
        return failure(all.error());
    filter.shift = shift;
    return filter;
}

Result<SaleView> seenSale(LocalStore &local, const QString &number)
{
    const Result<SaleView> sale = findSale(local, number);
    const Result<void> all = mayRead(local, Reading::Sales);
    const bool isOfShift = sale && mayRead(local, Reading::ShiftSales) && openShift(local) == sale->sale.shift;
    return all || isOfShift ? sale : Result<SaleView>(failure(all.error()));
}

tl::unexpected<Problem> trainingIsOver()
{
    return failure(ProblemKind::Conflict, QStringLiteral("training.over"),
                   QCoreApplication::translate("Selling", "The training is over, so this cannot be practised."),
                   QCoreApplication::translate("Selling", "Clear it, and ring up anew what is really sold."));
}

} // namespace

QCoro::Task<Result<Shift>> Client::openShift(Money floatAmount)
{
    return Private::write(d, [floatAmount](LocalStore &local) { return recordShiftOpen(local, floatAmount); });
}

QCoro::Task<Result<QList<Shift>>> Client::shifts(int limit)
{
    return Private::read(d, Reading::Shifts, [limit](LocalStore &local) -> Result<QList<Shift>> {
        return local.rows().selling().shifts(std::clamp(limit, 1, 1'000));
    });
}

QCoro::Task<Result<Sale>> Client::quote(SaleDraft draft)
{
    return Private::read(d, [draft](LocalStore &local) { return quoteSale(local, draft); });
}

QCoro::Task<Result<SaleView>> Client::completeSale(SaleDraft draft)
{
    if (draft.isPractice) {
        return Private::read(d, [draft](LocalStore &local) -> Result<SaleView> {
            // Only the store knows: whoever is told "practised" takes no money for what a customer pays.
            if (!local.isTraining())
                return trainingIsOver();
            const Result<Sale> sale = practiseSaleOf(local, draft);
            return sale ? Result<SaleView>(viewOf(local, *sale)) : failure(sale.error());
        });
    }
    return Private::write(d, [draft](LocalStore &local) -> Result<SaleView> {
        const Result<Sale> sale = recordSaleOf(local, draft);
        if (!sale)
            return failure(sale.error());
        // In one transaction with the sale: a cart that is paid must never be offered again.
        if (draft.endsOpenCart)
            local.device().setSetting(openCartSetting,
                                      noteAfterSale(local.device().setting(openCartSetting), sale->cashier));
        return withPointsAfter(local, viewOf(local, *sale));
    });
}

QCoro::Task<Result<void>> Client::beginTraining()
{
    return Private::write(d, [](LocalStore &local) { return local.beginTraining(); });
}

QCoro::Task<Result<void>> Client::endTraining()
{
    const auto self = d;
    auto ending = Private::read(self, [](LocalStore &local) -> Result<void> {
        local.endTraining();
        return {};
    });
    const Result<void> ended = co_await ending;
    if (!ended)
        co_return failure(ended.error());
    auto refreshing = self->refreshState();
    co_return co_await refreshing;
}

QCoro::Task<Result<QString>> Client::openCart()
{
    return Private::read(d,
                         [](LocalStore &local) -> Result<QString> { return local.device().setting(openCartSetting); });
}

QCoro::Task<Result<void>> Client::keepOpenCart(QString cart)
{
    return Private::read(d, [cart](LocalStore &local) {
        return local.write([&]() -> Result<void> {
            local.device().setSetting(openCartSetting, cart);
            return {};
        });
    });
}

QCoro::Task<Result<QList<SaleView>>> Client::sales(SaleFilter filter)
{
    return Private::read(d, [filter](LocalStore &local) -> Result<QList<SaleView>> {
        return seen(local, filter).map([&](const SaleFilter &theirs) { return findSales(local, theirs); });
    });
}

QCoro::Task<Result<SaleView>> Client::sale(QString number)
{
    return Private::read(d, [number](LocalStore &local) { return seenSale(local, number); });
}

QCoro::Task<Result<Quantity>> Client::adjustStock(VariantId variant, Quantity delta, MovementReason reason,
                                                  QString note)
{
    return Private::write(d, [=](LocalStore &local) { return recordStockAdjust(local, variant, delta, reason, note); });
}

QCoro::Task<Result<QList<StockLevel>>> Client::stock(VariantId variant)
{
    return Private::read(d, Reading::Stock, [variant](LocalStore &local) -> Result<QList<StockLevel>> {
        return local.rows().selling().stockOf(variant);
    });
}

QCoro::Task<Result<QList<Movement>>> Client::movements(VariantId variant, int limit)
{
    return Private::read(d, Reading::Stock, [variant, limit](LocalStore &local) -> Result<QList<Movement>> {
        return local.rows().selling().movements(variant, std::clamp(limit, 1, 1'000));
    });
}

QCoro::Task<Result<QList<QueueEntry>>> Client::queue(QueueFilter filter)
{
    return Private::read(d, [filter](LocalStore &local) -> Result<QList<QueueEntry>> {
        QList<QueueEntry> entries = findQueueEntries(local, filter);
        if (mayRead(local, Reading::Costs))
            return entries;
        for (QueueEntry &entry : entries)
            hideCosts(entry);
        return entries;
    });
}

} // namespace crema::sync
