// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/client.h"

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
    /// `minor` is what was counted, not negative. Errors: `shift.not_open`.
    [[nodiscard]] QCoro::Task<Result<Shift>> close(std::int64_t minor) const
    {
        return m_client.closeShift(Money(minor, m_client.state().currency()));
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
