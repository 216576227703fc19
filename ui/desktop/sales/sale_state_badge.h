// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desktop/widgets/badge.h"
#include "ui/presenters/syncing/sync_words.h"

namespace crema::desktop {

/// How a record's state is drawn. A synced one has no badge: its text is empty.
[[nodiscard]] BadgeLook badgeOf(RecordState state);

} // namespace crema::desktop
