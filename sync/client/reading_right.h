// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/people/reading.h"
#include "sync/client/client_state.h"

namespace crema::sync {

/// Whether whoever is signed in here may see it. Before enrolment there are no rights to check, and a device at which
/// nobody is signed in is covered by its lock: nothing is refused in either case. Errors: `auth.not_allowed`.
[[nodiscard]] inline Result<void> mayRead(const ClientState &state, Reading reading)
{
    return state.enrolled && state.person ? crema::mayRead(*state.person, reading) : Result<void>();
}

/// Whether any sales are theirs to see: all, or those of the open shift of this register. Errors: `auth.not_allowed`.
[[nodiscard]] inline Result<void> maySeeSales(const ClientState &state)
{
    const Result<void> all = mayRead(state, Reading::Sales);
    return state.openShift && mayRead(state, Reading::ShiftSales) ? Result<void>() : all;
}

} // namespace crema::sync
