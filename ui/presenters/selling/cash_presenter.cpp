// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/selling/cash_presenter.h"

namespace crema::presenters {

QCoro::Task<Result<CashMovement>> CashPresenter::move(CashMovementKind kind, std::int64_t minor, QString reason,
                                                      QString note, std::optional<ApproverWord> approver) const
{
    sync::Client &client = m_client;
    const sync::CashMovementDraft draft{kind, Money(minor, client.state().currency()), reason, note};
    GivenApproval given(client, std::move(approver));
    auto moving = given.of([&] { return client.moveCash(draft); });
    co_return given.told(co_await moving);
}

QCoro::Task<Result<QList<CashMovement>>> CashPresenter::list(bool ofAllShifts, std::int64_t limit) const
{
    const int most = static_cast<int>(std::min<std::int64_t>(limit, 1000));
    const std::optional<Shift> &open = m_client.state().openShift;
    if (!ofAllShifts && !open)
        co_return QList<CashMovement>();
    co_return co_await m_client.cashMovements(ofAllShifts ? std::nullopt : std::optional(open->id), most);
}

} // namespace crema::presenters
