// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace crema::testing {

/// A port of the loopback address at which nobody listens now, for a server that is started a moment later and perhaps
/// again after its end. It lies below those that the system gives to connections, so that no other program gets it in
/// between just by connecting somewhere. 0 when none was found.
[[nodiscard]] int freePort();

} // namespace crema::testing
