// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/selling/stock_presenter.h"

#include <QCoreApplication>

namespace crema::presenters {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::presenters::StockPresenter)
};

} // namespace

QCoro::Task<Result<StockView>> StockPresenter::byCode(QString code) const
{
    sync::Client &client = m_client;
    const Result<sync::CodeHit> hit = co_await client.findByCode(code);
    if (!hit)
        co_return failure(hit.error());
    const Result<QList<StockLevel>> levels = co_await client.stock(hit->variant);
    if (!levels)
        co_return failure(levels.error());
    co_return StockView{*hit, *levels};
}

QCoro::Task<Result<StockView>> StockPresenter::adjust(QString code, std::int64_t delta, MovementReason reason,
                                                      QString note) const
{
    const StockPresenter presenter = *this;
    if (delta == 0 || delta > Quantity::maxLine || delta < -Quantity::maxLine)
        co_return failure(
            ProblemKind::Invalid, u"stock.delta"_s, Texts::tr("Stock cannot change by %1.").arg(delta),
            Texts::tr("Write a whole number from 1 to %1, with a minus to take away.").arg(Quantity::maxLine));
    const Result<sync::CodeHit> hit = co_await presenter.m_client.findByCode(code);
    if (!hit)
        co_return failure(hit.error());
    const Result<Quantity> after = co_await presenter.m_client.adjustStock(hit->variant, Quantity(delta), reason, note);
    if (!after)
        co_return failure(after.error());
    const Result<StockView> shown = co_await presenter.byCode(code);
    if (shown || shown.error().kind != ProblemKind::NotAllowed)
        co_return shown;
    // It is done all the same, and what came of it is told to who did it.
    StockView view{*hit, {}};
    for (sync::VariantView &variant : view.product.product.variants) {
        if (variant.variant.id == hit->variant)
            variant = {variant.variant, *after};
    }
    co_return view;
}

QStringList adjustmentReasons()
{
    QStringList texts;
    for (const MovementReason reason : {MovementReason::Adjustment, MovementReason::Damage, MovementReason::Loss,
                                        MovementReason::Found, MovementReason::Receipt, MovementReason::Return})
        texts.append(movementReasonText(reason));
    return texts;
}

} // namespace crema::presenters
