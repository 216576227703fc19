// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace crema::simulation {

/// Makes what every world does again and again cheap in this process, without another outcome: memory that is let go is
/// kept for the next use, SQLite guards nothing against other threads (there are none) and counts no memory, and a PIN
/// is hashed with the least work that Argon2 takes. To be called before SQLite is used first.
void prepareProcess();

} // namespace crema::simulation
