// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/client.h"
#include "ui/presenters/selling/approver_word.h"

namespace crema::presenters {

/// The shift of this register. The client outlives it.
class ShiftPresenter
{
public:
    explicit ShiftPresenter(sync::Client &client) : m_client(client) {}

    /// `minor` is the cash in the drawer at the start, not negative. Errors: `shift.already_open`,
    /// `device.not_enrolled`.
    [[nodiscard]] QCoro::Task<Result<Shift>> open(std::int64_t minor) const
    {
        return m_client.openShift(Money(minor, m_client.state().currency()));
    }
    /// `minor` is what was counted, nothing: what the pieces come to; those are written "5000*2", biggest first. A
    /// difference that is larger than the shop accepts is approved by `approver`, if any. Errors: `shift.not_open`,
    /// `shift.pieces`, `shift.nothing_counted`, and those of Client::closeShift().
    [[nodiscard]] QCoro::Task<Result<Shift>> close(std::optional<std::int64_t> minor, QStringList pieces,
                                                   std::optional<ApproverWord> approver) const;
    /// The X of the open shift. Errors: `shift.not_open`.
    [[nodiscard]] QCoro::Task<Result<ShiftTotals>> x() const { return m_client.shiftTotals({}); }
    /// A Z of this register by its number. Errors: `shift.unknown_z`.
    [[nodiscard]] QCoro::Task<Result<ShiftTotals>> z(std::int64_t number) const { return m_client.zReport(number); }
    /// Newest first.
    [[nodiscard]] QCoro::Task<Result<QList<ShiftTotals>>> zReports(std::int64_t limit) const
    {
        return m_client.zReports(static_cast<int>(std::min<std::int64_t>(limit, 1000)));
    }
    /// The open shift, or the last one when none is. Errors: `shift.none`.
    [[nodiscard]] QCoro::Task<Result<Shift>> current() const;
    /// Newest first.
    [[nodiscard]] QCoro::Task<Result<QList<Shift>>> list(std::int64_t limit) const
    {
        return m_client.shifts(static_cast<int>(std::min<std::int64_t>(limit, 1000)));
    }

private:
    sync::Client &m_client;
};

} // namespace crema::presenters
