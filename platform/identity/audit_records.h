// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/auditing/audit_record.h"
#include "platform/database/transaction.h"

namespace crema::platform {

/// What was done, newest first. `places`: those whose devices are told of; empty: all of them, and what was done at the
/// platform itself.
[[nodiscard]] AuditPage listAuditRecords(Transaction &transaction, const AuditFilter &filter,
                                         const QList<LocationId> &places);

} // namespace crema::platform
