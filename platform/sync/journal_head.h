// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/auditing/chain_entry.h"
#include "models/base/id.h"

namespace crema::platform {

/// How far the platform saw the chain of a register come (sync.md rule 34).
struct JournalHead {
    auditing::ChainHead head;
    DeviceId device;
    RegisterId registerId;
    int place = 0;    ///< 1, 2, 3… in the order in which the chains of a device began
    UtcTime signedAt; ///< when the platform countersigned it last

    friend bool operator==(const JournalHead &, const JournalHead &) = default;
};

} // namespace crema::platform
