// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/client_private.h"
#include "sync/client/open_cart_note.h"
#include "sync/store/points_recording.h"
#include "sync/store/return_recording.h"
#include "sync/store/sale_reader.h"

namespace crema::sync {

namespace {

/// Whoever sells sees the sale whose receipt lies before them, also one of another register: they take back what they
/// may, or somebody approves it.
Result<void> mayLookUp(LocalStore &local)
{
    const Result<void> all = mayRead(local, Reading::Sales);
    return all || mayRead(local, Reading::ShiftSales) ? Result<void>() : all;
}

} // namespace

QCoro::Task<Result<ReturnableSale>> Client::returnable(QString number)
{
    return Private::read(d, [number](LocalStore &local) -> Result<ReturnableSale> {
        if (const Result<void> allowed = mayLookUp(local); !allowed)
            return failure(allowed.error());
        return findReturnable(local, number);
    });
}

QCoro::Task<Result<Sale>> Client::quoteReturn(ReturnDraft draft)
{
    return Private::read(d, [draft](LocalStore &local) { return sync::quoteReturn(local, draft); });
}

QCoro::Task<Result<SaleView>> Client::returnSale(ReturnDraft draft)
{
    return Private::write(d, [draft](LocalStore &local) -> Result<SaleView> {
        const Result<Sale> sale = recordReturnOf(local, draft);
        if (!sale)
            return failure(sale.error());
        // As completeSale(): what was bought in exchange is paid.
        if (draft.bought.endsOpenCart)
            local.device().setSetting(openCartSetting,
                                      noteAfterSale(local.device().setting(openCartSetting), sale->cashier));
        return withPointsAfter(local, viewOf(local, *sale));
    });
}

} // namespace crema::sync
