// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/seams/disk.h"

namespace crema::sync {

/// Encrypts a store that was made in clear, and the copies from before its migrations (ADR 039): a new file beside it,
/// synced and looked through, takes its place; a program that ends at any point leaves the old one or the new one.
/// `disk` has the key of the store, and lies over `below`. What is damaged, of another program, newer than this one or
/// read by another program at the moment stays as it is: opening it says so, or the next one converts it. Errors:
/// `store.disk_full`.
[[nodiscard]] Result<void> convertStore(Disk &disk, const Disk &below, const QString &storePath);

} // namespace crema::sync
