// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace crema::sync {

/// Where an operation of the queue was made.
enum class MadeAt {
    Here,
    Elsewhere, ///< in another store, from whose export it was brought in (sync.md rule 30)
};

} // namespace crema::sync
