// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/client.h"
#include "ui/presenters/selling/approver_word.h"

namespace crema::presenters {

/// Cash that comes into the drawer of this register or leaves it, as verbs take it. The client outlives it.
class CashPresenter
{
public:
    explicit CashPresenter(sync::Client &client) : m_client(client) {}

    /// `minor` is what came or left, 0 where the drawer is only opened. Errors: those of Client::moveCash(), and of
    /// approved().
    [[nodiscard]] QCoro::Task<Result<CashMovement>> move(CashMovementKind kind, std::int64_t minor, QString reason,
                                                         QString note, std::optional<ApproverWord> approver) const;
    /// Newest first: those of the open shift, or of all.
    [[nodiscard]] QCoro::Task<Result<QList<CashMovement>>> list(bool ofAllShifts, std::int64_t limit) const;

private:
    sync::Client &m_client;
};

} // namespace crema::presenters
