// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/sales/sale_state_badge.h"

namespace crema::desktop {

BadgeLook badgeOf(RecordState state)
{
    if (state == RecordState::Synced)
        return {};
    const CellBadge badge = recordBadge(state);
    return {badge.iconName, badge.text, badge.tone == Tone::Error ? BadgeTone::Error : BadgeTone::Neutral};
}

} // namespace crema::desktop
