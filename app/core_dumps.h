// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace crema {

/// Keeps the kernel from writing this process, and what it starts, to disk or to a crash reporter when it crashes:
/// keys, passwords and customers lie in its memory. CREMA_CORE_DUMPS=1 in the environment lets it, for whoever looks
/// for a fault. The first thing a program does.
void holdBackCoreDumps();

} // namespace crema
