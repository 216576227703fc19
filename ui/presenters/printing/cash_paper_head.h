// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/documents/shift_document.h"
#include "sync/client/client_state.h"

namespace crema {

/// What stands above the papers about cash of this register.
[[nodiscard]] inline documents::CashPaperHead cashPaperHeadOf(const sync::ClientState &state)
{
    documents::CashPaperHead head;
    head.businessName = state.company.name;
    head.timeZone = QByteArrayLiteral("UTC");
    if (state.location) {
        head.locationName = state.location->name;
        head.timeZone = state.location->timeZone;
    }
    if (state.registerInfo)
        head.registerName = state.registerInfo->name;
    return head;
}

} // namespace crema
